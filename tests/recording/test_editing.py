"""A dry run shows an editor each document: what was read, what was not and why, and what to paste."""

import json
import tomllib
from dataclasses import replace

import pytest

from inspections import models
from inspections.reading.facts import Oddity, Warned
from inspections.reading.sources import sidecar_from
from inspections.recording.editing import PLAIN, UNDERLINED, document_lines, dry_run_lines, entry_lines
from inspections.recording.loading import record_readings
from inspections.recording.publishing import find_publisher
from inspections.recording.report import is_accepted, report_lines, warnings_in_short
from inspections.text import Span
from tests.recording.test_commands import SEEDS, run
from tests.world import NEWS_TEXT, news, world


def warned(code, words, message="seen"):
    start = NEWS_TEXT.index(words)
    return Warned(code, message, Span(start, start + len(words)))


def with_warnings(*warnings, oddities=()):
    reading = news()
    sidecar = replace(reading.held.sidecar, oddities=tuple(oddities))
    return replace(reading, held=replace(reading.held, sidecar=sidecar), warnings=tuple(warnings))


WORDS = " ".join(NEWS_TEXT.split()[:2])


def test_the_words_of_a_fact_are_underlined_on_a_terminal_and_marked_elsewhere():
    (words, *_) = news().inspections[0].authorities[0].words.of(NEWS_TEXT)
    assert any(f"_{words}_" in line for line in document_lines(news(), PLAIN))
    assert any(f"\033[4m{words}\033[24m" in line for line in document_lines(news(), UNDERLINED))


def test_what_was_passed_over_stands_with_its_place_and_its_reason():
    lines = list(document_lines(with_warnings(warned("grade-passed-over", WORDS, "left out: a hope")), PLAIN))
    at = lines.index("passed over:")
    assert lines[at + 1] == "  grade-passed-over: left out: a hope"
    assert f"_{WORDS}_" in lines[at + 2]
    assert lines[at + 2].strip().split(": ")[0].count(":") == 1
    assert not any("[[oddity]]" in line for line in lines)


def test_an_oddity_comes_with_the_entry_to_paste_and_the_entry_is_taken():
    odd = warned("two-dates", WORDS)
    lines = list(document_lines(with_warnings(odd), PLAIN))
    assert "to be looked at:" in lines
    entry = "\n".join(entry_lines(odd, news())).replace('reason = ""', 'reason = "the page says both"')
    assert entry.splitlines() == [*lines[-4:-1], entry.splitlines()[-1]]

    sidecar = sidecar_from("news.toml", entry, tomllib.loads(entry))
    accepted = with_warnings(odd, oddities=sidecar.oddities)
    assert is_accepted(odd, accepted)
    assert "accepted in the sidecar:" in list(document_lines(accepted, PLAIN))
    assert warnings_in_short(accepted) == ""


def test_an_oddity_of_another_kind_or_of_other_words_accepts_nothing():
    odd = warned("two-dates", WORDS)
    for oddity in (Oddity(WORDS, "no", code="two-grades"), Oddity("quite other words", "no", code="two-dates")):
        assert not is_accepted(odd, with_warnings(odd, oddities=[oddity]))


def test_the_import_says_in_one_line_what_was_passed_over(empty_record, catalogue):
    passed = [warned("grade-passed-over", WORDS)] * 3
    reading = with_warnings(*passed, warned("two-dates", WORDS), warned("two-dates", WORDS))
    lines = list(report_lines(record_readings([reading], [], catalogue)))
    assert lines[1] == (f"  3 things passed over, 2 to be looked at (2 two-dates): see --explain {reading.held.name}")
    assert not any("warning" in line for line in lines)


def test_nothing_that_a_terminal_would_obey_is_printed():
    reading = with_warnings(Warned("two-dates", "seen \033[2J here", Span(0, 4)))
    text = "\033[31m" + reading.held.text[5:]
    hostile = replace(reading, held=replace(reading.held, text=text))
    assert not any("\033" in line for line in document_lines(hostile, PLAIN))


def test_a_dry_run_ends_with_the_totals(empty_record, catalogue):
    lines = list(dry_run_lines(record_readings(world(), [], catalogue, dry_run=True), underlined=False))
    assert lines[-1] == "Dry run: nothing was written."
    assert lines[-2].startswith("3 sources, ")


def test_the_json_of_a_dry_run_tells_every_fact_with_its_words(empty_record):
    code, out, _ = run("import_sources", SEEDS, "--dry-run", "--json")
    assert code == 0
    texts = {path.name: path.read_bytes().decode() for path in SEEDS.glob("*.txt")}
    sources = json.loads(out)["sources"]
    assert len(sources) == len(texts)
    for source in sources:
        facts, text = source["facts"], texts[source["path"]]
        assert len(facts["inspections"]) == source["inspections"]
        assert len(facts["statements"]) == source["statements"]
        assert len(facts["warnings"]) == len(source["warnings"])
        for fact in facts["inspections"]:
            assert all(words in text for name in fact["authorities"] for words in name["as_printed"])
            for graded in filter(None, [fact["overall"], *fact["judgements"]]):
                assert [text[slice(*span)] for span in graded["evidence"]] == graded["as_printed"]
    assert not empty_record.exists()


@pytest.mark.parametrize("arguments", [[], ["--dry-run"]])
def test_only_a_dry_run_tells_the_facts(empty_record, arguments):
    _, out, _ = run("import_sources", SEEDS, "--json", *arguments)
    assert all(("facts" in source) == bool(arguments) for source in json.loads(out)["sources"])
    with find_publisher().reading() as written:
        assert (written is None) == bool(arguments)
    if not arguments:
        assert models.Source.objects.count() == len(json.loads(out)["sources"])
