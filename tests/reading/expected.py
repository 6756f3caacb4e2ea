"""Fact files: what a case says, in the words of the person who worked it out; here they become values to compare."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from inspections.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "reading" / "cases"
FAMILIES = (
    "seeds",
    "made",
    "unseen",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
    "twentyeighth",
    "twentyninth",
    "thirtieth",
    "thirtyfirst",
    "thirtysecond",
    "thirtythird",
    "thirtyfourth",
    "thirtyfifth",
    "thirtysixth",
    "thirtyseventh",
    "thirtyeighth",
    "thirtyninth",
    "fortieth",
    "fortyfirst",
    "fortysecond",
    "fortythird",
    "fortyfourth",
    "fortyfifth",
    "fortysixth",
    "fortyseventh",
    "fortyeighth",
    "fortyninth",
    "fiftieth",
    "fiftyfirst",
    "fiftysecond",
    "fiftythird",
    "fiftyfourth",
    "pages",
)
Fact = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    family: str
    id: str
    path: Path
    facts: Fact


def cases(family: str) -> list[Case]:
    """Every document of a family with its facts, in order."""
    folder = CASES / family
    if not (folder / "facts.jsonl").exists():
        return []
    lines = (folder / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for line in filter(None, lines):
        facts = json.loads(line)
        name = Path(facts.get("text_file") or facts["file"]).name
        found.append(Case(family, facts["id"], (ROOT / "seeds" if family == "seeds" else folder) / name, facts))
    return found


def words(text: str) -> list[str]:
    """Words to compare: marks and punctuation dropped, lower case, dashes between words a space."""
    text = re.sub(r"[\u2013\u2014/]", " ", text.lower())
    return [w for w in ("".join(c for c in part if c.isalnum()) for part in text.split()) if w]


# Services, kinds, inspectorates

_SERVICES = (
    (r"safeguarding and looked after", {"childrens-services", "safeguarding", "looked-after-children"}),
    (r"contact, referral", {"contact-referral-assessment"}),
    (r"adoption", {"adoption"}),
    (r"fostering", {"fostering"}),
    (r"safeguarding children board|lscb", {"lscb"}),
    (r"multi-agency", {"multi-agency-response"}),
    (r"children", {"childrens-services"}),
    (r"child protection", {"childrens-services", "safeguarding"}),
    (r"^safeguarding$", {"safeguarding"}),
    (r"apprentice", {"apprenticeships", "adult-learning"}),
    (r"adult social", {"adult-social-care"}),
    (r"adult|continuing education", {"adult-learning"}),
    (r"send\b", {"area-send"}),
    (r"school improvement", {"school-improvement"}),
    (r"youth", {"youth-justice"}),
    (r"fire and rescue", {"fire-and-rescue"}),  # of which the catalogue has no framework: told of, and missed
)


def services(text: str) -> set[str]:
    for pattern, slugs in _SERVICES:
        if re.search(pattern, text.lower()):
            return slugs
    raise ValueError(f"a fact file names a service that scoring does not know: {text}")


_FAMILY = {
    "safeguarding": "childrens-services", "looked-after-children": "childrens-services",
    "apprenticeships": "adult-learning",
}  # fmt: skip


def family_of(slug: str) -> str:
    return _FAMILY.get(slug, slug)


_KINDS = (
    (r"kind not stated|name not stated", {"full", "unstated"}),
    (r"annual|star rating", {"annual-assessment"}),
    (r"monitoring", {"monitoring-visit"}),
    (r"focused", {"focused-visit"}),
    (r"school improvement inspection \(return", {"school-improvement", "revisit"}),
    (r"school improvement", {"school-improvement"}),
    (r"revisit", {"revisit"}),
    (r"unannounced", {"unannounced"}),
    (r"joint targeted", {"joint-targeted"}),
    (r"joint area review", {"joint-area-review", "full"}),
    (r"short", {"short"}),
    (r"full|review|assessment", {"full"}),
)


def kinds(text: str) -> set[str]:
    """The kinds a fact file's words allow."""
    if text.startswith("joint targeted"):
        return {"joint-targeted"}
    for pattern, slugs in _KINDS:
        if re.search(pattern, text):
            return slugs
    raise ValueError(f"a fact file names a kind that scoring does not know: {text}")


INSPECTORATES = {
    "Ofsted": "ofsted",
    "CQC": "cqc",
    "HMICFRS": "hmicfrs",
    "HMI Probation": "hmi-probation",
    "CSCI": "csci",
    "SSI": "ssi",
}


def inspectorates(names: Iterable[str]) -> set[str]:
    return {INSPECTORATES.get(name, name) for name in names}


def authorities(facts: Fact, inspection: Fact, catalogue: Catalogue) -> list[set[str]]:
    """For each authority of an inspection, the slugs that would be right (two when only a name is given)."""
    by_gss = {code: a.slug for a in catalogue.authorities.values() for code, _, _ in a.gss_codes}
    by_name = {a.official_name: a.slug for a in catalogue.authorities.values()}  # some were abolished without a code
    names = inspection.get("authorities") or [inspection["authority"]]
    out = []
    for name in names:
        known = [a for a in facts["authorities"] if a["name"] == name]
        noted = [a for a in known if a["gss"] and a["gss"] in (inspection.get("note") or "")]
        inspected = [a for a in known if a.get("role") == "inspected"]
        out.append({by_gss[a["gss"]] if a["gss"] else by_name[a["official"]] for a in noted or inspected or known})
    return out


# Dates


@dataclass(frozen=True)
class Day:
    """A date a fact file states: ``bounds`` of the stretch of days, or ``partial`` when the year is missing."""

    bounds: tuple[date, date] | None
    partial: str = ""
    basis: str = ""
    precision: str = ""
    inferable: tuple[int, ...] = ()


def _bounds(value: str) -> tuple[date, date]:
    if "-W" in value:
        year, week = value.split("-W")
        monday = date.fromisocalendar(int(year), int(week), 1)
        return monday, monday + timedelta(days=6)
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), following - timedelta(days=1)
    return date(*parts), date(*parts)


def day(start: Fact | None, end: Fact | None = None) -> Day | None:
    """A stated date, or the stretch from one stated date to another; None: nothing is stated."""
    first = start or {}
    last = end if end and (end.get("value") or end.get("partial")) else first
    years = tuple(int(y) for y in re.findall(r"\b\d{4}\b", str(first.get("inferable") or "")))
    if first.get("value"):
        bounds = _bounds(first["value"])[0], _bounds(last["value"])[1]
        return Day(bounds, "", first.get("basis", ""), first.get("precision", ""))
    if first.get("partial"):
        edtf = f"XXXX-{first['partial'].removeprefix('--')}"
        if last.get("partial") and last["partial"] != first["partial"]:
            edtf += f"/XXXX-{last['partial'].removeprefix('--')}"
        return Day(None, edtf, first.get("basis", ""), first.get("precision", ""), years)
    if last.get("value"):
        return Day(_bounds(last["value"]), "", last.get("basis", ""), last.get("precision", ""))
    return None


# Grades

_SCALES = (
    (r"^hmicfrs", ("hmicfrs-fire",)),
    (r"^hmip", ("hmi-probation-four-point",)),
    (r"^cqc quality", ("cqc-quality-statement-score",)),
    (r"^cqc", ("cqc-rating",)),
    (r"^apa", ("ofsted-apa",)),
    (r"^csci capacity", ("csci-capacity-to-improve",)),
    (r"^csci outcomes", ("csci-outcomes", "csci-capacity-to-improve")),
    (r"^csci", ("csci-stars",)),
    (r"performs", ("ofsted-annual-assessment",)),
    (r"area send", ("area-send-outcome",)),
    (r"^fe mon", ("fe-monitoring-progress",)),
    (r"report card", ("ofsted-report-card", "ofsted-safeguarding")),
    (r"effective/ineffective", ("lasi-effectiveness",)),
    (r"satisfactory", ("ofsted-four-point-satisfactory",)),
    (r"/adequate", ("ofsted-four-point-adequate",)),
    (r"requires improvement", ("ofsted-four-point",)),
)
_OF_WORDS = (("significant progress", "fe-monitoring-progress"), ("reasonable progress", "fe-monitoring-progress"),
             ("insufficient progress", "fe-monitoring-progress"), ("sufficient progress", "send-revisit-progress"),
             ("not sufficient", "send-revisit-progress"))  # fmt: skip


def grade(text: str | None, scale: str | None, catalogue: Catalogue) -> tuple[str, str] | None:
    """(scale, grade) as slugs; None where no grade is stated. A scale unknown to the catalogue keeps its words."""
    if text is None or text.startswith("not graded") or re.search(r"(?i)not stated|implied", text):
        return None
    plain = re.sub(r"\s*\(.*\)\s*$", "", text.lower()) or text.lower()
    known = catalogue.scales
    named = (scale or "").lower()
    slugs: Sequence[str] = next((found for pattern, found in _SCALES if named and re.search(pattern, named)), ())
    if not slugs or plain.endswith("progress") or plain.startswith("not sufficient"):
        slugs = next(((slug,) for start, slug in _OF_WORDS if plain.startswith(start)), slugs)
    if not slugs:
        raise ValueError(f"a fact file gives a grade without a scale that scoring knows: {text} ({scale})")
    for slug in slugs:
        for rung in known[slug].grades if slug in known else ():
            said = {rung.slug, rung.slug.replace("-", " "), rung.label.lower(), str(rung.number), *rung.wordings}
            if plain in said or plain.removesuffix(" progress") in said:
                return slug, rung.slug
    return slugs[0], plain
