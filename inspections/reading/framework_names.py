"""The service that a framework called by its name is for: "ILACS", "the single inspection"."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.lexicon import Lexicon, tokens
from inspections.reading.naming import Naming, Noted
from inspections.reading.visits import visits
from inspections.text import Span

_FRAMEWORKS: dict[int, tuple[Catalogue, Lexicon[str]]] = {}


def by_framework_name(catalogue: Catalogue, text: str, span: Span) -> Noted | None:
    """The service of the one framework that a stretch calls by its name."""
    found = list(_frameworks(catalogue).find(tokens(text, span)))
    services = {value for hit in found for value in hit.values}
    return Noted(found[0].span, services.pop()) if len(services) == 1 else None


def behind_a_stop(catalogue: Catalogue, text: str, named: Naming, at: int) -> Noted | None:
    """ "Looked after children, 2012, adequate; single inspection, 2016, good": its service, and not the one before."""
    stop = text.rfind(";", named.span.start, at)
    if stop < 0 or any(service.span.start > stop for service in named.services):
        return None
    ends = text.find(";", at, named.span.end)
    return by_framework_name(catalogue, text, Span(stop + 1, ends if ends > 0 else named.span.end))


def _frameworks(catalogue: Catalogue) -> Lexicon[str]:
    """The names of frameworks, and the first service that each is for; "monitoring visit" is of many."""
    held = _FRAMEWORKS.get(id(catalogue))
    if held is None:
        made = Lexicon(
            (name, f.services[0])
            for f in catalogue.frameworks.values()
            for name in f.names
            if all(v.kind == "unstated" for v in visits(name, Span(0, len(name)), catalogue))
        )
        held = _FRAMEWORKS[id(catalogue)] = (catalogue, made)
    return held[1]
