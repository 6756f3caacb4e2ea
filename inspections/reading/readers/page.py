"""A page of a council or of a local area: news, a notice, a page kept for the record."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.forms import form
from inspections.reading.prose import Family, read_prose

KIND = "web page"
_OWN_COUNCIL = re.compile(r"\bcouncil\b", re.I)


def recognises(document: Document) -> bool:
    return form(document) == "page"


def read(document: Document, catalogue: Catalogue) -> Reading:
    """The page of a council speaks for it; a page that names no council speaks for nobody it names."""
    publisher = document.held.sidecar.publisher_kind
    council = publisher == "council" or (publisher is None and bool(_OWN_COUNCIL.search(document.text)))
    voice = "council" if council else "local-area"
    kind = "council page" if council else "page of a local area"
    return read_prose(document, catalogue, Family(kind, "page", voice))
