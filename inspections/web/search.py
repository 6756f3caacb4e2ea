"""What a visitor looks for, and what is shown of each thing found: the words in their place, marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from inspections import privacy
from inspections.fulltext import PREFIX, Query, plain_key
from inspections.models import Entry
from inspections.quotes import Folded, fold
from inspections.web.facets import Asks
from inspections.web.fields import (
    Choices,
    RepeatedField,
    SearchField,
    WordsField,
    authority_choices,
    of_choice,
    of_field,
    one_year,
    service_choices,
)
from inspections.web.found import Found, choose, count
from inspections.web.question import TOTAL, Question
from inspections.wording import when_in_words

KINDS = {
    "passage": "passage", "statement": "statement", "inspection": "inspection", "authority": "authority",
    "provider": "inspection of a provider",
}  # fmt: skip
SNIPPET = 44  # words shown of a thing found
LEAD = 10  # of them before the first word that was looked for


def kind_choices() -> Choices:
    return list(KINDS.items())


class SearchQuestion(Question):
    tells_whole = False  # all that could be found is a number that says nothing, and takes long to count
    q = of_field(SearchField, "saying")
    kind = of_choice("of_kind", kind_choices)
    authority = of_choice("about_authority", authority_choices)
    service = of_choice("about_service", service_choices)
    publisher = of_field(WordsField, "by_publisher")
    year = of_field(RepeatedField, "in_years", each=one_year)
    found: Sequence[Found] | None = None  # all that the words find, best first, where they find few enough to be ranked
    is_part = False  # ``found`` is only what every filter asks for: nothing is known of their other choices

    def chosen(self, *aside: str) -> Sequence[Found]:
        """Those found that every filter but these asks for."""
        given = self.form.cleaned_data.items()
        others = ("q", "page", *aside)
        return choose(self.found or (), [(name, value) for name, value in given if value and name not in others])

    def tally(self, asks: Iterable[Asks]) -> list[tuple[str, str, str, int]]:
        """The same answer without a query where all that was found is at hand."""
        if self.found is None:
            return super().tally(asks)
        told = [(TOTAL, "", "", len(self.chosen()))]
        for facet in asks:
            if self.is_part and facet.name in self.given():
                continue
            counted = count(self.chosen(*facet.aside), facet.name)
            told += [(facet.name, first, second, many) for (first, second), many in counted.items()]
        return told

    class Meta:
        model = Entry
        fields: list[str] = []


ASKS = (
    Asks("kind", "Kind", "kind"),
    Asks("authority", "Authority", "about__authority__slug"),
    Asks("service", "Service", "about__kind"),
    Asks("year", "Year", "first_year", "last_year", note="Of an inspection, or of when the words were published."),
    Asks("publisher", "Publisher", "publisher"),
)


@dataclass(frozen=True)
class Hit:
    """One thing found."""

    kind: str
    ref: str
    title: str
    url: str
    parts: tuple[tuple[str, bool], ...]  # words in context, those looked for marked
    who: str = ""
    when: str = ""
    withdrawn: bool = False
    place: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.parts)


def show_hits(entries: Sequence[Any], query: Query | None) -> tuple[Hit, ...]:
    return tuple(_show(entry, query) for entry in entries)


def _show(entry: Any, query: Query | None) -> Hit:
    if entry.kind == "authority":
        slug, names = entry.authority__slug, ", ".join([entry.authority__official_name, *entry.authority__other_names])
        words = mark_words(names, query)
        return Hit("authority", slug, entry.authority__name, f"/authorities/{slug}/", words, entry.authority__kind)
    if entry.kind in ("inspection", "provider"):
        ref, edtf = entry.inspection__ref, entry.inspection__inspected_edtf or entry.inspection__published_edtf
        url = f"/inspections/{ref}/{entry.inspection__slug}/"
        words = mark_words(privacy.mask(entry.inspection__outcome), query)
        return Hit(entry.kind, ref, entry.inspection__title, url, words, when=_when(edtf))
    if entry.kind == "statement":
        ref, who = entry.statement__ref, ", ".join(filter(None, [entry.statement__role, entry.statement__organisation]))
        words = mark_words(privacy.mask(entry.statement__text), query)
        when = _when(entry.statement__said_edtf)
        return Hit("statement", ref, "", f"/statements/{ref}/", words, who, when, entry.withdrawn)
    ref, place = entry.source__ref, f"{entry.start}-{entry.end}"
    text = privacy.mask_slice(entry.words_around, entry.start - entry.words_from, entry.end - entry.start)
    return Hit(
        "passage", ref, entry.source__title or entry.source__file,
        f"/sources/{ref}/{entry.source__slug}/?words={place}#p{place}", mark_words(text, query),
        entry.source__publisher, _when(entry.source__published_edtf), entry.withdrawn, (entry.start, entry.end),
    )  # fmt: skip


@lru_cache(8192)
def _when(edtf: str) -> str:
    return when_in_words(edtf) if edtf else ""


def mark_words(text: str, query: Query | None) -> tuple[tuple[str, bool], ...]:
    """The part of a text where most of the words stand, those words marked."""
    words = fold(text)
    if not words.words:
        return ((text.strip(), False),) if text.strip() else ()
    marked = _marked(words, query.parts if query else ())
    first = _best_start(marked, len(words.words))
    last = min(len(words.words), first + SNIPPET)
    at = words.starts[first] if first else 0
    out: list[tuple[str, bool]] = [("… ", False)] if first else []
    n = first
    while n < last:
        end = n + 1
        if n in marked:
            while end < last and end in marked and end - 1 in marked:
                end += 1
            out += [(text[at : words.starts[n]], False), (text[words.starts[n] : words.ends[end - 1]], True)]
            at = words.ends[end - 1]
        n = end
    rest = text[at : words.ends[last - 1]] + " …" if last < len(words.words) else text[at:]
    out.append((rest.rstrip(), False))
    return tuple((piece, is_marked) for piece, is_marked in out if piece)


def _marked(words: Folded, parts: Iterable[tuple[str, ...]]) -> set[int]:
    """The numbers of the words that were looked for; of words in a row only where they stand in a row."""
    keys = [plain_key(word) for word in words.words]
    marked: set[int] = set()
    for part in parts:
        for n in range(len(keys) - len(part) + 1):
            if all(_is(keys[n + m], wanted) for m, wanted in enumerate(part)):
                marked.update(range(n, n + len(part)))
        if len(part) == 1:
            for n in words.joined:
                if _is(keys[n] + keys[n + 1], part[0]):
                    marked |= {n, n + 1}
    return marked


def _is(key: str, wanted: str) -> bool:
    return key.startswith(wanted[:-1]) if wanted.endswith(PREFIX) else key == wanted


def _best_start(marked: set[int], size: int) -> int:
    """The first word to show, so that most of the marked ones are shown."""
    if size <= SNIPPET or not marked:
        return 0
    starts = sorted(marked)
    best = max(starts, key=lambda n: (sum(1 for m in starts if n <= m < n + SNIPPET - LEAD), -n))
    return max(0, min(best - LEAD, size - SNIPPET))
