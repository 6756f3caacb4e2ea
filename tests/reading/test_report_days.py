"""The day of a report never becomes the day of a visit."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

VISITED = "Ofsted inspected Bury Council’s children’s services in May 2023 and judged them good."


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Ofsted published its report on Bury’s children’s services on 5 September 2023.", "2023-09-05"),
        ("Ofsted has put out its assessment of Bury’s children’s services on 5 September 2023.", "2023-09-05"),
        ("The report is available at the Ofsted website from 00.01 on 5 September 2023.", "2023-09-05"),
        ("The report was sent to the council on 5 September 2023.", "2023-09-05"),
        ("The report goes to the council’s cabinet on 5 September 2023.", None),
        ("The report was discussed with partners on 5 September 2023.", None),
    ],
)
def test_a_day_told_of_a_report_alone_is_no_day_of_a_visit(words, published, catalogue):
    text = f"Published: 12 October 2023\n\n{VISITED}\n\n{words}\n"
    (fact,) = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert fact.inspected.edtf == "2023-05"
    assert (fact.published.edtf if fact.published else None) == published


def test_a_day_told_of_another_service_s_report_is_not_lent(catalogue):
    text = (
        f"Published: 12 October 2024\n\n{VISITED}\n\nThe director said that the Care Quality Commission had published "
        "its assessment of adult social care in Bury on 2 August 2024.\n"
    )
    facts = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert [fact.published for fact in facts if fact.service.slug == "childrens-services"] == [None]
