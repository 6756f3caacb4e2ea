"""Days as the cells of tables print them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache

from inspections.wording import MONTHS

_DAY = re.compile(
    r"(?:(?P<y>\d{4})[-.](?P<m>\d{1,2})[-.](?P<d>\d{1,2})|(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>\d{4}|\d{2}))"
    r"(?: 00:00(?::00)?)?"
)

_PRINTED = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def read_day(text: str) -> date | None:
    """ "18/02/2019", "2019-02-18", "2019.02.18" or "18/02/19"; None for anything else."""
    match = _DAY.fullmatch(text)
    if not match:
        return None
    year = int(match["y"] or match["y2"])
    try:
        return date(year + 2000 if year < 100 else year, int(match["m"] or match["m2"]), int(match["d"] or match["d2"]))
    except ValueError:
        return None


def read_printed_day(text: str) -> list[date]:
    """Days written out, "6 November 2023"."""
    found = []
    for match in _PRINTED.finditer(text):
        month = MONTHS.index(match[2].capitalize()) + 1
        with suppress(ValueError):
            found.append(date(int(match[3]), month, int(match[1])))
    return found
