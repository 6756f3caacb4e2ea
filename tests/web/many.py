"""So many invented inspections straight into the tables, for questions whose answers plain Python can give too."""

import random
from datetime import UTC, date, datetime, timedelta

from django.core.cache import cache
from django.db import transaction

from inspections.models import Authority, Edition, InspectedBy, Inspection, Judgement, Service, Source
from inspections.periods import parse
from inspections.recording.inserting import insert
from inspections.recording.read_model import write_read_model
from inspections.recording.refs import inspection_key
from inspections.recording.rows import InspectionService, Record, make
from inspections.web.edition import forget_what_is_held

COUNCILS = (("stockport", "North West"), ("leeds", "Yorkshire and The Humber"), ("derby", "East Midlands"))
SERVICES = ("childrens-services", "adult-learning", "schools", "")
KINDS = ("full", "monitoring-visit", "unstated")
INSPECTORATES = ("ofsted", "cqc", "hmicfrs")
GRADES = (
    ("ofsted-four-point", "good"), ("ofsted-four-point", "inadequate"), ("ofsted-four-point", ""),
    ("ofsted-report-card", "strong-standard"), ("area-send-outcome", "inconsistent"),
)  # fmt: skip
FEWER, MORE = 1_000, 20_000
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def invent(many, seed=5):
    """Plain dictionaries: dates of every kind, several authorities, inspectorates and grades, providers too."""
    chance = random.Random(seed)
    rows = []
    for number in range(many):
        day = date(2015, 1, 1) + timedelta(chance.randrange(9 * 365))
        inspected, basis = chance.choice(
            [
                (f"{day}", "stated"), (f"{day:%Y-%m}", "stated"), (f"{day.year}", "derived"),
                (f"{day.year}-24", "stated"), (f"{day}/{day + timedelta(9)}", "stated"),
                (f"[{day},{day + timedelta(1200)}]", "candidates"),
                (f"XXXX-{day:%m}", "stated"), ("", ""), ("", ""),
            ]
        )  # fmt: skip
        published = chance.choice([f"{day + timedelta(40)}", f"[{day},{day + timedelta(900)}]", "", ""])
        service = chance.choice(SERVICES)
        rows.append(
            {
                "ref": "".join(chance.choices(LETTERS, k=7)) + "".join(LETTERS[number >> at & 31] for at in (10, 5, 0)),
                "title": chance.choice(["Alpha", "Beta", "alpha", "Émile", "Zeta"]) + f" {number % 7}",
                "authorities": sorted(chance.sample([slug for slug, _ in COUNCILS], chance.choice([1, 1, 1, 2]))),
                "service": service,
                "provider": f"urn-{number}" if service == "schools" and chance.random() < 0.7 else "",
                "inspectorates": sorted(chance.sample(INSPECTORATES, chance.choice([0, 1, 1, 2]))),
                "kind": chance.choice(KINDS),
                "inspected": inspected,
                "inspected_basis": basis,
                "published": published,
                "published_basis": "candidates" if published.startswith("[") else "stated" if published else "",
                "grades": chance.sample(GRADES, chance.choice([0, 1, 1, 2])),
            }
        )  # fmt: skip
    return rows


def bounds(edtf):
    dated = parse(edtf) if edtf else None
    return (dated.earliest, dated.latest) if dated else (None, None)


def fill(rows):
    """The rows as a record, with its read model."""
    Edition.objects.create(number=1, published=datetime(2026, 11, 21, tzinfo=UTC), digest="0" * 64)
    councils = {
        slug: Authority.objects.create(slug=slug, name=slug.title(), official_name=slug, gss="E", region=region)
        for slug, region in COUNCILS
    }  # fmt: skip
    services = {
        (slug, kind): Service.objects.create(authority=council, kind=kind or "not-stated")
        for slug, council in councils.items()
        for kind in SERVICES
    }
    Source.objects.create(ref="source", slug="x", file="x.csv", text="", title="x", kind="table")
    record = Record()
    for row in rows:
        (first, last), (earliest, latest) = bounds(row["inspected"]), bounds(row["published"])
        since, until = (first, last) if first else (earliest, latest)
        key = inspection_key(since, row["ref"])
        record.add(
            make(
                Inspection, id=key, ref=row["ref"], slug="x", title=row["title"], service_kind=row["service"],
                kind=row["kind"], provider=row["provider"], inspectorates=row["inspectorates"],
                inspected_edtf=row["inspected"], inspected_earliest=first, inspected_latest=last,
                inspected_basis=row["inspected_basis"], published_edtf=row["published"], published_earliest=earliest,
                published_latest=latest, published_basis=row["published_basis"],
                year_from=since.year if since else None, year_to=until.year if until else None, sort_date=since,
            )
        )  # fmt: skip
        row["key"], row["years"] = key, meant(row, since, until)
        for slug in row["authorities"]:
            service = services[slug, row["service"]].pk
            record.add(make(InspectionService, inspection_id=key, service_id=service))
        for each in row["inspectorates"]:
            record.add(make(InspectedBy, inspection_id=key, inspectorate=each))
        for number, (scale, grade) in enumerate(row["grades"]):
            record.add(
                make(
                    Judgement, inspection_id=key, position=number, aspect="Overall", overall=number == 0,
                    scale=scale, grade=grade,
                )
            )  # fmt: skip
    with transaction.atomic():
        for table in (Inspection, InspectionService, InspectedBy, Judgement):
            insert(table, record.of(table), "default")
    write_read_model("default")
    forget_what_is_held()
    cache.clear()


def meant(row, since, until):
    """First and last year, and the years themselves, that an inspection's date may be of."""
    if not since:
        return None, None, set()
    dated, basis = ("inspected", "inspected_basis") if bounds(row["inspected"])[0] else ("published", "published_basis")
    every = range(since.year, until.year + 1)
    named = {int(part[:4]) for part in row[dated].strip("[]").split(",")} if row[basis] == "candidates" else set(every)
    return since.year, until.year, named
