"""Another version of a long table that stays columns: told of as it is where every fact is a row, in little memory."""

import random
from dataclasses import replace

import pytest

from inspections import models
from inspections.reading.facts import StatementFact
from inspections.recording import comparing, held_before
from inspections.recording.audit import audit_record
from inspections.recording.loading import record_readings
from tests.conftest import served_from
from tests.recording.perturbed import long_rows, made_rows, table
from tests.recording.test_plain import whole
from tests.recording.whole import tables
from tests.world import news, party, report, words

NEW_ID = "a2b3c4d5e6"


def later(rows, chance):
    """A later version: rows lost and come, a day, a grade, a council and an id corrected, all others moved."""
    rows = [dict(row) for row in rows]
    linked = {row.get("previous") for row in rows}
    free = [at for at, row in enumerate(rows) if row["inspection"] not in linked]
    lost, renamed = chance.sample(free, 4), chance.choice(free)
    for at in chance.sample(range(len(rows)), 12):
        row, what = rows[at], chance.choice(("inspected", "grade", "authority", "outcome", "published"))
        row[what] = {
            "inspected": "2019-05-07", "grade": "good", "authority": "leeds", "outcome": "Another.",
            "published": "2020-01-02",
        }[what]  # fmt: skip
        if what == "grade":
            row |= {"scale": "ofsted-four-point", "aspect": "Overall", "aspect_code": "overall"}
            row["grade_as_worded"] = "Good"
    rows[renamed]["inspection"] = NEW_ID
    kept = [row for at, row in enumerate(rows) if at not in lost]
    for row in made_rows(8, chance, 1000):
        kept.insert(chance.randrange(len(kept)), row)
    return kept


def recorded(file, versions, catalogue, django_db_blocker):
    """Every table after these imports, one after another."""
    with django_db_blocker.unblock(), served_from(file):
        for readings, withdrawn in versions:
            record_readings(readings, [], catalogue, withdraw=withdrawn)
            assert audit_record(catalogue).false == ()
        return tables(), models.Edition.objects.count()


@pytest.mark.parametrize(("seed", "name"), [(1, "long.csv"), (2, "december.csv")])
def test_the_next_version_is_told_as_if_every_fact_were_a_row(
    tmp_path, django_db_blocker, catalogue, monkeypatch, seed, name
):
    monkeypatch.setattr(comparing, "COMPARED", 3)
    chance = random.Random(seed)
    rows = made_rows(70, chance)
    one = table(rows, packed=True)
    others = [report(), party(), news()] if seed == 2 else []
    two = table(later(rows, chance), name, packed=True)
    withdrawn = [] if name == "long.csv" else ["long.csv"]
    back = [one], [] if name == "long.csv" else [name]
    found = []
    for number, make in enumerate((lambda reading: reading, whole)):
        versions = [([make(one), *others], []), ([make(two)], withdrawn), ([make(back[0][0])], back[1])]
        found.append(recorded(tmp_path / f"{number}.sqlite3", versions, catalogue, django_db_blocker))
    (plain, editions), (generic, _) = found
    assert editions == 3
    assert {each for each in plain if plain[each] != generic[each]} <= {"Edition"}
    account = (0, 2, 3, 4, 5, 6)  # number, digest, what was added, changed and withdrawn, read_with
    assert [[row[at] for at in account] for row in plain["Edition"]] == [
        [row[at] for at in account] for row in generic["Edition"]
    ]
    actions = {change[2] for change in plain["Change"] if change[1] == 2 and change[3] == "inspection"}
    assert actions >= {"added", "changed"}


def test_only_what_differs_is_read_as_rows(empty_record, catalogue, monkeypatch):
    """What stands and is told again has no row in memory, whatever the size of the table."""
    chance = random.Random(7)
    rows = [
        row for row in made_rows(60, chance) if row["service"] and not row.get("previous") and not row.get("provider")
    ]
    record_readings([table(rows, packed=True)], [], catalogue)
    read, without = [], held_before.read_without

    def noting(*given):
        read.append(without(*given))
        return read[-1]

    monkeypatch.setattr(held_before, "read_without", noting)
    record_readings([table([{**rows[0], "outcome": "Another."}, *rows[1:]], packed=True)], [], catalogue)
    (before,) = read
    assert before.of(models.Inspection) == before.of(models.Judgement) == []
    assert list(models.Change.objects.filter(edition=2, kind="inspection").values_list("action", "ref")) == [
        ("changed", rows[0]["inspection"])
    ]


def account_of(file, versions, catalogue, django_db_blocker, plain):
    """What each edition changed, and every table but the account; ``plain``: else each fact of a table is a row."""
    made = [([each if plain else whole(each) for each in readings], gone) for readings, gone in versions]
    found, _ = recorded(file, made, catalogue, django_db_blocker)
    return [row[:6] for row in found["Change"]], {name: found[name] for name in found if name != "Edition"}


def without_link(name):
    """A row that follows another, in the next version no more: the other becomes plain."""
    linked = [{**row, name: "b" * 10} if row["inspection"] == "d" * 10 else row for row in long_rows()]
    return [([table(linked, packed=True)], []), ([table(long_rows(), packed=True)], [])]


def told_once_more():
    """A report, withdrawn as the next version comes, that tells with a statement of a row that has the same id."""
    ref = "4cgvpk5jbd"
    own = {**long_rows()[0], "inspection": ref, "authority": "trafford", "inspected": "2017-03-06/2017-03-09"}
    more = {**own, "inspection": "f" * 10, "authority": "leeds", "inspected": "2018-01-01"}
    telling = report()
    text = telling.held.text
    said = StatementFact(
        "1", "finding", "strength", words(text, "Leadership and management"), True, "report", organisation="Ofsted",
        attribution=words(text, "Inspection report"), about=("1",),
    )  # fmt: skip
    telling = replace(telling, statements=(said,))
    one, two = table([*long_rows(), own], packed=True), table([*long_rows(), own, more], packed=True)
    return [([one, telling], []), ([two], [telling.held.name])]


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        (without_link("previous"), ("changed", "inspection", "d" * 10)),
        (without_link("follows"), ("changed", "inspection", "d" * 10)),
        (told_once_more(), ("changed", "inspection", "4cgvpk5jbd")),
    ],
    ids=["previous", "follows", "statement"],
)
def test_what_pointed_at_a_row_that_is_plain_now_is_told_as_if_it_were_a_row(
    tmp_path, django_db_blocker, catalogue, versions, told
):
    plain, generic = (
        account_of(tmp_path / f"{each}.sqlite3", versions, catalogue, django_db_blocker, each) for each in (True, False)
    )
    assert plain == generic
    assert told in [change[2:5] for change in plain[0] if change[1] == 2]
