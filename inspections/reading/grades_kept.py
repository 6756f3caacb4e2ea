"""The grades of one sentence: those that stand, and those that are passed over, each with why."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.asked import answer
from inspections.reading.contributions import take_part_of_section
from inspections.reading.doubted_words import doubted_by_words, of_a_part
from inspections.reading.givers import view_of_others
from inspections.reading.grades import grades
from inspections.reading.grades.hits import GradeHit, Grades
from inspections.reading.naming import Naming
from inspections.reading.parts import allot
from inspections.reading.parts_before import take_part_before
from inspections.reading.refused import refused
from inspections.reading.rules import rule
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_named import only_ran_it
from inspections.reading.work import Work
from inspections.text import Span


def graded_in(
    work: Work,
    named: Naming,
    before: Naming | None,
    asked: Naming | None,
    reports: tuple[Span, ...],
    voices: tuple[Span, ...],
    state: Walk,
) -> Grades:
    """The grades of one sentence, and those that are passed over."""
    text, about = work.context.text, work.context
    of_page = state.service_of_page(named)
    own = {of_page.slug} if of_page else set()
    service, minuted = of_page.slug if of_page else None, work.family.voice == "minutes"
    found = grades(text, named, reports, voices, service, about.catalogue, minuted)
    of_row = state.service_of_row(named)
    spoken_of = {s.slug for s in (*named.services, of_row, state.service, state.local) if s} | own
    allot(text, named, found, about.catalogue, spoken_of)
    take_part_before(work, before, named, found)
    take_part_of_section(work, named, found)
    answer(work, asked, named, found)
    here = state.told_of_here(named)
    if here is None and state.local is not None and state.paragraph == named.segment.index:
        here = state.local.slug
    if here is None and of_row is not None:
        here = of_row.slug
    _refuse(work, named, found, here or (of_page.slug if of_page else None))
    if (work.family.voice == "party" and _taken_back(text, named)) or _LEAFLET.search(named.span.of(text)):
        found.hits.clear()
    if named.segment.kind == "heading":
        found.hits.clear()  # headlines are worded loosely; the text below says it again
    return found


def _refuse(work: Work, named: Naming, found: Grades, here: str | None) -> None:
    """Leave out the grades that nobody entitled to gave, or that were given to something else."""
    about = work.context
    kept: list[GradeHit] = []
    councils = [a for a in named.authorities if not only_ran_it(about.text, named, a)]
    elsewhere = about.home is not None and councils and not named.services and not _near_a_service(work, named)
    if elsewhere and _one_service(work) and (named.visits or named.inspectorates or any(d.edtf for d in named.dates)):
        elsewhere = False  # of what else should it be?
    strange = elsewhere and not any(set(a.slugs) & _line_of(work) for a in councils)
    for hit in found.hits:
        if hit.tie != "performs" and not _on_some_scale(work, named, hit, here):
            found.passed_over.append((hit.span, "no scale of this service has this word"))
            continue
        why = (
            _refused_performs(about.text, named, hit)
            if hit.tie == "performs"
            else refused(about.text, named, hit, about.catalogue, work.family.voice)
        )
        if why == _NO_SUBJECT and _of_a_part_too(hit, kept):
            why = ""
        if not why and hit.polarity != "previous":
            left, right = about.text[named.span.start : hit.span.start], about.text[hit.span.end : named.span.end]
            why = doubted_by_words(left, right)
        if not why and hit.aspect is None and any(each.aspect is None for each in kept):
            of_part = of_a_part(about.text[hit.span.end : named.span.end], named, about.text)
            why = "of a part only" if of_part else ""
        arranged = hit.word.lower() in ("effective", "ineffective")  # only of how a council supports its schools
        if not why and strange and hit.aspect is None and hit.tie != "performs" and not arranged:
            why = "of another council, and no service named"
        if why:
            found.passed_over.append((hit.span, why))
        else:
            kept.append(hit)
    found.hits = kept


_NO_SUBJECT = "no service is its subject"


def _of_a_part_too(hit: GradeHit, kept: list[GradeHit]) -> bool:
    """ "Staffing was good, as was planning": a part behind a grade that is kept for the part before it."""
    if hit.aspect is None or hit.aspect.start < hit.span.end:
        return False
    before = (each.aspect for each in kept if each.span == hit.span and each.aspect is not None)
    return any(aspect.end <= hit.span.start for aspect in before)


def _line_of(work: Work) -> set[str]:
    """The council that the text is about, and those that it came from or became."""
    if work.context.home is None:
        return set()
    home = work.context.catalogue.authorities[work.context.home[0]]
    return {home.slug, *home.predecessors, *home.successors}


def _refused_performs(text: str, named: Naming, hit: GradeHit) -> str:
    """The annual assessment has words of its own; who gives them is asked all the same."""
    right = text[hit.span.end : min(named.span.end, hit.span.end + 110)]
    if not hit.subjects and _CORPORATE.search(text):
        return "of the council as a whole may be meant"
    return "given by somebody who is no inspectorate" if view_of_others(right, named.catalogue) else ""


# judged in the same words as children's services, and by the Audit Commission
_CORPORATE = rule(
    r"\b(?:corporate\s+assessments?|comprehensive\s+performance\s+assessments?|use\s+of\s+resources|direction\s+of\s+travel|organisational\s+assessments?)\b",
    re.I,
)


def _on_some_scale(work: Work, named: Naming, hit: GradeHit, here: str | None) -> bool:
    """Is this a word of any scale on which the services spoken of are graded?"""
    catalogue = work.context.catalogue
    before = [
        s
        for s in named.services
        if s.span.start < hit.span.end or ";" not in work.context.text[hit.span.end : s.span.start]
    ]
    slugs = {s.slug for s in (*hit.subjects, *before)} or ({here} if here else set())
    slugs |= {parent for slug in slugs if (parent := catalogue.services[slug].parent)}
    scales = {x for f in catalogue.frameworks.values() if slugs & set(f.services) for x in f.scales}
    word = re.sub(r"^requir\w+", "requires", " ".join(hit.word.lower().replace("-", " ").split()))
    return not scales or any(catalogue.scales[x].grade_worded(word) is not None for x in scales)


def _one_service(work: Work) -> bool:
    """Does the text speak of one service, and parts of it, and of no other?"""
    if work.one_service is None:
        services = work.context.catalogue.services
        work.one_service = len({services[s.slug].parent or s.slug for n in work.named for s in n.services}) == 1
    return work.one_service


def _near_a_service(work: Work, named: Naming) -> bool:
    """Does the paragraph name a service before this sentence?"""
    first = work.first_named("services")
    return first.get(named.segment.index, named.span.start) < named.span.start


_LEAFLET = rule(r"\b(?:leaflets?|flyers?|claim(?:s|ed|ing)?\s+that)\b", re.I)
_CLAIMED = rule(r"\b(?:leaflets?|flyers?|posters?|newsletters?|headline|headed|claimed|our\s+post)\b", re.I)
_WRONG = rule(
    r"\s*(?:That|This|It|They|These|Those|Both)\s+(?:was|were|is|are)\s+(?:wrong|untrue|false|not\s+true"
    r"|incorrect|inaccurate)|\s*Nobody\s+did\b"
    r"|\s*[A-Z][\w’']*(?:\s+\w+){0,2}\s+(?:has|have|had|did|said)\s+(?:done\s+|said\s+|found\s+)?(?:no|any)\s+such\b",
    re.I,
)


def _taken_back(text: str, named: Naming) -> bool:
    """What a leaflet claimed, told by the party that takes it back."""
    words = named.span.of(text)
    following = text[named.span.end : named.span.end + 80]
    before = text[max(0, named.span.start - 200) : named.span.start]
    if _WRONG.match(following):
        return True
    return bool(_CLAIMED.search(words)) or bool(
        rules.search(r"\bleaflet[^.]{0,80}\.\s*$", before)
        and rules.match(r"\s*It\s+(?:went|say|says|said|also|told|claims|boasts)\b", words)
    )
