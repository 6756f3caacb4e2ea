"""The questions that the pages most asked for put to the record, each written as SQL once (``prepared``)."""

from __future__ import annotations

from inspections import privacy
from inspections.models import (
    Authority,
    Change,
    Entry,
    Evidence,
    Inspection,
    Judgement,
    Service,
    Source,
    Statement,
)
from inspections.prepared import Prepared
from inspections.querysets import Rows
from inspections.querysets.evidence import EvidenceQuerySet

# inspections
lines_at = Prepared(lambda places: Inspection.objects.at_places(places).lines("position"))
wholes_at = Prepared(lambda places: Inspection.objects.at_places(places).with_neighbours("position"))
inspection_known_as = Prepared(lambda ref: Inspection.objects.named_for_ever(ref).with_neighbours())
inspections_naming = Prepared(lambda keys: Inspection.objects.naming(keys))
authorities_of = Prepared(lambda keys: Service.objects.authorities_of(keys))
judgements_of = Prepared(lambda keys: Judgement.objects.of(keys))

# the tidy table
rows_of_table_at = Prepared(lambda places: Inspection.objects.in_table(places))
grades_in_lines = Prepared(lambda keys: Judgement.objects.in_lines(keys))
proofs_in_table = Prepared(lambda keys: Evidence.objects.in_table(keys))

# what proves them, and what was said
statements_about = Prepared(lambda keys: Statement.objects.about(keys).with_inspections())
statements_with = Prepared(lambda keys: Statement.objects.with_keys(keys).with_inspections())
statements_about_authority = Prepared(
    lambda slug, most: Statement.objects.about_authority(slug).not_findings().with_inspections().newest_first()[:most]
)
statements_about_places = Prepared(
    lambda places, most: Statement.objects.about_places(places).not_findings().with_inspections().newest_first()[:most]
)
proofs_of_inspections = Prepared(lambda keys: _with_words(Evidence.objects.proving(keys, ())))
proofs_of_statements = Prepared(lambda keys: _with_words(Evidence.objects.proving((), keys)))
proofs_of_both = Prepared(lambda keys, said: _with_words(Evidence.objects.proving(keys, said)))
proofs_with = Prepared(lambda keys: _with_words(Evidence.objects.with_keys(keys)))
source_names = Prepared(lambda keys: Source.objects.names(keys))
changes_of = Prepared(lambda kind, ref: Change.objects.about(kind, ref))
sources_for_citing = Prepared(lambda refs: Source.objects.for_citing(refs))

# authorities
authority_known_as = Prepared(lambda slug: Authority.objects.named_for_ever(slug))
authorities_around = Prepared(lambda key: Authority.objects.before_and_after(key))

# search
entries_with = Prepared(lambda keys: Entry.objects.with_keys(keys).with_things(privacy.LONGEST))
services_of_entries = Prepared(lambda keys: Entry.objects.services_about(keys))


def _with_words(evidence: EvidenceQuerySet) -> Rows:
    return evidence.with_words(privacy.LONGEST).lines("words_from", "words_around")
