"""Which inspections the quotations of a news page are about."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

NEWS = (
    "The Anytown Echo\nHome | News | Sport\n\nInspectors call again\nBy Jo Writer, Local Democracy Reporter\n{day}\n\n"
)
SAYS = "Cllr Ann Lee, the cabinet member for children at Stockport Council, said: “We are where I thought we would be.”"
JUDGED = "Ofsted inspected Stockport Council’s children’s services in May 2022 and judged them good.\n\n"


def about(text: str, catalogue: Catalogue, day: str = "21 September 2023") -> list[list[str | None]]:
    """For each quotation the days of the inspections it is about."""
    reading = read(hold_text("story.txt", (NEWS.format(day=day) + text).encode(), Sidecar()), catalogue)
    dated = {i.key: i.inspected.edtf if i.inspected else None for i in reading.inspections}
    return [[dated[key] for key in s.about] for s in reading.statements if s.in_quotation_marks]
