"""A PostgreSQL server of the tests' own: in a folder of theirs, by a socket, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "foedera"


class Server:
    """A running server; `database()` makes an empty database and returns its URL."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self._folder, self._programs = folder, programs

    def database(self) -> str:
        name = f"t{uuid.uuid4().hex[:12]}"
        asked = ["psql", "-q", "-h", str(self._folder), "-U", OWNER, "-d", "postgres"]
        made = f'create database "{name}"'
        asked[0] = _program(self._programs, "psql")
        subprocess.run([*asked, "-c", made], check=True, capture_output=True)
        return f"postgresql+psycopg://{OWNER}@/{name}?host={self._folder}"


def find_programs() -> Path | None:
    """Return where PostgreSQL's programs are, None where there are none that can be run."""
    if os.getuid() == 0 and shutil.which("runuser") is None:
        return None
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places = [*known, *map(Path, os.environ.get("PATH", "").split(os.pathsep))]
    return next((p for p in places if (p / "initdb").exists() and (p / "pg_ctl").exists()), None)


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """Start a server and stop it in the end. It refuses to run as root, so another user does."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="foedera-pg-") as made:
        folder = Path(made)
        folder.chmod(0o777)
        data = folder / "data"
        _run(programs, "initdb", "-D", str(data), "-U", OWNER, "-A", "trust", "-E", "UTF8")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        log = str(folder / "log")
        _run(programs, "pg_ctl", "-D", str(data), "-o", options, "-l", log, "-w", "start")
        try:
            yield Server(folder, programs)
        finally:
            _run(programs, "pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
            if os.getuid() == 0:
                _run_as_owner(["rm", "-rf", str(data), log])


def _run(programs: Path, name: str, *options: str) -> None:
    _run_as_owner([_program(programs, name), *options])


def _run_as_owner(command: list[str]) -> None:
    other = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*other, *command], check=True, stdout=subprocess.DEVNULL, cwd="/tmp")


def _program(programs: Path, name: str) -> str:
    return str(programs / name) if (programs / name).exists() else name
