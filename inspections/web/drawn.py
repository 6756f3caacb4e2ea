"""What stands on a page fifty or five hundred times: rows of tables, grades, choices of filters, proofs of facts.

These are macros of ``templates/parts/drawn.jinja`` and ``brief.jinja``, drawn by Jinja2, which takes a fifth of the
time that Django's templates take for them; a page of Django's calls them by ``{% drawn "name" ... %}``. Jinja2 escapes
as Django does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache, partial
from typing import Any

from django.conf import settings
from django.template.defaultfilters import linebreaksbr
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from inspections.templatetags.directions import closed
from inspections.web import linked_data
from inspections.web.choices import Choice, Column, Facet, Offered
from inspections.web.known import service_name
from inspections.web.national_counts import Line
from inspections.web.shown.grades import GradeShown
from inspections.web.shown.inspections import InspectionRow
from inspections.web.shown.paragraphs import join_lines
from inspections.wording import day_in_words, thousands

MACROS = ("parts/drawn.jinja", "parts/brief.jinja")
MOST_KEPT = 4096  # of each thing that is drawn once
DROPPED = '<span class="vh"> (chosen; follow to drop this filter)</span>'
PUBLISHED = ' <span class="basis">published</span>'
KNOWN = {
    "derived": ' <span class="basis">worked out</span>',
    "candidates": ' <span class="basis">which is not stated</span>',
}  # how the day of an inspection is known where it is not stated
ENDED = "</span></a></li>"
NOTHING = '<span aria-hidden="true">·</span><span class="vh">none</span>'
_TO_ESCAPE = re.compile("[&<>\"']").search


def shorten(text: str, words: int) -> str:
    """The first words of a text; what is left out is marked as an editor marks it."""
    pieces = text.split()
    return " ".join(pieces) if len(pieces) <= words else f"{' '.join(pieces[:words])} […]"


def sentence(text: str) -> str:
    """With a capital first letter, the rest as it is: "SEND" stays."""
    return text[:1].upper() + text[1:]


def draw(name: str, careful: bool = False, **values: Any) -> SafeString:
    """One macro, as HTML; ``careful`` closes the directions of writing that each value opens (``closing``)."""
    return mark_safe(_macros(careful)[name](**values))  # noqa: S308 (escaped by Jinja2)


def service_words(kind: str) -> str:
    """The name of a kind of service within a sentence."""
    name = service_name(kind)
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def write_linked_data(things: Sequence[dict[str, Any]], site: str) -> SafeString:
    """A JSON-LD block: ``linked_data.write`` encodes every character that could end it."""
    return mark_safe(linked_data.write(things, site))  # noqa: S308


class _Plainly(CodeGenerator):
    """Reads ``row.url`` as Python does, and looks at a text once before it is escaped: most have nothing to escape."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (the name is Jinja’s)
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(f"environment.write({finalize.src or ''}")


def _write(value: Any) -> str:
    """A value as HTML, as ``markupsafe.escape`` gives it."""
    kind = type(value)
    if kind is str:
        return escape(value) if _TO_ESCAPE(value) else value
    return str(value) if kind is int or kind is Markup else escape(value)


def _address(url: str) -> str:
    """An address that ``filters.pair`` wrote, as HTML: it has quoted all else that would have to be escaped."""
    return url.replace("&", "&amp;")


class _Kept(dict[Any, Markup]):
    """What was drawn once in this process, by all that it shows."""

    def keep(self, key: Any, html: str) -> Markup:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[key] = Markup(html)  # noqa: S704 (escaped by Jinja2)
        return self[key]


_grades, _whens, _outcomes, _metas = _Kept(), _Kept(), _Kept(), _Kept()


def draw_grade(grade: GradeShown, big: bool = False) -> Markup:
    """A grade on its scale: the same wherever it is given."""
    key = grade.scale, grade.grade, grade.printed, big
    return _grades.get(key) or _grades.keep(key, _macros()["grade"](grade, big))


def draw_when(row: InspectionRow, careful: bool = False) -> Markup:
    """The date of a line: many lines of many lists have the same."""
    inspected, published = row.inspected, row.published
    key = (
        inspected and (inspected.words, inspected.basis, inspected.earliest is None),
        published and published.words,
        careful,
    )
    return _whens.get(key) or _whens.keep(key, _write_when(row, careful))


def _write_when(row: InspectionRow, careful: bool) -> str:
    """The date, and how it is known where it is not the stated day of the inspection."""
    if row.when is None:
        return '<span class="quiet">date not stated</span>'
    known = KNOWN.get(row.inspected.basis, "") if row.inspected else PUBLISHED
    if row.inspected and row.published and row.year_from_publication:
        known += f' <span class="basis">listed under {_label(row.published.words, careful)}, when published</span>'
    return f'<span class="date">{_label(row.when.words, careful)}</span>{known}'


def draw_outcome(row: InspectionRow, careful: bool = False) -> Markup:
    """The outcome of a line: most often one grade, or why there is none."""
    judgements = row.judgements
    if len(judgements) == 1 and judgements[0].overall:
        return draw_grade(judgements[0].grade)
    if row.outcome:
        return Markup(_macros(careful)["outcome"](row))  # noqa: S704 (escaped by Jinja2)
    judged = [
        (each.aspect, each.overall, each.grade.scale, each.grade.grade, each.grade.printed) for each in judgements
    ]
    key = tuple(judged), row.overall_absent, row.framework and row.framework.slug, careful
    return _outcomes.get(key) or _outcomes.keep(key, _macros(careful)["outcome"](row))


def draw_meta(row: InspectionRow, careful: bool = False) -> Markup:
    """What stands below the title of a line: kind, inspectorates, how many aspects were judged."""
    key = (
        row.provider and row.provider.kind,
        row.kind_words,
        tuple([each.name for each in row.inspectorates]),
        len(row.judgements) and len(row.aspects),
        careful,
    )
    return _metas.get(key) or _metas.keep(key, _macros(careful)["meta"](row))


def draw_rows(rows: Iterable[InspectionRow], careful: bool = False) -> Markup:
    """The lines of a list of inspections, written here like the choices of its filters."""
    lines = []
    for row in rows:
        authorities, when = row.authorities, row.inspected or row.published
        names = authorities[0].name if len(authorities) == 1 else row.authority_names or "Authority not stated"
        said = f", {_label(when.words, careful)}" if when else ""
        lines.append(
            f'<tr>\n<td class="when">{draw_when(row, careful)}</td>\n'
            f'<td><a class="main" href="{_write(row.url)}">{_label(names, careful)}: {_label(row.what, careful)}'
            f'<span class="vh">, {_label(row.kind_words, careful)}{said}</span></a>\n'
            f'<span class="meta">{draw_meta(row, careful)}</span></td>\n'
            f'<td class="outcome">{draw_outcome(row, careful)}</td>\n</tr>\n'
        )
    return Markup("".join(lines))  # noqa: S704 (each value is escaped)


def draw_facets(facets: Iterable[Facet], careful: bool = False) -> Markup:
    """The filters of a list with their choices: some thirty groups on a page."""
    drawn = []
    for facet in facets:
        name, note = _label(facet.name, careful), _label(facet.note, careful)
        drawn.append(
            f'<section class="facet" aria-labelledby="facet-{name}">\n'
            f'<h3 id="facet-{name}">{_label(facet.legend, careful)}</h3>'
        )
        drawn.append(f'\n<p class="note">{note}</p>\n' if note else "\n")
        for group in facet.groups:
            if group.name:
                address, words = _label(group.url, careful), _label(group.name, careful)
                drawn.append(f'<p class="group"><a href="{address}">{words}</a></p>')
            drawn.append(f"\n<ul>{draw_choices(group.choices, careful)}</ul>")
        if more := len(facet.more):
            choices = draw_choices(facet.more, careful)
            drawn.append(f"\n<details><summary>{more:,} more</summary><ul>{choices}</ul></details>\n</section>\n")
        else:
            drawn.append("\n\n</section>\n")
    return Markup("".join(drawn))  # noqa: S704 (each value is escaped)


def draw_choices(choices: Sequence[Choice], careful: bool = False) -> Markup:
    """Choices of a filter as items of a list: some hundred on a page, so they are written here."""
    if isinstance(choices, Offered):
        return _draw_offered(choices, careful)
    items = []
    for label, count, url, chosen in choices:
        address = url.replace("&", "&amp;")  # as ``_address`` does
        words = f'<span>{_label(label, careful)}</span> <span class="n">{count:,}</span>'
        if chosen:
            items.append(f'<li class="on"><a href="{address}" aria-current="true">{words}{DROPPED}</a></li>')
        else:
            items.append(f'<li><a href="{address}">{words}</a></li>')
    return Markup("".join(items))  # noqa: S704 (each value is escaped)


def _draw_offered(offered: Offered, careful: bool) -> Markup:
    """The same of values that an edition holds: of each only the number is new."""
    before, after = f'<li><a href="{_address(offered.before)}', _address(offered.after)
    column, counts = offered.column, offered.counts
    named, alone = column.drawn.get(careful) or _draw_column(column, careful)
    if after:
        pairs = column.pairs
        items = [f"{before}{pairs[at]}{after}{alone[at]}{counts[at]:,}{ENDED}" for at in offered.at]
    else:
        items = [f"{before}{named[at]}{counts[at]:,}{ENDED}" for at in offered.at]
    return Markup("".join(items))  # noqa: S704 (each value is escaped)


def _draw_column(column: Column, careful: bool) -> tuple[list[str], list[str]]:
    """Each value of a filter from its place in the address to its number, and from the end of the address."""
    alone = [f'"><span>{_label(label, careful)}</span> <span class="n">' for label in column.labels]
    named = [f"{pair}{rest}" for pair, rest in zip(column.pairs, alone, strict=True)]
    column.drawn[careful] = named, alone
    return named, alone


def draw_numbers(line: Line, careful: bool = False) -> Markup:
    """The numbers of a line of counts, its total last: some thousands on a page, so they are written here too."""
    cells = []
    for many, url, label in (*line.numbers, line.total):
        named = f' data-s="{_label(label, careful)}"' if label else ""
        if not many:
            shown = NOTHING
        elif url:
            shown = f'<a href="{_address(url)}">{many:,}</a>'
        else:
            shown = f'<span class="unlinked">{many:,}</span>'
        cells.append(f'<td class="num"{named}>{shown}</td>')
    return Markup("".join(cells))  # noqa: S704 (each value is escaped)


@lru_cache(8192)
def _label(words: str, careful: bool) -> str:
    return str(escape(closed(words) if careful else words))


class _Environment(Environment):
    code_generator_class = _Plainly
    write = staticmethod(_write)


@cache
def _macros(careful: bool = False) -> dict[str, Any]:
    environment = _Environment(
        loader=FileSystemLoader(settings.ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=settings.DEBUG,
        keep_trailing_newline=True,
        finalize=closed if careful else None,
    )
    environment.filters |= {
        "shorten": shorten,
        "sentence": sentence,
        "service_words": service_words,
        "thousands": thousands,
        "day": day_in_words,
        "in_lines": lambda text: linebreaksbr(join_lines(text)),
        "linked_data": write_linked_data,
    }
    environment.globals["draw_grade"] = draw_grade
    for draws in (draw_rows, draw_facets, draw_numbers, draw_when, draw_outcome):
        environment.globals[draws.__name__] = partial(draws, careful=careful)
    modules = (environment.get_template(name).module for name in MACROS)
    return {name: macro for module in modules for name, macro in vars(module).items() if not name.startswith("_")}
