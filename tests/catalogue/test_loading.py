"""A new scale is an edit of one file; a faulty file is refused by file, entry and key."""

import shutil

import pytest

from inspections.catalogue import CatalogueError, load
from inspections.catalogue.loading import HERE


@pytest.fixture
def folder(tmp_path):
    for path in HERE.iterdir():
        if path.suffix in (".toml", ".csv"):
            shutil.copy(path, tmp_path)
    return tmp_path


def edit(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


NEW_SCALE = """
[[scales]]
slug = "ofsted-2027"
name = "A scale of 2027"
kind = "grade"
since = 2027-04-01
about = "Invented for a test."
direction = "Best first."
compare = "Nothing before it."
source = "https://example.org/"

[[scales.grades]]
slug = "splendid"
label = "Splendid"
tone = "best"
meaning = "The better."
wordings = ["splendid"]

[[scales.grades]]
slug = "dismal"
label = "Dismal"
tone = "worst"
meaning = "The worse."
wordings = ["dismal"]

[[frameworks]]
slug = "families-2027"
name = "A framework of 2027"
inspectorates = ["ofsted"]
services = ["childrens-services"]
kinds = ["full"]
scales = ["ofsted-2027"]
since = 2027-04-01
overall = "never"
cycle = "Not stated."
source = "https://example.org/"
"""


def test_a_new_scale_is_one_edit_of_one_file(folder):
    with (folder / "ofsted.toml").open("a", encoding="utf-8") as file:
        file.write(NEW_SCALE)
    found = load(folder).scale_for_word("Splendid", "ofsted", "childrens-services")
    assert found.slug == "ofsted-2027"
    assert found.inspectorate == "ofsted"
    assert "ofsted-2027" not in load().scales


def test_a_new_inspectorate_is_one_new_file(folder):
    (folder / "estyn.toml").write_text(
        '[inspectorate]\nslug = "estyn"\nname = "Estyn"\nshort = "Estyn"\nnames = ["Estyn"]\nurl = "https://e.org/"\n'
    )
    assert load(folder).inspectorates["estyn"].short == "Estyn"


def test_loading_is_done_once():
    assert load() is load()


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "cqc.toml",
            'direction = "Best first."',
            'direktion = "Best first."',
            "scale 'cqc-rating': direction: is missing",
        ),
        ("cqc.toml", 'kind = "grade"', 'kind = "grade"\nweight = 3', "scale 'cqc-rating': weight: is not a key"),
        ("cqc.toml", 'kind = "grade"', 'kind = "mark"', "scale 'cqc-rating': kind: must be one of grade, met"),
        ("cqc.toml", 'kind = "grade"', "kind = 4", "scale 'cqc-rating': kind: must be a text, not 4"),
        (
            "cqc.toml",
            'slug = "good"',
            'slug = "outstanding"',
            "grade 'outstanding': slug: another grade has it already",
        ),
        ("cqc.toml", 'slug = "good"', 'slug = "good"\nrank = 3', "grade 'good': rank: must be 2"),
        ("cqc.toml", 'slug = "good"', 'slug = "Good!"', "grade 'Good!': slug: must be lower-case words"),
        ("cqc.toml", 'slug = "good"', 'slug = "good"\nnumber = 2', "scale 'cqc-rating': number: must run up or down"),
        ("cqc.toml", 'wordings = ["good"]', 'wordings = ["Good"]', "grade 'good': wordings: must be lower case"),
        ("cqc.toml", 'wordings = ["good"]', 'wordings = ["fine"]', "grade 'good': wordings: must have the label"),
        (
            "cqc.toml",
            'wordings = ["good"]',
            'wordings = ["good", "outstanding"]',
            "'outstanding' stands under two grades",
        ),
        (
            "cqc.toml",
            'scales = ["cqc-rating", "cqc-quality-statement-score"]',
            'scales = ["cqc"]',
            "framework 'cqc-la-assessment': scales: there is no 'cqc'",
        ),
        ("cqc.toml", 'inspectorates = ["cqc"]', 'inspectorates = ["csi"]', "inspectorates: there is no 'csi'"),
        ("cqc.toml", 'kinds = ["full"]', 'kinds = ["fool"]', "framework 'cqc-la-assessment': kinds: 'fool' is none of"),
        ("cqc.toml", "overall = true", "", "framework 'cqc-la-assessment': overall: is \"yes\""),
        ("cqc.toml", "since = 2023-12-01", 'since = "2023"', "scale 'cqc-rating': since: must be a date"),
        (
            "cqc.toml",
            "since = 2023-12-01",
            "since = 2023-12-01\nuntil = 2022-01-01",
            "until: 2022-01-01 is before since",
        ),
        (
            "cqc.toml",
            'predecessor = "csci"',
            'predecessor = "csi"',
            "inspectorate 'cqc': predecessor: there is no 'csi'",
        ),
        ("ofsted.toml", 'slug = "ofsted-apa"', 'slug = "cqc-rating"', "scale 'cqc-rating': slug: another scale has it"),
        ("cqc.toml", "[inspectorate]", "[inspector]", "cqc.toml: inspectorate: is missing"),
        ("cqc.toml", "[inspectorate]", "[inspectorate", "cqc.toml: is not TOML"),
        ("cqc.toml", 'url = "https', 'url = "ftp', "inspectorate 'cqc': url: must be an address"),
        (
            "services.toml",
            'parent = "childrens-services"',
            'parent = "x"',
            "service 'safeguarding': parent: there is no 'x'",
        ),
        ("ofsted.toml", 'kind = "outcome"', 'kind = "outcome"\nx = 1', "scale 'area-send-outcome': x: is not a key"),
        ("gaps.toml", "since = 2020-03-17", "", "gap 'covid': since: is missing"),
        ("authorities.csv", "E08000007:2009-01-01..", "E08:2009", "'stockport': gss_codes: must look like"),
        ("authorities.csv", "E08000007,", "E08000008,", "'stockport': gss: must be the last of gss_codes"),
        ("authorities.csv", "\nstockport,", "\nstockton-on-tees,", "slug: is given to another row already"),
        ("authorities.csv", "north-northamptonshire|west", "north-nowhere|west", "successors: there is no authority"),
        ("authorities.csv", ",unitary,South East,2020-04-01", ",unitary,Atlantis,2020-04-01", "region: must be one of"),
        ("authorities.csv", "2020-04-01,,", "2020-04-31,,", "opened: must be a date"),
        ("authorities.csv", "slug,gss,", "slug,ons,", "line 1: the columns must be"),
    ],
)
def test_a_fault_is_named_by_file_entry_and_key(folder, file, old, new, message):
    edit(folder, file, old, new)
    with pytest.raises(CatalogueError) as caught:
        load(folder)
    assert str(caught.value).startswith(file)
    assert message in str(caught.value)


def test_an_outcome_statement_is_never_numbered(folder):
    edit(folder, "ofsted.toml", 'slug = "typically-positive"', 'slug = "typically-positive"\nnumber = 1')
    with pytest.raises(CatalogueError, match="outcome statements are never numbered"):
        load(folder)


def test_a_missing_file_is_named(folder):
    (folder / "services.toml").unlink()
    with pytest.raises(CatalogueError, match=r"services\.toml: is missing"):
        load(folder)
