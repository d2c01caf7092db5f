"""The `foedera` command: one thin function a command, grouped in modules by family."""

from foedera.cli.root import main

__all__ = ["main"]
