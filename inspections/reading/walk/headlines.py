"""Headlines, which stand over a whole page, and headings, which stand over a part of it."""

from __future__ import annotations

from inspections.reading.document import Document
from inspections.reading.naming import Naming

_SHORT = 110  # characters; what stands above a headline is shorter


def is_headline(document: Document, heading: Naming) -> bool:
    """ "How Hampshire rescued the Island", below the name of a paper: does nothing but short lines stand above?"""
    above = (s for s in document.body if s.index < heading.segment.index)
    return not any(s.kind == "paragraph" and s.span.end - s.span.start > _SHORT for s in above)
