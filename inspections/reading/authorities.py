"""Which authorities a text names, on the day it speaks of; never a street, a club or a college."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inspections.catalogue import Authority, Catalogue
from inspections.reading import rules
from inspections.reading.inspectorates import naming_rule
from inspections.reading.lexicon import Lexicon, Stretch
from inspections.reading.places_beside import told_beside
from inspections.reading.rules import rule
from inspections.text import Span


@dataclass(frozen=True, slots=True)
class Named:
    """An authority as named: ``slugs`` has several when the name alone does not say which (a body and its namesake)."""

    span: Span
    slugs: tuple[str, ...]
    official: bool  # "Derby City Council", not "Derby"
    possessive: bool


# a name that fills a cell or a line of its own
_LINE_BEFORE = rule(r"(?:^|\n)[ \t>*•◦▪■●·–-]*$")
# "Devon: inspected January 2020", a note in a list
_NOTED = rule(
    r"\s*(?::|\s[–—-])\s+(?:(?:last|was|is|first|re-?|a|the)\s+)*(?:inspected|visited|judged|rated|graded|assessed|outstanding"
    r"|good|requires|inadequate|adequate|performs|(?:no|one|two|three|[0-3])\s+stars?|full|short|standard|focused|monitoring)\b",
    re.I,
)
_RUN_IN = re.compile(r"\s*[.:–—]")  # after a heading in capitals that begins its paragraph
_ALONE_AFTER = rule(r"[ *]*(?:[\n\t|]|$)|[ ]{3,}")  # a cell ends

# what follows a place name when it is not the council that is meant
_NOT_AFTER = rule(
    r"[’']?s?,?\s+(?:Road|Street|Lane|Place|Square|Avenue|Close|House|Way|Crescent|Terrace|Gardens|Drive"
    r"|Court|Park|Hill|Bridge|Station|Gate|Row|Mews"
    r"|(?:[A-Z][\w’'.&\-]+\s+){0,2}(?:College|University|Academy|Academies|School|Schools|Hospital"
    r"|Infirmary|Grammar|High|Primary|Infant|Junior|Sixth|Nursery|Cathedral|Church|Museum|Library"
    r"|Airport)\b"
    r"|(?:[A-Z][\w’'.&\-]+\s+){0,1}(?:FC|AFC|RFC|CC|F\.C\.|Football|Rugby|Cricket|City\s+(?:FC|fans)|United"
    r"|Rovers|Wanderers|Athletic|Albion|Town\s+FC|Hotspur)\b"
    r"|(?:(?:Town|City|County)\s+)?(?:season[\s-]ticket|supporters?|fans?|goalkeeper|striker|midfielder|defender|kit|shirts?|scar(?:f|ves))\b"
    r"|(?:Building\s+Society|Chamber\s+of\s+Commerce|Evening|Courier|Gazette|Echo|Herald|Mercury|Chronicle"
    r"|Telegraph|Times|Express|Post|News|Star|Advertiser|Observer|Mail|Live|Radio)\b"
    r"|(?:NHS|Clinical|CCG|Integrated\s+Care|Police|Constabulary|Fire|Ambulance|Magistrates|Crown\s+Court"
    r"|Labour|Conservatives?|Liberal|Green|Civic|Independents?\s+Group)\b"
    r"|(?:police|fire|ambulance|hospitals?|prison|airport|museum|football|rugby)\b"
    r"|(?:District|Town|Parish)\s+Council\b|(?:North|South|East|West|Central)\s+(?:MP|constituency)\b|MP\b|Diocese\b)"
    # "Ravi Thistlewood (Leicester North) (Lab)": the seat of a member
    r"|^(?:,?\s+(?:and\s+)?[A-Z][\w’'\-]+){0,4}\)\s*\((?:[A-Z][\w/\- ]{1,20})\)"
)
_NOT_BEFORE = rule(
    r"(?:University\s+of|College|Diocese\s+of|Bishop\s+of|Archbishop\s+of|Duke\s+of|Duchess\s+of|Earl\s+of"
    r"|Lord|Lady|Baroness|Baron|Mr|Mrs|Ms|Miss|Sir|Dr|Marquess\s+of"
    r"|MPs?\s+for|Members?\s+for|Healthwatch|NHS|born\s+in|lives\s+in|live\s+in|moved\s+from|train\s+(?:to|from)"
    r"|hotel\s+in)\s+(?:the\s+)?$"
)
# a person's earlier post: the authority is mentioned, not inspected
_FORMER_POST = rule(
    r"\b(?:previously|formerly|former|joined\s+(?:us\s+)?from|came\s+from|move[sd]?\s+from(?!\s+(?:an?\s+)?[‘“'\"]?(?:outstanding|good|requir|inadequate|adequate|satisfactory))"
    r"|worked\s+(?:at|for|in)|spell\s+at|post\s+at|role\s+at|job\s+at|was\s+(?:the\s+)?(?:interim\s+"
    r"|deputy\s+|assistant\s+)?director)\b(?:[^.;!?\n]|\n(?!\s*\n)){0,80}$",
    re.I,
)
# "the former Northamptonshire County Council": the council itself, abolished since
_THE_FORMER = re.compile(r"\b(?:[Tt]he|[Ii]ts)\s+(?:\w+\s+)?former\s+$")
_COUNCIL_AFTER = naming_rule(
    r"[’']?s?\s+(?:(?:city|county|borough|metropolitan|district|unitary)\s+)*(?:council|authority|children|improvement\s+(?:board|plan|journey)"
    r"|adult|learning\s+(?:and\s+skills|service)|(?:community|lifelong|family)\s+(?:and\s+\w+\s+)?learning|services?|fostering|adoption|youth|send|social|safeguarding|looked|inspection|local\s+(?:area|authority)|area)\b"
    r"|\s+(?-i:[a-z]+)\s[^.!?;:“”]{2,110}\bits\s+(?:own\s+)?(?:SEND|special\s+educational|special\s+needs|children|adult|youth|fostering|adoption|social\s+care|services|safeguarding)\b"
    r"|\s+(?:has|had|is|was|have)\s[^.!?;:]{2,60}\.\s+Its\s+(?:own\s+)?(?:children|adult|youth|fostering|adoption|social\s+care|services)\b"
    r"|[’']s\s+(?:(?:deputy|new|interim|lead|former)\s+)?(?:cabinet|leader|director|chief\s+executive|portfolio\s+holder)\b"
    r"|[’']s\s+(?:(?:previous|last|latest|new|first|next|own)\s+){0,2}(?:@short|turn(?=\s+(?:came|was|is)\b)|(?:monitoring|focused)\s+visit|inspect\w+|reports?|ratings?|grades?|judge?ments?)\b",
    re.I,
)
_INSPECTED_AFTER = naming_rule(
    r"\s+(?:was|were|is|has\s+been|had\s+been)\s+(?:\w+\s+)?"
    r"(?:judged|rated|graded|found|inspected|given|placed|awarded|told|visited|assessed)\b"
    r"|,\s+(?:which|where|whose|whom)\s[^,;]{3,70},\s+(?:was|were|ha[sd]\s+been)\s+(?:last\s+|now\s+|then\s+)?(?:inspected|visited|judged|rated|graded"
    r"|found\s+to\s+be|assessed|deemed)\b"
    r"|,\s+whose\s+(?:own\s+)?(?:children|adult|youth|SEND|services|social\s+care|fostering|adoption)\b"
    r"|,\s+(?:last\s+|which\s+was\s+(?:last\s+)?)?(?:inspected|visited|assessed)\b"
    r"|[’']s(?:,\s[^,.;]{3,90},)?\s+(?:was|were|is|are|has|have|had)\b"
    r"|,\s+where\s+(?:the\s+)?(?:(?:\w+\s+)?inspect\w*|@short|(?:\w+\s+)?services?|children|adult|council)\b"
    r"|\s+(?:has\s+|had\s+)+(?:its|an?|the|only|just|two|three|another)\s+(?:own\s+|[\w-]+\s+){0,4}(?:inspections?|visits?|ratings?|judge?ments?|grades?|verdicts?|reports?)\b"
    r"|\s+(?:was|is)\s+(?:one\s+of|among)\s+(?:the\s+)?(?:(?:first|last|only)\s+)?(?:\w+\s+){0,2}(?:areas|councils|boroughs|counties|authorities|partnerships)\b"
    r"|\s+(?:remains?|remained|faces?|faced|ha[sd]\s+to|must|(?:is|was)\s+(?:still\s+)?under)\s[^.;:“”]{0,60}@inspectorate\b"
    r"|\s+(?:also\s+|both\s+|now\s+|still\s+|itself\s+)*perform(?:s|ed)?\s+(?:excellently|well|adequately|poorly)\b"
    r"|(?:[’']s)?,?\s+(?:(?:was|were)\s+)?(?:an?\s+)?[‘“'\"(]?(?:outstanding|good|requires\s+improvement|inadequate|adequate|satisfactory|ineffective)"
    r"(?=[’”'\"]?(?:\s*[,.;)]|\s+(?:and|overall|in\s+(?:19|20))))"
    r"|\s+\((?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b"
    r"|\s+(?:fared|did\s+(?:rather\s+|much\s+|even\s+)?(?:less|better|worse|badly|well)|(?:is|was|are|were)\s+no\s+longer\s|(?:has|had)\s+(?:held|kept|enjoyed)\s+(?:the\s+same|that|its)\s|remains?\s+(?:outstanding|good|inadequate)"
    r"|(?:did|was|has|is)\s+(?:too|likewise|as\s+well)\b|(?:got|received|was\s+given|had)\s+the\s+same\s+(?:grade|rating|judge?ment|verdict)"
    r"|slipped|climbed|improved\s+(?:from|to)|dropped\s+(?:from|to)|(?:no|one|two|three|[0-3])\s+stars?)\b"
    # "Reading went first.", "Reading was the biggest job"
    r"|\s+(?:(?:went|was|came|goes)\s+(?:first|next|last|second|third)|followed)(?=\s*[.,;:])"
    r"|\s+(?:was|is|came|comes)\s+(?:the\s+)?(?:first|last|next|biggest|smallest|shortest|longest|busiest|latest|second|third)"
    r"(?=\s+(?:job|visit|call|council|borough|inspection|stop|of\s+the\s+(?:councils|boroughs|visits|inspections|\w+\s+(?:councils|boroughs|visits|inspections)))\b)"
    r"|\s+was\s+(?:the\s+only\s+one|one)\s+of\s+(?:the\s+)?\w+(?:\s+\w+)?\s+to\s+be\s+(?:seen|inspected|visited|assessed)\b"
    r"|\s+(?:has|had)\s+(?:yet\s+to|never|not\s+yet)\s+(?:be|been|have|had)\s+(?:an?\s+(?:[\w-]+\s+)?)?(?:inspected|inspection|visited|visit|judged|rated)\b"
    # "Bury got a good", "Bolton keeps its three stars", "Suffolk has two", "Wigan, though, has slipped"
    r"|(?:,\s+(?:though|however|too|by\s+contrast|meanwhile),)?\s+(?:also\s+|again\s+|still\s+|now\s+|both\s+|each\s+|only\s+)*"
    r"(?:got|gets?|has|have|had|keeps?|kept|holds?|held|retain(?:s|ed)|earn(?:s|ed)|won|scored|landed|receiv(?:es|ed)|secur(?:es|ed)|achiev(?:es|ed)|gain(?:s|ed)"
    r"|came\s+(?:out\s+(?:with|as)|away\s+with)|(?:is|was|were|are)\s+(?:given|awarded|handed|rated)|remain(?:s|ed)|stay(?:s|ed)|(?:must\s+)?makes?\s+do\s+with)"
    r"\s+(?:(?:an?|its|their|the|only|just|also|on|at|overall)\s+)*[‘“'\"]?"
    r"(?:(?:outstanding|good|requires[\s-]improvement|inadequate|adequate|satisfactory)\b(?=[’”'\"]?(?:\s*[,.;:)!]|\s+(?:in|overall|and|but|from|this|last|while|when|for|ratings?"
    r"|grades?|judge?ments?|verdicts?)\b|$))|(?:no|one|two|three|[0-3])[\s-]stars?\b|(?:none|one|two|three)(?=\s*[,.;:!]|\s+(?:and|but|in\s+(?:19|20))|$))"
    r"|(?:,\s+(?:(?:though|however|too|(?:by|in)\s+contrast|meanwhile|on\s+the\s+other\s+hand),|which))?\s+(?:has\s+|have\s+|had\s+)?(?:gone|went|goes|mov(?:es|ed)|ris(?:es|en)|rose|falls?|fell|fallen|drop(?:s|ped)|slip(?:s|ped)|slid|jump(?:s|ed))"
    r"(?:\s+(?:up|down|back))?\s+(?:from|to)\s+(?:an?\s+)?[‘“'\"]?(?:outstanding|good|requires|inadequate|adequate|satisfactory|no|none|one|two|three)\b"
    r"|,\s+(?:though|however|too),\s+(?:has|had)\s+slipped\b",
    re.I,
)
# "the Lancashire resort", "a Kent town": one of the places in a county
_A_TOWN_OF_IT = re.compile(
    r"\s+(?:(?:seaside|coastal|market|mill|spa|new|cathedral)\s+)?(?:town|city|resort|port|village|borough)\b"
)
# "And then there is Reading, which ...", "That leaves Bury.": the place that a page turns to
_THERE_IS = re.compile(
    r"(?:^|[.!?:;–—]\s+|\n\s*)[‘“'\"]?(?:(?:And|But|So|Now|Then|And\s+then|But\s+then)\s+)?(?:[Tt]hen\s+)?(?:[Tt]here\s+(?:is|was|remains)|[Tt]here[’']s"
    r"|(?:[Tt]hat|[Tt]his|[Ww]hich)\s+leaves|[Ll]eaving|[Tt]ake|[Cc]onsider|[Nn]ext\s+(?:is|was|comes|came|up\s+is)|[Ll]ast\s+(?:is|was|comes|came))\s+$"
)
_TURNS_TO = re.compile(
    r"(?:\s+(?:first(?:\s+of\s+all)?|next|now|last|then|for\s+(?:example|instance|one|a\s+start)))?[,.;:]"
)
# "The third letter is Surrey's."
_THE_NEXT_IS = re.compile(
    r"\b(?:[Tt]he|[Aa]nother|[Oo]ne)\s+(?:(?:first|second|third|fourth|fifth|sixth|last|latest|next|other|final|worst|best)(?:\s+(?:letter|report|inspection|visit|case|verdict|one|of\s+(?:them|these)))?"
    r"|letter|report|inspection|visit|verdict)\s+(?:is|was)\s+$"
)
_ITS_OWN = re.compile(r"[’']s?[.;:,]")
# "The Ofsted report of March 2011 on Kent"
_A_REPORT_ON = re.compile(
    r"\b(?:[Rr]eport|[Ll]etter|[Vv]erdict|[Ff]indings)\s+(?:(?:of|from|in|dated|published|issued)\s+){1,2}(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d,?\s+(?:on|about)\s$"
)
_LISTED = re.compile(r"(?:[’']s)?(?:\s+\([^()]{2,40}\))?(?:,\s+|,?\s+(?:and|AND|&)\s+)")
_COUNCIL_WORD = rule(r"\b(?:council|borough|authority|county|city|mbc|lbc)\b", re.I)


def _names(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    out: list[tuple[str, str]] = []
    for authority in catalogue.authorities.values():
        for name in (authority.name, authority.official_name, *authority.other_names):
            if len(name) > 3 or name.isupper():
                out.append((name, authority.slug))
        plain = re.sub(r"^(?:City of|County)\s+", "", authority.name)
        suffixes = ["Council"]
        if "County" in authority.official_name:
            suffixes += ["County Council", "CC"]
        if "City" in authority.official_name:
            suffixes += ["City Council"]
            out.append((f"City of {plain}", authority.slug))
        if "Borough" in authority.official_name:
            suffixes += ["Borough Council", "Metropolitan Borough Council", "MBC", "Borough"]
        out += [(f"{plain} {suffix}", authority.slug) for suffix in suffixes]
        if authority.kind.lower().startswith("london"):
            out += [(f"London Borough of {plain}", authority.slug), (f"Royal Borough of {plain}", authority.slug)]
    out += [(name, "") for name in catalogue.lookalikes]  # found so that nothing inside them is
    return tuple(dict.fromkeys(out))


_BY_CATALOGUE: dict[int, Lexicon[str]] = {}


def lexicon(catalogue: Catalogue) -> Lexicon[str]:
    held = _BY_CATALOGUE.get(id(catalogue))
    if held is None:
        held = _BY_CATALOGUE[id(catalogue)] = Lexicon(_names(catalogue), capitals=True)
    return held


_CALLED: dict[int, dict[str, frozenset[str]]] = {}


def called(name: str, catalogue: Catalogue) -> frozenset[str]:
    """The authorities that a name, all of it, may mean; none when it is the name of something else."""
    lexicon(catalogue)  # holds the catalogue, so that its number stays its own
    held = _CALLED.get(id(catalogue))
    if held is None:
        many: dict[str, set[str]] = {}
        for one, slug in _names(catalogue):
            many.setdefault(one.lower(), set()).update([slug] if slug else [])
        held = _CALLED[id(catalogue)] = {one: frozenset(slugs) for one, slugs in many.items()}
    plain = " ".join(re.sub(r"^the\s+", "", name.strip(), flags=re.I).split()).lower()
    return held.get(plain, frozenset())


_OPENER = naming_rule(
    r"\b(?:IN|AT|FOR|AND|BOTH|THE|(?:INSPECTIONS?|VISITS?|REVIEWS?|ASSESSMENTS?)\s+OF|VISITS?\s+TO|In|At|For|To|From|Of|Both|And|The|But|While|When|As|@short|Minister|Inspectors|Labour)\s$"
)


def authorities(text: str, words: Stretch, catalogue: Catalogue) -> tuple[Named, ...]:
    """Every authority named among ``words`` (the tokens of a stretch of ``text``), in order."""
    out: list[Named] = []
    careful = _careful(catalogue)
    unsure: list[Named] = []  # named as a place may be, since the council named last
    for hit in lexicon(catalogue).find(words):
        if "" in hit.values:
            continue
        if told_beside(text, unsure or out, hit.span):  # of the place that it stands beside
            if unsure:
                out.append(unsure[-1])
                unsure.clear()
            continue
        before = text[max(0, hit.span.start - 100) : hit.span.start]
        after = text[hit.span.end : hit.span.end + 80]
        official = bool(_COUNCIL_WORD.search(hit.words)) or bool(
            rules.match(r"(?:[’']s)?\s+(?:city|county|borough)?\s*council\b", after, re.I)
        )
        if not official and (_NOT_AFTER.match(after) or _NOT_BEFORE.search(before)):
            if _BODY_OF_SEVERAL.match(after):
                _leave_out_those_before(text, hit.span.start, out)
            continue
        if not official and hit.words.title() in catalogue.counties and _A_TOWN_OF_IT.match(after):
            continue
        if _FORMER_POST.search(before) and not (official and _THE_FORMER.search(before)):
            continue
        if not official and rules.search(r"[A-Z][\w’'\-]+[ \u00a0]\Z", before) and not _SENTENCE_START.search(before):
            # "Port Bury", "Lower Reading": part of a longer name, unless the word before is a known opener
            if not _OPENER.of(catalogue).search(before):
                continue
        if (
            any(hit.words in careful[slug] for slug in hit.values if slug in careful)
            and not (_stands_alone(before) and _ALONE_AFTER.match(after))
            and not (_stands_alone(before) and _RUN_IN.match(after) and text[hit.span.start : hit.span.end].isupper())
            and not official
            and not (_LINE_BEFORE.search(before) and _NOTED.match(after))
            and not _COUNCIL_AFTER.of(catalogue).match(after)
            and not _INSPECTED_AFTER.of(catalogue).match(after)
            and not (out and _LISTED.fullmatch(text, out[-1].span.end, hit.span.start))
            and not (_THERE_IS.search(before) and _TURNS_TO.match(after))
            and not (_ITS_OWN.match(after) and _THE_NEXT_IS.search(before))
            and not _A_REPORT_ON.search(before)
            and not rules.search(
                r"\bthe\s+(?:other|second|third|last|remaining|neighbouring)(?:\s+(?:new\s+)?(?:council|authority|borough|county|city)|\s+of\s+(?:the|these)\s+(?:two|three))?,\s$|"
                r"\b(?:(?:one|other|another|reports?|letters?|verdicts?|findings)\s+(?:on|about)|in|at|of|for|to|and|(?:beg[iau]n|start|stay|deal|end|finish|open)(?:s|ed|ing|ning)?\s+with|neighbouring|nearby|unlike|both|like|(?:re)?visited|inspected|judged|rated|assessed"
                r"|across|throughout|within|gave|awarded|told|(?:re)?visits|inspects|rates|judges|(?:found|concluded)\s+that"
                r"|(?:so|as)(?:\s+(?:too|also))?\s+(?:was|were|is|are|did|has|have|had))\s$",
                before,
                re.I,
            )
        ):
            unsure.append(Named(hit.span, hit.values, official, hit.possessive))
            continue
        listed = hit.span.start  # "Wakefield and Bradford were told ...": in one list with a council
        at = len(out)
        while unsure and _LISTED.fullmatch(text, unsure[-1].span.end, listed):
            listed = unsure[-1].span.start
            out.insert(at, unsure.pop())
        unsure.clear()
        out.append(Named(hit.span, hit.values, official, hit.possessive))
    return tuple(out)


# what may be of several areas: "Swindon and Wiltshire Integrated Care Board", "Devon and Cornwall Police"
_BODY_OF_SEVERAL = re.compile(
    r"\s+(?:NHS|Clinical\s+Commissioning|CCGs?\b|ICBs?\b|Integrated\s+Care|(?:Mental\s+Health\s+)?Partnership\s+NHS|Police|Constabulary|Fire|Ambulance)"
)
_AND_ITS = re.compile(r"(?:,\s+|,?\s+(?:and|&)\s+)")


def _leave_out_those_before(text: str, start: int, out: list[Named]) -> None:
    """The names that stand in one list right before the last place of such a body's name are of it too."""
    while out and not out[-1].official and _AND_ITS.fullmatch(text, out[-1].span.end, start):
        start = out.pop().span.start


def _stands_alone(before: str) -> bool:
    """Does a name begin its line, or its cell?"""
    left = before.rstrip(" >*")
    return not left or left[-1] in "\n\t|"


_CAREFUL: dict[int, dict[str, frozenset[str]]] = {}


def _careful(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """The names, in small letters, that are an authority's only where more than the name says so."""
    lexicon(catalogue)  # holds the catalogue, so that its number stays its own
    held = _CAREFUL.get(id(catalogue))
    if held is None:
        held = _CAREFUL[id(catalogue)] = {
            authority.slug: frozenset(word.lower() for word in authority.careful)
            for authority in catalogue.authorities.values()
            if authority.careful
        }
    return held


_SENTENCE_START = rule(r"[.!?:;”’\"\n|\t]\s+[A-Z][\w’'\-]+\s$")


def on_day(named: Named, catalogue: Catalogue, earliest: date | None, latest: date | None) -> str | None:
    """The one authority of that name that existed in these bounds; None when none or several did."""
    lexicon(catalogue)  # holds the catalogue, so that its number stays its own
    asked = (id(catalogue), named.slugs, earliest, latest)
    if asked not in _EXISTED:
        if len(_EXISTED) >= _MOST_ASKED:
            _EXISTED.clear()
        fits = [s for s in named.slugs if _existed(catalogue.authorities[s], earliest, latest)]
        _EXISTED[asked] = fits[0] if len(fits) == 1 else None
    return _EXISTED[asked]


_MOST_ASKED = 4096
_EXISTED: dict[tuple[int, tuple[str, ...], date | None, date | None], str | None] = {}


def _existed(authority: Authority, earliest: date | None, latest: date | None) -> bool:
    """Did it exist on some day of these bounds? No bounds: any day."""
    return authority.life.overlaps(earliest, latest)


# what stands right before a council that a sentence names only beside another
BESIDE = rule(
    r"\b(?:(?:partnership|together|along|contrast|compared|working|links?|shared)\s+with|compared\s+to"
    r"|unlike|like|than|alongside|(?-i:since)(?!\s+(?:\w+\s+)?(?:19|20)\d\d\b)"
    r"|neighbours?|years\s+(?:at|with|in)|director\s+(?:at|of\s+[\w\s’']{3,30}\s+(?:at|in))|"
    r"(?:moved|joined|came|comes|arrived|recruited|hired|poached|headhunted|lured|transferred|seconded)\s+(?:(?:here|to|us|over|across|back|the|our|this|in|on|at|last|\d+|[A-Za-z]+)\s+){0,4}?from)"
    r"(?:\s+(?:those|that|the\s+ones?|(?:the\s+)?(?:[\w’'\-]+\s+){0,3}services?)\s+(?:in|of|at|for|run\s+by))?\s+(?:the\s+)?$",
    re.I,
)
