"""The office of somebody named without one, where the sentence beside tells of the office without a name.

"The leader of Bury Council looks tired. “It is late,” says Ann Lee." and "It fell to the lead member for children to
explain. Cllr Ann Lee said:" go before; "The cabinet member was speaking outside the Town Hall." goes after. Only where
these sentences tell of nobody else, and where the page names nobody else in that office.
"""

from __future__ import annotations

import re

from inspections.reading.document import Document
from inspections.reading.people import subject
from inspections.reading.people.names import is_name
from inspections.reading.people.roles import OFFICE, PRIVATE, STAFF
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution, Place
from inspections.reading.speakers.sentences import sentences_of

# "The chief executive of Bury Council keeps a bill on her wall": up to the verb
_BEGINS_WITH_OFFICE = re.compile(r"(?:The|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,4}[’']s?)\s")
_MAY_BE_A_VERB = re.compile(r"\s(?=(?:is|was|has|had|keeps|[a-z]{2,}(?:[^s\W]s|ed)|sat|took|gave|came|left|stood)\s)")
# "It fell to the lead member for children to explain."
_FELL_TO = rule(
    r"\W*(?:So\s+|And\s+)?(?:It|That|This|The\s+(?:job|task|honour|duty)(?:\s+of\s+[^,.;]{3,40}?)?)\s+(?:then\s+)?(?:fell|falls|was\s+left|was\s+up|went)\s+to\s+"
    r"(?P<who>(?:the|its|their)\s+[^,.;:“”\"]{3,90}?)(?:\s+to\s+[a-z]+\b[^,.;:“”\"]{0,60})?\s*[.!]?\s*"
)
AFTERWARDS = rule(
    r"\W*(?P<who>The\s+[^,.;:“”\"]{3,90}?),?\s+(?:was\s+(?:speaking|talking)|spoke|added|went\s+on|continued|also\s+(?:said|told))\b(?P<rest>[^“”\"]*)"
)
_FIRST_WORDS = 130  # characters in which the first verb must stand
_CAPITALS = re.compile(r"[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+")
_MARKED = re.compile(r"[“\"][^“”\"]{0,900}[”\"]")
# an office that no councillor holds
_AN_OFFICERS = rule(r"\b(?:director|chief\s+executive|head\s+of|manager|officer|inspector)\b", re.I)
_MADE_OF_WORDS = 3  # "director of services": an office told so fully is one person's


def office_beside(document: Document, place: Place, made: Attribution) -> Attribution | None:
    """The same person in the office told of right before the name, or right after the words; None where none is."""
    name, said = made.speaker or "", made.span
    if " " not in name or " and " in name or said is None or not said.within(place.segment.span):
        return None
    found = _before(document, place, made) or _after(document, place, made)
    if found is None or not found.role or (made.titled and _AN_OFFICERS.search(found.role)):
        return None
    if _is_anothers(document, found.role, name):
        return None
    return Attribution("person", None, name, found.role, found.organisation, sex=found.sex or made.sex)


def _before(document: Document, place: Place, made: Attribution) -> Subject | None:
    """The office told of by the sentence right before the one that first names the speaker."""
    name, span = made.speaker or "", place.segment.span
    words = _MARKED.sub(lambda m: "“" + "-" * (len(m.group()) - 2) + "”", document.text[span.start : span.end])
    sentences = sentences_of(words)
    at = next((i for i, each in enumerate(sentences) if name in each), 0)
    if not at or _names_another(sentences[at], name):
        return None
    if fell := _FELL_TO.fullmatch(sentences[at - 1]):
        return _holder(document, fell["who"], name, "")
    if not _BEGINS_WITH_OFFICE.match(words):
        return None
    opening = " ".join(sentences[:at])
    verbs = list(_MAY_BE_A_VERB.finditer(opening[:_FIRST_WORDS]))
    for verb in verbs:
        word = opening[verb.end() :].split(" ", 1)[0]
        if word.endswith("es") and any(other.start() == verb.end() + len(word) for other in verbs):
            continue  # "services was"
        who = _holder(document, opening[: verb.start()], name, opening[verb.end() :])
        if who is not None and (who.organisation or len((who.role or "").split()) >= _MADE_OF_WORDS):
            return who
    return None


def _after(document: Document, place: Place, made: Attribution) -> Subject | None:
    """The office of "The cabinet member was speaking at the Town Hall", right after the clause that names her."""
    assert made.span is not None
    name, said = made.speaker or "", made.span
    if name not in said.of(document.text):
        return None
    ends = re.compile(r"[^.!?“”\"\n]{0,60}[.!?]\s+").match(document.text, said.end)
    begins = ends.end() if ends is not None else said.end
    following = document.text[begins : place.segment.span.end]
    m = AFTERWARDS.match(following) if said.start >= place.quote.end else None
    if m is None or _names_another(m["rest"], name):
        return None
    return _holder(document, m["who"], name, "")


def _holder(document: Document, phrase: str, name: str, rest: str) -> Subject | None:
    who = subject(f"{phrase}, {name}", document.catalogue)
    if who is None or who.name != name or not who.role or not OFFICE.search(who.role) or PRIVATE.match(who.role):
        return None
    if _names_another(rest, name) or any(each.search(rest) for each in (OFFICE, PRIVATE, STAFF)):
        return None
    return Subject("person", 0, name, who.role, who.organisation, sex=_by_pronoun(rest))


def _names_another(words: str, name: str) -> bool:
    own = set(name.split())
    told = (m.group() for m in _CAPITALS.finditer(words))
    return any(is_name(each) and not own & set(each.split()) and _A_PLACE.search(each) is None for each in told)


_A_PLACE = re.compile(
    r"\s(?:House|Hall|Centre|Road|Street|Lane|School|Park|College|Hospital|Hotel|Church|Square|Court|Library|Chamber|Building|Office)$"
)


def _is_anothers(document: Document, role: str, name: str) -> bool:
    """Does the page name somebody else in this office?"""
    held = re.compile(
        rf"\b{re.escape(role)},?\s+(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\s+)?(?P<a>[A-Z][\w’'-]+\s[A-Z][\w’'-]+)"
        rf"|(?P<b>[A-Z][\w’'-]+\s[A-Z][\w’'-]+),\s+(?:the\s+|its\s+)?(?:\w+\s+)?{re.escape(role)}\b"
    )
    others = (m["a"] or m["b"] for m in held.finditer(document.text))
    return any(is_name(each) and each.split()[-1] not in name for each in others)


def _by_pronoun(words: str) -> str:
    """ "A bill on her wall": she, where the other is not told of."""
    she, he = re.search(r"\b(?:she|her|hers)\b", words), re.search(r"\b(?:he|his|him)\b", words)
    return "she" if she and not he else "he" if he and not she else ""
