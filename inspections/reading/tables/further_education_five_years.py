"""The latest inspection of every further education and skills provider, at five days from 2020 to 2024.

One inspection stands in as many rows as it was the latest at: the same provider by its number and the same day of
publication. Names, postcodes and areas change between the days. There is no day of inspection.
Published as "Five-year Ofsted inspection data", https://www.gov.uk/government/collections/further-education-and-skills-inspection-outcomes
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inspections.catalogue import Catalogue
from inspections.catalogue.types import Authority
from inspections.reading import skills
from inspections.reading.cell_values import IN_REGISTER, REGION
from inspections.reading.entries import Desk, Means, absence_notes, joined, named, on_day, title_of
from inspections.reading.facts import Graded, Held, InspectionFact, Judged, Provider, Reading, Words
from inspections.reading.headers import Layout, Row, column, later, optional, rows_under
from inspections.reading.sheets import Sheet

KIND = "official table"
OUTSIDE = frozenset({"Wales", "Scotland", "Northern Ireland"})
JUDGED_SINCE = date(2022, 9, 1)  # of the contribution of colleges to meeting skills needs
TABLE = Layout(
    "further education and skills providers",
    (
        column("urn", "URN", says=IN_REGISTER),
        column("name", "Name"),
        column("as-at", "As at date"),
        column("published", "Published date"),
        column("region", "Government office region", says=REGION),
        column("area", "Local authority area"),
        column("type", "Provider type"),
        column("overall", "Overall effectiveness"),
        column("quality-of-education", "Quality of education"),
        column("behaviour-and-attitudes", "Behaviour and attitudes"),
        column("personal-development", "Personal development"),
        column("leadership-and-management", "Leadership and management"),
        column("safeguarding", "Is safeguarding effective?", "Safeguarding is effective?"),
        later("skills-contribution", "Contribution to meeting skills needs", since=("as-at", JUDGED_SINCE)),
        optional("remit", "Remit"),
        optional("postcode", "Postcode"),
        optional("file-published", "Five-Year Ofsted Inspection Data publish date"),
    ),
    r"provider",
    ignored=("Publication type",),
)
LAYOUTS = (TABLE,)
ASPECTS = ("quality-of-education", "behaviour-and-attitudes", "personal-development", "leadership-and-management")
GRADES = ("overall", *ASPECTS, "safeguarding", "skills-contribution")


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    found: dict[tuple[str, date], list[Row]] = {}
    councils: list[Row] = []
    not_inspected = outside = 0
    for row in rows_under(header):
        published, at = desk.day(row, "published"), desk.day(row, "as-at")
        edition = desk.day(row, "file-published")
        desk.edition = max(filter(None, (desk.edition, edition)), default=None)
        if published and at and (published - at).days > skills.REPORTED:
            desk.wrong(row, "published", f"is long after {row['as-at']}, the day that the row is of", "correct the day")
        elif at and edition and at > edition:
            desk.wrong(row, "as-at", "is after the day on which the file was published", "correct the day")
        if row["type"] == skills.COUNCIL:
            councils.append(row)
        if row["type"] not in skills.SERVICES:
            desk.wrong(row, "type", "is no type of provider that is known", "the layout has to learn it")
        elif row["region"] in OUTSIDE:
            outside += 1
        elif published is None:
            not_inspected += 1
            graded = next((key for key in GRADES if row[key] not in ("", "-")), "")
            if graded:
                desk.wrong(row, graded, "is a grade without a day of publication", "fill in the day")
        else:
            desk.needs(row, "urn", "name")
            found.setdefault((row["urn"], published), []).append(row)
    if outside:
        desk.warn("outside-england", f"{outside} rows left out: providers in Wales, Scotland or Northern Ireland")
    if not_inspected:
        desk.warn("not-inspected", f"{not_inspected} rows of providers that had not been inspected at their day")
    others = _of_other_councils(desk, councils)
    for (urn, published), rows in found.items():
        _add(desk, rows, published, urn not in others)
    return desk.done(title_of(header))


def _of_other_councils(desk: Desk, rows: Sequence[Row]) -> frozenset[str]:
    """Numbers of councils' services that are not those of the area's council, which has one of its name beside them.

    A borough within a county may have a service of its own, and the table names the county as its area.
    """
    together: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        together.setdefault((row["as-at"], row["area"]), []).append(row)
    found: set[str] = set()
    for beside in together.values():
        at = desk.day(beside[0], "as-at")
        named_by = {row["urn"]: skills.council_named(desk.catalogue, row["name"], at) for row in beside if at}
        areas = desk.catalogue.authorities_named(beside[0]["area"])
        if any(council in areas for council in named_by.values()):
            found.update(urn for urn, council in named_by.items() if council is None)
    return frozenset(found)


def _add(desk: Desk, rows: list[Row], published: date, of_the_area: bool) -> None:
    """``of_the_area``: a service of a council is that of the council whose area is named."""
    rows.sort(key=lambda row: desk.day(row, "as-at") or date.min, reverse=True)
    newest = rows[0]
    place, where = _authority(desk, rows, published)
    if place is None:
        return
    scale = skills.scale_of(None, published)
    absences: list[tuple[str, str, Means]] = []
    overall = _graded(desk, rows, "overall", scale, absences)
    framework = desk.catalogue.frameworks[skills.framework_of(scale or skills.NEWER)]
    judged = []
    for key in ASPECTS:
        graded = _graded(desk, rows, key, scale, absences)
        if graded:
            label = next((a.label for a in framework.aspects if a.slug == key), newest.header.printed(key))
            judged.append(Judged(label, key, graded, Words()))
    for key, other, codes in (
        ("safeguarding", "ofsted-safeguarding-effective", skills.SAFEGUARDING),
        ("skills-contribution", "ofsted-skills-contribution", skills.CONTRIBUTION),
    ):
        graded = _other(desk, rows, key, other, codes, absences)
        if graded:
            judged.append(Judged(newest.header.printed(key).rstrip("?"), key, graded, Words()))
    council = newest["type"] == skills.COUNCIL and of_the_area
    kind = skills.SERVICES[newest["type"]] if of_the_area else skills.TRAINING
    named_by = joined(*(row.words("urn", "name") for row in rows))
    notes = list(absence_notes(absences))
    names = dict.fromkeys(row["name"] for row in rows)
    if len(names) > 1:
        notes.append(f"Named by the table, newest first: {'; '.join(names)}")
    if not place.life.holds(published):
        notes.append("The area is the one that the table names; it was another authority’s on the day")
    if scale is None:
        notes.append(skills.OPEN)
    desk.inspections.append(
        InspectionFact(
            key=desk.next_key(),
            authorities=(named(place.slug, joined(*(row.words("name", "area") for row in where))),),
            service=named(kind, newest.words("type")),
            service_name=_own_name(desk, rows, place) if council else None,
            inspectorates=(named("ofsted", newest.words("name")),),
            kind="full",
            kind_words=newest.words("overall"),
            framework=named(framework.slug, newest.words("published")) if scale else None,
            framework_basis="derived",
            published=on_day(published, joined(*(row.words("published") for row in rows))),
            overall=overall,
            overall_absent=None if overall else "not stated",
            judgements=tuple(judged),
            notes=tuple(notes),
            provider=None
            if council
            else Provider(f"fes-urn-{newest['urn']}", newest["name"], newest["type"], named_by, tuple(names)[1:]),
        )
    )


def _own_name(desk: Desk, rows: Sequence[Row], place: Authority) -> str:
    """The newest name that stands beside the council's own area: a council of later has taken over a number."""
    own = (row["name"] for row in rows if place in desk.catalogue.authorities_named(row["area"]))
    return next(own, rows[0]["name"])


def _authority(desk: Desk, rows: Sequence[Row], day: date) -> tuple[Authority | None, list[Row]]:
    """The area as the rows name it: of those that existed on the day of publication the newest; and the rows saying so.

    A council's own service belongs to the council of its name where its name holds one. A provider whose areas all
    came later stands in the newest.
    """
    council = rows[0]["type"] == skills.COUNCIL
    for row in rows:
        by_name = skills.council_named(desk.catalogue, row["name"], day) if council else None
        living = [each for each in desk.catalogue.authorities_named(row["area"]) if each.life.holds(day)]
        found = by_name or (living[0] if len(living) == 1 else None)
        if found:
            return found, [each for each in rows if (each["area"], each["name"]) == (row["area"], row["name"])]
    newest = rows[0]
    if not desk.catalogue.authorities_named(newest["area"]):
        desk.wrong(newest, "area", "is no authority that is known", "correct the name, or leave the row out")
        return None, []
    if council:
        desk.not_then(newest, "area", day)
        return None, []
    at = desk.day(newest, "as-at")
    return desk.authority(newest, "area", at), [newest]


def _graded(
    desk: Desk, rows: Sequence[Row], key: str, scale: str | None, absences: list[tuple[str, str, Means]]
) -> Graded | None:
    """The grade that every row gives; on a scale that is left open, that a grade was given and not which."""
    on = scale or skills.NEWER
    text = _agreed(desk, rows, key)
    if text is None:
        return None
    graded, means = desk.grade(rows[0], key, on, skills.codes_on(on), skills.note_on(on, text))
    if means and not means.judged:
        absences.append((rows[0].header.printed(key), text, means))
    if graded is None:
        return None
    words = joined(*(row.words(key) for row in rows))
    if scale is None:
        note = f"the table prints “{text}”, and which of two scales it is on is not stated"
        return Graded(on, None, words, "derived", note)
    return Graded(graded.scale, graded.grade, words, graded.basis, graded.note)


def _other(
    desk: Desk,
    rows: Sequence[Row],
    key: str,
    scale: str,
    codes: dict[str, Means],
    absences: list[tuple[str, str, Means]],
) -> Graded | None:
    said = [row for row in rows if row[key] not in ("", "-")]
    if not said:
        return None
    text = _agreed(desk, said, key)
    graded, means = desk.grade(said[0], key, scale, codes) if text else (None, None)
    if means and not means.judged and text:
        absences.append((said[0].header.printed(key).rstrip("?"), text, means))
    if graded is None:
        return None
    return Graded(scale, graded.grade, joined(*(row.words(key) for row in said)), graded.basis, graded.note)


def _agreed(desk: Desk, rows: Sequence[Row], key: str) -> str | None:
    """What all rows print; nothing is taken where they do not agree."""
    texts = {row[key] for row in rows}
    if len(texts) == 1:
        return texts.pop()
    told = ", ".join(sorted(f"“{text}”" for text in texts))
    desk.warn("two-grades", f"{rows[0].where}: left out: {rows[0].header.printed(key)} of one inspection is {told}")
    return None
