"""How the desk starts: its port, its words, and what it says where it cannot start."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from foedera.cli import main
from foedera.errors import FoederaError
from foedera.serve import Settings
from foedera.serve.running import describe, entry, listen


def test_a_port_that_is_taken_is_named_with_what_to_do() -> None:
    with listen(Settings(port=0)) as held:
        port = held.getsockname()[1]
        with pytest.raises(FoederaError, match=f"--port {port + 1}"):
            listen(Settings(port=port))


def test_a_missing_record_is_named_with_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(tmp_path / "none.foedera")])
    assert result.exit_code == 3
    assert "foedera read" in result.stderr


def test_the_address_holds_the_token_once_and_warns() -> None:
    wide = Settings(host="0.0.0.0", token="a-token-of-good-length")
    said = "\n".join(describe(wide, "x.foedera"))
    assert said.count("a-token-of-good-length") == 1
    assert "not encrypted" in said
    assert entry(Settings()) == "http://127.0.0.1:8765/"


def test_the_command_serves_pages(place: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "foedera", "serve", str(place), "--port", str(port)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        try:
            answer = _first_answer(f"http://127.0.0.1:{port}/")
            assert answer.status_code == 200
            assert "server" not in answer.headers
            foreign = httpx.get(f"http://127.0.0.1:{port}/", headers={"host": "evil.example"})
            assert foreign.status_code == 421
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def _first_answer(place: str) -> httpx.Response:
    for _ in range(150):
        try:
            return httpx.get(place)
        except httpx.TransportError:
            time.sleep(0.2)
    raise AssertionError("the desk did not open")
