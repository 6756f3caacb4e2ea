"""Private persons are named beside what they said; nothing finds, lists or counts them by name."""

import pytest

from inspections.reading import read
from inspections.reading.sources import Sidecar, hold_text
from inspections.recording.loading import record_readings
from tests.conftest import served_from

PAGE = (
    "Somerset’s Ofsted\n\nOfsted judged Somerset’s children’s services good in 2022.\n\n"
    "Wilhelmina Ashdown, a foster carer in Yeovil, told us: “They rang me when they said they would.”\n\n"
    "Cllr Tessa Munt, lead member for children, said: “It is a good day for the county.”\n"
)


@pytest.fixture(scope="module")
def _told_file(tmp_path_factory, django_db_blocker):
    from inspections.catalogue import load

    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("told") / "record.sqlite3") as file:
        known = load()
        record_readings([read(hold_text("page.txt", PAGE.encode(), Sidecar()), known)], [], known)
    return file


@pytest.fixture(autouse=True)
def told_record(_told_file, opened, django_db_blocker):
    with django_db_blocker.unblock(), opened(_told_file) as file:
        yield file


def statements(client, query=""):
    return client.get(f"/statements.json{query}").json()["results"]


def test_each_is_named_beside_the_words_and_the_page_of_json_says_who_holds_no_office(client, words_of):
    told = {row["speaker"]: row for row in statements(client)}
    assert {name: row["speaker_private"] for name, row in told.items()} == {
        "Wilhelmina Ashdown": True,
        "Tessa Munt": False,
    }
    assert "Wilhelmina Ashdown" in words_of(told["Wilhelmina Ashdown"]["url"])
    assert "Wilhelmina Ashdown" in client.get("/statements.csv").getvalue().decode()


def test_a_filter_knows_only_those_in_office(client, words_of):
    assert [row["speaker"] for row in statements(client, "?speaker=Tessa+Munt")] == ["Tessa Munt"]
    assert statements(client, "?speaker=Wilhelmina+Ashdown") == []
    asked = client.get("/statements/").content.decode()
    assert "speaker=Tessa+Munt" in asked or 'value="Tessa Munt"' in asked
    assert "speaker=Wilhelmina" not in asked and 'value="Wilhelmina Ashdown"' not in asked


def test_words_find_only_those_in_office(client):
    assert [row["speaker"] for row in statements(client, "?q=Munt")] == ["Tessa Munt"]
    assert statements(client, "?q=Wilhelmina") == []


def test_no_title_or_description_names_anybody(client):
    for row in statements(client):
        head = client.get(row["url"]).content.decode().split("</head>")[0]
        assert "Ashdown" not in head and "Munt" not in head
