import gzip
import json
import os
from pathlib import Path

import pytest

from foedera.data import Report
from foedera.errors import InputError
from foedera.read import read_paths

TEXT = "LIMA, May 3, 2019 (AFP) - Chile signed the accord."


def split(paths):
    found = list(read_paths(paths))
    reports = [r for r in found if isinstance(r, Report)]
    return reports, [str(e) for e in found if isinstance(e, InputError)]


def write(path: Path, body: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body.encode() if isinstance(body, str) else body)
    return path


def test_a_plain_file_keeps_its_text_to_the_character(tmp_path):
    path = write(tmp_path / "a.txt", f"\r\n{TEXT}\r\n\r\nTalks ended.\r\n")
    (report,), errors = split([path])
    assert (report.text, report.key, errors) == (path.read_bytes().decode(), str(path), [])
    assert report.imprint.outlet == "AFP"
    assert report.published.earliest == "2019-05-03"


def test_folders_are_sorted_hidden_files_passed_over_and_unknown_kinds_named(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", "x.jpg"):
        write(tmp_path / name, TEXT)
    reports, errors = split([tmp_path])
    assert [Path(r.key).name for r in reports] == ["a.txt", "b.txt", "c.txt"]
    assert len(errors) == 1
    assert "1 .jpg" in errors[0]


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    write(tmp_path / "secret.txt", TEXT)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    reports, errors = split([tmp_path / "in"])
    assert reports == []
    assert "leads out of its folder" in errors[0]


def test_globs_are_expanded(tmp_path):
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.md", TEXT)
    assert len(split([tmp_path / "*.txt"])[0]) == 1
    assert "no file matches" in split([tmp_path / "*.html"])[1][0]


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("binary.txt", b"\x89PNG\x00\x01\x02", "binary"),
        ("latin.txt", "Chile signó".encode("latin-1"), "broken UTF-8 at byte 10"),
        ("wide.txt", TEXT.encode("utf-16"), "UTF-16"),
        ("page.html", b"<html><body><script>var a</script></body></html>", "no article text"),
        ("deep.html", b"<html><body>" + b"<div>" * 5000 + b"x", "nested deeper"),
        ("no.jsonl", b"", "no report"),
        ("text.jsonl", b'{"id": "a"}\n', 'no "text"'),
        ("number.jsonl", b'{"id": "a", "text": 5}\n', "no string"),
        ("list.jsonl", b"[1]\n", "no JSON object"),
        ("broken.jsonl", b"{\n", "no JSON"),
        ("nested.jsonl", b"[" * 200_000 + b"\n", "nested too deep"),
        ("packed.jsonl.gz", b"no gzip", "packed file is broken"),
        ("report.docx", b"x", "no reader knows"),
    ],
)
def test_bad_input_is_named_and_the_batch_goes_on(tmp_path, name, body, says):
    bad, good = write(tmp_path / "x" / name, body), write(tmp_path / "good.txt", TEXT)
    reports, errors = split([bad, good])
    assert len(reports) == 1
    assert any(says in e and str(bad) in e for e in errors), errors


def test_a_missing_file_is_named(tmp_path):
    assert "no such file" in split([tmp_path / "gone.txt"])[1][0]


def lines(*rows):
    return "".join(json.dumps(r) + "\n" for r in rows)


def test_json_lines_give_reports_and_name_bad_lines(tmp_path):
    good = {"id": "r1", "text": "Talks ended.", "title": "T", "published": "2019-05-03"}
    body = lines(good) + "{bad\n" + lines({"text": "No id.", "date": "2019-05-04", "source": "S"})
    path = write(tmp_path / "a.jsonl", body)
    reports, errors = split([path])
    assert [r.key for r in reports] == ["r1", f"{path}:3"]
    assert [r.published.basis for r in reports] == ["given", "given"]
    assert reports[1].imprint.outlet == "S"
    assert len(errors) == 1
    assert f"{path}:2" in errors[0]


def test_an_id_met_twice_is_read_and_named(tmp_path):
    body = lines({"id": "r1", "text": "One."}, {"id": "r1", "text": "Two."})
    reports, errors = split([write(tmp_path / "a.jsonl", body)])
    assert len(reports) == 2
    assert "stands in line 1 already" in errors[0]


def test_an_oversized_line_is_read_over(tmp_path):
    huge = json.dumps({"id": "big", "text": "x" * 9_000_000}) + "\n"
    path = write(
        tmp_path / "a.jsonl",
        lines({"id": "a", "text": "One."}) + huge + lines({"id": "b", "text": "Two."}),
    )
    reports, errors = split([path])
    assert [r.key for r in reports] == ["a", "b"]
    assert f"{path}:2" in errors[0]


def test_packed_lines_and_half_characters(tmp_path):
    body = '{"id": "a", "text": "Talks \\ud800 ended."}\n'
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(body.encode()))
    (report,), errors = split([path])
    assert report.text == "Talks \ufffd ended."
    assert errors == []


def test_a_day_yet_to_come_is_kept_and_named(tmp_path):
    row = {"id": "a", "text": "Talks ended.", "published": "2077-01-01"}
    (report,), errors = split([write(tmp_path / "a.jsonl", lines(row))])
    assert report.published.earliest == "2077-01-01"
    assert "yet to come" in errors[0]


def test_an_unreadable_day_is_named(tmp_path):
    row = {"id": "a", "text": "Talks ended.", "published": "soon"}
    (report,), errors = split([write(tmp_path / "a.jsonl", lines(row))])
    assert report.published.basis == "unknown"
    assert "'soon'" in errors[0]


def test_markdown_loses_its_markup(tmp_path):
    body = (
        "---\ntitle: Accord signed\nsource: Harbour Press\npublished: 2019-05-03\n---\n"
        "# Accord signed\n\nChile **signed** the [accord](http://a.b/c)\non Friday.\n\n"
        "> Good, he said.\n"
    )
    (report,), _ = split([write(tmp_path / "a.md", body)])
    assert report.text == "Accord signed\n\nChile signed the accord on Friday.\n\nGood, he said."
    assert (report.imprint.outlet, report.published.earliest) == ("Harbour Press", "2019-05-03")
    assert report.parts[0].kind == "headline"


def test_a_saved_page_gives_article_day_and_outlet(tmp_path):
    words = "Chile and Norway signed the fishing accord on Friday after two years of talks. " * 4
    body = (
        "<html><head><title>Accord signed</title>"
        '<meta property="og:site_name" content="Harbour Press">'
        '<meta property="article:published_time" content="2019-05-03T08:00:00Z"></head><body>'
        "<nav><a href='/'>Home</a></nav><article><h1>Accord signed</h1>"
        f"<p>{words}</p><p>{words}</p>"
        "</article><script>alert(1)</script></body></html>"
    )
    (report,), _ = split([write(tmp_path / "a.html", body)])
    assert report.imprint.outlet == "Harbour Press"
    assert (report.published.earliest, report.published.basis) == ("2019-05-03", "metadata")
    assert "alert" not in report.text
    assert report.title == "Accord signed"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "neither a file nor a folder" in split([tmp_path / "pipe.txt"])[1][0]


def test_a_link_named_by_hand_is_followed(tmp_path):
    write(tmp_path / "a.txt", TEXT)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert len(split([tmp_path / "b.txt"])[0]) == 1


def test_a_saved_page_s_own_folder_and_a_readme_are_passed_over(tmp_path):
    write(tmp_path / "a.html", "<html><body><p>x</p></body></html>")
    write(tmp_path / "a_files" / "frame.html", "<p>y</p>")
    write(tmp_path / "README.md", "About this folder")
    write(tmp_path / "b.txt", TEXT)
    reports, errors = split([tmp_path])
    assert [Path(r.key).name for r in reports if "b.txt" in r.key] == ["b.txt"]
    assert not any("frame.html" in e for e in errors)


def test_ids_do_not_hang_on_the_order_or_the_place_of_a_file(tmp_path):
    one, two = write(tmp_path / "a.txt", TEXT), write(tmp_path / "sub" / "b.txt", TEXT)
    first, second = split([one])[0][0], split([two])[0][0]
    assert first.id == second.id
    assert first.key != second.key
