"""How well prose is read: the project's cases against their fact files, with speed and memory.

    python benchmarks/reading.py [--family seeds|made|unseen|pages] [--doc u07] [-v] [--speed]

Prints a table per family; -v names every fact that is wrong, spurious or missed, wrong grades first.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from inspections.catalogue import Catalogue, load  # noqa: E402
from inspections.reading import read, sources  # noqa: E402
from inspections.reading.facts import Held, Reading, Unreadable  # noqa: E402
from tests.reading.expected import FAMILIES, Case, cases  # noqa: E402
from tests.reading.scoring import GRADES, score  # noqa: E402
from tests.reading.verdicts import Count, Mark, counts  # noqa: E402

# Texts of one thing only: time must grow with length, whatever they are made of.
UNITS = {
    "one paragraph": "Inspectors visited the service again and spoke to staff about their work. ",
    "one word": "a",
    "quotation marks": "“",
    "straight marks": '"',
    "apostrophes": "’",
    "dates": "12 May 2016 ",
    "spaced marks": "“ ” ",
    "line breaks": "\n",
    "full stops": ". ",
    "authorities": "Stockport Council, ",
    "no authorities": "Good Council ",
    "one noun": "inspection ",
    "grades": "was judged good ",
    "short paragraphs": "Ofsted judged it good.\n\n",
    "inspections": "Ofsted judged Stockport Council’s children’s services good in May 2016.\n\n",
    "quotations": "Cllr Ann Lee said: “We know this.”\n\n",
}
LONGEST = 12.0  # seconds; a longer text is not tried after that


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--family", choices=FAMILIES, action="append")
    parser.add_argument("--doc", action="append", help="only this document, for example u07")
    parser.add_argument("-v", "--verbose", action="store_true", help="name every fact that is not right")
    parser.add_argument("--speed", action="store_true", help="only speed, memory and growth with length")
    options = parser.parse_args()
    catalogue = load()
    if options.speed:
        speed(catalogue)
        return
    for family in options.family or FAMILIES:
        chosen = [case for case in cases(family) if not options.doc or case.id in options.doc]
        if chosen:
            family_table(family, chosen, catalogue, options.verbose)


def read_case(case: Case, catalogue: Catalogue) -> tuple[Reading | None, str]:
    try:
        return read(sources.hold(case.path), catalogue), ""
    except Unreadable as refused:
        return None, str(refused)


def family_table(family: str, chosen: list[Case], catalogue: Catalogue, verbose: bool) -> None:
    marks: list[Mark] = []
    refused: list[str] = []
    for case in chosen:
        reading, why = read_case(case, catalogue)
        if why:
            refused.append(f"{case.id}: not read: {why}")
        marks += score(case, reading, catalogue)
    print(f"\n{family}: {len(chosen)} documents, {len(refused)} not read\n")
    table(marks)
    worst = [m for m in marks if m.kind in GRADES and m.verdict in {"wrong", "spurious"}]
    if worst:
        print("\nGRADES THAT NOBODY GAVE")
        listed(worst)
    for line in refused:
        print(line)
    if verbose:
        for verdict in ("spurious", "wrong", "missed"):
            rest = [m for m in marks if m.verdict == verdict and m not in worst and not _told(m, marks)]
            if rest:
                print(f"\n{verdict.upper()}")
                listed(rest)


def _told(mark: Mark, marks: list[Mark]) -> bool:
    """Is this part of an inspection, or of a quotation, that is missed as a whole and listed as such?"""
    whole = {"inspection", "quotation", "statement"}
    if mark.verdict != "missed" or mark.kind in {*whole, *GRADES}:
        return False
    missed = [m for m in marks if m.document == mark.document and m.verdict == "missed" and m.kind in whole]
    return any((mark.expected or "").startswith(_label(other)) for other in missed)


def _label(mark: Mark) -> str:
    """The part of a missed fact's words that its own facts repeat."""
    return " ".join((mark.expected or "").split()[:3]) if mark.kind == "inspection" else mark.expected or ""


def table(marks: list[Mark]) -> None:
    heads = f"{'expected':>9}{'right':>7}{'wrong':>7}{'missed':>8}{'spurious':>10}{'precision':>11}{'recall':>8}"
    print(f"{'kind of fact':18}{heads}")
    by_kind = counts(marks)
    for kind, count in by_kind.items():
        row(kind, count)
    row("grades", _sum(c for k, c in by_kind.items() if k in GRADES))
    row("all but grades", _sum(c for k, c in by_kind.items() if k not in GRADES))


def _sum(given: Iterable[Count]) -> Count:
    many = list(given)
    return Count(*(sum(getattr(c, f.name) for c in many) for f in dataclasses.fields(Count)))


def row(kind: str, count: Count) -> None:
    def share(value: float | None) -> str:
        return "-" if value is None else f"{value:.1%}"

    numbers = f"{count.expected:>9}{count.right:>7}{count.wrong:>7}{count.missed:>8}{count.spurious:>10}"
    print(f"{kind:18}{numbers}{share(count.precision):>11}{share(count.recall):>8}")


def listed(marks: list[Mark]) -> None:
    for m in sorted(marks, key=lambda m: m.document):
        proof = f" | words: {m.words[:160]}" if m.words else ""
        print(f"  {m.document} {m.kind}: expected {m.expected} | found {m.found}{proof}")


def speed(catalogue: Catalogue) -> None:
    """Documents of 2,000 words a second, in one process and in two; then texts of 1 to 5 MB of one thing."""
    held = [sources.hold(case.path) for family in FAMILIES for case in cases(family)]
    chance = random.Random(2016)
    pages = [replace(x, text=_among_other_news(x.text, chance), pages=()) for x in held]
    dense = [
        replace(x, text=_of_length([y.text for y in held[i:] + held[:i]], 2000), pages=()) for i, x in enumerate(held)
    ]
    print(
        "documents of 2,000 words: a case among other news of a council, and cases one after another (denser than any)"
    )
    for name, texts in (("among other news", pages), ("one after another", dense)):
        _rate(name, texts, catalogue)
    print(f"{_memory():,.0f} MB at most")
    print("\ngrowth: seconds of processor and memory at most for 1, 2 and 5 MB; 5 to 1 is 5.0 when linear\n")
    for name in UNITS:
        # a process of its own, begun anew: its memory is its own, with nothing of what this one has read
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            print(f"{name:18}{pool.submit(_grown, name).result()}", flush=True)


def _rate(name: str, texts: list[Held], catalogue: Catalogue) -> None:
    _reads(texts, catalogue)  # once over, as a process that has read for a while
    plain = min(_plainly(texts) for _ in range(3))
    started = time.process_time()
    number = _reads(texts, catalogue)
    taken = time.process_time() - started
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_batch, [texts[:3]] * 2))
        began = time.perf_counter()
        both = sum(pool.map(_batch, [texts] * 2))
        waited = time.perf_counter() - began
    alone, paired = f"{number / taken:4,.0f} a second of processor", f"{both / waited:4,.0f} a second waited for by two"
    print(f"{name:18}{alone}, {paired}, {taken / plain:3,.0f} times what counting their words takes", flush=True)


def _memory() -> float:
    """The most that this process has held, in MB; of what began it, no part where the system tells them apart."""
    told = Path("/proc/self/status")
    lines = told.read_text(encoding="ascii").splitlines() if told.exists() else []
    most = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), None)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if most is None else most) / 1024


def _batch(texts: list[Held]) -> int:
    return _reads(texts, load())


def _grown(name: str) -> str:
    catalogue, opening, out = load(), "Ofsted inspected Stockport Council in May 2016. ", []
    _growth(opening, UNITS[name], 1000, catalogue)
    first = 0.0
    for size in (1_000_000, 2_000_000, 5_000_000):
        seconds = _growth(opening, UNITS[name], size, catalogue)
        first = first or max(seconds, 0.001)
        out.append(f"{size // 1_000_000:4} MB {seconds:7.2f} s {_memory():5,.0f} MB")
        if seconds > LONGEST:
            out.append("  longer not tried" if size < 5_000_000 else f"  x {seconds / first:.1f}")
            return "".join(out)
    return "".join(out) + f"  x {seconds / first:.1f}"


_OTHER_NEWS = (ROOT / "benchmarks" / "ordinary.txt").read_text(encoding="utf-8").strip().split("\n\n")
_FILLING = {
    "place": "Netherby Ashcombe Thornwick Marlow Selby Buxton Hartwell Easingham".split(),
    "street": ["Station Road", "Mill Lane", "High Street", "Canal Street", "Church Lane", "Park Avenue"],
    "councillor": ["Cllr Moira Kettering", "Cllr Dan Holt", "Cllr Priya Nair", "Cllr Alan Fisk"],
    "officer": ["Grace Obi", "Tom Varley", "Helen Marsh", "Idris Bell"],
    "month": "January February March April June July September October November".split(),
    "weekday": "Monday Tuesday Wednesday Thursday".split(),
    "year": [str(year) for year in range(1950, 2030)],
    "n": [str(number) for number in range(2, 30)],
}


def _among_other_news(text: str, chance: random.Random) -> str:
    """A case, and before and after it other news of a council, no two pages alike, to 2,000 words."""

    def fill(m: re.Match[str]) -> str:
        if m[1] == "date":
            return f"{chance.randrange(1, 29)} {chance.choice(_FILLING['month'])}"
        return chance.choice(_FILLING[m[1]])

    paragraphs, more, words = text.split("\n\n"), [], len(text.split())
    for paragraph in chance.sample(_OTHER_NEWS, len(_OTHER_NEWS)):
        if words < 2000:
            more.append(re.sub(r"\{(\w+)\}", fill, paragraph))
            words += len(more[-1].split())
    at, half = max(1, len(paragraphs) * 2 // 3), len(more) // 2
    return "\n\n".join([*paragraphs[:at], *more[half:], *paragraphs[at:], *more[:half]])


def _of_length(texts: list[str], wanted: int) -> str:
    """The first of the texts and as many of the next as make this many words; a text twice would be read once."""
    words: list[str] = []
    for text in texts:
        words += text.split(" ")
        if len(words) >= wanted:
            break
    return " ".join(words[:wanted])


def _reads(texts: Iterable[Held], catalogue: Catalogue) -> int:
    number = 0
    for held in texts:
        try:
            read(held, catalogue)
            number += 1
        except Unreadable:
            number += 1
    return number


def _plainly(texts: Iterable[Held]) -> float:
    """Seconds for the least that could be done: what makes figures of two machines, or of a busy one, comparable."""
    started = time.process_time()
    for held in texts:
        Counter(re.findall(r"\w+", held.text.lower()))
    return time.process_time() - started


def _growth(opening: str, unit: str, size: int, catalogue: Catalogue) -> float:
    held = Held("long.txt", "text/plain", "0" * 64, opening + unit * (size // len(unit)))
    started = time.process_time()
    _reads([held], catalogue)
    return time.process_time() - started


if __name__ == "__main__":
    main()
