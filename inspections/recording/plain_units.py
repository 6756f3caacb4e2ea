"""What the digest hashes of plain inspections: pasted together, as bytes, of what each of their entries comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from inspections.evidence import ROW
from inspections.reading.columns import LONG_REF
from inspections.recording.inserting import write_json
from inspections.recording.plain_entries import (
    AFTER_CELLS,
    Came,
    Dated,
    Extra,
    extra_columns,
    following,
    in_json,
    published_as,
    years_shown,
)
from inspections.recording.rows import canonical

if TYPE_CHECKING:
    from inspections.recording.plain import Plain

SLUG = 120
REMEMBERED = 1 << 16  # pairs of entries of which something is not worked out again
NONE = (None, None, None)

Pieces = tuple[bytes, ...]


def units_of(
    plain: Plain, sources: Mapping[int, str], services: Mapping[int, tuple[str, str]]
) -> Iterator[tuple[bytes, bytes]]:
    """The id of each, and what ``digests`` hashes of it. ``sources`` and ``services``: what their keys stand for."""
    pieces_of = _pair_teller(plain, services)
    names_of = _names_teller(plain)
    inspected = [_date_pieces(each, (each.name, each.slug)) for each in plain.inspected]
    published = [_date_pieces(each, published_as(each)) for each in plain.published]
    named = [bool(each.name) for each in plain.inspected]
    years = [[years_shown(each, True) for each in side] for side in plain.dates]
    when = [[in_json(each).encode() if each else b"" for each in side] for side in years]
    none = in_json(NONE).encode()
    extra = [_extra_pieces(each) for each in plain.extra]
    came = [_came_pieces(each, canonical(sources[plain.source])) for each in plain.came]
    pairs: dict[tuple[int, int], Pieces] = {}
    told_by: dict[tuple[int, int], bytes] = {}
    refs, places = plain.refs.encode(), plain.places
    groups = (places[group] for group in ("who", "origin", "what", "inspected", "published", "extra"))
    begins = range(0, len(refs), LONG_REF)
    for at, row, j, a, o, b, c, d, x in zip(begins, plain.numbers, plain.coming, *groups, strict=True):
        pair = pairs.get((a, b))
        if pair is None:
            pair = pairs[a, b] = pieces_of(a, b)
        names = told_by.get((a, o))
        if names is None:
            if len(told_by) >= REMEMBERED:
                told_by.clear()
            names = told_by[a, o] = names_of(a, o)
        slug, title, what, about, what_told = pair
        day_slug, day, dated, dated_told = inspected[c]
        other_slug, other, printed, printed_told = published[d]
        if not named[c]:
            day_slug, day = other_slug, other
        absent, judged, came_told = came[j]
        more, more_told = extra[x]
        whole = slug + day_slug
        if len(whole) > SLUG:
            whole = whole[:SLUG].rstrip(b"-")
        ref = refs[at : at + LONG_REF]
        yield ref, b"".join((
            b'["inspection",["', ref, b'","', whole, title, day, what, dated, printed,
            when[0][c] or when[1][d] or none, absent, more, about, judged, b"%d,[],[" % row,
            names, what_told, dated_told, printed_told, more_told, came_told,
        ))  # fmt: skip


def _pair_teller(plain: Plain, services: Mapping[int, tuple[str, str]]) -> Callable[[int, int], Pieces]:
    """What writes the pieces of the authorities and the subject of an inspection, by the places of both entries."""
    who = [(each.slug, in_json([each.name])[:-1]) for each in plain.who]
    whats = [(each.slug, in_json([each.name])[1:-1], in_json(each.columns)) for each in plain.what]
    crews = [canonical(list(each.inspectorates)) for each in plain.what]
    told = [following(each.told).encode() for each in plain.what]

    def write(a: int, b: int) -> Pieces:
        (slug, name), (what_slug, what_name, columns) = who[a], whats[b]
        pairs = [(one, plain.what[b].kind) for one in plain.who[a].authorities]
        home = canonical([services[plain.services[each]] for each in pairs])
        texts = (
            f"{slug}-{what_slug}-", f'",{name}: {what_name}, ', f",{columns},", f'],"","",{home},{crews[b]},',
        )  # fmt: skip
        return (*(text.encode() for text in texts), told[b])

    return write


def _names_teller(plain: Plain) -> Callable[[int, int], bytes]:
    """What writes the claims of the authorities, each ended by the cells of the origin, by the places of both."""
    who = told_before_cells(plain)
    origins = told_of_origins(plain)

    def write(a: int, o: int) -> bytes:
        return ",".join([each + origins[o] for each in who[a]]).encode()

    return write


def told_before_cells(plain: Plain) -> list[list[str]]:
    """The claims of each entry of authorities, without the end of their cells, for the origin's to follow."""
    return [[write_json(told)[: -len(AFTER_CELLS)] for told in each.told] for each in plain.who]


def told_of_origins(plain: Plain) -> list[str]:
    return ["".join(f",{write_json(cell)}" for cell in cells) + AFTER_CELLS for cells in plain.origins]


def _date_pieces(dated: Dated, named: tuple[str, str]) -> Pieces:
    """How a date stands in a slug, in a title, in its columns, and the claims of it."""
    name, slug = named
    return slug.encode(), in_json([name])[1:].encode(), f"{in_json(dated.columns)},".encode(), _told(dated.told)


def _extra_pieces(extra: Extra) -> Pieces:
    outcome, _, _, *rest = extra_columns(extra, False)  # without the keys of other inspections
    return f",{in_json([outcome, *rest])}".encode(), _told(extra.told)


def _came_pieces(came: Came, source: str) -> Pieces:
    judged = canonical([came.judgement] if came.judgement else [])
    position = "0" if came.judgement else "null"
    return (
        f",{canonical(came.absent)}".encode(),
        f'{judged},[[{source},{position},"{ROW}","",0,null,null,"",'.encode(),
        _told(came.told) + b"]]]]",
    )


def _told(told: Sequence[list[Any]]) -> bytes:
    return following(told).encode()
