"""Local area SEND inspections and revisits of 2016 to 2022, by Ofsted and the Care Quality Commission: letters.

No grade and no outcome: strengths, areas for development, and a written statement of action where one was required.
Framework: https://www.gov.uk/government/publications/local-area-send-inspection-framework
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.reports import letters
from inspections.reading.reports.dates import DATES

KIND = "inspectorate's letter"

_TITLE = re.compile(
    r"^(?:Joint\s+)?(?:local\s+)?area\s+(?:SEND|special\s+educational\s+needs)[^\n]{0,60}?(?P<revisit>re-?visit|inspection)\s+(?:in|of|to)\s+[^\n]+(?:\n[^\n.]{2,40}(?=\n))?",
    re.IGNORECASE | re.MULTILINE,
)
_VISITED = re.compile(
    rf"^(?:(?P<between>Between)|From|On)\s+(?P<dates>{DATES}),?\s+(?:Ofsted|inspectors|Her\s+Majesty's|the\s+Office)",
    re.IGNORECASE | re.MULTILINE,
)
_OUTCOME = re.compile(
    r"(?<=[.:\n])\s*(?:[A-Z][^.]*\bwritten\s+statement\s+of\s+action\b[^.]*\b(?:is|are)\s+(?:jointly\s+)?required\b[^.]*\.|"
    r"The\s+(?:local\s+)?area\s+has\s+made\s+sufficient\s+progress\s+in\s+addressing\s+[^.]*\bweaknesses\b[^.]*\.)",
    re.IGNORECASE,
)
_LETTER = letters.Letter(KIND, _TITLE, _VISITED, "full", "area-send-2016", "area-send", _OUTCOME)


def recognises(document: Document) -> bool:
    return letters.is_letter(document, _TITLE)


def read(document: Document, catalogue: Catalogue) -> Reading:
    titled = _TITLE.search(document.text)
    again = bool(titled and titled["revisit"].lower().startswith("re"))
    return letters.read(document, catalogue, replace(_LETTER, visit="revisit" if again else "full"), __name__)
