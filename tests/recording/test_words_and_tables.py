"""The four events that the seeds tell in words and published tables in dates: one inspection each, with both."""

from datetime import date

import pytest

from inspections.models import Inspection
from inspections.reading import read_file
from inspections.reading.facts import KIND_WORKED_OUT
from inspections.recording.building import build
from tests.conftest import ROOT
from tests.reading.tables.made import (
    AREA_SEND,
    FURTHER_EDUCATION,
    HISTORY,
    STOCKPORT,
    as_csv,
    as_ods,
    changed,
    further_education,
)
from tests.reading.tables.made import (
    CHILDRENS as NEWEST,
)

PARTY, COUNCIL, AREA = "000_2afe031c5d5ede32.txt", "001_f92c6f559cb14213.txt", "002_8a136b8cfacf68eb.txt"
FIVE_YEARS, WHO, SCORES, SEND, CHILDRENS = "five.csv", "who.csv", "scores.csv", "send.ods", "childrens.ods"
STOKE = {
    "urn": "54636", "name": "Stoke-on-Trent Unitary Authority", "published_date": "14/07/2019",
    "government_office_region": "West Midlands", "local_authority_area": "Stoke-on-Trent", "overall_effectiveness": "4",
    "leadership_and_management": "4",
}  # fmt: skip
TABLES = {
    FIVE_YEARS: further_education(STOCKPORT, changed(STOCKPORT, FURTHER_EDUCATION, **STOKE)),
    WHO: as_csv(
        ["ukprn", "provider_name", "provider_type", "provider_group", "inspection_number", "inspection_type",
         "inspection_date", "inspection_length_in_days"],
        ["10006335", "Stockport Metropolitan Borough Council", "Local authority provider", "Adult", "10041159",
         "Full Inspection", "2018.03.06", "3"],
        ["10001473", "Stoke-on-Trent Unitary Authority", "Local authority provider", "Adult", "10091938",
         "Full Inspection", "2019.06.11", "3"],
    ),
    SCORES: as_csv(
        ["inspection_id", "inspection_category", "score", "score_description"],
        ["10041159", "Overall effectiveness", "2", "Good"], ["10091938", "Overall effectiveness", "4", "Inadequate"],
    ),
    SEND: as_ods({"Area_SEND_up_to_31_Aug_2022": [["Title"], [""], AREA_SEND, [
        "Link", "E08000007", "Stockport", "North West", date(2018, 9, 24), date(2018, 11, 22), "Yes", 5,
        "Not revisited yet", "", "", "", ""]]}),
    CHILDRENS: as_ods({
        "Inspections_as_at_31_March": [["Title"], [""], NEWEST],
        "ILACS_inspection_history": [["Title"], [""], HISTORY, [
            "Webpage", "E06000021", "Stoke-on-Trent", "Current", "West Midlands", date(2019, 2, 4), date(2019, 3, 18),
            "ILACS Standard Inspection", "Inadequate", "Inadequate", "Inadequate", "Inadequate", ""]],
    }),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(catalogue, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    for name, data in TABLES.items():
        (folder / name).write_bytes(data)
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted(folder.iterdir())]
    return build([read_file(path, catalogue) for path in paths], catalogue)


EVENTS = [  # inspected, published, its sources, what they dispute
    ("2018-03-06/..", "2018-04-17", {PARTY, FIVE_YEARS, WHO, SCORES}, {"published": ["2018-03", "2018-04-17"]}),
    ("2019-06-11/..", "2019-07-14", {COUNCIL, FIVE_YEARS, WHO, SCORES}, {"inspected": ["2019-07", "2019-06-11/.."]}),
    ("2018-09-24/..", "2018-11-22", {AREA, SEND}, {}),
    ("2019-02-04/..", "2019-03-18", {COUNCIL, CHILDRENS}, {}),
]


@pytest.mark.parametrize(("inspected", "published", "sources", "disputed"), EVENTS)
def test_words_and_rows_of_one_event_are_one_inspection(inspected, published, sources, disputed, built):
    [row] = [each for each in built.record.of(Inspection) if each.inspected_edtf == inspected]
    [event] = [each for each in built.events if each.ref == row.ref]
    assert {told.reading.held.name for told in event.told} == sources
    assert row.published_edtf == published
    assert {each["field"]: each["values"] for each in row.disputed} == disputed


def test_that_a_kind_is_worked_out_is_not_said_where_a_table_states_it(built, catalogue):
    joined = [each for each in built.record.of(Inspection) if each.published_edtf in {event[1] for event in EVENTS}]
    assert len(joined) == len(EVENTS)
    assert not [note for each in joined for note in each.notes if "worked out" in note]
    alone = build([read_file(ROOT / "seeds" / PARTY, catalogue)], catalogue).record.of(Inspection)
    assert [note for each in alone for note in each.notes if note.startswith(KIND_WORKED_OUT)]


def test_the_revisit_told_in_words_follows_the_inspection_of_the_table(built):
    by_key = {each.pk: each for each in built.record.of(Inspection)}
    [revisit] = [each for each in by_key.values() if each.service_kind == "area-send" and each.kind == "revisit"]
    assert by_key[revisit.follows_id].inspected_edtf == "2018-09-24/.."
    assert by_key[revisit.follows_id].outcome == (
        "Inspection outcome: written statement of action required? Yes; "
        "Number significant weaknesses identified in written statement of action: 5"
    )
    assert "four of the five" in revisit.outcome
