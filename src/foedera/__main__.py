"""`python -m foedera` is the `foedera` command."""

from foedera.cli import main

if __name__ == "__main__":
    main()
