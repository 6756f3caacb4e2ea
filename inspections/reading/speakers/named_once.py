"""The one person whom a sentence names, wherever in it the name stands, and the office that the sentence gives.

"It fell to the cabinet member, Ann Lee, to explain": she is meant by "she said" right after it, as long as the
sentence tells of nobody else.
"""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.people import subject
from inspections.reading.people.names import is_name, name_at_end
from inspections.reading.people.roles import OFFICE, PRIVATE, STAFF, TITLE
from inspections.reading.people.subject import Subject
from inspections.reading.sentence_subjects import sentence_subject
from inspections.reading.speakers.introduced import office_of

_WORD = r"[A-Z][’A-Z]*[a-z][\w’'\-]*"
_NAMED = re.compile(rf"(?:(?:{TITLE.pattern})\s+)+{_WORD}(?:\s+{_WORD})*|{_WORD}(?:\s+{_WORD})+")
_MARKED = re.compile(r"[“\"][^“”\"]*[”\"]?")
_LONGEST = 400
# one other person: "a mother", "the leader"; of several nobody is "she"
_ONE = re.compile(
    rf"\b(?:{OFFICE.pattern}|{PRIVATE.pattern}|{STAFF.pattern})(?<!s)(?<!staff)(?<!people)(?<!children)(?<!men)", re.I
)
_NO_ONE = re.compile(
    r"(?:social|public|health|child|head|chief|lead|leads|deputy|independent|regional|member)\s+(?:care|of|office)\b|\bcared?\s+for\b",
    re.I,
)
_LED = re.compile(
    r"\b(?:(?:co-)?chairs|leads|heads|runs|founded|set\s+up|co-?ordinates|fronts)\s+(?:the\s+)?$"
)  # a body's name follows
_ASIDE = re.compile(r",\s+([^,]{3,80}),\s")
_DENIED = re.compile(r"\b[Nn]ot\s+(?:the|an?|its)\s|:")
_NUMBER = re.compile(r"^\W*(?:\[?\d+\s*/\s*\d+\]?|\d+[.)])\s+")  # of a picture or a paragraph
_WHO_IS = re.compile(r",\s+who\s+(?:is|was|has\s+been)\s+([^,;]{3,90}?)(?=\s+and\s+(?:who|has|had|was|is)\b|,|$)")
_KIN = re.compile(rf"(?:{PRIVATE.pattern}|{STAFF.pattern})(?:-of-\w+)?\s*$", re.I)  # "local mum Ann Lee"
_TITLED = re.compile(rf"\b(?:{TITLE.pattern})\s+[A-Z]")
_OTHER = re.compile(r"\b(?:somebody|someone|everybody|nobody|anyone|the\s+other|another|who\s+asked)\b", re.I)
_NOT_MET = re.compile(
    r"\b(?:like|unlike|without|before|after|under|replaced|succeeded|predecessor|successor|named\s+after|called|late)\s+$",
    re.I,
)


def named_once(sentence: str, catalogue: Catalogue) -> Subject | None:
    """The one person in office whom a sentence names; None where it tells of another besides, or gives no office."""
    if len(sentence) > _LONGEST:
        return None
    words = _MARKED.sub(lambda m: "“" + "-" * (len(m.group()) - 1), _NUMBER.sub("", sentence))
    people = [m for m in _NAMED.finditer(words) if _is_person(m.group()) and not _LED.search(words[: m.start()])]
    if len(people) != 1:
        return None
    m = _name_alone(words, people[0])
    if _NOT_MET.search(words, max(0, m.start() - 20), m.start()) or _DENIED.search(words, 0, m.start()):
        return None
    who = office_of(words, m, catalogue) or _without_office(words, m, catalogue)
    if who is None or not who.name or who.private or " and " in who.name or who.name not in m.group():
        return None
    rest = _KIN.sub("", words[: m.start()]) + " , " + words[m.end() :]
    for told in filter(None, ((who.role or "").split(", ") if who.role else [])):
        rest = rest.replace(told, " , ")
    others = _ONE.search(_NO_ONE.sub(" ", rest)) or _OTHER.search(rest) or _TITLED.search(rest)
    return None if others else who


def _without_office(words: str, m: re.Match[str], catalogue: Catalogue) -> Subject | None:
    """A councillor, or somebody who speaks for a body ("For UNISON, Mr Bo Day"), of whom no office is told."""
    if aside := _WHO_IS.match(words, m.end()) or _ASIDE.match(words, m.end()):
        who = subject(f"{m.group()}, {aside[1]}", catalogue)
        if who is not None and who.name and who.role:
            return who
    who = subject(words[: m.end()], catalogue) if words.startswith(("For ", "On behalf ")) else None
    if who is None or not who.organisation:
        who = subject(m.group(), catalogue)
    return who if who is not None and (who.titled or who.organisation) else None


def _name_alone(words: str, m: re.Match[str]) -> re.Match[str]:
    """The name with its titles, without a capitalised word before it ("From Cllr Ann Lee")."""
    found = name_at_end(m.group())
    if found is None:
        return m
    return re.compile(rf"(?:(?:{TITLE.pattern})\s+)*{re.escape(found.name)}").search(words, m.start()) or m


def _is_person(words: str) -> bool:
    parts = words.split()
    return is_name(words) or (len(parts) > 2 and is_name(" ".join(parts[1:])))


# "I met the new director, Ann Lee, in May, and she said": whom the writer met
_MET = re.compile(
    r"\b(?:I|[Ww]e)\s+(?:\w+ly\s+|also\s+|then\s+|have\s+|had\s+)?(?:met|saw|rang|phoned|telephoned|called|asked|visited|e-?mailed|wrote\s+to|spoke\s+to|talked\s+to|bumped\s+into|caught\s+up\s+with|sat\s+down\s+with)\s"
)
# "Councillor Lee wished it to be recorded that she"
_WISHED = re.compile(
    r"\b(?:wish(?:ed|es)|asked|wanted|requested)\s+(?:it\s+)?(?:to\s+(?:be|have\s+it)\s+)?(?:recorded|minuted|noted|known|placed\s+on\s+record)\s+that\s*$"
)
_WHEN_SHE = re.compile(r"(?:,?\s+(?:and|but|when|where|as|because|while|in\s+that)|,)\s*$")


def named_in_the_clause(begun: str, catalogue: Catalogue) -> Subject | None:
    """Whom "she" means behind ``begun`` in one sentence: its only person, who is its subject or whom the writer met."""
    wished = _WISHED.search(begun)
    if not wished and not _WHEN_SHE.search(begun):
        return None
    if wished:
        told = sentence_subject(begun, catalogue, denied=True)
        return told.who if told is not None and told.who.kind == "person" and told.who.name else None
    who = named_once(begun, catalogue)
    if who is None:
        return None
    if met := _MET.search(begun):
        return who if met.end() <= begun.find(who.name or "") else None
    told = sentence_subject(begun, catalogue)
    return who if told is not None and told.who.name == who.name else None
