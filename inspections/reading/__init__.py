"""Source to facts: text in, facts out, the same answer for ever.

``read_paths`` takes files and folders, ``read`` one held source. No clock, no network, no database.
"""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from inspections.catalogue import Catalogue, load
from inspections.reading import crew, sources
from inspections.reading import readers as kinds
from inspections.reading.document import Document
from inspections.reading.facts import Held, Problem, Reading, Unreadable
from inspections.reading.long_tables import read_long
from inspections.reading.proven import keep_proven
from inspections.reading.readers import BrokenReader, Reader
from inspections.reading.tables import read_table

READABLE = frozenset((*sources.TEXTS, *sources.TABLES))
MANY = 12  # files; fewer are read sooner than a second process is started
FAULT_REMEDY = "this is a fault of the program: leave the source out and report its name"


def read(held: Held, catalogue: Catalogue, readers: Sequence[Reader] | None = None) -> Reading:
    """What one held source says, by the one reader that recognises it. Raises ``Unreadable``."""
    if readers is None and held.media_type in sources.TABLES.values():
        return read_long(held, catalogue) if held.packed else read_table(held, catalogue)
    with _nothing_collected():  # until all that was found out about the document is let go of, but for what it says
        return _read_document(held, catalogue, kinds.readers() if readers is None else readers)


def _read_document(held: Held, catalogue: Catalogue, readers: Sequence[Reader]) -> Reading:
    """What the one of ``readers`` that recognises a text makes of it."""
    document = Document(held, catalogue)
    chosen = [r for r in readers if r.recognises(document)]
    if len(chosen) == 1:
        reading = keep_proven(chosen[0].read(document, catalogue), catalogue)
        document.let_go()
        return reading
    shown = " ".join(document.text.split())[:80]
    if not chosen:
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
    problem = Problem(
        f"{len(chosen)} readers recognise this text: {names}",
        "make one of them stricter: exactly one must recognise it",
        1,
        1,
        shown,
    )
    raise Unreadable(held.name, (problem,))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Python looks for circles of objects again and again while many are made, and reading makes next to none."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def files(paths: Iterable[Path]) -> tuple[list[Path], list[Unreadable]]:
    """The readable files at ``paths``, folders opened in order of name; what cannot be found is named."""
    found: list[Path] = []
    missing: list[Unreadable] = []
    for path in paths:
        if path.is_dir():
            every = sorted(p for p in path.rglob("*") if not p.is_dir())
            inside = [p for p in every if p.suffix.lower() in READABLE and not p.name.startswith(".")]
            if not inside:
                missing.append(
                    Unreadable(
                        str(path),
                        (Problem("holds no source", f"put files ending in {', '.join(sorted(READABLE))} into it"),),
                    )
                )
            missing += sources.find_orphans(every)
            found += inside
        elif path.suffix.lower() in READABLE and path.exists():
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


def read_file(path: Path, catalogue: Catalogue) -> Reading:
    """What one file says. Raises ``Unreadable``, also when a reader stumbles: no file ends an import."""
    with _told_in_a_sentence(path.name):
        return read(sources.hold(path), catalogue)


def read_held(held: Held, catalogue: Catalogue) -> Reading:
    """What one held source says. Raises ``Unreadable``, also when a reader stumbles."""
    with _told_in_a_sentence(held.name):
        return read(held, catalogue)


def read_held_again(held: Iterable[Held], catalogue: Catalogue, workers: int = 1) -> Generator[Reading | Unreadable]:
    """Each held source read anew, or refused, within the limits that a file has."""
    yield from _read_each(list(held), catalogue, workers)


@contextmanager
def _told_in_a_sentence(name: str) -> Iterator[None]:
    """Whatever a reader stumbles over is a refusal of the one source."""
    try:
        yield
    except (Unreadable, BrokenReader):
        raise
    except MemoryError:
        remedy = "split it, or save its text as .txt"
        raise Unreadable(name, (Problem("needs more memory than one file may have", remedy),)) from None
    except RecursionError:
        raise Unreadable(name, (Problem("nests deeper than can be read", "save its text as .txt"),)) from None
    except Exception as error:
        raise Unreadable(name, (Problem(f"the reader failed: {_fault(error)}", FAULT_REMEDY),)) from error


def _fault(error: Exception) -> str:
    """ "KeyError: 'x' at grades.py:120"."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} at {Path(last.filename).name}:{last.lineno}"


def read_paths(
    paths: Iterable[Path], catalogue: Catalogue, workers: int = 1, progress: Callable[[int, int], None] | None = None
) -> tuple[list[Reading], list[Unreadable]]:
    """Every readable source at ``paths``, and every one that cannot be read with its problems.

    The same whatever the number of processes; ``progress`` is told how many are done, of how many.
    Raises ``BrokenReader`` where a file of readers/ is no reader, which ends the first that is read.
    """
    found, unreadable = files(Path(p) for p in paths)
    readings: list[Reading] = []
    told = progress or (lambda done, total: None)
    told(0, len(found))
    with closing(_read_each(found, catalogue, workers)) as answers:
        for done, answer in enumerate(answers, 1):
            if isinstance(answer, Unreadable):
                unreadable.append(answer)
            else:
                readings.append(answer)
            told(done, len(found))
    return readings, unreadable


def _read_each(given: Sequence[Path | Held], catalogue: Catalogue, workers: int) -> Generator[Reading | Unreadable]:
    """Other processes read, with limits of time and memory, where the catalogue is the one of this program.

    A table held packed was taken in within those limits, and is read here as a stream: too long to be sent about.
    """
    if catalogue is not load():
        yield from (_read_here(each, catalogue) for each in given)
        return
    sent = [each for each in given if not _is_packed(each)]
    with closing(crew.read_many(sent, min(workers, len(sent)) if len(sent) >= MANY else 1)) as answers:
        for each in given:
            yield _read_here(each, catalogue) if _is_packed(each) else next(answers)


def _is_packed(given: Path | Held) -> bool:
    return isinstance(given, Held) and bool(given.packed)


def _read_here(given: Path | Held, catalogue: Catalogue) -> Reading | Unreadable:
    try:
        return read_held(given, catalogue) if isinstance(given, Held) else read_file(given, catalogue)
    except Unreadable as refused:
        return refused
