"""What was asked for lately is known, and little of it is kept."""

from foedera.merge.recent import Recent


def test_no_more_than_twice_as_many_are_kept_and_all_are_right() -> None:
    made: list[int] = []

    def square(number: int) -> int:
        made.append(number)
        return number * number

    squares = Recent(square, kept=10)
    asked = [*range(30), *range(20, 30), *range(5)]
    assert [squares[number] for number in asked] == [number * number for number in asked]
    assert made == [*range(30), *range(5)]  # the last ten and those before were known
    assert len(squares) <= 10
