"""Source to facts: text in, facts out, the same answer for ever.

``read_paths`` takes files and folders, ``read`` one held source. No clock, no network, no database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from inspections.catalogue import Catalogue
from inspections.reading import readers as kinds
from inspections.reading import sources
from inspections.reading.document import Document
from inspections.reading.facts import Held, Problem, Reading, Unreadable
from inspections.reading.readers import Reader

READABLE = frozenset((*sources.TEXTS,))


def read(held: Held, catalogue: Catalogue, readers: Sequence[Reader] | None = None) -> Reading:
    """What one held source says, by the one reader that recognises it. Raises ``Unreadable``."""
    document = Document(held)
    chosen = [r for r in (kinds.readers() if readers is None else readers) if r.recognises(document)]
    if len(chosen) == 1:
        return chosen[0].read(document, catalogue)
    if not chosen:
        shown = " ".join(document.text.split())[:80]
        raise Unreadable(
            held.name,
            (
                Problem(
                    "no reader recognises this text",
                    'it must tell of an inspection; see "Add a kind of document" in README.md',
                    1,
                    1,
                    shown,
                ),
            ),
        )
    names = " and ".join(sorted(r.name for r in chosen))
    raise Unreadable(
        held.name,
        (
            Problem(
                f"{len(chosen)} readers recognise this text: {names}",
                "make one of them stricter: exactly one must recognise it",
            ),
        ),
    )


def files(paths: Iterable[Path]) -> tuple[list[Path], list[Unreadable]]:
    """The readable files at ``paths``, folders opened in order of name; what cannot be found is named."""
    found: list[Path] = []
    missing: list[Unreadable] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p
                for p in path.rglob("*")
                if p.is_file() and p.suffix.lower() in READABLE and not p.name.startswith(".")
            )
            if not inside:
                missing.append(
                    Unreadable(
                        str(path),
                        (Problem("holds no source", f"put files ending in {', '.join(sorted(READABLE))} into it"),),
                    )
                )
            found += inside
        elif path.suffix.lower() in READABLE:
            found.append(path)
        elif path.exists():
            missing.append(
                Unreadable(
                    path.name,
                    (
                        Problem(
                            f"has an ending this record does not read: {path.suffix or 'none'}",
                            f"it reads {', '.join(sorted(READABLE))}",
                        ),
                    ),
                )
            )
        else:
            missing.append(Unreadable(str(path), (Problem("is not there", "check the path"),)))
    return list(dict.fromkeys(found)), missing


def read_paths(paths: Iterable[Path], catalogue: Catalogue) -> tuple[list[Reading], list[Unreadable]]:
    """Every readable source at ``paths``, and every one that cannot be read with its problems."""
    found, unreadable = files(Path(p) for p in paths)
    readings: list[Reading] = []
    for path in found:
        if not path.exists():
            unreadable.append(Unreadable(str(path), (Problem("is not there", "check the path"),)))
            continue
        try:
            readings.append(read(sources.hold(path), catalogue))
        except Unreadable as refused:
            unreadable.append(refused)
    return readings, unreadable
