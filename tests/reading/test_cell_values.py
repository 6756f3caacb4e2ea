"""What cells can say beside grades and days: the values that publishers write, and what nobody writes."""

import pytest

from inspections.reading import cell_values as values

HOLD = [
    (values.YES_OR_NO, ("Yes", "No", "", "NULL"), ("Maybe", "Y", "1", "not yet")),
    (values.COUNT, ("0", "7", "114", "NA"), ("two", "-1", "3.5", "many", "1 or 2")),
    (values.IN_REGISTER, ("106092", "50237", "SC051513", "10006335"), ("two", "106 092", "10609X", "none")),
    (values.IN_SCHOOLS, ("3562053", "356/2053"), ("356205", "Stockport", "35620531")),
    (values.INSPECTION, ("10199265", "ITS354786", "3"), ("two", "10199265a", "inspection 3")),
    (values.PHASE, ("Primary", "PRU", "Alternative provision"), ("Splendid", "XX", "Primary and more")),
    (values.SCHOOL, ("Community School", "Free School - Alternative Provision", "Studio School", "Pupil Referral Unit"),
     ("XX", "two", "Schooling", "Splendid")),
    (values.VISIT, ("S5 Inspection", "Academy First Section 5", "Special Measures Historic", "School inspection",
                    "Requires Improvement S5 Reinspection Visit 2"), ("XX", "S9", "Splendid", "visitors")),
    (values.CONCERN, ("SM", "SWK", "NTI", ""), ("XX", "special", "SMS")),
    (values.REMAINS, ("School remains Good", "School remains Outstanding (Concerns) - S5 Next", "Standards maintained"),
     ("Splendid", "School remains Splendid", "Good", "School remains Good (Splendid) - S5 Next")),
    (values.SECTOR, ("Private", "Local Authority"), ("Public-private", "XX")),
    (values.REGION, ("North West", "Yorkshire and The Humber", "North East, Yorkshire and the Humber", "Wales"),
     ("North", "Borsetshire")),
]  # fmt: skip


@pytest.mark.parametrize(("says", "cell"), [(says, cell) for says, cells, _ in HOLD for cell in cells])
def test_what_publishers_write_is_held(says, cell):
    assert says.holds(cell)


@pytest.mark.parametrize(("says", "cell"), [(says, cell) for says, _, cells in HOLD for cell in cells])
def test_what_nobody_writes_is_not(says, cell):
    assert not says.holds(cell)
