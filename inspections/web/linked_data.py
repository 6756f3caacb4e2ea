"""Pages as schema.org describes them. Nothing empty, nothing padded, and no grade as a rating: a grade is no score.

Addresses are written from the site's root; ``whole`` puts the site before them when a page is made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from inspections.periods import parse
from inspections.web.known import the_catalogue
from inspections.web.shown import AuthorityName, Link, Named
from inspections.web.shown.authorities import AuthorityRow
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.inspections import InspectionWhole
from inspections.web.shown.statements import StatementShown

Data = dict[str, Any]
ADDRESSES = frozenset(("@id", "url", "item", "contentUrl", "image"))  # what may hold one
NOT_PLAIN = {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
NOT_PLAIN |= {char: f"\\u{ord(char):04X}" for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
_not_plain = re.compile(f"[{''.join(NOT_PLAIN)}]")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write(things: Sequence[Data], site: str) -> str:
    """One JSON-LD block that no text inside can close."""
    graph = [whole(thing, site) for thing in things]
    text = _encode({"@context": "https://schema.org", "@graph": graph})
    return _not_plain.sub(lambda found: NOT_PLAIN[found[0]], text)


def whole(value: Any, site: str, name: str = "") -> Any:
    """The value without anything empty in it, and with the site before every address that begins at its root."""
    if isinstance(value, str):
        text = value.strip()
        return f"{site}{text}" if name in ADDRESSES and text.startswith("/") else text
    if isinstance(value, dict):
        kept = {key: told for key, each in value.items() if (told := whole(each, site, key)) or _says_something(told)}
        return {} if kept.keys() <= {"@type"} else kept
    if isinstance(value, list | tuple):
        return [told for each in value if (told := whole(each, site, name)) or _says_something(told)]
    return value


def _says_something(value: Any) -> bool:
    """A number or an answer does, be it 0 or no."""
    return isinstance(value, int | float)


def exact_day(when: WhenShown | None) -> str:
    """A date in a form that schema.org knows: a day, a month or a year; "" for anything less sure."""
    if when is None or when.basis == "candidates":
        return ""
    choices = parse(when.edtf).choices
    if len(choices) != 1 or len(choices[0]) != 1:
        return ""
    part = choices[0][0].start
    if part is None or part != choices[0][0].end or part.year is None or part.doubt or part.precision == "season":
        return ""
    return when.edtf


def breadcrumbs(*steps: Link) -> Data:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": step.text, "item": step.url}
            for number, step in enumerate(steps, 1)
        ],
    }


def authority_name(authority: AuthorityName) -> Data:
    return {"@type": "GovernmentOrganization", "@id": authority.url, "name": authority.name, "url": authority.url}


def inspectorate(named: Named) -> Data:
    known = the_catalogue().inspectorates.get(named.slug)
    return {
        "@type": "GovernmentOrganization",
        "name": known.name if known else named.name,
        "url": known.url if known else "",
    }


def inspection(shown: InspectionWhole, description: str) -> list[Data]:
    """The report of an inspection, as this record holds it."""
    i = shown
    report = {
        "@type": "Report",
        "@id": i.url,
        "url": i.url,
        "name": i.title,
        "description": description,
        "inLanguage": "en-GB",
        "image": f"/inspections/{i.ref}.png",
        "publisher": [inspectorate(each) for each in i.inspectorates],
        "datePublished": exact_day(None if "published" in i.disputed_fields else i.published),
        "temporalCoverage": _coverage(None if "inspected" in i.disputed_fields else i.inspected),
        "about": [authority_name(authority) for authority in i.authorities],
        "isBasedOn": [
            {"@type": "CreativeWork", "@id": source.url, "url": source.url, "name": source.title}
            for source in i.sources
        ],
        "hasPart": [{"@type": "Quotation", "@id": each.url, "url": each.url} for each in i.findings],
    }
    steps = [
        Link("Authorities", "/authorities/"),
        *(Link(a.name, a.url) for a in i.authorities[:1]),
        Link(i.title, i.url),
    ]
    return [report, breadcrumbs(*steps)]


def _coverage(when: WhenShown | None) -> str:
    """When it was inspected: a date, or an interval between two dates without doubt, as ISO 8601 has them."""
    if when is None or when.basis == "candidates":
        return ""
    choices = parse(when.edtf).choices
    if len(choices) == 1 and len(choices[0]) == 1 and choices[0][0].precision == "interval":
        ends = (choices[0][0].start, choices[0][0].end)
        plain = all(end and end.year and not end.doubt and end.precision != "season" for end in ends)
        return when.edtf if plain else ""
    return exact_day(when)


def statement(shown: StatementShown) -> list[Data]:
    """Exact words and the body they are from; individuals are named on the page, not in what describes it."""
    s = shown
    quotation = {
        "@type": "Quotation",
        "@id": s.url,
        "url": s.url,
        "text": s.text_with_gaps,
        "inLanguage": "en-GB",
        "creator": {"@type": "Organization", "name": s.organisation},
        "dateCreated": exact_day(s.said),
        "isPartOf": {
            "@type": "CreativeWork",
            "@id": s.source.url,
            "url": s.source.url,
            "name": s.source.title,
            "publisher": {"@type": "Organization", "name": s.source.publisher},
        },
        "about": [{"@type": "Report", "@id": link.url, "url": link.url, "name": link.text} for link in s.inspections],
    }
    crumbs = breadcrumbs(Link("Statements", "/statements/"), Link(f"{s.kind[:1].upper()}{s.kind[1:]}", s.url))
    return [quotation, crumbs]


def authority(shown: AuthorityRow) -> list[Data]:
    a = shown
    codes = (("GSS", a.gss), ("DfE", a.dfe))
    body = {
        "@type": "GovernmentOrganization",
        "@id": a.url,
        "url": a.url,
        "name": a.official_name,
        "alternateName": list(dict.fromkeys((a.name, *a.other_names))),
        "identifier": [{"@type": "PropertyValue", "propertyID": kind, "value": code} for kind, code in codes if code],
        "foundingDate": a.opened.isoformat() if a.opened else "",
        "dissolutionDate": a.closed.isoformat() if a.closed else "",
    }
    return [body, breadcrumbs(Link("Authorities", "/authorities/"), Link(a.name, a.url))]


def dataset(description: str, tables: Sequence[str]) -> list[Data]:
    """The record as data, every table as CSV and JSON."""
    return [
        {
            "@type": "Dataset",
            "@id": "/data/",
            "url": "/data/",
            "name": "Inspection Record",
            "description": description,
            "inLanguage": "en-GB",
            "isAccessibleForFree": True,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "contentUrl": f"/{table}.{ending}",
                    "encodingFormat": media,
                    "name": f"{table} as {ending.upper()}",
                }
                for table in tables
                for ending, media in (("csv", "text/csv"), ("json", "application/json"))
            ],
        },
        breadcrumbs(Link("Data", "/data/")),
    ]
