"""The two halves of one published pair, who and when beside the scores, become one inspection with rows of both."""

import pytest

from inspections.models import Inspection
from inspections.reading import read_file
from inspections.recording.building import build
from inspections.recording.identity import gather_events
from tests.reading.tables.made import FURTHER_EDUCATION, STOCKPORT, changed, further_education

WHO = (
    "ukprn,provider_name,provider_type,provider_group,inspection_number,inspection_type,inspection_date,"
    "inspection_length_in_days"
)
SCORES = """inspection_id,inspection_category,score,score_description
7,Is safeguarding effective,1,Yes
7,Overall effectiveness,3,Requires improvement
"""
COUNCIL = "Local authority provider"
OF_COUNCILS = [
    ("Stockport Metropolitan Borough Council", COUNCIL, "stockport", "adult-learning"),
    ("Little Riding Borough Council", COUNCIL, None, "training-providers"),
    ("Heron Training Services", COUNCIL, None, "training-providers"),
    ("Heron College", "General further education college", None, "colleges"),
]


def read_pair(folder, catalogue, name, kind=COUNCIL):
    row = f"10000001,{name},{kind},Adult community education providers,7,Full Inspection,2018.02.20,2"
    (folder / "who.csv").write_text(f"{WHO}\n{row}\n", encoding="utf-8")
    (folder / "scores.csv").write_text(SCORES, encoding="utf-8")
    return [read_file(folder / each, catalogue) for each in ("who.csv", "scores.csv")]


@pytest.mark.parametrize(("name", "kind", "authority", "service"), OF_COUNCILS, ids=[each[0] for each in OF_COUNCILS])
def test_both_halves_are_one_inspection_of_a_council_or_of_a_provider(
    name, kind, authority, service, tmp_path, catalogue
):
    events, _ = gather_events(read_pair(tmp_path, catalogue, name, kind), catalogue)
    (event,) = events
    assert {told.reading.held.name for told in event.told} == {"who.csv", "scores.csv"}
    (who,) = (told.fact for told in event.told if told.fact.service)
    assert [each.slug for each in who.authorities] == ([authority] if authority else [])
    assert (who.provider.id if who.provider else None) == (None if authority else "ukprn-10000001")
    assert who.service.slug == service


def test_they_join_the_provider_of_their_name_that_a_table_with_areas_tells_of(tmp_path, catalogue):
    pair = read_pair(tmp_path, catalogue, "Little Riding Borough Council")
    borough = changed(
        STOCKPORT, FURTHER_EDUCATION, name="Little Riding Borough Council", urn="9", overall_effectiveness="3"
    )
    (tmp_path / "five.csv").write_bytes(further_education(STOCKPORT, borough))
    built = build([*pair, read_file(tmp_path / "five.csv", catalogue)], catalogue)
    named = {each.provider: each for each in built.record.of(Inspection)}
    assert set(named) == {"", "fes-urn-9"}
    assert (named["fes-urn-9"].inspected_edtf, named["fes-urn-9"].service_kind) == (
        "2018-02-20/..",
        "training-providers",
    )
    (event,) = (each for each in built.events if each.ref == named["fes-urn-9"].ref)
    assert {told.reading.held.name for told in event.told} == {"who.csv", "scores.csv", "five.csv"}


def test_scores_without_their_other_half_are_left_out_by_number_and_rows(tmp_path, catalogue):
    _, scores = read_pair(tmp_path, catalogue, "Heron College")
    events, decisions = gather_events([scores], catalogue)
    assert not events
    assert [each.in_words for each in decisions] == [
        "number 7, rows 2 to 3: no source says who was inspected: not recorded"
    ]
