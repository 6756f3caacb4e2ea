"""Tables and labelled lines that give grades."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.cells import is_sentence, is_told, value
from inspections.reading.events import Aspect, Event
from inspections.reading.facts import Warned
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import grade_words
from inspections.reading.headings_of_columns import is_setting
from inspections.reading.key_facts import tells_of_an_inspection
from inspections.reading.parts import judged_apart
from inspections.reading.rows import Row, Table
from inspections.reading.standing.belonging import (
    council_of,
    first_date,
    inspection_above,
    led_in,
    of_a_service,
    of_the_page,
)
from inspections.reading.standing.columns_graded import choose, is_of_another_year
from inspections.reading.standing.in_sections import (
    Before,
    add_earlier,
    add_one_before,
    add_parts_before,
    council_above,
    inspection_of_section,
)
from inspections.reading.standing.labels import (
    OVERALL_LABEL,
    RATING_LABEL,
    are_of_another,
    heading_over,
    introduced,
    is_two_headed,
    lead_is_setting,
    named_alone,
    not_the_inspections,
    of_something_else,
    part_over,
    plain_label,
    service_of_parts,
    trimmed,
)
from inspections.reading.standing.lists_of_others import (
    OTHER_COUNCILS,
    has_a_part,
    is_known_part,
    is_worded_as_part,
    of_others,
)
from inspections.reading.standing.numbered_rows import line_over
from inspections.reading.standing.sections import naming_of, service_above
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work


MOST_ASPECTS = 60  # more rows than this are a list of something else


_DATED = rules.rule(r"\b(?:19|20)\d\d\b|^\W*(?:published|posted|updated)\b", re.I)


def _names_a_part(text: str, heading: Span | None) -> bool:
    """May a heading say of what the rows below it are parts? A date does not."""
    return heading is not None and _DATED.search(heading.of(text)) is None


_OVERALL_OF = rules.rule(r"\b(?:overall\s+)?effectiveness\b|\boverall\b", re.I)


def _head_above(work: Work, table: Table, row: Row) -> Span | None:
    """ "Overall effectiveness of safeguarding services", the last such row above one that says only "Capacity"."""
    head = None
    for each in table.rows:
        if each is row:
            return head
        services = [s for s in naming_of(work, each).services if s.span.within(each.cells[0])]
        if services and _OVERALL_OF.search(each.cells[0].of(work.context.text)):
            head = services[0].span
    return None


def _performs(word: str) -> bool:
    return word.lower().startswith("perform")


def add_grades(work: Work, table: Table) -> None:
    text, about = work.context.text, work.context
    at = table.rows[0].segment.span.start if table.rows else 0
    focus: Event | None = None
    first, before = len(work.events), list[Before]()
    more = grade_words(about.catalogue)[1]
    of_setting = lead_is_setting(work, table)
    of_other = not_the_inspections(work, table) if table.rows else ""
    others = of_others(work, table) if table.rows else ""
    among_parts = has_a_part(work, table)
    over = part_over(work, table)
    led = led_in(work, table.rows[0]) if table.rows else None
    boxed = tells_of_an_inspection(text, table)
    whose = service_of_parts(work, table)
    for row in table.rows:
        if len(row.cells) < 2 or row.segment.index in work.noted:
            continue
        if is_sentence(row.cells[0].of(text)) and is_told(text, row.segment):
            continue
        label = row.cells[0]
        chosen = choose(work, table, row)
        if chosen.unclear:
            why = "left out: several grades in one row, and no header says which is the inspection's"
            work.warnings.append(Warned("grade-passed-over", why, row.segment.span))
        if chosen.cell is None:
            continue
        span, word, number = chosen.cell
        label_words = label.of(text)
        if value(text, label) or rules.match(r"^\W*(?:\d+|grade\s*\d)\W*$", label_words):
            continue
        named = naming_of(work, row)
        own_setting = is_setting(label_words) and not any(s.span.within(label) for s in named.services)
        if own_setting or of_setting or of_something_else(text, row, span):
            work.warnings.append(Warned("grade-passed-over", "left out: a school, home or other setting", span))
            continue
        if of_other:
            work.warnings.append(Warned("grade-passed-over", f"left out: {of_other}", span))
            continue
        places = [n for n in named.authorities if n.span.within(label)] or named_alone(work, label)
        if others and not (places and others == OTHER_COUNCILS):
            work.warnings.append(Warned("grade-passed-over", f"left out: {others}", span))
            continue
        services = [s for s in named.services if s.span.within(label)]
        hit = GradeHit(span, word, "row", "current", tuple(services), None, number)
        whole = bool(OVERALL_LABEL.match(label_words))
        if more is not None and more.fullmatch(word) and RATING_LABEL.match(label_words):
            whole = True  # "The rating is: two stars", on a scale of a whole service and of no part
        whole = whole or (boxed and RATING_LABEL.match(label_words) is not None)
        service_is_label = (
            not re.fullmatch(r"(?:not\s+)?met", word, re.I)
            and bool(services)
            and services[0].span.end - services[0].span.start >= len(label_words.strip()) - 12
        )
        if word.lower().startswith("perform") and (whole or services):
            whole, service_is_label = False, True
        if places:
            slug = council_of(work, places[0])
            if slug is None:
                continue
            of = next(iter(services), None) or service_above(work, table) or about.service
            event = Event(
                [(slug, places[0].span)],
                of.slug if of else None,
                of.span if of else None,
                list(about.bodies[:1]),
                "unstated",
                None,
                None,
                None,
                hit,
                spans=[row.segment.span],
                sentences=[row.segment.span],
                named_apart=True,
            )
            event.inspected = first_date(text, named, "inspected")
            event.published = first_date(text, named, "published")
            held = next(
                (
                    e
                    for _, e in reversed(work.told)
                    if e.kind == "annual-assessment" and not e.previous and e.overall is not None
                ),
                None,
            )
            if held is not None and word.lower().startswith("perform"):
                event.kind = "annual-assessment"
                if event.inspected is None and event.published is None and held.kind == "annual-assessment":
                    event.inspected, event.published = held.inspected, held.published
            work.events.append(event)
            work.told.append((row.segment.span.start, event))
            continue
        if (
            service_is_label
            and not whole
            and not word.lower().startswith("perform")
            and (introduced(work, table) or (among_parts and is_known_part(work, label)))
            and services[0].slug not in judged_apart(about.catalogue)
        ):
            parent = about.catalogue.services[services[0].slug].parent
            family = {services[0].slug, parent} if parent is not None else {services[0].slug}
            held = focus or led or inspection_above(work, at, word)
            if held is None or held.service in family or about.service is None or about.service.slug in family:
                service_is_label = False
        if (
            service_is_label
            and not whole
            and (about.service is None or services[0].slug != about.service.slug or word.lower().startswith("perform"))
        ):
            focus = of_a_service(work, services[0], hit, row, named)
            if focus is not None:
                work.events.append(focus)
                work.told.append((row.segment.span.start, focus))
                continue
        told = whole or services or word.lower().endswith("progress") or is_known_part(work, label)
        if not (told or (among_parts and is_worded_as_part(work, label))):
            work.warnings.append(Warned("grade-passed-over", "left out: what was judged is no part of a service", span))
            continue
        council = council_above(work, table, row)
        if council is not None:
            focus = focus or inspection_of_section(work, row, council, service_above(work, table) or about.service)
        else:
            focus = focus or led or inspection_above(work, at, word)
        if focus is not None and focus.overall is not None and focus.overall.tie == "performs" and not _performs(word):
            focus = None  # a rating of the year has no parts that are graded in these words
        if focus is None and about.home is not None:
            focus = of_the_page(work)
        if focus is not None and is_of_another_year(work, table, chosen.day, focus):
            focus = None
            work.warnings.append(Warned("grade-passed-over", "left out: of another year's inspection", span))
            continue
        if focus is not None and focus.any_date is None and chosen.day is not None and chosen.earlier:
            focus.inspected = chosen.day  # the newest of several columns, each headed by its day
        if focus is not None and are_of_another(work, whose, focus.service):
            focus = None
            work.warnings.append(Warned("grade-passed-over", "left out: a part of another service", span))
            continue
        if focus is not None and focus.service is None and whose is not None:
            focus.service, focus.service_span, focus.service_span_is_name = whose.slug, whose.span, False
        if focus is None or focus.kind in ("focused-visit", "revisit", "joint-targeted", "unannounced"):
            work.warnings.append(Warned("grade-passed-over", "left out: no inspection this row belongs to", span))
            continue
        focus.sentences.append(row.segment.span)
        if focus is led:
            work.headed.add(span)
        if over is not None and is_two_headed(work, focus):
            focus.aspects += (
                [Aspect(over, span, word)] if whole else [Aspect(trimmed(text, label), span, word, under=over)]
            )
            continue
        if whole:
            add_one_before(work, focus, row, named)
            add_earlier(work, focus, row, chosen.earlier)
            if focus.overall is None or focus.overall.word.lower() == word.lower():
                focus.overall = focus.overall or hit
            elif focus.overall.tie == "move" or focus.overall.tie == "row":
                work.warnings.append(
                    Warned("grades-disagree", "the text gives two overall grades for this inspection", span)
                )
                if focus.overall.tie == "row":
                    focus.overall = None
                else:
                    focus.overall = hit
        elif len(focus.aspects) >= MOST_ASPECTS:
            work.warnings.append(Warned("grade-passed-over", "left out: more parts than any inspection has", span))
        elif not any(a.words == label for a in focus.aspects):
            progress = rules.match(r"(significant|reasonable|insufficient)\s+progress", word, re.I)
            aspect = Aspect(trimmed(text, label), span, word)
            if progress:
                aspect.scale, aspect.grade_slug = "fe-monitoring-progress", progress[1].lower()
                if focus.service == "area-send":
                    if aspect.grade_slug != "insufficient":
                        continue  # a revisit says sufficient or not, and nothing else
                    aspect.scale, aspect.grade_slug = "send-revisit-progress", "not-sufficient"
            elif rules.match(r"(?:not\s+)?met$", word, re.I):
                if not rules.search(r"\bsafeguarding\b", label_words, re.I):
                    continue
                aspect.scale, aspect.grade_slug = (
                    "ofsted-safeguarding",
                    "not-met" if word.lower().startswith("not") else "met",
                )
            aspect.under = line_over(work, row)
            same = [
                a
                for a in focus.aspects
                if plain_label(text, a.words) == plain_label(text, aspect.words)
                and (aspect.under is None or a.under in (None, aspect.under))
            ]
            lead = table.lead.span if table.lead is not None and table.lead.kind == "heading" else None
            above_it = _head_above(work, table, row) if same else None
            if above_it is not None:
                aspect.under = above_it
                for a in same:
                    own = next((r for r in table.rows if a.words.within(r.cells[0])), None)
                    a.under = a.under or (_head_above(work, table, own) if own is not None else None)
            elif same and lead is not None and _names_a_part(text, lead) and heading_over(work, same[0].words) != lead:
                aspect.under = trimmed(text, lead)
                for a in same:
                    above = heading_over(work, a.words)
                    if a.under is None and above != lead and _names_a_part(text, above):
                        a.under = trimmed(text, above) if above is not None else None
            elif any(a.word.lower() != word.lower() for a in same):
                focus.aspects = [a for a in focus.aspects if a not in same]
                work.warnings.append(
                    Warned("grades-disagree", "the text gives two grades for one part of this inspection", span)
                )
                continue
            elif same:
                continue  # told twice
            focus.aspects.append(aspect)
            if aspect.under is None and aspect.scale is None:
                before += [Before(aspect.words, earlier, row) for earlier in chosen.earlier]
    add_parts_before(work, first, before)
