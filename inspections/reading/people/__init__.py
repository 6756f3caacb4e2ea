"""Who a noun phrase means: a person in office, a private person, an organisation's voice, a report, or a pronoun.

A person is named only when they speak in office (a title, a role, an organisation); a private
person's words keep their description ("a parent") and no name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.others_reports import is_of_others
from inspections.reading.people.in_office import person_in
from inspections.reading.people.names import with_small_name, with_small_names
from inspections.reading.people.office_lists import as_one, with_commas
from inspections.reading.people.organisations import (
    BODY_BY_LETTERS,
    COUNCIL,
    OF_A_UNIVERSITY,
    OFFICE_OF,
    ORG_ONLY,
    OTHER_BODY,
    SPOKES_FOR,
    SPOKES_OF,
    SPOKES_OF_COUNCIL,
    WHICH_CLAUSE,
    bare_name,
    is_somebodys,
    organised,
)
from inspections.reading.people.private_persons import lives_somewhere, private_person, with_first_name
from inspections.reading.people.reports import (
    FROM_SOMEBODY,
    LED_THE_INSPECTION,
    OF_INSPECTORS,
    OTHER_REPORT,
    REPORT_END,
    TO_SOMEBODY,
    inside,
    report_with_an_aside,
    set_off,
)
from inspections.reading.people.roles import OF_A_SERVICE, OFFICE, PRIVATE, STAFF, TITLE, kin, one_of, plain_role
from inspections.reading.people.spoken_for import FOR_WHOM, LEADS_A_BODY, without_brackets
from inspections.reading.people.subject import Subject
from inspections.reading.people.two_people import two_people
from inspections.reading.rules import rule

_PRONOUNS = {"he": "he", "she": "he", "they": "they", "which": "who", "who": "who"}
_PRONOUN_END = re.compile(r"(?:^|[\s(“,])(?P<it>he|she|they|it|who|which|(?:this|that)\s+one)$", re.I)
_PRONOUN_ENDINGS = ("he", "hey", "t", "ch", "ho", "ne")
_DETERMINED = rule(
    r"(?:^|[\s(“,])(?P<it>(?P<det>[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Oo]ur|[Ss]ome|[Mm]any"
    r"|[Ss]everal|[Oo]ther|[Tt]wo|[Tt]hree)\s+(?P<role>MP|[^,.;:“”\"]{3,110}))$"
)
_GROUP = rule(
    rf"(?:^|[\s(“,])(?P<it>(?P<role>(?:(?:young|foster|older|several|some|many|most|few|other|kinship)\s+)*"
    rf"(?:{PRIVATE.pattern}|{STAFF.pattern}))(?:\s+(?:at|from|in|of|with|who)\s+[^,.;:“”\"]{{2,80}})?)$",
    re.I,
)
_I_MYSELF = re.compile(r"(?:^|[\s(“,])(?P<it>I(?:\s+have|\s+then)?)$")
_NOT_REAL = rule(
    r"(?:^|[\s(“])(?P<it>[A-Z][’A-Z]*[a-z][\w’'\-]*)\s*[(,]\s*(?:not\s+(?:her|his|their)\s+real\s+name|(?:whose\s+)?name\s+(?:has\s+been\s+)?changed)"
    r"[),]?\s*$"
)


@lru_cache(maxsize=256)  # the same speakers stand before the same verbs, and are asked for by several steps
def subject(words: str, catalogue: Catalogue) -> Subject | None:
    """The phrase at the end of ``words``, which stand before a verb of saying (or are all of a noun phrase)."""
    return with_commas(_subject(as_one(words), catalogue))


def _subject(words: str, catalogue: Catalogue) -> Subject | None:
    if m := _NOT_REAL.search(words):
        return Subject("person", m.start("it"), private=True, called=rules.match(r"[\w’'\-]+", m["it"]).group())  # type: ignore[union-attr]
    plain = words.replace("*", " ")
    if (before := _ASKED_WHAT.match(plain) or _LAST_WORD.match(plain)) is not None:
        plain = " " * before.end() + plain[before.end() :]
    if plain.rstrip()[-1:] == "," and "to " in plain and _FROM_ONE.search(plain) is not None:
        plain = _TO_ANOTHER.sub("", plain)
    if (doing := _DOING_FIRST.match(plain)) is not None:
        plain = " " * doing.end() + plain[doing.end() :]
    if (cut := plain.rfind(";")) >= 0:
        plain = " " * (cut + 1) + plain[cut + 1 :]
    plain = with_small_name(plain.rstrip()) if plain.rstrip()[-2:].isupper() else plain
    if "," in plain:
        plain = with_small_names(plain)
    if "," in plain or plain.rstrip()[-1:].isupper():
        plain = _HONOURS.sub(lambda m: _NO_COMMA.sub(" ", m.group()), plain)
    if "(" in plain:
        plain = without_brackets(_OFFICE_IN_BRACKETS.sub(_set_between_commas, plain))
        plain = re.sub(r"\([^()]{1,60}\)", lambda m: " " * len(m.group()), plain)
    if "MP" in plain:
        plain = _AN_MP.sub(r"\g<name>, MP", plain)
    if "," in plain and (m := LEADS_A_BODY.search(plain)) is not None and not PRIVATE.search(m["org"].split()[0]):
        return Subject("person", m.start("name"), m["name"], m["does"].lower(), bare_name(m["org"]))
    plain = _OFFICE_BETWEEN_DASHES.sub(_set_between_commas, plain) if plain.rstrip()[-1:] in "–—-" else plain
    plain = _DOING_LAST.sub("", plain) if plain.rstrip()[-1:] == "," else plain
    plain = whole = set_off(plain.rstrip())
    if _last_word(plain[-24:].removesuffix(",")) in _ADVERB_WORDS:
        plain = _ADVERBS.sub("", plain)
    plain = plain.rstrip(" \t\n\r\u00a0(–—-")
    if not plain or (plain.endswith(("and", "but", "or")) and rules.search(r"\b(?:and|but|or)$", plain)):
        return None
    if plain.endswith(("I", "I have", "I then")) and (m := _I_MYSELF.search(plain)) is not None:
        return Subject("other", m.start("it"))
    rules.look(plain)
    if plain[-3:].lower().endswith(_PRONOUN_ENDINGS) and (m := _PRONOUN_END.search(plain)):
        kind = _PRONOUNS.get(m["it"].lower(), "it")
        return Subject(kind, m.start("it"), called=m["it"].lower())
    if "who " in plain and (m := LED_THE_INSPECTION.search(plain)) is not None:
        return Subject("person", m.start("it"), m["name"], "lead inspector")
    if m := _STATEMENT_OF.search(plain):
        return Subject("organisation", m.start("it"), None, None, "the council")
    if "office" in plain and (m := OFFICE_OF.search(_CLAUSE_TRAILING.sub("", plain).rstrip(" ,"))) is not None:
        if not is_somebodys(plain, m.start("it")):
            return Subject("organisation", m.start("it"), None, None, bare_name(m["org"]))
    if m := _A_PART.fullmatch(plain):
        return Subject("it", m.start("it"), called="it")
    if (
        (m := _KIND_THEN_NAME.search(WHICH_CLAUSE.sub("", plain)))
        and not (TITLE.match(m["org"]) or OFFICE.match(m["org"]))  # "Group Director": an office
        and not _SOMEBODYS_BODY(plain, 0, m.start("it"))
    ):
        return Subject("organisation", m.start("it"), None, None, bare_name(m["org"]))
    if (m := _NAME_FROM_A_BODY.search(_WHO_CLAUSE.sub("", plain))) and (held := ORG_ONLY.of(catalogue).match(m["of"])):
        person = person_in(m["name"], catalogue)
        if person is not None and person.name is not None:
            return replace(person, start=m.start("name"), organisation=bare_name(held["org"]))
    if "University" in plain and (m := OF_A_UNIVERSITY.search(plain)) is not None:
        person = person_in(m["name"], catalogue) or Subject("person", 0)
        return replace(person, start=m.start("name"), organisation=m["org"])
    if "by " in plain and (m := _SIGNED_BY.search(plain)) and REPORT_END.of(catalogue).search(plain[: m.start()]):
        if OFFICE.search(m.group()) and not OF_INSPECTORS.of(catalogue).search(plain):
            return Subject("other", m.start())  # "the letter, signed by the director, Ann Lee,"
        plain = plain[: m.start()]
    if plain.endswith(",") and (m := TO_SOMEBODY.match(plain)) is not None:
        others = m["det"].lower() in ("a", "an", "one") or OTHER_REPORT.search(plain, 0, m.start("to"))
        return Subject("other" if others else "report", m.start("it"))
    if (both := two_people(plain, catalogue)) is not None:
        return both
    if (
        plain[-1:] == ","
        and (at := report_with_an_aside(plain, catalogue)) is not None
        and not _SIGNED_BY.search(plain)
    ):
        if not (_HIS_OR_HER.match(plain, at) or _of_others(plain.partition(",")[0], at, catalogue)):
            return Subject("report", at)
    person = person_in(plain, catalogue)
    if person is not None and person.name and not person.organisation and (m := FOR_WHOM.match(plain)) is not None:
        if person.start <= m.end() + 1:
            person = replace(person, organisation=bare_name(m["org"]))
    if (person is None or person.name is None) and (m := SPOKES_OF_COUNCIL.search(plain)):
        return Subject("organisation", m.start("it"), None, m["role"], "the council")
    for pattern in (SPOKES_FOR, SPOKES_OF) if person is None or person.name is None else ():
        if m := pattern.search(re.sub(r",\s+(?:which|who|that)\s[^,]{3,110},?$", "", plain) if "," in plain else plain):
            return Subject("organisation", m.start(), None, plain_role(m["role"]), bare_name(m["org"]))
    if person is not None and person.name and not (person.role or person.organisation):
        if _A_PAPER.fullmatch(person.name) and plain[: person.start].lower().endswith("the "):
            return Subject("other", person.start)  # "the Swindon Advertiser"
    if person is None or (person.name and not (person.role or person.organisation or person.titled)):
        person = private_person(plain) or person
    if person is not None:
        return person
    if m := _AN_INSPECTOR.search(plain):
        return Subject("person", m.start("it"), None, m["role"])
    m = REPORT_END.of(catalogue).search(plain)
    if m is None and whole.endswith(","):  # "the report, published today,"
        m = REPORT_END.of(catalogue).search(whole)
    if m is not None:
        if (inner := inside(whole, m.start("it"), m.end("it"))) is not None:
            return subject(whole[:inner], catalogue) if inner else None
        if _CHIEF.search(plain, max(0, m.start("it") - 12), m.start("it")) and m["it"].lower() == "inspector":
            return Subject("person", m.start("it"), None, "Chief Inspector", definite=True)
        if OTHER_REPORT.search(plain, max(0, m.start() - 40)) or FROM_SOMEBODY.search(plain, m.start()):
            return Subject("other", m.start("it"))
        if own := _HIS_OR_HER.match(plain, m.start("it")):
            return Subject("his", m.start("it"), called="he" if own["whose"].lower() == "his" else "she")
        if _of_others(plain, m.start("it"), catalogue):
            return Subject("other", m.start("it"))
        if not _GOVERNED.search(plain, max(0, m.start("it") - 12), m.start("it")):
            return Subject("report", m.start("it"))
    m = COUNCIL.search(plain)
    if m is None and "," in plain and (m := COUNCIL.search(WHICH_CLAUSE.sub("", plain))) is not None and m.start("it"):
        m = None  # "a spokesman for the council, which"
    if m is not None and not (is_somebodys(plain, m.start("it")) or _PEOPLE_OF.match(m["it"])):
        named = m["it"] if m["it"][0] not in "tT" or "Department" in m["it"] else None
        return Subject(
            "organisation", m.start("it"), None, None, re.sub(r"^[Tt]he\s+", "", named) if named else "the council"
        )
    m = OTHER_BODY.search(WHICH_CLAUSE.sub("", plain))
    if m is not None and not OTHER_REPORT.search(plain) and not is_somebodys(plain, m.start("it")):
        return Subject("organisation", m.start("it"), None, None, bare_name(m["org"]))
    m = BODY_BY_LETTERS.search(WHICH_CLAUSE.sub("", plain))
    if m is not None and not is_somebodys(plain, m.start("it")):
        return Subject("organisation", m.start("it"), None, None, m["org"])
    if (m := _KIN_CALLED.search(plain)) and not PRIVATE.search(m["called"]):
        return Subject("person", m.start("it"), None, m["role"].lower(), private=True, called=m["called"])
    if m := _BODY_CALLED.search(WHICH_CLAUSE.sub("", plain)):
        return Subject("organisation", m.start("it"), None, None, bare_name(m["org"]))
    return _described(plain, catalogue) or lives_somewhere(plain)


_A_PAPER = re.compile(
    r"(?:[A-Z][\w’'&-]*\s+){1,3}(?:Advertiser|Advertizer|Argus|Bulletin|Chronicle|Citizen|Courier|Echo|Enquirer|Examiner|Express|Gazette|Guardian|Herald|Journal"
    r"|Ledger|Mail|Mercury|Messenger|News|Observer|Post|Press|Recorder|Reporter|Review|Sentinel|Standard|Star|Telegraph|Times|Tribune)"
)
_PEOPLE_OF = re.compile(
    r"(?:Critics|Opponents|Leaders|Members|Officers|Staff|Residents|Parents|Employees|Bosses|Chiefs|Supporters|Victims|Workers|Councillors|Lawyers|Solicitors|Managers|Directors)"
    r"\s+(?:of|at|from|in|for|with)\b"
)
_REPORT_WORD = re.compile(r"\b(?:report|letter)s?\b", re.I)


def _of_others(plain: str, start: int, catalogue: Catalogue) -> bool:
    """Is the report that speaks one by somebody who does not inspect: "a report by the auditor"?"""
    word = _REPORT_WORD.search(plain, start)
    return word is not None and is_of_others(plain, 0, word.start(), word.end(), len(plain), catalogue)


# "Ann Lee, the cabinet member, quoting the director,": she speaks
_DOING_LAST = rule(
    r",\s+(?:quoting|citing|echoing|thanking|reading\s+from|referring\s+to|paying\s+tribute\s+to|flanked\s+by|accompanied\s+by|joined\s+by|(?:standing|sitting|seated|speaking|appearing)\s+(?:beside|next\s+to|alongside|opposite|with)|(?:deputising|standing\s+in|filling\s+in|covering|substituting)\s+for|(?:appointed|hired|recruited|brought\s+in|promoted|elected)\s+by|replacing|succeeding"
    r"|alongside|on\s+behalf\s+of)\s[^,;:“”\"]{3,80},\s*$"
)
# as in "Asked what the mayor, Ann Lee, thought, a spokesman", "The last word to the director, Ann Lee"
_ASKED_WHAT = re.compile(
    r"\W*(?:When\s+)?(?:[Aa]sked|[Pp]ressed)\s+(?:what|how|whether|if|why|when|where)\s[^;:“”\"]{3,110}?,\s[^;:“”\"]{3,60}?,\s+(?:thought|felt|said|meant|knew|wanted|believed|did|would\s+\w+|made\s+of\s+\w+|had\s+\w+),\s+(?=\S)"
)
_LAST_WORD = re.compile(
    r"[^;:“”\"]{0,60}\b(?:last|final|first)\s+word\s+(?:(?:should|must|can|has)\s+)?(?:goes\s+|go\s+|belongs\s+|comes\s+)?(?:to|from|with|for)\s+(?=\S)"
)
# "The letter, from the adviser, Dr Ann Lee, to chief executive Bo Marsh, says": hers
_FROM_ONE = re.compile(r"\b(?:letter|e-?mail|note|memo|message|report|statement)\b,?\s+(?:from|by)\s")
_TO_ANOTHER = re.compile(r",\s+to\s+[^;:“”\"]{3,90},\s*$")
# "Quoting the director, Ann Lee": she speaks
_DOING_FIRST = rule(
    r"\W*(?:Quoting|Citing|Echoing|Thanking|Flanked\s+by|Accompanied\s+by|Alongside|Standing\s+(?:beside|next\s+to|with|alongside)|Introducing|Interrupting|Defending|Replacing|Succeeding)"
    r"\s[^,;:“”\"]{3,80},\s+(?=(?:Cllr|Councillor|Coun|Mr|Mrs|Ms|Dr|the|his|her|its|a|an)\b|[A-Z][\w’'-]+\s+[A-Z])"
)
# "a council statement", "a statement from the council"
_STATEMENT_OF = re.compile(
    r"(?:^|[\s(“,])(?P<it>(?:[Aa]|[Tt]he|[Ii]ts|[Ii]n\s+a)\s+(?:(?:short|joint|brief|written|further|formal|later)\s+)?"
    r"(?:(?:council|authority)(?:[’']s)?\s+(?:(?:short|brief|written|official|formal|only)\s+)?(?:statement|response|press\s+release|reply)"
    r"|(?:statement|response)\s+(?:from|by|issued\s+by)\s+the\s+(?:council|authority)))$"
)
# "Paragraph 17 notes": of the report told of last
_A_PART = re.compile(r"\W*(?P<it>(?:[Pp]age|[Pp]aragraph|[Pp]ara|[Ss]ection|[Cc]hapter)\s+\d[\d.]*),?")
# "the letter, signed by Ann Lee,": the letter says it
_SIGNED_BY = re.compile(
    r",?\s+(?:which\s+(?:is|was)\s+)?(?:signed|co-signed|written|sent|prepared|authored|drafted|compiled)\s+(?:off\s+|to\s+[^,;:“”\"]{3,60}?\s+)?by\s+"
    r"[^;:“”\"]{3,110},?$"
)
# "Parents in Touch, the parent carer forum": what it is stands after its name
_BODY_CALLED = rule(
    r"(?:^|[\s(“])(?P<it>(?P<org>(?!(?:But|And|Yet|So|Now|Here|Then|However|Meanwhile|Still|Indeed|Today|Yesterday|Also|Again|Instead|Elsewhere|Later|Earlier"
    r"|In|On|At|For|From|After|Before|Since|By|With|Of|Under|During|[A-Z][a-z]+day)\b)"
    r"[A-Z][\w’'&\-]*(?:\s+(?:(?:and|of|for|in|on|the|with)\s+)*[A-Z&][\w’'&\-]*){0,6}),\s+"
    r"(?:the|a|an|our|its)\s+[^,.;:“”\"]{0,60}?\b(?:forum|charity|union|network|trust|organisation|campaign|association|federation"
    r"|board|company|watchdog|group|partnership|alliance|think\s+tank|body|regulator)\b[^,.;:“”\"]{0,60},?)$"
)
# one chief inspector is no report
_CHIEF = re.compile(r"\b[Cc]hief\s$")
# "her letter says": it is hers, unless she is an inspector
_HIS_OR_HER = re.compile(r"(?P<whose>[Hh]is|[Hh]er)\s+(?!Majesty)")
# "for an assessment": it speaks as little as any other object
_GOVERNED = re.compile(r"\b(?:for|about|without|awaiting|of|with)\s$")
# "Mum-of-three Kelly, from Armley, whose son waited"
_KIN_CALLED = rule(
    rf"(?:^|[\s(“,])(?P<it>(?:(?:adoptive|foster|proud|local|young|single|retired|former|working|worried|exhausted|relieved|delighted|expectant)\s+)*"
    rf"(?P<role>{PRIVATE.pattern})(?:-of-\w+)?,?\s+(?-i:(?P<called>[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)?))"
    r"(?:,?\s+(?:aged\s+)?\d{1,2})?(?:,\s+(?:from|of|in|who|whose)\b[^“”\"]{2,140})?,?)$",
    re.I,
)
# "a social worker, speaking on condition of anonymity", "the Chair, on behalf of the Committee"
_CLAUSE_TRAILING = re.compile(
    r",\s+(?:(?:who|whose)\s|(?:speaking|asked|writing|responding|commenting|reacting|talking|contacted|pressed|on\s+behalf\s+of)\b)"
    r".{3,140}$",
    re.S,
)
# "Becky, whose son is nine", "her friend Joanne": private people called by one name
_CALLED_ALONE = rule(
    r"(?:^|[\s(“])(?P<it>(?:(?P<called>[A-Z][’A-Z]*[a-z][\w’'\-]*),\s+(?P<whose>whose\s[^“”\";]{3,120}),?"
    r"|(?:[Hh]er|[Hh]is|[Tt]heir)\s+(?:friend|neighbour|husband|wife|partner|sister|brother|colleague|mother|father|mum|dad|daughter|son)"
    r",?\s+(?P<friend>[A-Z][’A-Z]*[a-z][\w’'\-]*)(?:,\s+\d{1,2})?,?))$"
)
# "Louise, a mum of two from Northtown": and by what they are
_CALLED_AND_KIN = rule(
    rf"(?:^|[\s(“])(?P<it>(?-i:(?P<called>[A-Z][’A-Z]*[a-z][\w’'\-]*)),\s+an?\s+(?:[a-z\-]+\s+){{0,3}}?(?P<kin>{PRIVATE.pattern})\b(?![’'])[^“”\";:]{{0,110}},?)$",
    re.I,
)
# and not "Derby, whose children's services are good"
_KIN_OF = rule(rf"\b(?:sons?|daughters?|(?:child|children)(?!{OF_A_SERVICE})|boys?|girls?|twins|\w+-year-old)\b", re.I)
# "campaign group Parents in Touch", "the charity Home Start": what it is stands before its name
_KIND_THEN_NAME = rule(
    r"(?:^|[\s(“,])(?P<it>(?:[Tt]he\s+|[Aa]n?\s+|[Ll]ocal\s+)*(?:[a-z’'\-]+\s+|(?:Campaign|Parent|Parents[’']?|Carer|Trade|Teaching|Pressure|Family)\s+)?"
    r"(?:group|charity|union|network|organisation|think\s+tank|campaign|company|federation|association|Charity|Group)\s+"
    r"(?P<org>[A-Z][\w’'&\-]*(?:\s+(?:(?:and|of|for|in|the)\s+)*[A-Z][\w’'&\-]*){0,6}),?)$"
)
# "Ann Lee, who speaks for the campaign group": she speaks, and not the group
_SOMEBODYS_BODY = re.compile(r"\b(?:of|for|at|from|with|by|runs|chairs|leads|heads|founded)\s$").search
_NO_COMMA = re.compile(r"[^,]")
# "Ann Lee from Kent Parent Carer Forum", with no comma between
_NAME_FROM_A_BODY = rule(
    rf"(?:^|[\s(“])(?P<name>(?:(?:Chief|Assistant|Deputy|Detective|Det|Acting|Temporary|{TITLE.pattern})\s+)*(?!(?:Chief|Deputy|Assistant)\s)[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][A-Za-z’'\-]+){{1,2}})\s+"
    r"(?P<of>(?:from|of|at)\s+(?:the\s+)?[A-Z][^,.;:“”\"]{2,80}),?$"
)
_WHO_CLAUSE = re.compile(r",\s+who\s[^,.;:“”\"]{3,110},?$")
_AN_MP = re.compile(r"(?P<name>\b[A-Z][’A-Z]*[a-z][\w’'\-]*\s[A-Z][’A-Z]*[a-z][\w’'\-]*(?<![’']s))\sMP(?=,|\s*$)")
_HONOURS = re.compile(r"(?<=[a-z])(?:,?\s(?:MBE|OBE|CBE|DBE|KBE|BEM|QC|KC|JP|DL|QPM|FRSA|PhD|HMI)\b)+(?=,|\s*$)")
# one inspector who speaks is no report
_AN_INSPECTOR = rule(
    r"(?:^|[\s(“,])(?P<it>(?:[Aa]n?|[Oo]ne)\s+(?:(?:former|lead|senior|retired|[A-Z][\w]*)\s+)*(?P<role>(?:(?:former|lead|senior|retired)\s+)?inspector)"
    r"(?:,?\s+(?:who|speaking)\b[^“”\"]{2,100})?,?)$"
)
# "the survey found that staff": whose words they are is another matter
_A_THING_THAT = re.compile(
    r"(?:[\w’'\-]+\s+){0,4}?(?:survey|poll|questionnaire|audit|study|review|report|letter|inquiry|consultation)\s"
)
_OF_THEM = re.compile(r"^of\s+(?:(?:the|our|their|his|her|its|these|those|my)\s+)?(?P<whom>.+)$", re.S)
_AGED = rule(
    r"(?:^|[\s(“])(?P<it>(?P<called>[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)?)(?:,\s+(?:aged\s+)?\d{1,3}|\s*,?\s*not\s+(?:her|his|their)\s+real\s+name)"
    r"(?P<more>,\s+(?:an?|the|from|of|in)\s[^“”\"]{2,120})?)$"
)
# "a mother of a disabled child": the mother speaks
_OF_SOMETHING = re.compile(r"\b(?:of|for|with|to|by|from|in|at|on)\s$")
# "the director wrote to staff, saying": the office ends before what its holder did
_VERB_AFTER = re.compile(
    r",?\s+(?:wrote|said|told|has|had|was|is|were|are|came|went|made|gave|took|then|also|later|will|would|did|does|spoke|stood|rang|sent|put)\b"
)


# "Ann Lee (cabinet member for children)": the office as between commas; never a clause
_OFFICE_IN_BRACKETS = rule(
    rf"(?<=[a-z])\s\((?=[^()]*{OFFICE.pattern})(?![^()]*\b(?:she|he|they|was|had)\b)(?P<in>[A-Za-z][^():;]{{2,80}})\)(?=\s|,|$)",
    re.I,
)
# "Ann Lee - cabinet member for children - said": and as between dashes
_OFFICE_BETWEEN_DASHES = rule(
    rf"(?<=[a-z])\s[–—-]\s(?=[^–—]*{OFFICE.pattern})(?P<in>[A-Za-z][^–—():;.“”\"]{{2,80}}?)\s[–—-]\s*$", re.I
)


def _set_between_commas(m: re.Match[str]) -> str:
    return f", {m['in']}, "[: len(m.group())].ljust(len(m.group()), " ")


def _described(plain: str, catalogue: Catalogue) -> Subject | None:
    """A person described and not named: "one parent", "young people at the hub", "the Executive Director"."""
    bare = (_CLAUSE_TRAILING.sub("", plain) if "," in plain else plain).rstrip(" ,")
    if m := _CALLED_AND_KIN.search(plain):
        return Subject("person", m.start("it"), None, kin(m["kin"].lower()), private=True, called=m["called"])
    if (m := _CALLED_ALONE.search(plain)) and (m["friend"] or _KIN_OF.search(m["whose"])):
        role = "parent" if m["whose"] else None
        called = with_first_name(plain, m.start("called"), m["called"]) if m["called"] else m["friend"]
        return Subject("person", m.start("it"), None, role, private=True, called=called)
    if m := _AGED.search(bare):  # a private person told of by first name and age
        kin_of = PRIVATE.search(m["more"] or "")
        return Subject(
            "person", m.start("it"), None, kin_of.group().lower() if kin_of else None, private=True, called=m["called"]
        )
    bare = re.sub(r"(?<=[a-z]),\s+(?:aged\s+)?\d{1,2}$", "", bare)
    for at in (
        m.start()
        for m in reversed(
            list(
                re.finditer(
                    r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Oo]ur|[Ss]ome|[Mm]any|[Ss]everal|[Oo]ther"
                    r"|[Tt]wo|[Tt]hree)\s",
                    bare,
                )
            )
        )
    ):
        m = _DETERMINED.search(bare, max(0, at - 1))
        if m is None or _OF_SOMETHING.search(bare, max(0, m.start("it") - 12), m.start("it")):
            continue
        role = _VERB_AFTER.split(m["role"].strip(), maxsplit=1)[0]
        if _A_THING_THAT.match(role):
            continue
        if m["det"].lower() in ("one", "another", "some", "two", "three", "several", "many"):
            role = _OF_THEM.sub(lambda them: one_of(them["whom"]), role)  # "one of our young people"
        head = re.split(r"\s+(?:of|for|at|from|in|with|who|to|and|that|which)\s+", role, maxsplit=1)[0]
        if not (OFFICE.search(head) or PRIVATE.search(head) or STAFF.search(head)) or len(role.split()) > 12:
            continue
        if rules.search(r"\b(?:council|authority|report|letter|team|board|service)s?$", head, re.I):
            continue
        if whose := _SOMEBODYS_THING.match(role):  # "the Director's candour": the Director's, and no person
            role = head = whose["office"]
        definite = m["det"].lower() == "the"
        organisation = None
        role = re.split(r"\s+(?:who|that|which|until|before|since|when|for\s+\w+\s+years)(?:\s+|$)", role)[0]
        head = re.split(r"\s+who$", head)[0]
        if rules.search(r"\b(?:mother|father|mum|dad|parent|carer|grand\w+)s?$", head, re.I):
            role = head  # and not whose
        if not PRIVATE.search(head) and (split := organised(role, catalogue)):
            role, organisation = split
        return Subject("person", m.start("it"), None, role, organisation, definite)
    if m := rules.search(
        r"(?:^|[\s(“,])(?P<it>(?:[Oo]ne|[Tt]wo|[Tt]hree)(?:\s+of\s+(?:them|these|those|us))?|[Ss]ome|[Oo]thers|[Mm]any|[Mm]ost|[Ss]everal|[Aa]\s+few|[Aa]nother)$",
        bare,
    ):
        return Subject("person", m.start("it"))
    if m := _GROUP.search(bare):
        if not rules.search(r"\b(?:of|for|with|to|by|about|between|from|other|and|in)\s*$", bare[: m.start("it")]):
            return Subject(
                "person", m.start("it"), None, re.split(r"\s+(?:at|from|in|of|with|who)\s+", m["role"])[0].lower()
            )
    return None


_SOMEBODYS_THING = re.compile(
    rf"(?P<office>(?:[\w-]+\s+){{0,3}}?(?:{OFFICE.pattern}))[’']s\s+(?!.*(?:{OFFICE.pattern}|{STAFF.pattern}|{PRIVATE.pattern}))",
    re.I,
)
_ADVERB_WORDS = frozenset(
    "also has have had then later today yesterday since again rightly simply itself himself herself themselves further "
    "now nevertheless however always will would were was is are even reportedly previously recently formally publicly "
    "privately earlier separately bluntly candidly warmly clearly repeatedly specifically does do did there".split()
)
_ADVERBS = re.compile(rf"(?:[\s,]+(?:{'|'.join(sorted(_ADVERB_WORDS))}))+,?$")


def _last_word(words: str) -> str:
    """What follows the last space or comma."""
    pieces = words.replace(",", " ").split()
    return pieces[-1] if pieces and words.endswith(pieces[-1]) else ""
