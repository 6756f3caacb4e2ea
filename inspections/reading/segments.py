"""Paragraphs, bullets, headings, table rows and furniture of a text, as spans.

Furniture is what surrounds a text on the page that carried it: banners, menus, share links,
contact blocks, boilerplate. It is kept, marked, and never read for facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from inspections.reading import rules
from inspections.reading.furniture import BANNER, BOILERPLATE, CONTACT_BLOCK, OTHER_PAGES, is_furniture
from inspections.text import Span

BULLET = re.compile(
    r"[ \t]*(?:[•◦▪■◼●‣⁃\uf0b7\uf06e\uf0a7·]|\*(?!\*)|[-–](?=\s)|\d{1,2}[.)](?=\s)|\([a-z0-9]\)(?=\s))[ \t]*"
)
_LONGEST_SENTENCE = 1500
_WRAPPED_LINE = 45  # characters; a shorter line before a capital is one of its own


@dataclass(frozen=True, slots=True)
class Segment:
    """``kind``: heading, paragraph, bullet or row. ``heading`` and ``lead`` are indexes of the segments that
    stand above: the last heading, and for bullets and rows the line that introduces them."""

    index: int
    kind: str
    span: Span
    furniture: bool = False
    heading: int | None = None
    lead: int | None = None
    notes: bool = False  # inside notes to editors


@dataclass(frozen=True, slots=True)
class Sentence:
    span: Span
    segment: Segment
    position: int  # in its segment, from 0


def segment(text: str) -> tuple[Segment, ...]:
    """Cut ``text`` (legible) into segments in order; white space between them belongs to none."""
    found = [Segment(i, kind, span) for i, (kind, span) in enumerate(_heads_of_numbers(text, list(_cut(text))))]
    rules.foresee(text, [s.span for s in found])
    return tuple(_mark_furniture(text, _link(text, found)))


def _cut(text: str) -> Iterator[tuple[str, Span]]:
    block: list[Span] = []
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line or line.isspace():
            blank = True
        else:
            span = Span(start, at - 1).stripped(text)
            blank = span.end - span.start <= 2 and span.of(text).strip(">* ") == ""
        if not blank:
            block.append(span)
        elif block:
            yield from _cut_block(text, block)
            block = []
    yield from _cut_block(text, block)


def _cut_block(text: str, lines: list[Span]) -> Iterator[tuple[str, Span]]:
    """One run of lines without a blank: a wrapped paragraph, or lines that each stand alone."""
    if not lines:
        return
    widths = [x.end - x.start for x in lines]
    marked = [bool(BULLET.match(text, x.start, x.end) or _OF_A_YEAR.match(text, x.start, x.end)) for x in lines]
    items = [_ITEM.fullmatch(text, x.start, x.end) is not None for x in lines]
    rows = [_is_row(text, x) for x in lines]
    rows = [
        row and not (items[i] and not any(rows[max(0, i - 1) : i] + rows[i + 1 : i + 2])) for i, row in enumerate(rows)
    ]
    if sum(rows) > 1 and not all(rows):
        rows = [
            each or bool(_SPACED_CLOSE.fullmatch(text, x.start, x.end)) for each, x in zip(rows, lines, strict=True)
        ]
    for i in range(len(lines) - 1):
        if rows[i + 1] and not rows[i]:
            rows[i] = _COLUMN_HEADS.fullmatch(text, lines[i].start, lines[i].end) is not None
    widest = max(widths)
    wrapped = (
        len(lines) > 1
        and (60 if len(lines) < 3 else 45) <= widest <= 110
        and not any(rows)
        and not any(_OPENS.match(x.of(text)) for x in lines[1:])
        and (not _GRADE_ALONE.match(lines[-1].of(text)) or _RUNS_INTO.search(lines[-2].of(text)) is not None)
        and all(w >= widest * 0.6 or (i + 1 < len(lines) and marked[i + 1]) for i, w in enumerate(widths[:-1]))
    )
    broken = any(w >= _LONG_LINE and text[x.start].islower() for w, x in zip(widths, lines[1:], strict=False))
    room = widest if broken and widest <= _WIDEST else None
    current: Span | None = None
    kind = "paragraph"
    for i, line in enumerate(lines):
        joined = bool(i) and not rows[i - 1]
        alone = rows[i] or marked[i] or not (wrapped or (joined and _goes_on(text, lines[i - 1], line, room)))
        if alone or current is None:
            if current is not None:
                yield kind, current
            current = line
            kind = "row" if rows[i] else "bullet" if marked[i] else "paragraph"
            alone = len(lines) == 1 or (not wrapped and not _runs_on(text, line, lines, i, rows))
            if kind == "paragraph" and alone and _is_heading(text, line):
                kind = "heading"
        else:
            current = Span(current.start, line.end)
    if current is not None:
        yield kind, current


# "24  Annual children's services assessment": the number of an item and its title, with a tab between
_ITEM = re.compile(r"(?:Item\s+)?\d{1,3}(?:\.\d{1,2})?[.)]?\t+[A-Z][^\t|.!?;]{5,80}[^\s\t|.!?;:,\d]")


# "2023 – Ofsted inspection: good overall", "June 2024: full inspection, good": an entry of a timeline
_OF_A_YEAR = re.compile(
    r"(?:(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+)?(?:19|20)\d\d\s*(?:[–—:]|-(?=\s))\s+\S.{16}"
)
# a line that begins something of its own: a date, a byline
_OPENS = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+(?:19"
    r"|20)\d\d\W*$|(?:By|Posted|Published|Updated|Written|Reviewed|Compiled)\b"
)


# the lower of two stacked cells: a grade on a line of its own
_GRADE_ALONE = re.compile(
    r"\W*(?:outstanding|good|requires?\s+improvement(?:\s+to\s+be\s+good)?|inadequate|satisfactory|adequate"
    r"|exceptional|(?:strong|expected)\s+standard|needs\s+attention|urgent\s+improvement)\W*$",
    re.I,
)


# a line of a wrapped sentence whose last word is a grade: "... were graded requires improvement to be / good."
_RUNS_INTO = re.compile(
    r"(?:,|\b(?:be|being|been|as|is|are|was|were|to|an?|the|of|and|or|not|than|from|only|now|still|also|again|overall|remains?"
    r"|remained|requires?|judged|rated|graded|found|considered|awarded|given|received|became))$"
)


_MID_SENTENCE = re.compile(
    r"(?:,|\b(?:the|an?|of|and|or|in|on|at|to|by|for|from|with|that|which|who|is|are|was|were|be|been|has|have|had|its|their|our|as"
    r"|than|but|not|last|this|between|after|before|when|while|judged|rated|graded|found))$"
)
_LONG_LINE = 55  # characters; a shorter one that stands alone is a label or a name
_WIDEST = 100  # characters of the longest line of a wrapped text


def _goes_on(text: str, before: Span, line: Span, room: int | None) -> bool:
    """Does a long line break off in mid-sentence, to go on in the next?

    It does before a small letter, after a word that nothing ends with, and where the next word had no room.
    """
    width = before.end - before.start
    last = text[before.end - 1]
    if width >= _HALF_A_LINE and last.isalpha() and text[line.start].islower() and _opens_a_quotation(text, before):
        return True
    if width < _LONG_LINE or last in ".!?:;”’\"'|" or not (last.isalnum() or last in ",–—-)("):
        return False
    if _GRADE_ALONE.match(line.of(text)):
        return _RUNS_INTO.search(before.of(text)) is not None
    if text[line.start].islower() or _MID_SENTENCE.search(text, before.start, before.end):
        return True
    return room is not None and width + len(line.of(text).split()[0]) >= room


_HALF_A_LINE = 30  # characters of a quotation set in a narrow column


def _opens_a_quotation(text: str, line: Span) -> bool:
    """Does a line open with a quotation mark, and not close it?"""
    words = line.of(text)
    if words[0] == "“":
        return "”" not in words
    return words[0] == '"' and words.count('"') == 1


def _runs_on(text: str, line: Span, lines: list[Span], i: int, rows: list[bool]) -> bool:
    """A short line inside a block is no heading when the line before or after it is of the same make.

    Right above rows it is one: "Court disposals", and the grades of its parts below.
    """
    beside = [lines[j] for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    if i + 1 < len(lines) and rows[i + 1] and (not i or rows[i - 1] or _is_title(text, line, lines[:i])):
        return False
    return any(_is_heading(text, x) and not _DATED.search(x.of(text)) for x in beside)


_NAMES_AN_INSPECTION = re.compile(r"\b(?:inspection|visit|revisit|assessment)\s+(?:of|to|at)\s+\S", re.I)


def _is_title(text: str, line: Span, above: list[Span]) -> bool:
    """Does a line name an inspection, below no more than the names of those who made it?"""
    short = all(_is_heading(text, x) and x.end - x.start < _HALF_A_LINE for x in above)
    return short and _NAMES_AN_INSPECTION.search(line.of(text)) is not None


# "1. Plans were late": what an item of a list says, and no title
_SAYS = re.compile(r"(?<!^)\b(?:is|are|was|were|has|have|had|must|should|can|will)\b")
_NUMBERED = re.compile(r"(?P<n>\d{1,2})\.\s+(?P<title>[A-Z][^!?;]{1,106}[^\s.,!?:;])")


def _heads_of_numbers(text: str, found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """ "2. Court disposals", above "2.1 Assessment", or above a paragraph and before a "3.": a heading."""
    heads = {
        i: head
        for i, (kind, span) in enumerate(found)
        if kind == "bullet" and (head := _NUMBERED.fullmatch(text, span.start, span.end)) is not None
    }
    numbers: dict[int, set[int]] = {}  # above what stands in paragraphs of its own
    for i, head in heads.items():
        below = i + 1 < len(found) and found[i + 1][0] in ("paragraph", "row") and i + 1 not in heads
        if below and ". " not in head["title"] and not _SAYS.search(head["title"]):
            numbers.setdefault(int(head["n"]), set()).add(i)
    for i, head in heads.items():
        below = text.startswith(f"{head['n']}.1", found[i + 1][1].start) if i + 1 < len(found) else False
        n = int(head["n"])
        beside = any(j > i for j in numbers.get(n + 1, ())) or any(j < i for j in numbers.get(n - 1, ()))
        if below or (beside and i in numbers.get(n, ())):
            found[i] = "heading", found[i][1]
    return found


_DATED = re.compile(r"\b(?:19|20)\d\d\b|^(?:by|posted|published)\b", re.I)


def _is_row(text: str, line: Span) -> bool:
    words = line.of(text)
    if "\t" in words and (mark := BULLET.match(words)) is not None:
        words = words[mark.end() :]  # a tab between a mark and what it marks parts no cells
    if "\t" in words or " | " in words or words.count("|") >= 2:
        return True
    if len(words) >= 130:
        return False
    labelled = any(mark in words for mark in (":", "–", "—", "-", "...", ". . .")) and _LABEL.match(words)
    return bool(labelled or ("   " in words and _SPACED.match(words)))


# "Leadership and governance: Strong standard" and the like: a short label, a colon, a short value
_LABEL = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s+)?[A-Z](?:[^:?!.“”\"]|\.(?!\s+[A-Z])){2,90}?(?::|\s[–—-]|\s?\.{3,}|(?:\s\.){3,})\s+(?:(?:judged\s+|rated\s+"
    r"|graded\s+)?[‘'“\"]?(?:outstanding|good|requires?|inadequate|satisfactory|adequate|exceptional|strong"
    r"|expected|needs|urgent|met|not\s+met"
    r"|performs|significant|reasonable|insufficient|effective|ineffective|not\s+judged)\b[^.:?!]{0,40}"
    r"|(?:[^\s.?!]+\s+){0,3}[^\s.?!]{0,12}\d[^?!]{0,30})\.?$",
    re.I,
)
_MARKED_HEADING = re.compile(r"#{1,6}\s+[^\W_]")
# a label and its grade with nothing but space between: "The quality of teaching      Good"
_SPACED = re.compile(
    r"\S.{2,90}?\s{3,}(?:[1-4]\s*\()?(?:outstanding|good|requires?\s+improvement(?:\s+to\s+be\s+good)?|inadequate|satisfactory|adequate"
    r"|exceptional|(?:strong|expected)\s+standard|needs\s+attention|urgent\s+improvement|(?:not\s+)?met"
    r"|(?:significant|reasonable|insufficient)\s+progress|performs\s+\w+|(?:no|zero|one|two|three|[0-3])\s+stars?|(?:grade\s+)?[0-5])\W*$",
    re.I,
)
# the same line where the longest label of a table leaves little room: "Children with disabilities  Adequate"
_SPACED_CLOSE = re.compile(
    r"[A-Z][^.!?]{2,90}?\s{2,}(?:Outstanding|Good|Requires\s+improvement(?:\s+to\s+be\s+good)?|Inadequate|Satisfactory|Adequate|[0-5])$"
)
# what stands over the columns of such a table: "Authority     2009     2010", or the years alone
_HEAD = r"(?:(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?|[A-Z][a-z]+(?:\s[A-Za-z]+)?(?:\s(?:19|20)\d\d)?)"
_COLUMN_HEADS = re.compile(rf"{_HEAD}(?:\s{{3,}}{_HEAD}){{1,4}}")
_HEADING_END = re.compile(r"(?:[.;,:!”\"]|[.!?][’'])[¹²³⁴⁵⁶⁷⁸⁹†‡]{0,2}$")


def _is_heading(text: str, line: Span) -> bool:
    words = line.of(text)
    if words[0] == "#" and _MARKED_HEADING.match(words):
        return True
    if len(words) > 110 or _HEADING_END.search(words) or not rules.match(r"[A-Z‘“'\"\d\[]", words):
        return False
    return bool(rules.search(r"[A-Za-z]{3}", words)) and words.count(". ") < 1


def _link(text: str, found: list[Segment]) -> list[Segment]:
    """Give every segment its heading, and bullets and rows the line that introduces them."""
    out: list[Segment] = []
    heading: int | None = None
    lead: int | None = None
    notes = False
    for s in found:
        words = s.span.of(text)
        if s.kind == "heading":
            notes = bool(_NOTES.match(words))
            out.append(Segment(s.index, s.kind, s.span, False, heading, None, notes))
            heading = s.index
            lead = s.index
        elif s.kind == "paragraph":
            if _NOTES.match(words) and len(words) < 60:
                notes = True
            out.append(Segment(s.index, s.kind, s.span, False, heading, None, notes))
            lead = s.index if words.endswith((":", "-", "–")) else None
        else:
            out.append(Segment(s.index, s.kind, s.span, False, heading, lead, notes))
    return out


_NOTES = re.compile(r"(?:#+\s+)?notes? (?:to|for) editors?\b|editor'?s notes?\b", re.I)


def _mark_furniture(text: str, found: list[Segment]) -> list[Segment]:
    out: list[Segment] = []
    contact = told = begun = others = False
    banner = 0
    for s in found:
        words = s.span.of(text)
        short = words[:600]
        mark = is_furniture(short) if len(words) < 900 or s.notes else False
        mark = mark and not (_heads_columns(text, found, s) or _is_row_below(text, out, s))
        if s.kind == "heading" or len(words) < 80:
            if CONTACT_BLOCK.match(words):
                contact = told  # above what a page tells it is a line of its menu
            elif s.kind == "heading" and len(words.split()) > 3 and not rules.search(r"\d", words):
                contact = False
            if BANNER.match(words) and s.index < 6:
                banner = 3
            if begun and OTHER_PAGES.match(words):
                others = mark = True
        others = others and len(words) < _TELLS and "|" not in words and not _SENTENCES.search(words)
        mark = mark or others
        if contact and len(words) < 130:
            mark = True
        elif contact:
            contact = False
        if banner:
            banner -= 1
            if banner < 2 and s.kind == "heading" and not mark:
                banner = 0
            elif len(words) < 400:
                mark = True
        if s.notes and s.kind == "bullet" and BOILERPLATE.search(words):
            mark = mark or not rules.search(r"\b(?:took place|inspected|visited|carried out)\b", words)
        begun = begun or (
            not mark and s.kind == "paragraph" and len(words) >= _BEGINS and _SENTENCES.search(words) is not None
        )
        told = told or (not mark and len(words) >= _TELLS)
        out.append(replace(s, furniture=True) if mark else s)
    return out


_SENTENCES = re.compile(r"[.!?][”’\"']?(?:\s+[A-Z]|$)")  # no list of headlines goes on in sentences
_BEGINS = 60  # characters of a paragraph below which a page has begun to tell
_TELLS = 130  # characters; so long a paragraph that is no furniture is what the page was made for


def _heads_columns(text: str, found: list[Segment], s: Segment) -> bool:
    """ "Judgement | 2018 | 2015", right above a row of as many cells: no path to a page."""
    below = found[s.index + 1] if s.index + 1 < len(found) else None
    if s.kind != "row" or below is None or below.kind != "row" or text[s.span.end : below.span.start].count("\n") > 1:
        return False
    cells, words = s.span.of(text).count("|"), below.span.of(text)
    return cells > 1 and words.count("|") == cells and not is_furniture(words[:600])


def _is_row_below(text: str, above: list[Segment], s: Segment) -> bool:
    """ "Nottingham | Good | Good", right below a row of as many cells that is one of a table."""
    last = above[-1] if above else None
    if s.kind != "row" or last is None or last.kind != "row" or last.furniture:
        return False
    near = text[last.span.end : s.span.start].count("\n") <= 1
    return near and s.span.of(text).count("|") == last.span.of(text).count("|") > 1


_STOP = re.compile(
    r"[.!?\n](?:(?<!\n)(?:[”’\"')\]]{0,3}(?:\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹†‡*]{1,2})?(?=\s+[“”‘\"'(\[]?[A-Z0-9“‘■•])|[”’\"')\]]{0,3}(?=\s*\n\s*))"
    r"|(?<=\n)(?=\s*[“‘\"'”’]?[A-Z]))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|Cllr|Cllrs|Hon|No|Nos|vs|e\.g|i\.e|etc|approx|Sgt|Supt|Insp)|\b[A-Z]"
    r"|\bpp?)\.$"
)


def sentences(text: str, segment_: Segment) -> Iterator[Sentence]:
    """The sentences of one segment; a very long run without a stop is cut at spaces, so that no one is unbounded."""
    start = segment_.span.start
    bullet = BULLET.match(text, start, segment_.span.end) if segment_.kind == "bullet" else None
    if bullet:
        start = bullet.end()
    position = 0
    for cut in _cuts(text, start, segment_.span.end):
        piece = Span(start, cut).stripped(text)
        while piece.end - piece.start > _LONGEST_SENTENCE:
            at = text.rfind(" ", piece.start + 1, piece.start + _LONGEST_SENTENCE)
            at = at if at > piece.start else piece.start + _LONGEST_SENTENCE
            yield Sentence(Span(piece.start, at), segment_, position)
            position += 1
            piece = Span(at, piece.end).stripped(text)
        if piece.end > piece.start:
            yield Sentence(piece, segment_, position)
            position += 1
        start = cut


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    for m in _STOP.finditer(text, start, end):
        if m.group() == "\n" and m.start() - text.rfind("\n", start, m.start()) > _WRAPPED_LINE:
            continue  # a line as long as its neighbours: wrapped, whatever word the next begins with
        at = m.start() + (text[m.start()] != "\n")  # after the stop
        if "." not in text[at - 2 : at] or not _ABBREVIATION.search(text, max(start, at - 8), at):
            yield m.end()
    yield end
