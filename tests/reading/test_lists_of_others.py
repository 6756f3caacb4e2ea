"""Lists of grades on a council's page that are of schools, homes, firms, places, people, surveys and forecasts."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
from inspections.reading.standing.lists_of_others import foreign_words

OPENING = (
    "Derby City Council\n\n17 December 2014\n\nOfsted inspected Derby’s children’s services from 5 to 16 October 2014. "
    "They were judged good overall.\n\n"
)


@pytest.fixture
def grades(catalogue):
    def find(rest, opening=OPENING):
        found = read(hold_text("page.txt", (opening + rest + "\n").encode(), Sidecar()), catalogue)
        out = []
        for each in found.inspections:
            slug = each.service.slug if each.service else ""
            out += [(slug, "overall", each.overall.grade)] if each.overall else []
            out += [(slug, judged.aspect, judged.grade.grade) for judged in each.judgements]
        return out

    return find


GOOD = ("childrens-services", "overall", "good")
SCHOOLS = "Ofsted has reported on the following schools in the borough since half term:\n\n"
RESULTS = "The results were as follows:\n\n"


@pytest.mark.parametrize(
    "rest",
    [
        "Also this month: school inspections\n\n"
        + SCHOOLS
        + "Medlock Infants: Outstanding\nBroadfold High: Inadequate",
        SCHOOLS + "Medlock: Outstanding\nBroadfold: Requires improvement",
        SCHOOLS + "Leadership and management: Inadequate\nOverall effectiveness: Inadequate",
        RESULTS + "Medlock Infants: Outstanding\nBroadfold: Inadequate",
        RESULTS + "Medlock Juniors - Outstanding\nBroadfold - Inadequate",
        RESULTS + "• Broadfold High – Requires improvement\n• Medlock – Inadequate",
        RESULTS + "Broadfold High\tRequires improvement\nMedlock\tInadequate",
        RESULTS + "Broadfold High      Requires improvement\nMedlock      Inadequate",
        RESULTS + "| Broadfold High | Requires improvement |\n| Medlock | Inadequate |",
        RESULTS + "Broadfold High (Requires improvement)\nMedlock (Inadequate)",
        RESULTS + "Broadfold High\nRequires improvement\nMedlock\nInadequate",
        RESULTS + "Wath Grammar: Outstanding\nHelp and protection: Inadequate",
        RESULTS + "Derby High: Outstanding\nDerby Grammar: Inadequate",
        RESULTS + "St Anne's: Outstanding\nSt. Jude's: Inadequate",
        RESULTS + "St Anne’s CE (VA): Outstanding\nHoly Rood: Inadequate",
        RESULTS + "The Willows: Inadequate\nFairways: Outstanding",
        RESULTS + "Rowan House: Inadequate\nElm Lodge: Outstanding",
        RESULTS + "Overall: Inadequate\nRowan House: Inadequate",
        RESULTS + "Little Acorns: Outstanding\nTiny Steps: Inadequate",
        "Nurseries\n\nOverall effectiveness: Inadequate\nPersonal development: Outstanding",
        "Childminders inspected this term\n\nMrs A Patel: Outstanding\nJoanne Wood: Inadequate",
        "Medlock Infants\n\nOverall effectiveness: Outstanding\nLeadership and management: Outstanding",
        "Care homes\n\nAshbourne: Inadequate\nBelper: Outstanding",
        RESULTS + "Ashbourne: Inadequate\nBelper: Outstanding",
        "Wards\n\nAlvaston: Inadequate\nDarley: Outstanding",
        RESULTS + "Alvaston Ward: Inadequate\nHelp and protection: Outstanding",
        RESULTS + "Councillor Ann Lee: Outstanding\nCare leavers: Inadequate",
        RESULTS + "Ann Lee: Outstanding\nTom Ward: Inadequate",
        RESULTS + "Brightcare Ltd: Inadequate\nCare leavers: Outstanding",
        RESULTS + "Derbyshire Police: Inadequate\nCare leavers: Outstanding",
        RESULTS + "Customer service: Outstanding\nOur canteen: Inadequate",
        RESULTS + "Our canteen: Outstanding",
        RESULTS + "Value for money: Outstanding\nStreet cleaning: Inadequate",
        "What residents said\n\nCare leavers: Inadequate\nHelp and protection: Outstanding",
        "Readers' poll\n\nCare leavers: Inadequate\nHelp and protection: Outstanding",
        "We asked readers to vote. Here is how readers scored us:\n\nCare leavers: Inadequate",
        "Our predictions\n\nOverall: Outstanding\nCare leavers: Outstanding",
        "Targets for next year\n\nOverall: Outstanding\nCare leavers: Outstanding",
        "Film reviews\n\nThe Long Road: Outstanding\nHome Again: Inadequate",
        "Food hygiene ratings\n\nThe Tandoori Palace: Outstanding\nRose Café: Inadequate",
        RESULTS + "Food hygiene: Outstanding\nAir quality: Inadequate",
        "Energy ratings of our buildings\n\nCouncil House: Inadequate\nLibrary: Outstanding",
        "Traffic lights this morning\n\nA38: Inadequate\nA52: Outstanding",
        "The weather for the weekend\n\nSaturday: Outstanding\nSunday: Inadequate",
        "Colleges nearby\n\nLeadership and management: Inadequate",
        "Fostering agencies in the area\n\nCaring Hands: Inadequate\nFoster First: Outstanding",
        RESULTS + "Fairways (children’s home): Outstanding\nHelp and protection: Inadequate",
        RESULTS + "Schools: Outstanding\nHelp and protection: Inadequate",
        RESULTS + "| Name | Rating |\n| Medlock Infants | Inadequate |\n| Leadership | Inadequate |",
        RESULTS + "Medlock: Outstanding\n\nLeadership and governance: Inadequate\n\nFairways Lodge: Inadequate",
        "Hospital trusts\n\nSafe: Inadequate\nWell led: Inadequate",
    ],
)
def test_a_list_of_others_gives_the_council_no_grade(rest, grades):
    assert grades(rest) == [GOOD]


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        (
            "Help and protection: Requires improvement\nCare leavers: Outstanding",
            {"requires-improvement", "outstanding"},
        ),
        (
            "How we did\n\nCare leavers: Outstanding\nLeadership and governance: Inadequate",
            {"outstanding", "inadequate"},
        ),
        ("• Care leavers – Outstanding\n• Leadership and governance – Inadequate", {"outstanding", "inadequate"}),
        ("Care leavers\tOutstanding\nLeadership and governance\tInadequate", {"outstanding", "inadequate"}),
        ("Care leavers      Outstanding\nLeadership and governance      Inadequate", {"outstanding", "inadequate"}),
        ("Care leavers\nOutstanding\nLeadership and governance\nInadequate", {"outstanding", "inadequate"}),
        (
            "They saw homes and schools. The judgements are:\n\nCare leavers: Outstanding\nAdoption: Inadequate",
            {"outstanding", "inadequate"},
        ),
        (
            "Children’s services and help for schools\n\nHelp and protection: Outstanding\nCare leavers: Inadequate",
            {"outstanding", "inadequate"},
        ),
        ("Help and Protection: Outstanding\nLeaders and Managers: Inadequate", {"outstanding", "inadequate"}),
    ],
)
def test_a_list_of_parts_is_the_inspections(rest, found, grades):
    assert found <= {grade for _, _, grade in grades(rest)}


@pytest.mark.parametrize(
    "rest",
    [
        "School inspections\n\n{schools}\n\nHow we did\n\n{parts}",
        "How we did\n\n{parts}\n\nSchool inspections\n\n{schools}",
        "{parts}\n\nAlso this month: school inspections\n\n" + SCHOOLS + "{schools}",
    ],
)
def test_a_list_of_others_takes_nothing_from_the_list_beside_it(rest, grades):
    page = rest.format(
        schools="Medlock Infants: Inadequate\nBroadfold: Inadequate",
        parts="Care leavers: Outstanding\nAdoption performance: Requires improvement",
    )
    assert {grade for _, _, grade in grades(page)} == {"good", "outstanding", "requires-improvement"}


def test_the_name_of_every_part_is_made_of_words_of_parts(catalogue):
    names = [a.label for f in catalogue.frameworks.values() for a in f.aspects]
    assert names and not [each for each in names if foreign_words(catalogue, each)]


def test_the_reason_for_leaving_out_is_told(catalogue):
    page = OPENING + RESULTS + "Medlock Infants: Outstanding\nBroadfold: Inadequate\n"
    warned = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).warnings
    assert sum("names a school" in each.message for each in warned) == 2
