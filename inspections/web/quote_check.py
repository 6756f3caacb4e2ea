"""A pasted quotation against every held text: word for word, altered, or in none of them.

The index of stretches proposes; ``quotes`` compares. A stretch is proposed when it holds a short run of
the quotation word for word, so that no text in which it stands is passed over. What is proposed for an
altered quotation shares most pairs of words with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from inspections import privacy
from inspections.fulltext import Query, exact_key
from inspections.models import Evidence, Inspection, Passage, Source, Stretch
from inspections.quotes import Comparison, Difference, Folded, Piece, Quotation, compare_exactly, fold, places, take
from inspections.quotes import align as find_nearest
from inspections.text import Span
from inspections.web.attribution import Attribution, Claim, judge, split_claim
from inspections.web.shown import join_names
from inspections.wording import when_in_words

LONGEST = 2000  # characters of a pasted quotation
ANCHOR = 8  # words of a run that propose a stretch
PAIRS = 32  # pairs of words that propose a stretch for an altered quotation
MOST_EXACT = 300  # stretches looked into for exact words; a quotation of commoner words is not told apart
MOST_NEAR = 10  # stretches looked into for altered ones, of which the best are aligned
ALIGNED = 3
FAR_BEHIND = 0.5  # of the pairs of words that the best shares
MOST_SHOWN = 20
CONTEXT = 240  # characters shown on either side
FEW_WORDS = 3
AROUND_ELLIPSES = 4500  # characters in which the runs of a cut quotation are looked for


@dataclass(frozen=True)
class Told:
    """An inspection that the words are about."""

    ref: str
    title: str
    url: str


@dataclass(frozen=True)
class Match:
    """One place where the quotation stands, or nearly stands."""

    source: Source
    span: Span
    comparison: Comparison
    before: str
    text: str
    after: str
    runs: tuple[tuple[str, bool], ...]  # the text cut in what the quotation gives (True) and what it leaves out
    furniture: bool
    inspections: tuple[Told, ...]
    attribution: Attribution | None = None

    @property
    def url(self) -> str:
        place = f"{self.span.start}-{self.span.end}"
        return f"/sources/{self.source.ref}/{self.source.slug}/?words={place}#p{place}"

    @property
    def published_words(self) -> str:
        return when_in_words(self.source.published_edtf)

    @property
    def differences(self) -> tuple[Difference, ...]:
        return self.comparison.differences

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.comparison.pieces

    @property
    def title(self) -> str:
        return self.source.title or self.source.file


@dataclass(frozen=True)
class Searched:
    """What "in no text held here" means."""

    sources: int
    publishers: tuple[str, ...]
    first_year: int | None
    last_year: int | None

    @property
    def years(self) -> str:
        if self.first_year is None:
            return "years not stated"
        return str(self.first_year) if self.first_year == self.last_year else f"{self.first_year} to {self.last_year}"

    @property
    def publisher_names(self) -> str:
        return join_names(self.publishers)


@dataclass(frozen=True)
class Checked:
    """The answer to one pasted quotation."""

    verdict: str  # exact, altered, absent
    quotation: Quotation
    matches: tuple[Match, ...]
    places: int  # how many there are, of which some may not be shown
    searched: Searched
    attribution: Attribution | None

    @property
    def is_short(self) -> bool:
        return self.quotation.size < FEW_WORDS


class TooCommon(ValueError):
    """The words stand in so many texts that looking into all of them would tell nothing."""


@dataclass(frozen=True)
class _Near:
    """A part of a held text that is looked into."""

    source: int
    furniture: bool
    words: Folded


Found = list[tuple[_Near, Comparison]]


def check_quotation(text: str, claim: Claim | None = None) -> Checked:
    """Exact places in every text, else the nearest passages, else none.

    What stands behind a quotation in brackets is where it is said to come from, unless a text goes on so.
    """
    words, said = (text, None) if claim else split_claim(text)
    quotation = take(words)
    near = _propose_exact(quotation)
    if said:
        whole = take(text)
        if found := _choose_exact(whole, near):
            return _answer("exact", whole, found, None)
    found = _choose_exact(quotation, near)
    if not found and len(near) > MOST_EXACT:
        raise TooCommon
    if not found:
        found = _find_nearest(quotation)
    verdict = found[0][1].verdict if found else "absent"
    return _answer(verdict, quotation, found, claim or said)


def _answer(verdict: str, quotation: Quotation, found: Found, claim: Claim | None) -> Checked:
    matches = _show(found[:MOST_SHOWN], claim)
    attribution = None
    if claim is not None and matches:
        attribution = claim.sum_up(match.attribution for match in matches if match.attribution)
    return Checked(verdict, quotation, tuple(matches), len(found), describe_searched(), attribution)


def describe_searched() -> Searched:
    """How many texts of which publishers and years are held: one query."""
    rows = list(Source.objects.covered())
    years = [year for row in rows for year in (row["first"], row["last"]) if year is not None]
    return Searched(
        sources=sum(row["many"] for row in rows),
        publishers=tuple(row["publisher"] for row in rows if row["publisher"]),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )


def _propose_exact(quotation: Quotation) -> list[_Near]:
    """Every stretch that may hold it word for word."""
    around = 2 * len(quotation.text) + (AROUND_ELLIPSES if len(quotation.runs) > 1 else CONTEXT + privacy.LONGEST)
    return _look_into(Stretch.objects.saying(_anchors(quotation)), around, MOST_EXACT + 1)


def _choose_exact(quotation: Quotation, near: Sequence[_Near]) -> Found:
    """Every place where it stands word for word, each once."""
    found: dict[tuple[int, int, int], tuple[_Near, Comparison]] = {}
    for each in near:
        for comparison in _exact_in(quotation, each.words):
            if comparison.span:
                key = (each.source, comparison.span.start, comparison.span.end)
                if key not in found or found[key][0].furniture:
                    found[key] = (each, comparison)
    return [found[key] for key in sorted(found)]


def _exact_in(quotation: Quotation, held: Folded) -> Iterable[Comparison]:
    """All places of a whole quotation; of one in runs, the nearest."""
    whole = [Comparison("exact", (held.span(*place),), share=1.0) for place in places(quotation.whole, held)]
    if whole:
        return whole
    cut = compare_exactly(quotation, held)
    return [cut] if cut and cut.verdict == "exact" else []


def _anchors(quotation: Quotation) -> Query:
    """Short runs of words, of which any text that holds the quotation holds one."""
    run = quotation.longest
    size = len(run.words)
    cuts = [(0, size)] if size <= ANCHOR else [_rarest(run, 0, size // 2), _rarest(run, size // 2, size)]
    parts = []
    for begin, end in cuts:
        cut = run.cut(begin, end)
        parts.append(tuple(map(exact_key, cut.words)))
        if cut.joined:
            parts.append(tuple(map(exact_key, cut.joined_words())))
    return Query(tuple(parts), any_part=True)


def _rarest(run: Folded, begin: int, end: int) -> tuple[int, int]:
    """The words from ``begin`` to ``end`` that are longest, and so stand in fewest texts: some in a row."""
    width = min(ANCHOR, end - begin)
    first = max(range(begin, end - width + 1), key=lambda n: len("".join(run.words[n : n + width])))
    return first, first + width


def _find_nearest(quotation: Quotation) -> Found:
    """The passages that it most resembles, the best first."""
    pairs = _pairs(quotation)
    if not pairs:
        return []
    around = len(quotation.text) + (AROUND_ELLIPSES if len(quotation.runs) > 1 else CONTEXT + privacy.LONGEST)
    query = Query(tuple(tuple(map(exact_key, pair)) for pair in pairs), any_part=True)
    near = _look_into(Stretch.objects.nearest(query, MOST_NEAR), around, MOST_NEAR)
    best: dict[tuple[int, int, int], tuple[_Near, Comparison]] = {}
    for each in _most_alike(near, set(pairs)):
        if any(_reaches(each, *place) for place in best):
            continue  # the neighbouring stretch has shown the same passage
        comparison = compare_exactly(quotation, each.words) or find_nearest(quotation, each.words)
        if comparison.span:
            best[each.source, comparison.span.start, comparison.span.end] = (each, comparison)
        if len(best) == ALIGNED:
            break
    found = sorted(best.values(), key=lambda pair: _order(pair[1]))
    if found and found[0][1].verdict == "exact":
        return [pair for pair in found if pair[1].verdict == "exact"]
    return _apart([pair for pair in found if pair[1].share >= 0.8 * found[0][1].share])


def _most_alike(near: Sequence[_Near], wanted: set[tuple[str, str]]) -> list[_Near]:
    """Those that share most pairs of words, the best first, without those far behind it."""
    shared = [len(wanted & set(zip(each.words.words, each.words.words[1:], strict=False))) for each in near]
    ranked = sorted(zip(shared, range(len(near)), strict=True), key=lambda pair: (-pair[0], pair[1]))
    return [near[number] for many, number in ranked if many >= FAR_BEHIND * ranked[0][0]]


def _reaches(near: _Near, source: int, start: int, end: int) -> bool:
    return near.source == source and near.words.starts[0] <= start and end <= near.words.ends[-1]


def _order(comparison: Comparison) -> tuple[bool, float, int]:
    return comparison.verdict != "exact", -comparison.share, len(comparison.differences)


def _apart(found: Found) -> Found:
    """Without those that overlap a better one in the same text."""
    kept: Found = []
    for near, comparison in found:
        rivals = (other.span for each, other in kept if each.source == near.source)
        if not any(rival and comparison.span and rival.overlaps(comparison.span) for rival in rivals):
            kept.append((near, comparison))
    return kept


def _pairs(quotation: Quotation) -> list[tuple[str, str]]:
    """Pairs of neighbouring words, those of the longest words where there are too many."""
    counted = Counter(pair for run in quotation.runs for pair in zip(run.words, run.words[1:], strict=False))
    return sorted(counted, key=lambda pair: -len(pair[0] + pair[1]))[:PAIRS]


def _look_into(rows: Iterable[object], around: int, most: int) -> list[_Near]:
    """Stretches with the words around them, without the furniture between paragraphs: two queries."""
    cut = list(rows.with_words(around)[:most])  # type: ignore[attr-defined]
    furniture: dict[int, list[Span]] = defaultdict(list)
    for source, start, end in Passage.objects.furniture_of({row[0] for row in cut}):
        furniture[source].append(Span(start, end))
    return [
        _Near(source, holds, fold(privacy.mask(text), skip=() if holds else furniture[source], offset=at))
        for source, _, _, holds, at, text in cut
    ]


def _show(found: Found, claim: Claim | None) -> list[Match]:
    """Each match with its source, its inspections and its surroundings: four queries."""
    keys = sorted({near.source for near, _ in found})
    if not keys:
        return []
    sources = {source.pk: source for source in Source.objects.with_keys(keys)}
    proofs: dict[int, list[tuple[int, int, int | None, int | None]]] = defaultdict(list)
    for source, start, end, inspection, statement in Evidence.objects.places_in(keys):
        proofs[source].append((start, end, inspection, statement))
    about: dict[int, list[int]] = defaultdict(list)
    for statement, inspection in Inspection.objects.pairs_with_statements(
        {each[3] for rows in proofs.values() for each in rows if each[3]}
    ):
        about[statement].append(inspection)
    chosen = [_inspections_at(comparison, proofs[near.source], about) for near, comparison in found]
    rows = Inspection.objects.with_keys({key for keys in chosen for key in keys})
    if claim and claim.authorities:
        rows = rows.with_authorities()
    inspections = {row.pk: row for row in rows}
    shown = []
    for (near, comparison), own in zip(found, chosen, strict=True):
        told = [inspections[key] for key in own if key in inspections]
        source = sources[near.source]
        attribution = judge(claim, source, told) if claim else None
        shown.append(_match(near, comparison, source, told, attribution))
    return shown


def _inspections_at(
    comparison: Comparison, proofs: Sequence[tuple[int, int, int | None, int | None]], about: dict[int, list[int]]
) -> list[int]:
    """What the statement that holds these words is about; else all that the source tells of."""
    span = comparison.span
    assert span
    own = {
        inspection
        for start, end, _, statement in proofs
        if statement and start is not None and start < span.end and span.start < end
        for inspection in about[statement]
    }
    return sorted(own or {inspection for _, _, inspection, _ in proofs if inspection})


def _match(
    near: _Near, comparison: Comparison, source: Source, told: Sequence[Inspection], attribution: Attribution | None
) -> Match:
    span = comparison.span
    assert span
    words, text = near.words, near.words.text
    begin, end = span.start - words.offset, span.end - words.offset
    before, after = text[max(0, begin - CONTEXT) : begin], text[end : end + CONTEXT]
    runs, at = [], span.start
    for run in comparison.spans if comparison.verdict == "exact" else (span,):
        if run.start > at:
            runs.append((text[at - words.offset : run.start - words.offset], False))
        runs.append((text[run.start - words.offset : run.end - words.offset], True))
        at = run.end
    return Match(
        source=source,
        span=span,
        comparison=replace(comparison, pieces=tuple(map(_cover, comparison.pieces))),
        before=_from_a_word(before) if begin > CONTEXT else before.lstrip(),
        text=text[begin:end],
        after=_to_a_word(after) if len(after) == CONTEXT else after.rstrip(),
        runs=tuple(runs),
        furniture=near.furniture,
        inspections=tuple(Told(i.ref, i.title, f"/inspections/{i.ref}/{i.slug}/") for i in told),
        attribution=attribution,
    )


def _cover(piece: Piece) -> Piece:
    """The held words are covered already; a number that was pasted is not repeated either."""
    return replace(piece, theirs=privacy.mask(piece.theirs))


def _from_a_word(text: str) -> str:
    return "… " + text.split(None, 1)[-1] if text.split() else ""


def _to_a_word(text: str) -> str:
    return text.rsplit(None, 1)[0] + " …" if text.split() else ""
