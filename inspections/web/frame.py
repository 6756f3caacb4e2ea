"""What all pages of a section share, drawn once for each edition: the head of the page, its foot, its icon; and a page
put into it. Only a page's own part is drawn for each visitor.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template import Context, Engine, Template, engines
from django.template.loader_tags import ExtendsNode
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from inspections.templatetags.directions import closed
from inspections.web.drawn import draw

SECTIONS = frozenset(
    f"/{name}/"
    for name in (
        "authorities", "inspections", "national", "statements", "sources", "quote-check", "search", "scales", "data",
        "about",
    )
)  # fmt: skip
MOST = 100  # parts that are kept: four for each section and edition
BASE, FRAME, MAIN = "base.html", "parts/frame.html", "main"
HOLE = SafeString(
    "\x00"
)  # where a page's own parts stand in the frame: what it is about, for whom shares it, its main part

_drawn: dict[Any, SafeString] = {}
_frames: dict[Any, list[str]] = {}
_mains: dict[tuple[str, str], Template | None] = {}


def draw_part(engine: Engine, template: str, path: str, edition: Any, day: Any) -> SafeString:
    """A part of the frame as the page at this path has it."""
    place = _place(path)
    key = template, place, _name(edition)
    if key not in _drawn or settings.DEBUG:
        if len(_drawn) >= MOST:
            _drawn.clear()
        context = Context({"path": place, "edition": edition, "edition_day": day})
        _drawn[key] = engine.get_template(template).render(context)
    return _drawn[key]


def draw_about(metadata: Any, site: str, careful: bool) -> SafeString:
    """Title, description and permanent address, of pages that have them."""
    title, description, path = (
        conditional_escape(closed(value) if careful else value)
        for value in ((metadata.full_title, metadata.description, metadata.path) if metadata else ("", "", ""))
    )
    place = conditional_escape(closed(site) if careful else site)
    canonical = f'<link rel="canonical" href="{place}{path}">' if path else ""
    written = f'<title>{title}</title>\n<meta name="description" content="{description}">\n{canonical}\n'
    return mark_safe(written)  # noqa: S308 (each value is escaped)


def draw_page(request: HttpRequest, name: str, context: dict[str, Any], using: str, careful: bool) -> str:
    """A page as its template says it, ``using`` one of the engines: its main part, and the frame around it."""
    main = _main_of(using, name)
    if main is None:
        page: str = engines[using].get_template(name).render(context, request)
        return page
    metadata, site = context["metadata"], context["site"]
    about, shared = draw_about(metadata, site, careful), draw("head", careful, metadata=metadata, site=site)
    before, style, head, after = _frame_of(request, using, context)
    drawn = main.render(Context({**context, "request": request}))
    return f"{before}{about}{style}{shared}{head}{drawn}{after}"


def _main_of(using: str, name: str) -> Template | None:
    """The main part of a page as a template of its own; None for what is more, or less, than that in the frame."""
    key = using, name
    if key not in _mains or settings.DEBUG:
        page = engines[using].get_template(name).template  # type: ignore[attr-defined]
        within = page.nodelist[0] if page.nodelist else None
        found = None
        if isinstance(within, ExtendsNode) and within.parent_name.var == BASE and set(within.blocks) == {MAIN}:
            found = copy(page)
            found.nodelist = within.blocks[MAIN].nodelist
        _mains[key] = found
    return _mains[key]


def _frame_of(request: HttpRequest, using: str, context: dict[str, Any]) -> list[str]:
    """What stands before, between and after a page's own parts."""
    edition = context["edition"]
    key = using, _place(request.path), _name(edition), context["style"]
    if key not in _frames or settings.DEBUG:
        if len(_frames) >= MOST:
            _frames.clear()
        shared = {"edition": edition, "edition_day": context["edition_day"], "style": context["style"]}
        whole = engines[using].get_template(FRAME).render({**shared, "hole": HOLE}, request)
        _frames[key] = whole.split(HOLE)
    return _frames[key]


def _place(path: str) -> str:
    """All pages at one place have the same frame."""
    section = path[: path.find("/", 1) + 1]
    section = section if section in SECTIONS else ""
    return section if path == section else f"{section}within"


def _name(edition: Any) -> tuple[Any, ...] | None:
    return (edition.number, edition.digest, edition.published) if edition else None
