"""A date as it is printed, and the years that its weekday allows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from inspections.reading.dates.calendar_words import real_day
from inspections.reading.facts import Basis, When, Words
from inspections.text import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as printed. ``year`` tells whether the year is printed; ``relative`` that it leans on another date."""

    span: Span
    edtf: str
    earliest: date | None
    latest: date | None
    precision: str  # day, period, month, season, year, week, unknown
    weekday: int | None = None
    relative: bool = False
    note: str = ""
    basis: Basis = "stated"
    wrong_weekday: bool = False

    @property
    def known(self) -> bool:
        return self.earliest is not None

    def when(self, basis: Basis | None = None, note: str = "") -> When:
        return When(self.edtf, self.earliest, self.latest, basis or self.basis, Words((self.span,)), note or self.note)


def candidates(mention: Mention, after: date | None, before: date | None) -> Mention:
    """The years in which a weekday, day and month agree, within the bounds; the mention unchanged when none is known.

    ``after`` is the latest day the text cites, ``before`` the day the source was received.
    """
    m = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", mention.edtf)
    if not m or mention.weekday is None or after is None or before is None:
        return mention
    fits = [
        value
        for year in range(after.year, before.year + 1)
        if (value := real_day(year, int(m[1]), int(m[2])))
        and after <= value <= before
        and value.weekday() == mention.weekday
    ]
    if not fits:
        return mention
    note = (
        f"the weekday and the day fit {len(fits)} year{'s' if len(fits) > 1 else ''} between the latest date "
        f"the text cites and the day it was received"
    )
    edtf = str(fits[0]) if len(fits) == 1 else f"[{','.join(map(str, fits))}]"
    return replace(
        mention,
        edtf=edtf,
        earliest=fits[0],
        latest=fits[-1],
        basis="candidates" if len(fits) > 1 else "derived",
        note=note,
    )
