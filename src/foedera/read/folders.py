"""Paths as a person gives them: files, folders, globs; expanded in a fixed order."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from foedera.errors import InputError, UnreadableFile


def expand_paths(
    paths: Iterable[str | Path], suffixes: Collection[str]
) -> Iterator[Path | InputError]:
    """Yield the files behind `paths` in input order, those of a folder or glob sorted.

    Hidden files are passed over; so are links that lead out of their folder, and files of
    an unknown kind within folders, each with one remark.
    """
    for path in paths:
        try:
            yield from _expand(Path(path), suffixes)
        except OSError as error:
            yield _unreachable(path, error)


def suffix_of(path: Path) -> str:
    """Return the suffix that names the file's kind, `.gz` included.

    >>> suffix_of(Path("a/B.JSONL.gz")), suffix_of(Path("notes.v2.txt"))
    ('.jsonl.gz', '.txt')
    """
    name = path.name.lower()
    plain = Path(name.removesuffix(".gz")).suffix
    return plain + ".gz" if name.endswith(".gz") else plain


def _expand(path: Path, suffixes: Collection[str]) -> Iterator[Path | InputError]:
    if path.is_dir():
        yield from _walk(path, suffixes)
    elif path.is_file():
        yield path
    elif path.exists():
        yield UnreadableFile(str(path), "neither a file nor a folder", "Save it to a file first.")
    elif glob.has_magic(str(path)):
        yield from _match(path, suffixes)
    else:
        yield UnreadableFile(str(path), "no such file or folder", "Check the path.")


def _unreachable(path: str | Path, error: OSError) -> UnreadableFile:
    return UnreadableFile(str(path), error.strerror or str(error), "Check the path and its rights.")


def _match(path: Path, suffixes: Collection[str]) -> Iterator[Path | InputError]:
    found = sorted(glob.glob(str(path), recursive=True))
    if not found:
        yield UnreadableFile(str(path), "no file matches", "Check the pattern.")
    for name in found:
        yield from _expand(Path(name), suffixes)


def _walk(folder: Path, suffixes: Collection[str]) -> Iterator[Path | InputError]:
    root = folder.resolve()
    unknown: Counter[str] = Counter()
    count = 0
    for path in _files(folder):
        if isinstance(path, InputError):
            count += 1  # the folder is not empty, it is out of reach
            yield path
        elif not _stays_within(path, root):
            problem = "leads out of its folder" if path.exists() else "leads nowhere"
            yield UnreadableFile(str(path), f"a link that {problem}", "Copy the file itself.")
        elif path.is_dir():
            yield UnreadableFile(
                str(path), "a linked folder, not entered", "Name the folder itself to read it."
            )
        elif suffix_of(path) in suffixes:
            count += 1
            yield path
        else:
            unknown[suffix_of(path) or path.name] += 1
    if unknown:
        kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(unknown.items()))
        yield UnreadableFile(str(folder), f"files of unknown kind left out ({kinds})", _KINDS)
    elif not count:
        yield UnreadableFile(str(folder), "no report in the folder", _KINDS)


_KINDS = "Reports may be .txt, .md, .html, .jsonl, .jsonl.gz, .rss, .atom, .xml or .eml."


def _files(folder: Path) -> Iterator[Path | InputError]:
    """Yield the visible files below `folder`, sorted; linked folders are not entered."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield _unreachable(folder, error)
        return
    for name in names:
        path = folder / name
        if name.startswith(".") or Path(name).stem.upper() == "README":
            continue  # a README tells of the folder
        try:
            yield from _entry(path)
        except OSError as error:
            yield _unreachable(path, error)


def _entry(path: Path) -> Iterator[Path | InputError]:
    if path.is_dir() and not path.is_symlink():
        if not _is_page_debris(path):
            yield from _files(path)
    elif path.is_file() or path.is_symlink():
        yield path


def _is_page_debris(folder: Path) -> bool:
    """Say whether the folder holds the pictures and scripts of a saved page beside it."""
    if not folder.name.endswith("_files"):
        return False
    stem = folder.name.removesuffix("_files")
    return any((folder.parent / (stem + end)).exists() for end in (".html", ".htm"))


def _stays_within(path: Path, root: Path) -> bool:
    return not path.is_symlink() or (path.exists() and path.resolve().is_relative_to(root))
