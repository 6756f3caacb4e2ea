"""What a visitor looks for, and what is shown of each thing found: the words in their place, marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django import forms

from inspections import privacy
from inspections.catalogue import Authority
from inspections.fulltext import PREFIX, Query, plain_key
from inspections.models import Entry
from inspections.quotes import Folded, fold
from inspections.web.facets import Asks
from inspections.web.filters import (
    Choices,
    Question,
    RepeatedField,
    WordsField,
    authority_choices,
    of_choice,
    of_field,
    one_year,
    service_choices,
)
from inspections.web.known import the_catalogue
from inspections.wording import when_in_words

KINDS = {
    "passage": "passage", "statement": "statement", "inspection": "inspection", "authority": "authority",
    "provider": "inspection of a provider",
}  # fmt: skip
MOST_WORDS = 24  # of one question
SNIPPET = 44  # words shown of a thing found
LEAD = 10  # of them before the first word that was looked for
MOST_BEST = 5
LEAST_PREFIX = 3  # letters of a name that lead to it
MARKS = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'))


def read_query(text: str) -> Query:
    """Words that must all be there, those between quotation marks in a row; ``*`` ends the beginning of a word."""
    parts: list[tuple[str, ...]] = []
    for number, chunk in enumerate(text.translate(MARKS).split('"')):
        for piece in [chunk] if number % 2 else chunk.split():
            words = fold(piece).words
            keys = [key for key in map(plain_key, words) if key]
            if keys and piece.rstrip().endswith(PREFIX):
                keys[-1] += PREFIX
            if keys:
                parts.append(tuple(keys))
    return Query(tuple(dict.fromkeys(parts)))


class SearchField(WordsField):
    """Words to look for; nothing that is typed here is a syntax error."""

    def clean(self, value: Any) -> Query | None:
        text: str = super().clean(value)
        if not text:
            return None
        query = read_query(text)
        if not query.parts:
            raise forms.ValidationError("There is no word in this.")
        if sum(map(len, query.parts)) > MOST_WORDS:
            raise forms.ValidationError(
                f"Ask for at most {MOST_WORDS} words; a whole sentence goes into the quote check."
            )
        return query


def kind_choices() -> Choices:
    return list(KINDS.items())


class SearchQuestion(Question):
    q = of_field(SearchField, "saying")
    kind = of_choice("of_kind", kind_choices)
    authority = of_choice("about_authority", authority_choices)
    service = of_choice("about_service", service_choices)
    publisher = of_field(WordsField, "by_publisher")
    year = of_field(RepeatedField, "in_years", each=one_year)

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
class Best:
    """An authority whose name was typed."""

    name: str
    url: str
    note: str


def name_authorities(text: str) -> tuple[Best, ...]:
    """Authorities of this name, past or present; else those whose name begins so."""
    wanted = _keys(text)
    if not wanted:
        return ()
    exact, begun = [], []
    for authority, name, known_as in _authority_names():
        if wanted in known_as:
            exact.append(authority)
        elif len(wanted) >= LEAST_PREFIX and name.startswith(wanted):
            begun.append(authority)
    chosen = sorted(exact or begun, key=lambda authority: authority.name)[:MOST_BEST]
    return tuple(
        Best(a.name, f"/authorities/{a.slug}/", f"{a.kind}, until {a.closed.year}" if a.closed else a.kind)
        for a in chosen
    )


@cache
def _authority_names() -> tuple[tuple[Authority, str, frozenset[str]], ...]:
    """Each authority with its name as searches compare it, and with all its names and codes."""
    found = []
    for authority in the_catalogue().authorities.values():
        names = [_keys(name) for name in (authority.name, authority.official_name, *authority.other_names)]
        codes = {authority.gss.lower(), authority.dfe.lower(), *(code.lower() for code, _, _ in authority.gss_codes)}
        found.append((authority, names[0], frozenset({*names, *codes} - {""})))
    return tuple(found)


def _keys(text: str) -> str:
    return " ".join(filter(None, map(plain_key, fold(text).words)))


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
