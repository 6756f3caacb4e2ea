"""Lists of grades that are not a council's: of schools, homes, firms, places and people, of surveys and forecasts.

A row of a list is a part of an inspection where a framework knows its name, or where it stands among such rows and is
made of the same words. One row that names a school or a home makes the whole list one of settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from inspections.catalogue import Catalogue
from inspections.reading.headings_of_columns import is_setting
from inspections.reading.naming import name
from inspections.reading.rows import Table
from inspections.reading.rules import rule
from inspections.reading.segments import Segment, Sentence
from inspections.reading.standing.labels import OVERALL_LABEL, is_part, line_above
from inspections.reading.standing.sections import naming_of
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_KINDS = (
    r"(?:schools|academies|settings|homes|nurseries|pre-?schools|playgroups|childminders|providers|colleges|agencies|wards"
    r"|hospitals|hospices|surgeries|practices|trusts|forces|constabularies|firms|companies|businesses|restaurants|caf[eé]s|takeaways|pubs"
    r"|shops|kitchens|hotels|neighbours|councils|boroughs|towns|villages|districts|councillors|candidates|films|books|buildings|parks|beaches)"
)
# a line that is short and no sentence: "School inspections", "Elsewhere", "How our neighbours did"
_OF_OTHERS = rule(
    rf"\b{_KINDS}\b|\b(?:school|academy|college|nursery|ward|care\s+home|children[’']?s\s+home|trust|home)\s+"
    r"(?:inspections?|reports?|results?|ratings?|grades?|judge?ments?|news|watch|round-?up|league|visits?)\b"
    r"|\b(?:elsewhere|neighbou?ring|predict(?:ed|ions?)|forecasts?|targets?|surveys?|polls?|questionnaires?|feedback|hygiene|weather"
    r"|energy\s+(?:performance|ratings?)|\bEPCs?|air\s+quality|water\s+quality|(?:film|book|food|restaurant|customer)\s+(?:reviews?|ratings?)"
    r"|traffic\s+lights?|what\s+(?:you|residents|readers|parents|staff|people)\s+(?:said|say|think|thought|told))\b",
    re.I,
)
# in a sentence: "has reported on the following schools", "Three nurseries in the borough were inspected"
_SENTENCE_OF_OTHERS = rule(
    r"\b(?:following|these|those|other|another|local|neighbou?ring|nearby|two|three|four|five|six|seven|eight|nine|ten|several|some|many|more"
    rf"|\d+)\s+(?:[\w’'-]+\s+){{0,3}}{_KINDS}\b|\b(?:on|of|for|at)\s+(?:[\w’'-]+\s+){{0,3}}{_KINDS}\b[^.]{{0,80}}:\W*$"
    rf"|\b{_KINDS}\b[^.;,]{{0,40}}\s(?:were|was|have|has|had|are|is|got|received|scored)\b[^.]{{0,80}}:\W*$"
    r"|\b(?:residents|readers|parents|carers|staff|customers|you|we)\s+(?:\w+\s+){0,2}(?:rated?|scored?|graded?|marked|voted|answered)\b"
    r"|\b(?:survey|poll|questionnaire|forecast|predict\w*|hygiene|weather)\b",
    re.I,
)
_SUPPORT = rule(
    r"\b(?:support|help|challenge|services?|work|improvement)\s+(?:for|to|in|of|with)\s+(?:\w+\s+){0,4}$", re.I
)
_LONGEST = 80  # characters of a line that heads a list and is no sentence


OTHER_COUNCILS = "a list of other councils or places"


def of_others(work: Work, table: Table) -> str:
    """Why no row of a list is a grade of the council told of; blank: nothing says so."""
    text = work.context.text
    for segment in _over(work, table):
        if found := _heads_others(work, segment):
            return OTHER_COUNCILS if _COUNCILS.fullmatch(found) else "a list of settings, of answers or of forecasts"
    for row in table.rows:
        if len(row.cells) < 2 or OVERALL_LABEL.match(row.cells[0].of(text)) or is_known_part(work, row.cells[0]):
            continue
        words, named = row.cells[0].of(text), naming_of(work, row)
        if any(s.span.within(row.cells[0]) for s in named.services):
            continue
        setting = next((s.span.start for s in named.settings if s.span.within(row.cells[0])), None)
        if setting is not None and not _SUPPORT.search(words[: setting - row.cells[0].start]):
            return "a list that names a school, a home or other setting"
        for place in sorted(named.authorities, key=lambda n: -n.span.start):
            if place.span.within(row.cells[0]):
                at = place.span.start - row.cells[0].start
                words = words[:at] + "Here" + words[at + place.span.end - place.span.start :]
        if _is_named_setting(words):
            return "a list that names a school, a home, a firm or a person"
    return ""


_COUNCILS = rule(
    r"\W*(?:[\w’'-]+\s+)*(?:councils|boroughs|districts|neighbours|neighbou?ring|elsewhere|towns)\W*", re.I
)


def _over(work: Work, table: Table) -> Iterator[Segment]:
    """The heading over a list, the line that leads to it and the line right above it, each once."""
    segments = work.context.document.segments
    heading = table.rows[0].segment.heading if table.rows else None
    found = (segments[heading] if heading is not None else None, table.lead, line_above(work, table))
    yield from {s.index: s for s in found if s is not None}.values()


def _heads_others(work: Work, segment: Segment) -> str:
    """The words of a line that say that what is below is of others."""
    about = work.context
    held = [s for s in about.document.sentences if s.segment.index == segment.index]
    last = held[-1] if held and segment.kind != "heading" else Sentence(segment.span, segment, 0)
    words = last.span.of(about.text).strip()
    named = name(about.document, about.catalogue, None, last)
    if segment.kind == "heading" and not named.services and _is_named_setting(words):
        return words
    short = len(words) <= _LONGEST and (segment.kind == "heading" or not _SPEAKS.search(words))
    found = (_OF_OTHERS if short else _SENTENCE_OF_OTHERS).search(words)
    if found is None or _SUPPORT.search(words[: found.start()]):
        return ""
    of_service = any(s.span.start < last.span.start + found.start() for s in named.services)
    return "" if of_service else found.group()


_SPEAKS = rule(
    r"\b(?:was|were|is|are|has|have|had|judged|rated|graded|found|inspected|visited|gave|received|got)\b", re.I
)

_PROPER = re.compile(
    r"^\W*(?:(?:St|Ss|SS)\b\.?|Saints?|Our\s+Lady|Holy|Sacred|Blessed|Little|Tiny|Happy|Busy|Bright)\s+[A-Z]"
    r"|^\W*The\s+(?!Council|Service|Authority|Partnership|Borough|County|City|Area)[A-Z][\w’'-]+\W*$"
    r"|^\W*(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Rev)\b\.?\s+[A-Z]"
    r"|\b[A-Z][\w’'-]*\s+(?:[A-Z&][\w’'-]*\s+){0,3}(?:Infants?|Juniors?|High|Grammar|First|Middle|Upper|Lower|Comprehensive|Comp|Prep|CE"
    r"|CofE|RC|VA|VC|Catholic|Primary|Secondary|Academy|School|College|Nursery|Playgroup|Pre-?[Ss]chool|Federation|Childminding"
    r"|House|Lodge|Court|Hall|Grange|Manor|Cottage|Villas?|Farm|View|Mount|Ltd|Limited|plc|PLC|LLP|Inc|Group|Trust|Foundation|Police"
    r"|Constabulary|Surgery|Hospital|Hospice|Infirmary|Clinic|Ward|Road|Street|Lane|Avenue|Close|Park|Caf[eé]|Kitchen|Arms|Inn"
    r"|Tandoori|Takeaway)\b"
)


def _is_named_setting(words: str) -> bool:
    """ "Medlock Infants", "St Anne's", "The Willows", "Cllr Ann Lee": the name of one school, home, firm, person."""
    if _PROPER.search(words) is None:
        return is_setting(words) and _NAME_OF_ONE.search(words) is not None
    return True


_NAME_OF_ONE = re.compile(r"(?<=[a-z] )[A-Z][a-z]+")  # a capital that begins no sentence


def is_known_part(work: Work, label: Span) -> bool:
    """Does a label name a part that a framework has, and nothing that no part is called?"""
    if not is_part(work, label):
        return False
    words = label.of(work.context.text)
    return len(words.split()) > _LONG_LABEL or not foreign_words(work.context.catalogue, words)


_LONG_LABEL = 6  # words: a longer label says of a part what no framework says in the same words


def has_a_part(work: Work, table: Table) -> bool:
    """Is a row of the list a part that a framework has, or the overall grade?"""
    text = work.context.text
    return any(
        OVERALL_LABEL.match(row.cells[0].of(text)) or is_known_part(work, row.cells[0])
        for row in table.rows
        if len(row.cells) > 1
    )


def is_worded_as_part(work: Work, label: Span) -> bool:
    """Is a name that no framework has made of words that the names of parts are made of?"""
    return not foreign_words(work.context.catalogue, label.of(work.context.text))


_WORD = re.compile(r"[a-z]{4,}")
_STEM = 6  # letters: "organisational" is "organisation"
_HELD: dict[int, tuple[Catalogue, frozenset[str]]] = {}
_PLAIN = frozenset("with from that this their they were which into those these overall grade rating judged".split())


def foreign_words(catalogue: Catalogue, label: str) -> list[str]:
    """The words of a label that the name of no part and of no service has."""
    held = _HELD.get(id(catalogue))
    if held is None:
        names = [w for f in catalogue.frameworks.values() for a in f.aspects for w in (a.label, *a.wordings)]
        names += [w for s in catalogue.services.values() if not s.setting for w in (s.name, *s.names)]
        held = _HELD[id(catalogue)] = (
            catalogue,
            frozenset(w[:_STEM] for each in names for w in _WORD.findall(each.lower())) | _PLAIN,
        )
    words = _WORD.findall(label.lower())
    return [w for w in words if w[:_STEM] not in held[1]] if words else [label]
