"""A reading survives JSON and back without the loss of a character."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest

from inspections.reading import facts
from inspections.reading.serialise import Unserialisable, from_json, read, to_json, write
from inspections.text import Span
from tests.world import news, world

FULL = replace(
    news(),
    held=replace(
        news().held,
        text="\ufeffA\r\n\u00a0\U0001f4a1 text",
        pages=(facts.Page(1, Span(0, 3)), facts.Page(2, Span(3, 7))),
        sidecar=facts.Sidecar(
            publisher="P",
            received=date(2020, 2, 29),
            oddities=(facts.Oddity("OSTED", "a slip", "unknown-name", "Ofsted"),),
        ),
    ),
    published=facts.When("XXXX-09", None, None, "stated", facts.Words((Span(0, 1),))),
    passages=(facts.Passage(Span(0, 2), furniture=True, number="1.2", page=2),),
    warnings=(facts.Warned("two-dates", "two dates", Span(1, 2)), facts.Warned("whole", "all of it")),
    inspections=(
        replace(
            news().inspections[0],
            outcome=facts.Words(cells=facts.Cells("Sheet 1", 7, (("Grade", "1"), ("", "")))),
            overall=facts.Graded("ofsted-four-point", None, facts.Words()),
            notes=("a note",),
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize("reading", [*world(), FULL], ids=lambda reading: reading.held.name)
def test_it_comes_back_equal(reading):
    assert from_json(json.loads(json.dumps(to_json(reading)))) == reading


def test_the_held_text_can_be_kept_elsewhere():
    written = to_json(FULL, with_text=False)
    assert "text" not in written["held"]
    assert from_json(json.loads(json.dumps(written)), FULL.held.text) == FULL


def test_parts_can_be_written_alone():
    for part in (FULL.held.sidecar, FULL.held.pages[0], FULL.warnings[0], FULL.inspections[0]):
        assert read(type(part), json.loads(json.dumps(write(part)))) == part


@pytest.mark.parametrize(
    ("kind", "written", "words"),
    [
        (facts.Page, {"number": 1, "span": {"start": 0, "end": 1}, "colour": "red"}, "Page has no colour"),
        (facts.Page, {"number": "1", "span": {"start": 0, "end": 1}}, "int is needed"),
        (facts.Page, [], "Page needs an object"),
        (facts.Words, {"spans": 5}, "a list is needed"),
        (facts.Judged, {"aspect": "a", "aspect_slug": 3}, "str is needed"),
        (facts.Warned, {"code": "c", "message": None}, "str is needed"),
        (facts.StatementFact, {"kind": "rumour"}, "'rumour' is none of finding"),
        (facts.Cells, {"sheet": "", "row": 1, "cells": [["a"]]}, "2 values are needed"),
    ],
)
def test_it_refuses_json_that_does_not_fit(kind, written, words):
    with pytest.raises(Unserialisable, match=words):
        read(kind, written)


def test_every_fact_can_be_written():
    """A field of a kind that has no JSON form would be found here first."""
    for name in ("Reading", "InspectionFact", "StatementFact", "Passage", "Held", "Sidecar"):
        assert fields(getattr(facts, name))
    with pytest.raises(Unserialisable):
        write(object())
