"""Councils and other bodies that speak, and the organisation in which somebody holds an office."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.inspectorates import naming_rule
from inspections.reading.people.roles import OFFICE, TITLE
from inspections.reading.rules import rule

_ORG_HEAD = (
    r"Council|Borough|Police|Constabulary|@short|NHS|ICB|CCG|Trust|Board|Commission|Service|Group|Union"
    r"|Association|Inspectorate|Partnership|Forum|Network|Federation|School|Academy|College"
    r"|Party|Alliance|Charity|Foundation|Department|Authority|University|Institute|Society|Church|Primary|Junior"
    r"|Infants?|Voice|Collective|Coalition"
)
# a body known by its letters, and not a service or an office that is
ACRONYM = r"(?!(?:SEND|SEN|MASH|DCS|CEO|LADO|SENCO|CAMHS|MP|HMI|JTAI|ILACS|EHCP|PA|HR|IT)\b)(?-i:[A-Z]{3,})\b"
_ORG_WORDS = r"[A-Z][\w’'&.\-]*(?:,?\s+(?:(?:of|and|for|on|upon|in|the|with)\s+)*[A-Z&][\w’'&.\-]*)*"
_ORG_FIRST = rule(rf"^(?:the\s+)?(?P<org>{_ORG_WORDS}?)[’'](?:s\b)?\s+(?P<role>.+)$", re.S)
_ORG_LAST = naming_rule(
    rf"^(?P<role>.+?),?\s+(?:of|at|from|with|for|on)\s+(?:the\s+)?(?P<org>(?:[A-Z][\w’'&.\-]*\s+(?:(?:of"
    rf"|and|for|on|upon)\s+)*)*(?:{_ORG_HEAD})\b(?:\s+(?:of|for|in)\s+[A-Z][\w’']*|\s+(?:{_ORG_HEAD})\b)*"
    rf"|(?:NHS|Healthwatch)\s+[A-Z]\w+(?:,?\s+(?:(?:and|of|the|upon)\s+)*[A-Z]\w+)*|{ACRONYM}|Unison|Unite|Mencap"
    rf"|St\.?\s+[A-Z]\w+)(?:[’']s\s+(?P<more>\w+))?$",
    re.S,
)
# "of the Kent Trust" is a body; "from Armley" is where a private person lives
ORG_ONLY = naming_rule(
    rf"^(?:of|from|at|for)\s+(?:the\s+)?(?P<org>(?=[A-Z])(?=.*\b(?:{_ORG_HEAD}|Campaign|Centre|Committee|Government|Hospital|Action"
    r"|Healthwatch|Mencap|Unison|Unite|Barnardo[’']s|Carers|Families|Parents|[A-Z]{3,})\b).+)$",
    re.S,
)
_GENERIC_FIRST = rule(
    r"^(?:Children|Adults?|People|Lord|Leader|Cabinet|Deputy|Care\s+Leavers|Her\s+Majesty|His\s+Majesty"
    r"|Women|Men|Families|Parents|Carers|Residents|Tenants|Learners|Students|Patients|Director|Executive|Strategic|Corporate|Interim|Assistant|Minister"
    r"|Shadow)$"
)
_SPOKES = r"spokes(?:man|woman|person|people)"
SPOKES_FOR = rule(
    rf"(?P<role>(?:[\w’'\-]+\s+){{0,2}}?{_SPOKES})\s+(?:for|from|of|at|on\s+behalf\s+of)\s+"
    rf"(?:the\s+)?(?P<org>[\w’'][^,.;:“”\"]{{1,90}}?)(?:\s+(?:said|says|told|added|confirmed|insisted|explained|stressed|declined|refused)\b.*)?,?$"
)
# "a council spokesman", "the authority's spokeswoman": of the council that the page speaks of
SPOKES_OF_COUNCIL = re.compile(
    rf"(?:^|[\s(“,])(?P<it>(?:[Aa]|[Tt]he|[Oo]ne|[Ii]ts)\s+(?:(?:county|city|borough|district|town|local)\s+)?(?:council|authority|town\s+hall|county\s+hall)"
    rf"(?:[’']s)?\s+(?P<role>{_SPOKES}),?)$"
)
SPOKES_OF = rule(
    rf"(?P<org>(?!(?:An?|The|One|Its|Their|His|Her|Our|But|And)\s+{_SPOKES})[A-Z][\w’'&\-]*(?:\s+(?:(?:of|and|for|on"
    rf"|the)\s+)*[A-Z&][\w’'&\-]*)*)\s+(?P<role>{_SPOKES}),?$"
)
COUNCIL = rule(
    r"(?:^|[\s(“,])(?P<it>(?:[Tt]he\s+(?:county\s+|city\s+|borough\s+|local\s+)?(?:council|authority)|"
    r"(?:[A-Z][\w’'\-]*\s+(?:(?:and|of|upon|with)\s+)?){1,5}Council|The\s+Department\s+for\s+Education"
    r"|the\s+Department\s+for\s+Education))(?:\s+has|\s+also)?$"
)
# a body that is not a council: "NHS Kent", "the Kent and Medway NHS Trust", "the Parent Carer Forum"
OTHER_BODY = rule(
    r"(?:^|[\s(“,])(?P<it>(?:[Tt]he\s+)?(?P<org>(?:[A-Z][\w’'&.\-]*\s+(?:(?:and|of|upon|with|for|the|in|on)\s+)*){1,8}"
    r"(?:Trust|Board|Constabulary|Police|Forum|Group|Union|Association|Partnership|Federation|Party|Alliance|Charity"
    r"|Foundation|Society|Service|Network|Campaign|ICB|CCG|School|Academy|College|University|Institute)"
    r"(?:\s+(?:of|for|in)\s+(?:the\s+)?[A-Z][\w’'\-]*(?:\s+(?:(?:of|for|and|in|the)\s+)*[A-Z][\w’'\-]*)*)?"
    r"|(?:NHS|Healthwatch)\s+[A-Z][\w’'\-]*(?:,?\s+(?:(?:and|of|the|upon)\s+)*[A-Z][\w’'\-]*)*))$"
)
# "the chief constable's office": it speaks, and not its holder
OFFICE_OF = rule(
    r"(?:^|[\s(“,])(?P<it>(?:[Tt]he\s+)?(?P<org>(?:(?!(?:from|at|in|for|with|by|to|who|that)\b)[\w’'\-]+\s+){0,5}?[\w\-]+(?:[’']s|s[’'])\s+(?:(?:private|press|media|own)\s+)?office))$"
)
# "the NSPCC", "Unison"
BODY_BY_LETTERS = re.compile(
    rf"(?:^|[\s(“,]|[Tt]he\s)(?P<it>(?P<org>(?:(?<=[Tt]he\s){ACRONYM}|NSPCC|LGA|GMB|NEU|NASUWT|DfE|Unison|UNISON|Unite|Mencap|Barnardo[’']s|Healthwatch)))$"
)
WHICH_CLAUSE = re.compile(r",\s+(?:which|who|that|whose)\s[^.;:“”\"]{3,160},?$")


# "chief executive of Together for Children": an office that only a body has, and no service
_HEADS_A_BODY = re.compile(
    r"^(?P<role>(?:(?:interim|acting|deputy|joint)\s+)?(?:chief\s+(?:executive(?:\s+officer)?|officer|operating\s+officer)|managing\s+director"
    r"|president|general\s+secretary|founder|accountable\s+officer))\s+(?:of|at|for)\s+(?:the\s+)?"
    r"(?-i:(?P<org>[A-Z][\w’'&\-]*(?:\s+(?:(?:of|for|and|in|the|on)\s+)*[A-Z][\w’'&\-]*)*))$",
    re.I,
)


# "Chief Nurse at the Kent, Surrey and Sussex Integrated Care Board": the places of a body with commas between
_OF_SEVERAL_PLACES = re.compile(
    r"^(?P<role>[^,]{3,80}?)\s+(?:of|at|from|for|with)\s+(?:the\s+)?(?-i:(?P<org>(?:NHS\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*(?:,\s+[A-Z]\w+(?:\s+[A-Z]\w+)*)+"
    r",?\s+and\s+[A-Z]\w+(?:\s+[A-Z]\w+)*\s+(?:Board|Trust|Partnership|ICB|CCG|Group|Police|Constabulary|Council)))$",
    re.I,
)
# "manager for ESOL": a field of work, and no body
_IN_A_FIELD = re.compile(r"\b(?:manager|lead|head|tutor|co-?ordinator|teacher)\s+for\s+(?:the\s+)?[A-Z]{3,}$")
# "chairs the Kent Parent Carer Forum"
_DOES_FOR = rule(
    r"^(?P<role>(?:co-)?chairs|leads|heads|runs|manages|co-?ordinates|founded|fronts|set\s+up)\s+(?:the\s+)?(?P<org>(?:[A-Z][\w’'&.\-]*\s+(?:(?:of|and|for|the)\s+)*)+"
    r"(?:Forum|Network|Union|Association|Trust|Charity|Partnership|Federation|Alliance|Foundation|Voice|Collective|Campaign|Action|Project|Society|Group))$",
)
# "chairs the South Tees Youth Justice Service management board"
_DOES_FOR_A_BOARD = rule(
    r"^(?P<role>(?:co-)?chairs|leads|heads|runs)\s+(?:the\s+)?(?P<org>(?:[A-Z][\w’'&.\-]*\s+(?:(?:of|and|for|the)\s+)*){2,}"
    r"(?:(?:management|partnership|improvement|governing|executive|joint|strategic|safeguarding|children[’']s)\s+){0,2}(?:board|partnership|Board))$",
)
# "chairs the parent carer forum Unique Voices"
_DOES_FOR_A_KIND = rule(
    r"^(?P<role>(?:co-)?(?:chairs|leads|heads|runs|manages)\s+(?:the\s+|a\s+)(?:[a-z]+\s+){0,3}(?:forum|charity|group|network|union|association))\s+"
    r"(?P<org>[A-Z][\w’'&.\-]*(?:\s+(?:(?:of|and|for|the|in)\s+)*[A-Z][\w’'&.\-]*)*)$"
)
_KIND_OF_BODY = (
    r"(?:group|forum|charity|union|network|organisation|association|federation|campaign|company|trust|alliance"
    r"|partnership|think\s+tank)"
)
_CALLED = r"(?-i:[A-Z][\w’'&\-]*(?:\s+(?:(?:of|for|and|in|the|on|with)\s+)*[A-Z][\w’'&\-]*)*)"
ENDS_IN_A_KIND = re.compile(rf"\b(?:the|its|a|an|local|our)\s+(?:[\w’'\-]+\s+){{0,4}}{_KIND_OF_BODY}$")
# "from the campaign group Parents in Touch": where somebody is from
_OF_A_BODY_CALLED = re.compile(
    rf"^(?:of|from|at|for|with)\s+(?:the\s+|a\s+)?(?:[A-Za-z’'\-]+\s+){{0,3}}?{_KIND_OF_BODY}\s+(?P<org>{_CALLED})$"
)
# "of the Three Ways parents' group": called after a place, and of whom it is told in small letters
_OF_A_BODY_OF_PEOPLE = re.compile(
    rf"^(?:of|from|at|for|with)\s+(?:the\s+)?(?P<org>{_CALLED}\s+"
    r"(?:(?:parents?|carers?|parent[\s-]carer|famil(?:y|ies)|residents?|tenants?|users?|care\s+leavers?|foster\s+carers?|young\s+people|learners?|students?"
    r"|governors?|headteachers?|heads|teachers?|disability|autism|SEND|special\s+needs|campaign|support|action|advocacy|community|self-help|pressure)[’']?s?[’']?\s+){1,3}"
    rf"{_KIND_OF_BODY})$"
)


def of_a_body(words: str) -> re.Match[str] | None:
    """ "from the campaign group Parents in Touch", "of the Three Ways parents' group": ``org`` is the body."""
    return _OF_A_BODY_CALLED.match(words) or _OF_A_BODY_OF_PEOPLE.match(words)


# "speaks for the campaign group Parents in Touch": what a body is stands before its name
_OF_A_KIND_CALLED = re.compile(
    rf"^(?P<role>[^,]{{2,60}}?\b(?:of|for|at|from|with)\s+(?:the\s+|a\s+)?(?:[a-z’'\-]+\s+){{0,3}}{_KIND_OF_BODY})\s+(?P<org>{_CALLED})$",
    re.I,
)
# "chair of Parents in Touch, the parent carer forum": and here after it
_OF_WHAT_IS_A_KIND = re.compile(
    rf"^(?P<role>[^,]{{2,60}}?)\s+(?:of|for|at|from|with)\s+(?:the\s+)?(?P<org>{_CALLED}),\s+(?:the|a|an|its|our)\s+"
    rf"[^,;:.]{{0,60}}?\b{_KIND_OF_BODY}\b[^,;:.]{{0,40}}$",
    re.I,
)


# "Chief Medical Officer, NHS Kent Integrated Care Board": the office, and where it is held
_OFFICE_THEN_BODY = re.compile(
    r"^(?P<role>(?:(?!(?:at|of|from|for)\s+the\b)[A-Za-z][\w’'&-]*\s+){1,7}?[A-Za-z][\w’'&-]*),\s+(?:the\s+)?(?P<org>(?:[A-Z][\w’'&-]*\s+(?:(?:and|of|for|upon|with)\s+)*){1,7}"
    r"(?:(?:Integrated\s+Care|Safeguarding\s+(?:Children|Adults)|Health)\s+Board|(?:NHS\s+|Foundation\s+|Children[’']s\s+)Trust|Police|Constabulary|(?:City|County|Borough|District|Metropolitan)\s+Council"
    r"|Union|University|Institute|Parent\s+Carer\s+Forum))$"
)


# "chief executive of Ourtown Children First and director of children's services": the first office, and its body
_AND_OFFICE = re.compile(
    r"(?P<one>[^,;:]{4,90}?\s(?:of|at|for|from)\s(?:the\s)?[A-Z][^,;:]{2,80}?)\s+and\s+(?:(?:the|its|a|an|[a-z]+ing|vice|deputy|former|lead|corporate|statutory|executive|assistant)[\s-]+){0,3}"
    r"(?:director|chair(?:man|woman|person)?|leader|chief|president|head|(?:cabinet|lead|executive|portfolio)\s+(?:member|holder)|member|secretary|trustee|governor|councillor|MP)\b",
    re.I,
)


def organised(role: str, catalogue: Catalogue) -> tuple[str, str] | None:
    """The role and the organisation in it; of two offices, of which the first names its body, that one alone."""
    both = _AND_OFFICE.match(role) if " and " in role else None
    return (both and _organised(both["one"], catalogue)) or _organised(role, catalogue)


def _organised(role: str, catalogue: Catalogue) -> tuple[str, str] | None:
    """ "Gateshead Council's cabinet member" and "chief nurse at NHS Devon ICB": the role and the organisation in it."""
    if (
        (m := _ORG_FIRST.match(role))
        and not _GENERIC_FIRST.match(m["org"].strip())
        and OFFICE.search(m["role"])
        and not TITLE.match(m["org"])
        and not OFFICE.search(m["org"])
    ):
        return m["role"], m["org"]
    if m := _HEADS_A_BODY.match(role):
        return m["role"], m["org"]
    if m := _DOES_FOR.match(role) or _DOES_FOR_A_BOARD.match(role) or _DOES_FOR_A_KIND.match(role):
        return m["role"], m["org"]
    if _IN_A_FIELD.search(role):
        return None
    if (m := _OF_SEVERAL_PLACES.match(role)) and OFFICE.search(m["role"]):
        return m["role"], m["org"]
    if "," in role and (m := _OFFICE_THEN_BODY.match(role)) and OFFICE.search(m["role"]):
        return m["role"], m["org"]
    if (m := _OF_A_KIND_CALLED.match(role) or _OF_WHAT_IS_A_KIND.match(role)) and OFFICE.search(m["role"]):
        return m["role"], m["org"]
    if m := _ORG_LAST.of(catalogue).match(role):
        office = m["role"]
        cut = re.sub(r"\s+and\s+(?:sits|is|was|also)\b.*$", "", office, flags=re.S)
        own = re.fullmatch(r"Council|Authority|Board|Service|Group|Trust|Partnership|Borough|Party", m["org"])
        own = own or re.match(r"Services?\s+(?:of|for|in)\s", m["org"])  # "Head of Service for Children in Care"
        whole = len(cut.split()) == 1 and m["org"].endswith(("Service", "Department"))
        if OFFICE.search(cut) and not own and not whole:
            return cut, m["org"]
    return None


def bare_name(organisation: str) -> str:
    return re.sub(r"^(?:(?:compare|contrast)\s+)?(?:the|a|an)\s+", "", organisation, flags=re.I).strip(" ,")


# "a mother who is suing Kent County Council", "solicitors acting for the council": they speak, and not the council
_GOVERNS = re.compile(
    r"(?P<head>[\w’'-]+)\s+(?:of|for|at|from|with|by|against|about|under|across|between|within|than|to|on|in|into|behind|inside|outside|near|alongside)\s+(?:the\s+)?$"
    r"|\b(?:suing|leaving|joining|representing|advising|leading|running|chairing|heading|criticising|supporting|attacking|defending|fighting)\s+(?:the\s+)?$"
    r"|\b(?:who|whom)\s+(?:[\w’'-]+\s+){1,4}$"
)
_OF_THE_BODY_ITSELF = re.compile(
    r"(?:statements?|responses?|repl(?:y|ies)|releases?|messages?|tweets?|posts?|letters?|e-?mails?|submissions?|announcements?|briefings?|comments?|words?|notes?|spokes\w+"
    r"|later|early|earlier|then|so|now|behalf|further|straight)",
    re.I,
)


def is_somebodys(words: str, at: int) -> bool:
    """Does the name of a body at ``at`` only say whose somebody is that speaks: "a former leader of Kent Council"?"""
    governs = _GOVERNS.search(words[max(0, at - 60) : at])
    return governs is not None and not (governs["head"] and _OF_THE_BODY_ITSELF.fullmatch(governs["head"]))


# "Professor Ann Lee of the University of Kent"
OF_A_UNIVERSITY = rule(
    r"(?:^|[\s(“,])(?P<name>(?:Professor|Prof|Dr)?\s*[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][A-Za-z’'\-]+){1,2}),?\s+(?:of|at|from)\s+(?:the\s+)?"
    r"(?P<org>University\s+of\s+[A-Z][\w ]{2,40}|(?:[A-Z][\w’-]+\s+){1,3}University),?$"
)
