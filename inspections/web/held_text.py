"""A held text as a page shows it: its own paragraphs, with every proven passage marked and addressable.

Proofs overlap: a sentence may prove a grade while its first word proves the inspectorate. Each proof is
one element when it lies whole within one paragraph and inside or outside its neighbours. A proof that
crosses another, or runs on into the next paragraph, is cut in pieces: the first piece carries the
address, all carry the same thread number, and a rule of the style sheet joins them within their block.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

NOTHING = SafeString()
THREADS = 24  # how many cut proofs one block can tell apart; the style sheet has a rule for each


@dataclass(frozen=True)
class Fact:
    """What a passage proves, in words, and the page that shows it."""

    words: str
    url: str
    about: str
    quiet: bool = False


@dataclass(frozen=True)
class Mark:
    """A proven passage: where it stands, its number on the page, and what it proves."""

    start: int
    end: int
    facts: tuple[Fact, ...]
    number: int = 0
    thread: int | None = None  # set when it is cut in pieces

    @property
    def anchor(self) -> str:
        return f"p{self.start}-{self.end}"

    @property
    def named_facts(self) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
        """What it proves, each kind of fact once with all the things it is a fact of."""
        grouped: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            grouped[fact.words].append(fact)
        return tuple((words, tuple(facts)) for words, facts in grouped.items())

    @property
    def is_quiet(self) -> bool:
        """Only a place where something is spoken of: addressable, and not underlined."""
        return all(fact.quiet for fact in self.facts)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading, bullet or table row of the text, or what stands between two of them."""

    start: int
    end: int
    furniture: bool = False
    heading: bool = False
    number: str = ""
    page: int | None = None
    html: SafeString = NOTHING
    marks: tuple[Mark, ...] = ()  # those that begin here


@dataclass(frozen=True)
class Block:
    """Paragraphs that a proof runs across; nearly always one paragraph."""

    paragraphs: tuple[Paragraph, ...]
    page: int | None = None  # set where a new page begins
    furniture: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for paragraph in self.paragraphs for mark in paragraph.marks)


@dataclass
class _Piece:
    """A run of characters of one mark within one paragraph, with the pieces inside it."""

    mark: Mark
    start: int
    end: int
    first: bool
    inside: list[_Piece] = field(default_factory=list)


def lay_out(text: str, paragraphs: Iterable[Paragraph], proofs: Iterable[tuple[int, int, Fact]]) -> tuple[Block, ...]:
    """The text as blocks in reading order, every proof marked."""
    whole = _fill_gaps(text, sorted(paragraphs, key=lambda p: (p.start, p.end)))
    marks = _number(proofs)
    blocks: list[Block] = []
    page: int | None = None
    for group in _joined(whole, marks):
        here = [m for m in marks if group[0].start <= m.start < group[-1].end]
        drawn = _draw(text, group, here)
        if not any(text[p.start : p.end].strip() for p in drawn):
            continue
        first_page = drawn[0].page
        blocks.append(Block(tuple(drawn), first_page if first_page != page else None, all(p.furniture for p in drawn)))
        page = drawn[-1].page
    return tuple(blocks)


def _number(proofs: Iterable[tuple[int, int, Fact]]) -> list[Mark]:
    """One mark for each distinct passage, numbered in reading order, the wider first."""
    facts: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    for start, end, fact in proofs:
        if start < end and fact not in facts[start, end]:
            facts[start, end].append(fact)
    spans = sorted((span for span in facts if span[0] < span[1]), key=lambda span: (span[0], -span[1]))
    return [Mark(start, end, tuple(facts[start, end]), number) for number, (start, end) in enumerate(spans, 1)]


def _fill_gaps(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs that cover the text from first to last character, none overlapping."""
    whole: list[Paragraph] = []
    at = 0
    for paragraph in paragraphs:
        if paragraph.end <= at:
            continue
        if paragraph.start > at:
            whole.append(Paragraph(at, paragraph.start, page=paragraph.page))
        whole.append(replace(paragraph, start=max(at, paragraph.start)))
        at = paragraph.end
    if at < len(text):
        whole.append(Paragraph(at, len(text), page=whole[-1].page if whole else None))
    return whole


def _joined(paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> list[list[Paragraph]]:
    """Paragraphs in groups, so that no mark leaves its group."""
    groups: list[list[Paragraph]] = []
    reach = -1
    for paragraph in paragraphs:
        if paragraph.start < reach:
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
        inside = (mark.end for mark in marks if paragraph.start <= mark.start < paragraph.end)
        reach = max(reach, *inside, -1)
    return groups


def _draw(text: str, group: Sequence[Paragraph], marks: Sequence[Mark]) -> list[Paragraph]:
    """The paragraphs of a group with their marked text."""
    laid = [_nest(paragraph, marks) for paragraph in group]
    pieces: dict[int, int] = defaultdict(int)
    for roots in laid:
        for piece in _walk(roots):
            pieces[piece.mark.number] += 1
    cut = [number for number, many in sorted(pieces.items()) if many > 1]
    threads = {number: thread % THREADS for thread, number in enumerate(cut)}
    drawn = []
    for paragraph, roots in zip(group, laid, strict=True):
        begun = tuple(
            replace(m, thread=threads.get(m.number)) for m in marks if paragraph.start <= m.start < paragraph.end
        )
        html = mark_safe(_write(text, paragraph.start, paragraph.end, roots, threads))  # noqa: S308 (every character is escaped in _write)
        drawn.append(replace(paragraph, html=html, marks=begun))
    return drawn


def _nest(paragraph: Paragraph, marks: Sequence[Mark]) -> list[_Piece]:
    """The pieces of a paragraph as a tree: each inside the one that holds it, cut where they cross."""
    waiting = sorted(
        (
            _Piece(mark, max(mark.start, paragraph.start), min(mark.end, paragraph.end), mark.start >= paragraph.start)
            for mark in marks
            if mark.start < paragraph.end and mark.end > paragraph.start
        ),
        key=_order,
        reverse=True,
    )
    roots: list[_Piece] = []
    open_pieces: list[_Piece] = []
    while waiting:
        piece = waiting.pop()
        while open_pieces and open_pieces[-1].end <= piece.start:
            open_pieces.pop()
        if open_pieces and piece.end > open_pieces[-1].end:
            rest = _Piece(piece.mark, open_pieces[-1].end, piece.end, first=False)
            piece.end = open_pieces[-1].end
            waiting.append(rest)
            waiting.sort(key=_order, reverse=True)
        (open_pieces[-1].inside if open_pieces else roots).append(piece)
        open_pieces.append(piece)
    return roots


def _order(piece: _Piece) -> tuple[int, int, int]:
    return piece.start, -piece.end, piece.mark.number


def _walk(pieces: Iterable[_Piece]) -> Iterable[_Piece]:
    for piece in pieces:
        yield piece
        yield from _walk(piece.inside)


def _write(text: str, start: int, end: int, pieces: Sequence[_Piece], threads: dict[int, int]) -> str:
    """The characters from start to end, escaped, with the pieces as elements around theirs."""
    out: list[str] = []
    at = start
    for piece in pieces:
        out.append(conditional_escape(text[at : piece.start]))
        thread = threads.get(piece.mark.number)
        names = "m q" if piece.mark.is_quiet else "m"
        if thread is not None:
            names += f" t{thread} x{thread}" if piece.first else f" t{thread}"
        address = f' id="{piece.mark.anchor}"' if piece.first else ""
        out.append(
            f'<span class="{names}"{address}>{_write(text, piece.start, piece.end, piece.inside, threads)}</span>'
        )
        at = piece.end
    out.append(conditional_escape(text[at:end]))
    return "".join(out)
