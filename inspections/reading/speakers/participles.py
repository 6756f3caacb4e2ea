"""Who says what a participle behind a comma leads in: "Cllr Lee welcomed the findings, saying: “...”"."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Catalogue
from inspections.reading.people import subject
from inspections.reading.people.subject import Subject
from inspections.reading.sentence_subjects import sentence_subject
from inspections.reading.speakers.verbs import NEVER_AFTER

_BEHIND_A_COMMA = re.compile(r",\s+(?:also\s+|then\s+|\w+ly\s+)?$")
# what stands within another's clause: "apologised for what inspectors called"
_WITHIN = re.compile(r"\b(?:what|that|how|which|who|whom|when|as|because|after|before|whether|if|where|why)\s+$", re.I)
_RELATIVE = re.compile(r",\s+(?:who|which|whom|whose)\s")
_RELATIVE_CLAUSE = re.compile(r",\s+who\s[^,;:“”\"]{2,110},(?=\s)")
_ANOTHER_CLAUSE = re.compile(r"\s(?:and|but|while|whereas|though|although)\s")
_SPEAKING = ("person", "report", "organisation", "he", "it", "they")


def of_the_participle(left: str, verbs: list[re.Match[str]], catalogue: Catalogue) -> Subject | None:
    """The subject of the sentence that a participle goes on from, with which ``left`` ends but for the comma.

    None where the sentence has a clause of somebody else as well, or no subject that anybody can tell. ``verbs``:
    those of saying that stand before it.
    """
    left = _RELATIVE_CLAUSE.sub(lambda m: "," + " " * (len(m.group()) - 1), left)
    told = sentence_subject(left, catalogue, denied=True)
    found = None
    for verb in verbs:
        before = left[: verb.start()]
        if NEVER_AFTER.search(before) or _WITHIN.search(before):
            continue
        each = subject(before, catalogue)
        if each is not None and not _WITHIN.search(before[: each.start]):
            found = each
            break
    if told is None and found is not None:
        return found if found.kind in _SPEAKING and found.start < 4 else None
    if told is None or told.who.kind not in _SPEAKING or _RELATIVE.search(left, told.end):
        return None
    who = told.who
    if who.kind == "report" and _ANOTHER_CLAUSE.search(left, told.end) and re.search(r"\s[A-Z]", left[told.end :]):
        return None  # "Inspectors named the council and its leader, Ann Lee, apologised, saying"
    if found is not None and found.name != who.name and (found.name or found.kind != who.kind):
        return None
    return replace(who, start=told.start + who.start)


def is_a_participle(verb: str, left: str) -> bool:
    """Does a word like "saying" stand behind a comma?"""
    return verb.lower().endswith("ing") and _BEHIND_A_COMMA.search(left) is not None
