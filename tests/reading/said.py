"""Who is said to have said the quotations of a few sentences."""

from __future__ import annotations

from inspections.reading.document import Document
from inspections.reading.facts import Held
from inspections.reading.quotations import quotations
from inspections.reading.speakers import attribute
from inspections.reading.speakers.attribution import Attribution


def said(text: str) -> list[Attribution]:
    held = Document(Held(name="x.txt", media_type="text/plain", sha256="", text=text))
    return attribute(held, quotations(held.text, held.body))


def last_said(text: str) -> Attribution:
    """Who said the last of them."""
    return said(text)[-1]
