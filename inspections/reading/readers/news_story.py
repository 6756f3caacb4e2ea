"""A story in a newspaper or on a news site."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.forms import form
from inspections.reading.prose import Family, read_prose

KIND = "news story"


def recognises(document: Document) -> bool:
    return form(document) == "news"


def read(document: Document, catalogue: Catalogue) -> Reading:
    return read_prose(document, catalogue, Family(KIND, "news_story", "news"))
