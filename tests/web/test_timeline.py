"""The timeline: whole numbers from events, every mark in its place, none covering another."""

import random
import re
from datetime import date
from itertools import combinations

import pytest

from inspections.web.timeline import draw_timeline
from inspections.web.timeline_changes import scale_changes
from inspections.web.timeline_events import Event, Line, Steps, Tally, tally_event
from inspections.web.timeline_shapes import WIDTH
from inspections.web.timeline_words import text_width

LADDER = Steps(("best", "good", "weak", "worst"), 1)


def made(number, *choices, shape="ladder", lane="childrens-services", lines=2):
    words = (Line("grade", "Requires improvement"), Line("quiet", "Ofsted’s four grades"))[:lines]
    ladders = (LADDER,) if shape == "ladder" else ()
    return Event(lane, f"/inspections/i{number}/", f"Event {number}", shape, ladders, words, choices)


def on(*days):
    return tuple((date.fromisoformat(day), date.fromisoformat(day)) for day in days)


def many(number, seed=1):
    chance = random.Random(seed)
    events = []
    for each in range(number):
        since = date(chance.randint(2005, 2027), chance.randint(1, 12), chance.randint(1, 28))
        shape, lane = chance.choice(("ladder", "visit", "tick")), chance.choice(("childrens-services", "area-send"))
        events.append(made(each, ((since, since),), shape=shape, lane=lane))
    return events


def numbers_of(value):
    """Every number in a drawing, however deep."""
    if isinstance(value, bool | str | date) or value is None:
        return
    if isinstance(value, int | float):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from numbers_of(each)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from numbers_of(getattr(value, name))


def overlap(one, two):
    return (
        one.x < two.x + two.width
        and two.x < one.x + one.width
        and one.y < two.y + two.height
        and two.y < one.y + one.height
    )


@pytest.mark.parametrize("number", [1, 2, 10, 60, 200])
def test_marks_never_cover_one_another_and_stay_inside(catalogue, number):
    drawn = draw_timeline(many(number), catalogue)
    shapes = [shape for lane in drawn.lanes for mark in lane.marks for shape in mark.shapes]
    assert len(shapes) == number
    assert not [pair for pair in combinations(shapes, 2) if overlap(*pair)]
    for lane in drawn.lanes:
        for mark in lane.marks:
            for shape in mark.shapes:
                assert shape.x >= 0 and shape.x + shape.width <= WIDTH
                assert lane.y <= shape.y and shape.y + shape.height <= lane.y + lane.height
    assert all(type(value) is int for value in numbers_of(drawn))


@pytest.mark.parametrize("number", [1, 12, 28])
def test_words_beside_marks_stay_apart(catalogue, number):
    lane = draw_timeline([e for e in many(number * 2) if e.lane == "area-send"][:number] or many(1), catalogue).lanes[0]
    assert not [pair for pair in combinations([mark.hit for mark in lane.marks], 2) if overlap_of_words(*pair)]


def overlap_of_words(one, two):
    """The hit areas reach three pixels further than what is drawn, on every side."""
    return (
        one.x + 6 < two.x + two.width - 6
        and two.x + 6 < one.x + one.width - 6
        and one.y + 6 < two.y + two.height - 6
        and two.y + 6 < one.y + one.height - 6
    )


WIDE_AS_KNOWN = (
    # periods of one choice, width of the drawn line in days (to a pixel on either side)
    ("2019-06-10", "2019-06-10", 1),
    ("2019-06-01", "2019-06-30", 30),
    ("2019-03-01", "2019-05-31", 92),
    ("2019-01-01", "2019-12-31", 365),
)


@pytest.mark.parametrize(("since", "until", "days"), WIDE_AS_KNOWN)
def test_the_line_of_a_date_is_as_wide_as_what_is_known(catalogue, since, until, days):
    span = ((date.fromisoformat(since), date.fromisoformat(until)),)
    drawn = draw_timeline([made(1, span), made(2, on("2015-01-01")), made(3, on("2022-12-31"))], catalogue)
    mark = next(mark for mark in drawn.lanes[0].marks if mark.event.url.endswith("i1/"))
    years = {year.number: year for year in drawn.years}
    pixels = (years[2020].x - years[2019].x) * days // 365
    assert abs(mark.bands[0].width - max(pixels, 3)) <= 1
    assert years[2019].x <= mark.bands[0].x < years[2020].x


def test_candidates_have_a_mark_each_and_are_joined(catalogue):
    mark = draw_timeline([made(1, on("2019-04-30"), on("2024-04-30"), shape="tick")], catalogue).lanes[0].marks[0]
    assert (len(mark.shapes), len(mark.bands), len(mark.joins), mark.joined_as) == (2, 2, 1, "several")


def test_two_periods_of_one_inspection_have_one_mark(catalogue):
    mark = draw_timeline([made(1, on("2019-07-08", "2019-08-07"))], catalogue).lanes[0].marks[0]
    assert (len(mark.shapes), len(mark.bands), mark.joined_as) == (1, 2, "one")


def test_an_unknown_year_stands_in_the_margin(catalogue):
    drawn = draw_timeline([made(1, on("2019-04-30")), made(2), made(3, lane="area-send")], catalogue)
    placed = {mark.event.url: mark for lane in drawn.lanes for mark in lane.marks}
    assert drawn.margin.x > drawn.right
    assert placed["/inspections/i1/"].shapes[0].x < drawn.right
    for number in (2, 3):
        assert placed[f"/inspections/i{number}/"].shapes[0].x >= drawn.margin.x
        assert not placed[f"/inspections/i{number}/"].bands
    assert [year for year, _ in drawn.by_year] == ["2019", "Year not stated"]


def test_a_history_without_any_year_has_no_axis(catalogue):
    drawn = draw_timeline([made(1), made(2)], catalogue)
    assert (drawn.years, drawn.pauses) == ((), ())
    assert len(drawn.lanes[0].marks) == 2


def test_pauses_are_named_and_shaded_where_they_fall(catalogue):
    drawn = draw_timeline([made(1, on("2018-02-01")), made(2, on("2022-02-01"))], catalogue)
    covid = next(pause for pause in drawn.pauses if "Covid" in pause.name)
    years = {year.number: year for year in drawn.years}
    assert years[2020].x < covid.box.x < years[2021].x < covid.box.x + covid.box.width < years[2022].x
    assert covid.text.text == covid.name
    early = draw_timeline([made(1, on("2009-02-01")), made(2, on("2012-02-01"))], catalogue)
    assert early.pauses == ()


@pytest.mark.parametrize(("first", "last"), [("2018", "2022"), ("2020", "2024"), ("2020", "2020"), ("2016", "2026")])
def test_no_name_of_a_pause_leaves_the_drawing_or_meets_another(catalogue, first, last):
    drawn = draw_timeline([made(1, on(f"{first}-02-01")), made(2, on(f"{last}-11-01"))], catalogue, one_lane=True)
    assert drawn.pauses
    for pause in drawn.pauses:
        wide = text_width(Line("pause", pause.name))
        left = pause.text.x - (wide if pause.text.anchor == "end" else 0)
        assert left >= 0
        assert left + wide <= WIDTH
    assert len({pause.text.y for pause in drawn.pauses}) == len(drawn.pauses)


def test_changes_of_scale_concern_their_service(catalogue):
    words = [said for _, said in scale_changes("childrens-services", catalogue)]
    assert any("Annual children’s services assessment" in said for said in words)
    assert any(said == "from April 2026: no overall grade any more" for said in words)
    assert not any("SEND" in said for said in words)
    assert scale_changes("multi-agency-response", catalogue) == []


def test_the_first_of_january_is_never_printed_for_a_year(catalogue):
    every = [said for slug in catalogue.services for _, said in scale_changes(slug, catalogue)]
    assert "from 2023: Area SEND outcomes" in every
    assert not [said for said in every if "January" in said and "2018" not in said]


def test_a_very_long_history_is_drawn_by_year_and_grade(catalogue):
    grades = ("outstanding", "good", "requires-improvement", "inadequate")
    tallies = [
        Tally("childrens-services", year, year, "ofsted-four-point", grade, 60)
        for year in range(2005, 2028)
        for grade in grades
    ]
    tallies += [Tally("childrens-services", None, None, "", "", 480)]
    drawn = draw_timeline([tally_event(t, "derby", "Derby") for t in tallies], catalogue, summed=True)
    assert sum(int(mark.event.lines[0].text) for lane in drawn.lanes for mark in lane.marks) == 6000
    assert drawn.height < 2000
    shapes = [shape for lane in drawn.lanes for mark in lane.marks for shape in mark.shapes]
    assert not [pair for pair in combinations(shapes, 2) if overlap(*pair)]
    one = next(mark.event for mark in drawn.lanes[0].marks if not mark.event.without_year)
    assert re.search(r"authority=derby&service=childrens-services&year=\d{4}&grade=ofsted-four-point:[a-z-]+$", one.url)
    assert re.search(r"60 inspections, \d{4}, [A-Z][a-z ]+ \(Ofsted’s four grades\)$", one.name)


def test_nothing_to_draw_draws_nothing(catalogue):
    assert draw_timeline([], catalogue) is None


def test_every_mark_is_a_link_with_its_whole_name(record, client):
    page = client.get("/authorities/stockport/").content.decode()
    names = re.findall(r'<a class="mark-link [a-z]+" href="(/[^"]+)" aria-label="([^"]+)"', page)
    assert len(names) >= 10
    assert any(name.endswith("Performs well (Annual children’s services assessment)") for _, name in names)
    for address, name in names:
        assert client.get(address).status_code == 200
        assert name.startswith("Stockport, "), name
        assert re.search(r"\b(19|20)\d\d\b|not stated", name), name


def test_a_visit_has_no_grade_colour(record, client):
    page = client.get("/authorities/stoke-on-trent/").content.decode()
    visit = next(
        mark for mark in re.findall(r'<a class="mark-link.*?</a>', page, re.S) if "Monitoring visit</text>" in mark
    )
    assert "<circle" in visit and "tone-" not in visit


def test_the_drawing_holds_no_fraction_script_or_style(record, client):
    for slug in ("stockport", "stoke-on-trent"):
        svg = re.search(
            r"<svg class=\"timeline-drawing.*?</svg>", client.get(f"/authorities/{slug}/").content.decode(), re.S
        ).group()
        assert not re.search(r'="-?\d+[.,]\d', svg)
        assert "style=" not in svg and "<script" not in svg
