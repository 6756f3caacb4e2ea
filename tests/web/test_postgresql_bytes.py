"""A record moved to a server answers every address with the bytes that it had in its file: order and search included.

The database is set up for a language, as servers are, whose order of letters is another than a file's.
"""

from urllib.parse import quote_plus

import psycopg
import pytest
from django.test import Client
from django.test.utils import override_settings

from inspections import models
from inspections.reading.facts import Reading
from inspections.recording.backups import restore
from inspections.recording.loading import record_readings
from inspections.web.edition import forget_what_is_held
from tests.conftest import served_from
from tests.postgresql import IN_ENGLISH, running_server, served_by
from tests.web.test_gates import NO_CACHE
from tests.web.wide_world import wide_world
from tests.world import held, passages, words

pytestmark = pytest.mark.postgres

HARD_TEXT = """The café’s tutors

Teaching. A well-being re-inspection of the children’s naïve teacher-trainers cost 12,000 or 3.5 or 1e5, O’Brien said.

The tutors of the café teach the the children; childrens’ wellbeing is taught. ﬁnance, STRASSE, Straße, x-x-x.

Tutors teach

The café is not the tutors’ own, and the 100% of 1990s_good schools’ well being is no \\ of theirs.
"""
TITLES = ("alpha", "Beta", "Émile", "émile", "Zeta", "a-b", "a b", "AB", "Äpfel", "zeta")
HARD_WORDS = (
    "the", "a", "of", "x", "1", "12", "1e5", "3.5", "tutors", "teach", "teaching", "taught", "teach*", "t*", "te* tu*",
    "café", "cafe", "CAFÉ", "naive", "children's", "children’s", "childrens", "children", "well-being", "wellbeing",
    "well being", '"well being"', "“the café”", '"tutors teach"', '"tutors teaching"', '"of the the"', "the the",
    "tutors of the café", "café tutors", "o'brien", "O’Brien", "finance", "ﬁnance", "strasse", "straße", "re-inspect*",
    "x-x-x", "100% good", "good_", "1990s", "\\", '", "', "ofsted", "ofsted good", "trafford adult",
    "“adult learning”", "inspection 2017", "leeds september", "NEAR(a b", "-good", "É", "é", "beta", "no-such-word",
)  # fmt: skip
SEARCHED = ("/search.json?q=%s", "/search/?q=%s", "/inspections.json?q=%s&providers=with", "/statements.json?q=%s",
            "/sources.json?q=%s", "/authorities.json?q=%s", "/quote-check.json?q=%s")  # fmt: skip
QUOTED = (
    "managers have improved the quality of teaching", "managers have ruined the quality of teaching of English",
    "The tutors of the cafe teach the children", "teacher-trainers of the café cost nothing", "children", "the the",
)  # fmt: skip
LISTED = (
    "/", "/inspections/", "/inspections.json", "/inspections.json?sort=title", "/inspections.csv?sort=oldest",
    "/inspections.atom", "/authorities/", "/authorities.json", "/authorities/trafford/", "/authorities/derby.json",
    "/statements/", "/statements.json?sort=oldest", "/statements.csv", "/sources/?sort=title",
    "/sources.json?sort=title", "/sources.csv", "/national/", "/national/counts/", "/national/coverage/",
    "/national/waiting/", "/data/", "/editions/", "/editions/1.json", "/feed.atom", "/sitemap.xml",
    "/search/?kind=passage", "/search.json?kind=statement",
)  # fmt: skip


def hard(number: int, title: str) -> Reading:
    text = f"{HARD_TEXT}\n{'Tutors. ' * number}{title}\n"
    file = held(f"hard-{number}.txt", text, publisher=title, publisher_kind="press", title=title)
    return Reading(file, "report", "report", words(text, "The café’s tutors"), None, (), (), passages(text))


def answers():
    """What every address answers, from nothing that was kept; each thing's own page too."""
    forget_what_is_held()
    things = ((models.Inspection, "inspections"), (models.Statement, "statements"), (models.Source, "sources"))
    own = [
        f"/{place}/{ref}.json"
        for table, place in things
        for ref in table.objects.order_by("ref").values_list("ref", flat=True)
    ]
    searched = [address % quote_plus(asked) for asked in HARD_WORDS for address in SEARCHED]
    quoted = [f"/quote-check.json?q={quote_plus(asked)}" for asked in QUOTED]
    client, told = Client(), {}
    for address in (*LISTED, *own, *searched, *quoted):
        answer = client.get(address)
        told[address] = answer.status_code, answer.getvalue() if answer.streaming else answer.content
    return told


@pytest.fixture(scope="module")
def both(tmp_path_factory, django_db_blocker, catalogue):
    """What the file and the server answer, by address."""
    backup = tmp_path_factory.mktemp("moved") / "record.sqlite3"
    with django_db_blocker.unblock(), running_server() as port, override_settings(CACHES=NO_CACHE):
        with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres", autocommit=True) as admin:
            admin.execute(f"CREATE DATABASE moved {IN_ENGLISH}")
        with served_from(backup):
            record_readings([*wide_world(), *(hard(*each) for each in enumerate(TITLES))], [], catalogue)
            in_file = answers()
        with served_by(port, "moved"):
            restore(backup, catalogue)
            return in_file, answers()


@pytest.mark.parametrize("asked", HARD_WORDS)
def test_hard_words_find_the_same_in_the_same_order(both, asked):
    for address in SEARCHED:
        in_file, on_server = (told[address % quote_plus(asked)] for told in both)
        assert on_server == in_file, address


def test_every_other_address_gives_the_same_bytes(both):
    in_file, on_server = both
    assert [address for address in in_file if on_server[address] != in_file[address]] == []
    assert {in_file[address][0] for address in LISTED} == {200}


def test_the_words_are_hard_enough(both):
    """Several hits of every kind, whose order could differ."""
    in_file = both[0]
    found = {asked: in_file[f"/search.json?q={quote_plus(asked)}"][1].count(b'"kind"') for asked in HARD_WORDS}
    assert sum(many > 10 for many in found.values()) > 20
    assert {"the", "café", "children's", "teach*", '"well being"'} <= {
        asked for asked, many in found.items() if many > 5
    }
