"""Lists and counts from sets are those that plain Python finds row by row, for any filters together."""

from collections import Counter

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as some

from inspections.membership import RUN, Membership, read_run, read_set, write_run, write_set
from inspections.recording import read_model
from inspections.web import facets
from inspections.web.filters import InspectionQuestion
from inspections.web.selection import the_membership
from tests.web.many import COUNCILS, GRADES, INSPECTORATES, KINDS, fill, invent

REGIONS = dict(COUNCILS)
YEARS = range(2014, 2027)


def concerns(row, name, values):
    """One filter, in plain Python."""
    first, last, years = row["years"]
    match name:
        case "authority":
            return values[0] in row["authorities"]
        case "region":
            return values[0] in {REGIONS[slug] for slug in row["authorities"]}
        case "inspectorate":
            return values[0] in row["inspectorates"]
        case "scale":
            return values[0] in {scale for scale, _ in row["grades"]}
        case "grade":
            return bool({f"{scale}:{grade}" for scale, grade in row["grades"]} & set(values))
        case "year":
            return bool({int(value) for value in values} & years)
        case "year_from":
            return last is not None and last >= int(values[0])
        case "year_to":
            return first is not None and first <= int(values[0])
        case "providers":
            return values[0] == "with" or bool(row["provider"])
        case _:
            return row[name] == values[0]


def listed(rows, asked, aside=()):
    """The rows that every filter but some lets through."""
    everyone = {"providers", "provider"} & set(asked) or asked.get("service") == ["schools"]
    rows = [row for row in rows if everyone or not row["provider"]]
    return [
        row for row in rows
        if all(concerns(row, name, values) for name, values in asked.items() if name not in (*aside, "sort"))
    ]  # fmt: skip


VALUES = {
    "authority": lambda row: row["authorities"],
    "region": lambda row: {REGIONS[slug] for slug in row["authorities"]},
    "service": lambda row: [row["service"]] if row["service"] else [],
    "kind": lambda row: [row["kind"]],
    "inspectorate": lambda row: row["inspectorates"],
    "scale": lambda row: {scale for scale, _ in row["grades"]},
    "grade": lambda row: {f"{scale}:{grade}" for scale, grade in row["grades"]},
    "year": lambda row: {str(year) for year in row["years"][2]} or {""},
}


def counted(rows, asked):
    """Every choice of every filter with its count."""
    found = {}
    for ask in facets.INSPECTIONS:
        many = Counter(value for row in listed(rows, asked, ask.aside) for value in VALUES[ask.name](row))
        found |= {(ask.name, value): count for value, count in many.items()}
    return found


ONE_SCALE = [f"{scale}:{grade}" for scale, grade in GRADES[:2]]


def one_of(*values):
    return some.sampled_from(values).map(lambda value: [value])


QUESTIONS = some.fixed_dictionaries(
    {},
    optional={
        "authority": one_of(*REGIONS), "region": one_of(*REGIONS.values()), "inspectorate": one_of(*INSPECTORATES),
        "service": one_of("childrens-services", "adult-learning", "schools"), "kind": one_of(*KINDS),
        "scale": one_of("ofsted-four-point"), "year_from": one_of("2016", "2018"), "year_to": one_of("2019", "2022"),
        "grade": some.lists(some.sampled_from(ONE_SCALE), min_size=1, max_size=2, unique=True),
        "year": some.lists(some.sampled_from([str(year) for year in YEARS]), min_size=1, max_size=3, unique=True),
        "providers": one_of("with", "only"), "sort": one_of("newest", "oldest", "title"),
    },
)  # fmt: skip


@pytest.fixture
def rows(db, django_db_blocker):
    rows = invent(260)
    fill(rows)
    return rows


def ask(asked):
    query = QueryDict(mutable=True)
    for name, values in asked.items():
        query.setlist(name, values)
    question = InspectionQuestion(query)
    assert question.errors_found() == ()
    return question


def in_order(rows, order):
    newest = sorted(rows, key=lambda row: -row["key"])
    if order == "title":
        return sorted(newest, key=lambda row: row["title"])
    dated = [row for row in newest if row["years"][0]]
    return [*reversed(dated), *(row for row in newest if not row["years"][0])] if order == "oldest" else newest


def test_any_filters_together_find_what_plain_python_finds(rows):
    @given(QUESTIONS)
    def check(asked):
        question = ask(asked)
        found = question.rows()
        wanted = [row["ref"] for row in in_order(listed(rows, asked), asked.get("sort", [""])[0])]
        assert found.count() == len(wanted)
        assert [row.ref for row in found[0 : len(wanted)]] == wanted
        assert [row.ref for row in found[7:12]] == wanted[7:12]

    check()


def test_any_filters_together_count_what_plain_python_counts(rows):
    @given(QUESTIONS)
    def check(asked):
        question, found = ask(asked), {}
        for each in facets.INSPECTIONS:
            numbers = zip(the_membership().values(each.name), question.numbers(each.name, each.aside), strict=True)
            found |= {(each.name, value): many for value, many in numbers if many}
        assert found == counted(rows, asked)
        assert question.totals()[0] == len(listed(rows, asked))

    check()


def test_what_the_list_leaves_out_is_counted(rows):
    _, _, others = ask({"year": ["2018"]}).totals()
    assert others == sum(2018 in row["years"][2] and bool(row["provider"]) for row in rows) > 0


def test_the_read_model_stands_its_own_audit(rows):
    assert list(read_model.audit_read_model("default")) == []


FALSE = (
    ("UPDATE inspections_members SET many = many + 1 WHERE filter = 'kind' AND value = 'full'", "the filter kind"),
    ("DELETE FROM inspections_members WHERE filter = 'year' AND value = '2018'", "the filter year"),
    ("UPDATE inspections_members SET places = zeroblob(8) WHERE filter = 'own'", "the filter own"),
    ("UPDATE inspections_members SET value = 'nowhere' WHERE filter = 'region' AND value = 'North West'", "nowhere"),
    ("UPDATE inspections_place SET position = 1 WHERE position = 65541", "not where lists should show them"),
    ("DELETE FROM inspections_place WHERE position = 65541", "not where lists should show them"),
)  # fmt: skip


@pytest.mark.parametrize(("change", "said"), FALSE, ids=[row[1] for row in FALSE])
def test_a_false_set_or_place_is_named(rows, change, said):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(change)
    assert any(said in line for line in read_model.audit_read_model("default"))


def test_the_deepest_page_by_title_is_cut_like_the_first():
    """Runs of places in the order of titles, over more than one run."""
    many = 3 * RUN + 17
    titled = [(7 * place) % many for place in range(many)]  # the places in the order of titles
    runs = [read_run(write_run(titled[at : at + RUN])) for at in range(0, many, RUN)]
    among = read_set(write_set(range(0, many, 3))[1])
    membership = Membership({}, runs)
    wanted = [place for place in titled if place in among]
    for first in (0, 49, RUN - 5, len(wanted) // 2, len(wanted) - 50, len(wanted) - 3):
        assert membership.cut(among, "title", first, first + 50) == wanted[first : first + 50]


def test_a_set_has_one_spelling():
    assert write_set([5, 1, 1, 9]) == write_set([1, 5, 9]) == (3, write_set([9, 5, 1])[1])
    assert list(read_set(write_set([])[1])) == []
