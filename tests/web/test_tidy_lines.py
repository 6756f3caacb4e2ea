"""A download of inspections is written from plain rows: here is the same from whole inspections, cell by cell."""

import csv
import io
import json

import pytest
from django.http import QueryDict
from hypothesis import example, given
from hypothesis import strategies as st

from inspections.models import Edition, Evidence, Inspection, Source
from inspections.periods import parse
from inspections.tidy import COLUMNS, GAP
from inspections.web import views
from inspections.web.assembly import whole_inspections
from inspections.web.edition import forget_what_is_held
from inspections.web.exports import harmless
from inspections.web.filters import InspectionQuestion
from inspections.web.tidy_cells import write_cell
from inspections.web.tidy_lines import precision
from tests.web.many import fill, invent


def cells(i, judgement, edition):
    """One judgement of a whole inspection, or the inspection itself when it has none."""
    grade = judgement.grade if judgement else None
    proofs = (
        (judgement.proofs if judgement else ())
        or i.proofs_of("outcome", "kind", "inspected", "published", "service")
        or i.proofs
    )
    proof = proofs[0] if proofs else None
    disputed = [
        {"field": each.field, "aspect": each.aspect, "values": [claimed.value for claimed in each.values]}
        for each in i.disputed
    ]
    return [
        i.ref, i.url, i.title,
        "; ".join(a.slug for a in i.authorities), "; ".join(a.name for a in i.authorities),
        "; ".join(a.gss for a in i.authorities),
        i.service.kind, i.service.name,
        "; ".join(inspectorate.slug for inspectorate in i.inspectorates),
        i.kind, i.kind_words, i.framework.slug if i.framework else "",
        *when_cells(i.inspected), *when_cells(i.published),
        judgement.aspect if judgement else "", judgement.aspect_slug if judgement else "",
        grade.scale if grade else "", (grade.grade or "") if grade else "", grade.label if grade else "",
        grade.as_worded if grade else "", grade.rank if grade and grade.place else "",
        i.overall_absent, GAP.join(i.outcome_parts),
        proof.source if proof else "", proof.url if proof else "",
        proof.start if proof else None, proof.end if proof else None, proof.text if proof else "",
        edition, *((i.provider.id, i.provider.name, i.provider.kind) if i.provider else ("", "", "")),
        i.service.printed, i.framework_basis if i.framework else "",
        i.inspected.note if i.inspected else "", i.published.note if i.published else "",
        grade.basis if grade else "", grade.note if grade else "", i.outcome,
        i.previous.ref if i.previous else "", i.follows.ref if i.follows else "",
        i.next_due.edtf if i.next_due else "", "\n".join(i.notes),
        json.dumps(disputed, ensure_ascii=False) if disputed else "",
        proof.source_title if proof else "", proof.publisher if proof else "",
    ]  # fmt: skip


def when_cells(when):
    if when is None:
        return [""] * 7
    first = when.earliest.isoformat() if when.earliest else ""
    last = when.latest.isoformat() if when.latest else ""
    return [when.edtf, when.words, first, last, precision(when.edtf), when.basis, " | ".join(when.as_printed)]


def plainly_written(query):
    """What the download of a list should be, from the inspections that its JSON is made of."""
    question = InspectionQuestion(QueryDict(query))
    assert not question.errors_found()
    edition = Edition.objects.first().number
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([column.name for column in COLUMNS])
    for inspection in whole_inspections(question.rows().with_neighbours()[:]):
        for judgement in inspection.judgements or (None,):
            writer.writerow([harmless(cell) for cell in cells(inspection, judgement, edition)])
    return file.getvalue()


def downloaded(client, query):
    return client.get(f"/inspections.csv?{query}").getvalue().decode()


QUERIES = ("", "providers=with", "sort=oldest", "sort=title&providers=with", "year=2019", "year=1990")


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("world", ["record", "wide_record"])
def test_a_download_says_what_whole_inspections_say(world, query, request, client):
    request.getfixturevalue(world)
    assert downloaded(client, query) == plainly_written(query)


def prove_by_a_table():
    """Rows of two sheets that prove dates, kinds and grades: some twice, some in other words, some not at all."""
    source, found, before = Source.objects.get(), [], None
    for number, inspection in enumerate(Inspection.objects.order_by("ref")):
        row = {"source": source, "sheet": "A, “B” & 'C'" if number % 3 else "", "row": number + 2}
        said = {"inspection": inspection, "field": "inspected", "cells": [["From", inspection.inspected_edtf]]}
        for field, share in (("kind", 2), ("published", 4), ("authority", 5)):
            if not number % share:
                found.append(row | {"inspection": inspection, "field": field, "cells": [["=Cell", f"-{number}"]]})
        if number % 4:
            found.append(row | said)
        if not number % 7:
            found += [row | said | {"cells": [["", 'as "they" say,']]}, row | said]
        if not number % 11:
            found.append(row | {"inspection": inspection, "field": "outcome", "cells": [["Outcome", "Two, three."]]})
            note = "not printed: from “two weeks later”" if number % 2 else "from “last, spring”"
            Inspection.objects.filter(pk=inspection.pk).update(
                outcome="Two, three.", notes=["One,", 'the "other"'], next_due_edtf="2030-01", framework="ilacs",
                framework_basis="derived", inspected_note=note, published_note="-from the table", follows=before,
                previous=before, service_name="Education, Derby", provider_name="A, B & Co", provider_kind="school",
                disputed=[{"field": "inspected", "values": ["2019", "2020"]}],
            )  # fmt: skip
            inspection.judgements.update(as_worded='adequate, "as was"', note="a note", basis="derived")
        before = inspection
        for judgement in inspection.judgements.all():
            if number % 5:
                graded = row | {"inspection": inspection, "judgement": judgement, "field": "grade"}
                found += [graded | {"cells": [["Grade", judgement.grade]]}, graded | {"cells": [["Key", "2"]]}]
    found.append({"inspection": inspection, "source": source, "field": "service"})  # by no place of the source
    Evidence.objects.bulk_create(Evidence(**each) for each in found)
    forget_what_is_held()


@pytest.mark.django_db
def test_a_download_of_what_a_table_proves_says_what_whole_inspections_say(client, monkeypatch):
    fill(invent(150))
    prove_by_a_table()
    monkeypatch.setattr(views, "LINES", 40)  # several pieces
    for query in QUERIES:
        assert downloaded(client, query) == plainly_written(query), query
    rows = list(csv.DictReader(io.StringIO(downloaded(client, "providers=with"))))
    empty = [column.name for column in COLUMNS if not any(row[column.name] for row in rows)]
    assert set(empty) == {"aspect_code", "overall_absent", "evidence_start", "evidence_end", "source_publisher"}
    assert any(not row["scale"] for row in rows)


@given(st.text())
@example("=1+1")
@example("'=1+1")
@example('say "no", twice\r\n')
@example(" @sum")
@example("a\x00b")
@example("\u2028+1")
def test_a_cell_is_quoted_as_the_standard_library_quotes_it_and_runs_as_no_formula(text):
    line = io.StringIO()
    csv.writer(line).writerow([harmless(text), "after"])
    assert f"{write_cell(text)},after\r\n" == line.getvalue()


@pytest.mark.parametrize("edtf", ["2019-04", "[2019-04-30,2024-04-30]", "2015-01-19/2015-01-23", "2019-23", "2018"])
def test_how_finely_a_date_is_known_is_one_word(edtf):
    choices = parse(edtf).choices
    several = len(choices) > 1 or len(choices[0]) > 1
    assert precision(edtf) == ("several" if several else choices[0][0].precision)
