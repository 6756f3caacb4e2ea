"""What stands after a name: the office of whoever bears it, or that they are a private person."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.people.organisations import ORG_ONLY, of_a_body
from inspections.reading.people.roles import OF_A_SERVICE, OFFICE, PRIVATE, one_of

LONGEST_ROLE = 18  # words


def role_after(rest: str, catalogue: Catalogue) -> tuple[str | None, bool]:
    """The role after a name; and whether it describes a private person."""
    rest = re.sub(r"^(?:aged\s+)?\d{1,2}(?:,\s*|$)", "", rest).strip(" ,")
    if not rest:
        return None, True
    if rules.match(r"who\s+(?:is|was|has|had)\s+(?:not|never|no)\b", rest) or _NOT_NOW.match(rest):
        return None, True
    clause = rest.startswith("who ")
    if (of_them := _ONE_OF_THEM.match(rest)) is not None:
        return one_of(of_them["them"]), False
    rest = re.sub(r"^who\s+is\s+", "", rest)
    rest = re.sub(
        r",?\s+and\s+(?:was|had\s+been|previously|formerly|used\s+to|once|came|joined)\b.*$", "", rest, flags=re.S
    )
    if rules.match(r"whose\b", rest):
        kin_of = rules.search(_WHOSE, rest[:60], re.I)
        return (_KIN_OF[kin_of.group().lower()] if kin_of else None), True
    office = OFFICE.search(rest)
    if rules.match(r"who\s", rest):
        rest = _CLAUSE_AFTER.split(rest)[0]
        parts = re.split(r"\s+and\s+(?:now\s+|also\s+)?", rest, maxsplit=1)
        if len(parts) > 1 and not OFFICE.search(parts[0]):
            rest = f"who {parts[1]}"
        office = OFFICE.search(rest)
        if not office:
            return None, True
        rest = (
            re.sub(r"\s+and\s+(?:sits|is|was|has|also|said)\b.*$", "", rest[4:], flags=re.S)
            if not rules.search(r"[A-Z][\w’']*\s+Council", rest)
            else rest[4:]
        )
        return rest, False
    if ORG_ONLY.of(catalogue).match(rest) or of_a_body(rest):
        return rest, False
    if _DID.match(rest):
        return None, False  # "our man there, Al Day, put it to the portfolio holder": the office is another's
    if _TOLD_OF.match(rest):
        return None, False
    bare = re.sub(r"^(?:the|a|an|whose|one)\s+", "", rest)
    if (PRIVATE.match(bare) or PRIVATE.match(re.sub(r"^\w+\s+", "", bare))) and not office:
        return _WHERE_FROM.split(re.sub(r"^(?:the|a|an|one)\s+", "", rest), maxsplit=1)[0], True
    if rules.match(r"whose\b", rest):
        return None, True
    if _CLAUSE_AFTER.search(rest):
        return None, clause  # a clause of its own, and not the end of a role
    return (rest, False) if office and len(rest.split()) <= LONGEST_ROLE + 6 else (None, clause)


# "one of our three ward members"
_ONE_OF_THEM = re.compile(
    r"(?:who\s+is\s+)?one\s+of\s+(?:the|our|its|their|his|her|your)\s+(?:(?:two|three|four|five|\w+est)\s+)?"
    r"(?P<them>(?:[a-z-]+\s+){0,3}(?:members|councillors|directors|MPs|leaders|managers|governors|advisers))$"
)


# "presented a petition to the leader": what somebody did, in which another's office stands
_TOLD_OF = re.compile(
    r"(?!(?:appointed|elected|re-elected|retired|named|chosen|based|newly|qualified|interested|seconded|supported)\b)[a-z]{3,}ed\s+(?:an?|the|its|his|her|their|to|with|for|at|in|by|on|that)\s"
)
_DID = re.compile(
    r"(?:put|asked|told|pressed|challenged|questioned|rang|met|wrote|went|took|gave|sent|thanked|urged|tackled)\s"
)
# "who becomes director in May", "who was director until 2017", "wife of the leader"
_NOT_NOW = re.compile(
    r"who\s+(?:becomes|will\s+(?:be|become|take|start|join)|takes?\s+(?:over|up)|starts?|is\s+(?:due|to\s+(?:be|become|take|start)))\b"
    r"|who\s+(?:was|had\s+been|served|ran|led|chaired|headed)\s[^;]{3,110}?\s(?:until|till|up\s+to|before)\s"
    r"|who\s+(?![^;]*\b(?:(?:at\s+the|that|this)\s+time|then|throughout|when\s+(?:Ofsted|CQC|inspect\w+|the\s+(?:inspect\w+|report|review)))\b)(?:had\s+(?:once\s+)?been|used\s+to\s+be|once\s+(?:was|led|ran|chaired)|was\s+(?:once\s+|then\s+|previously\s+|formerly\s+|itself\s+)?(?:an?\s+|the\s+|its\s+|their\s+)?"
    r"(?!(?:\w+ly\s+)?(?:appointed|named|elected|made|brought|promoted|chosen|picked|hired|recruited|drafted|confirmed|selected|re-?elected|given|put|installed|asked|parachuted|seconded|not)\b))"
    r"|(?:the\s+|an?\s+)?(?:(?:late|former|ex-?|estranged)\s*)?(?:(?:wife|husband|widow(?:er)?|fianc[ée]e?)\s+of|(?:partner|son|daughter|mother|father|brother|sister|friend)"
    r"\s+of\s+the\s+(?:\w+\s+)?(?:leader|director|mayor|councillor|head|chief|member|minister|chair))\b"
    r"|(?:the\s+)?(?:incoming|designate)\b",
    re.I,
)
_CLAUSE_AFTER = re.compile(
    r",\s+(?:also\s+|then\s+)?(?:says|said|has|had|was|were|is|are|told|tells|adds|denies|insists|fell|came|went|took|gave|made"
    r"|put|left|spoke|wrote|felt|thought|met|rose|stood|sent|held|kept|led|[a-z]{2,}ed)\b|\b(?:she|he|they)\b"
)
_WHERE_FROM = re.compile(r",?\s+(?:from|in|at|with|who|whose|and)\b")
# "whose eight-year-old son has been out of school": a parent speaks
_WHOSE = (
    rf"\b(?:son|daughter|(?:child|children)(?!{OF_A_SERVICE})|boys?|girls?|twins|sons|daughters|grandson|granddaughter|grandchild"
    r"|grandchildren)\b"
)
_KIN_OF = {
    **dict.fromkeys("son daughter child children boy boys girl girls twins sons daughters".split(), "parent"),
    **dict.fromkeys("grandson granddaughter grandchild grandchildren".split(), "grandparent"),
}
