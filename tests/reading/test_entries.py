"""What rows of tables are told to say: why there is no grade."""

from inspections.reading.entries import Means, absence_notes


def test_a_code_is_told_once_for_all_that_it_stands_for():
    none = Means(label="not applicable", judged=False)
    quality, overall, leadership = "Quality of education", "SLAC overall effectiveness", "Leadership"
    notes = absence_notes([(quality, "9", none), (overall, "9", none), (leadership, "-", none)])
    assert [note.partition(":")[0] for note in notes] == [
        "No grade for quality of education and SLAC overall effectiveness", "No grade for leadership",
    ]  # fmt: skip
