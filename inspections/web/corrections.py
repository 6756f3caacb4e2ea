"""What a page said before, and since which edition it says something else: from the changes of editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from inspections.models import Change
from inspections.web.asked import changes_of
from inspections.web.edition import held_by_edition
from inspections.web.known import (
    STATUSES,
    VERIFICATIONS,
    field_words,
    framework_name,
    inspectorate_name,
    kind_words,
    service_name,
)
from inspections.web.ladder import place_grade
from inspections.wording import when_in_words

MOST_HELD = 50_000  # things that were changed, so that no question is asked about others
# columns that a visitor knows by another name; what is left out is how the record was made, not what it says
NAMES = {
    "title": "title",
    "authorities": "authority",
    "service_kind": "service",
    "service_name": "service as printed",
    "inspectorates": "inspectorate",
    "kind": "kind",
    "framework": "framework",
    "inspected_edtf": "when inspected",
    "published_edtf": "when published",
    "overall_absent": "overall grade",
    "outcome": "outcome",
    "judgements": "judgements",
    "next_due_edtf": "next inspection due",
    "stance": "stance",
    "text": "words",
    "attributed_to": "attributed to",
    "speaker": "speaker",
    "private_speaker": "speaker",
    "role": "role",
    "organisation": "organisation",
    "said_edtf": "when said",
    "status": "status",
    "verification": "comparison with the report",
    "publisher": "publisher",
    "url": "address of the original",
    "archived_url": "archived address",
    "licence": "licence",
    "text_sha256": "held text (SHA-256)",
}
_CODES = {"kind": kind_words, "service_kind": service_name, "framework": framework_name}


@dataclass(frozen=True)
class Correction:
    """One field that said something else until an edition."""

    field: str
    before: str
    after: str
    edition: int
    published: datetime


@held_by_edition
def ever_changed() -> frozenset[tuple[str, str]] | None:
    """Kind and id of all that an edition changed; None where that is too much to be held."""
    found = frozenset(Change.objects.ever_changed()[: MOST_HELD + 1])
    return found if len(found) <= MOST_HELD else None


def corrections_of(kind: str, ref: str) -> tuple[Correction, ...]:
    """Every correction of one thing, newest first: one query, none for what no edition changed."""
    changed = ever_changed()
    if changed is not None and (kind, ref) not in changed:
        return ()
    return tuple(each for change in changes_of(kind, ref) for each in corrections_in(change))


def corrections_in(change: Any) -> tuple[Correction, ...]:
    """The fields of a change that a visitor can read."""
    if change.action != "changed":
        return ()
    return tuple(
        Correction(
            NAMES[entry["field"]],
            say(entry["field"], entry["before"]),
            say(entry["field"], entry["after"]),
            change.edition_id,
            change.edition.published,
        )
        for entry in change.fields
        if entry["field"] in NAMES and say(entry["field"], entry["before"]) != say(entry["field"], entry["after"])
    )


def say(field: str, value: str) -> str:
    """A stored value in words; "" where there was none."""
    if not value:
        return ""
    if field.endswith("_edtf"):
        return when_in_words(value)
    if field == "judgements":
        return "; ".join(_judgement(each) for each in value.split("; "))
    if field == "inspectorates":
        return "; ".join(inspectorate_name(each) for each in value.split("; "))
    if field == "status":
        return STATUSES.get(value, value)
    if field == "verification":
        return VERIFICATIONS.get(value, value)
    return _CODES[field](value) if field in _CODES else value


def _judgement(said: str) -> str:
    """ "Overall: ofsted-four-point:good" with the grade's word and its scale's name; anything else as it is."""
    aspect, _, coded = said.rpartition(": ")
    scale, colon, grade = coded.partition(":")
    if not (aspect and colon):
        return said
    shown = place_grade(scale, "" if grade == "not stated" else grade)
    return f"{aspect}: {shown.label} ({shown.scale_name})"


def name_fields(corrections: Sequence[Correction]) -> str:
    """The fields that were corrected, in words, each once."""
    return ", ".join(dict.fromkeys(each.field for each in corrections)) or field_words("other")
