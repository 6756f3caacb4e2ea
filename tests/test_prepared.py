"""A question written once gives what the query set itself gives, whatever its values, and asks once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections.models import Evidence, Inspection, Judgement, Service, Statement
from inspections.prepared import Prepared
from inspections.web import asked

QUESTIONS = (
    (Prepared(lambda keys: Inspection.objects.with_keys(keys)), lambda keys: Inspection.objects.with_keys(keys)),
    (asked.authorities_of, lambda keys: Service.objects.authorities_of(keys)),
    (asked.judgements_of, lambda keys: Judgement.objects.of(keys)),
    (asked.inspections_naming, lambda keys: Inspection.objects.naming(keys)),
    (asked.statements_about, lambda keys: Statement.objects.about(keys).with_inspections()),
    (
        asked.proofs_of_inspections,
        lambda keys: Evidence.objects.proving(keys, ()).with_words(80).lines("words_from", "words_around"),
    ),
)


def plainly(rows):
    """Rows as they can be compared: tuples as they are, models by all that was read of them."""
    return [row if isinstance(row, tuple) else (type(row), row.pk, getattr(row, "words_around", "")) for row in rows]


@pytest.mark.parametrize(("prepared", "query_set"), QUESTIONS)
def test_it_gives_what_the_query_set_gives(record, prepared, query_set):
    keys = list(Inspection.objects.order_by("pk").values_list("pk", flat=True))
    for some in (keys[:1], keys[2:5], keys[1:2], keys, keys[::-1]):
        assert sorted(plainly(prepared(some)), key=str) == sorted(plainly(query_set(some)), key=str)


def test_a_list_of_another_length_is_filled_up_to_the_same_statement(record):
    ask = Prepared(lambda keys: Judgement.objects.of(keys))
    keys = list(Inspection.objects.values_list("pk", flat=True))[:5]
    assert [len({row.inspection_id for row in ask(keys[:many])}) <= many for many in (3, 4, 5)] == [True] * 3
    assert len(ask.statements) == 1


def test_each_answer_is_one_query(record):
    keys = list(Inspection.objects.values_list("pk", flat=True))[:2]
    ask = Prepared(lambda keys: Judgement.objects.of(keys))
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            ask(keys)
        assert len(queries) == 1


def test_nothing_asked_is_nothing_found_without_a_query(record):
    with CaptureQueriesContext(connection) as queries:
        assert asked.judgements_of([]) == []
    assert not queries


def test_what_is_given_by_name_is_part_of_the_question(record):
    keys = list(Inspection.objects.values_list("pk", flat=True))
    ask = Prepared(lambda keys, most: Inspection.objects.with_keys(keys)[:most])
    assert [len(ask(keys, most=most)) for most in (1, 2, 1)] == [1, 2, 1]
    assert len(ask.statements) == 2


def test_a_value_that_is_written_otherwise_is_refused_when_it_is_prepared(record):
    ask = Prepared(lambda words: Statement.objects.saying(words))
    with pytest.raises(ValueError, match="stands nowhere"):
        ask("good")
