"""The record as rows. Every edition replaces them as a whole; nothing else ever writes.

Public ids (``ref``) are opaque and derived from the sources, so that the same sources give the
same ids on another machine; integer keys are only for joins and may differ between editions.
"""

from __future__ import annotations

from django.db import models

from inspections.national_questions import LatestQuerySet
from inspections.querysets.authorities import AuthorityQuerySet, ServiceQuerySet
from inspections.querysets.editions import ChangeQuerySet, RetiredQuerySet
from inspections.querysets.evidence import EvidenceQuerySet
from inspections.querysets.finding import EntryQuerySet, MembersQuerySet, StretchQuerySet
from inspections.querysets.inspections import InspectionQuerySet, JudgementQuerySet
from inspections.querysets.sources import PassageQuerySet, SourceQuerySet
from inspections.querysets.statements import StatementQuerySet


class Edition(models.Model):
    """What one import published."""

    number = models.PositiveIntegerField(primary_key=True)
    published = models.DateTimeField()
    digest = models.CharField(max_length=64)  # SHA-256 of the whole record in canonical form
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    withdrawn = models.PositiveIntegerField(default=0)
    read_with = models.CharField(max_length=64)  # SHA-256 of the reading code and the catalogue that read the sources
    retired_digest = models.CharField(max_length=64)  # SHA-256 of all retired ids as this edition left them
    seal = models.CharField(max_length=64)  # SHA-256 of this edition's account and of the seal before it

    class Meta:
        ordering = ["-number"]


class ReadAgain(models.Model):
    """Another make of the reading code that was found to read the same from every source; no part of an edition."""

    read_with = models.CharField(max_length=64, primary_key=True)


class Change(models.Model):
    """One thing an edition added, changed or withdrew."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="changes")
    action = models.CharField(max_length=10)  # added, changed, withdrawn
    kind = models.CharField(max_length=12)  # source, inspection, statement
    ref = models.CharField(max_length=16)
    title = models.TextField()
    fields = models.JSONField(default=list)  # [{"field", "before", "after"}] for a change

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["kind", "ref"], name="changes_by_name")]


class Retired(models.Model):
    """An id that once stood: where it leads now, or why it leads nowhere."""

    kind = models.CharField(max_length=12)  # source, inspection, statement
    ref = models.CharField(max_length=16)
    leads_to = models.CharField(max_length=16, blank=True)
    title = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    # the edition that retired it; null: an alias that follows from the sources alone (a merged inspection's other ids)
    edition = models.ForeignKey(Edition, models.CASCADE, null=True)

    objects = RetiredQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "ref"]
        constraints = [models.UniqueConstraint(fields=["kind", "ref"], name="retired_once")]


class Authority(models.Model):
    """A council, on its own terms from opening to closing; all of the catalogue's are here."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    official_name = models.CharField(max_length=120)
    other_names = models.JSONField(default=list)
    gss = models.CharField(max_length=9)
    gss_codes = models.JSONField(default=list)  # [[code, from or null, to or null]]
    dfe = models.CharField(max_length=4, blank=True)
    kind = models.CharField(max_length=40)
    region = models.CharField(max_length=40)
    opened = models.DateField(null=True)
    closed = models.DateField(null=True)
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors")

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        ordering = ["name", "slug"]


class Service(models.Model):
    """What is inspected at one authority: children's services, adult learning, area SEND ..."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="services")
    kind = models.SlugField(max_length=60)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering = ["kind"]
        constraints = [models.UniqueConstraint(fields=["authority", "kind"], name="service_once")]


class Source(models.Model):
    """A text exactly as received, and where it came from."""

    ref = models.CharField(max_length=16, unique=True)
    slug = models.SlugField(max_length=80)
    file = models.CharField(max_length=255, unique=True)  # its name as imported
    media_type = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)  # of the original bytes
    text_sha256 = models.CharField(max_length=64)  # of the held text in UTF-8
    text = models.TextField()
    pages = models.JSONField(default=list)  # [[number, start, end]]
    title = models.TextField()
    kind = models.CharField(max_length=80)  # of document
    reader = models.CharField(max_length=80)
    publisher = models.TextField(blank=True)
    publisher_kind = models.CharField(max_length=40, blank=True)
    licence = models.TextField(blank=True)
    licence_url = models.TextField(blank=True)
    url = models.TextField(blank=True)
    archived_url = models.TextField(blank=True)
    received = models.DateField(null=True)
    published_edtf = models.TextField(blank=True)
    published_earliest = models.DateField(null=True)
    published_latest = models.DateField(null=True)
    published_basis = models.CharField(max_length=10, blank=True)
    published_note = models.TextField(blank=True)
    oddities = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    sidecar = models.JSONField(default=dict)  # what an editor wrote beside it
    # the reading as read, in JSON without the text, so that the record can be rebuilt from held texts
    reading = models.TextField(default="")
    # how many inspections, judgements, statements and passages were read; ``wanting``: see ``recording.homes``
    counts = models.JSONField(default=dict)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]


class LongText(models.Model):
    """The text of a table that is too long to stand in its source: there it is empty, and here it is packed."""

    source = models.OneToOneField(Source, models.CASCADE, primary_key=True, related_name="long_text")
    packed = models.BinaryField()  # as ``packing`` compresses it; ``text_sha256`` is of the text


class Passage(models.Model):
    """A paragraph of a source: the unit that search finds."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=24, blank=True)
    furniture = models.BooleanField(default=False)
    heading = models.BooleanField(default=False)

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["source", "start"]


class Inspection(models.Model):
    """One event. The integer key is made of its day and ``ref``: a greater key is shown earlier in every list."""

    ref = models.CharField(max_length=16)  # unique by an index of its own, which an import makes when all rows stand
    slug = models.SlugField(max_length=120, db_index=False)  # found by ``ref``
    title = models.TextField()
    services = models.ManyToManyField(Service, related_name="inspections")  # one per authority inspected
    service_kind = models.SlugField(
        max_length=60, blank=True, db_index=False
    )  # blank: not stated (its Service is "not-stated")
    service_name = models.TextField(blank=True)
    # who was inspected where it is not the council, by its number in a register ("urn-107809"); blank: its own service
    provider = models.CharField(max_length=40, blank=True, db_index=True)
    provider_name = models.TextField(blank=True)
    provider_kind = models.TextField(blank=True)  # in the source's words
    inspectorates = models.JSONField(default=list)  # catalogue slugs, in the order named
    kind = models.SlugField(max_length=40, db_index=False)
    framework = models.SlugField(max_length=60, blank=True, db_index=False)
    framework_basis = models.CharField(max_length=10, blank=True)
    inspected_edtf = models.TextField(blank=True)
    inspected_earliest = models.DateField(null=True)
    inspected_latest = models.DateField(null=True)
    inspected_basis = models.CharField(max_length=10, blank=True)
    inspected_note = models.TextField(blank=True)
    published_edtf = models.TextField(blank=True)
    published_earliest = models.DateField(null=True)
    published_latest = models.DateField(null=True)
    published_basis = models.CharField(max_length=10, blank=True)
    published_note = models.TextField(blank=True)
    # what the year filter and the order of lists use: inspected, or published when that is not stated
    year_from = models.PositiveSmallIntegerField(null=True)
    year_to = models.PositiveSmallIntegerField(null=True)
    sort_date = models.DateField(null=True)
    overall_absent = models.CharField(max_length=24, blank=True)
    outcome = models.TextField(blank=True)
    previous = models.ForeignKey("self", models.SET_NULL, null=True, related_name="next", db_index=False)
    follows = models.ForeignKey("self", models.SET_NULL, null=True, related_name="followed_by", db_index=False)
    next_due_edtf = models.TextField(blank=True)
    notes = models.JSONField(default=list)
    disputed = models.JSONField(default=list)  # [{"field", "values": [value ..]}]; the evidence rows carry ``claim``
    candidates = models.JSONField(default=list)  # refs of inspections this might be, when two fit and nothing is joined

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering = [models.F("sort_date").desc(nulls_last=True), "ref"]
        # lists are cut from the sets of ``Members``; few inspections name another
        indexes = [
            models.Index(fields=[name], name=f"inspections_{name}", condition=models.Q(**{f"{name}__isnull": False}))
            for name in ("previous", "follows")
        ]
        constraints = [models.UniqueConstraint(models.F("ref"), name="inspection_once")]

    @property
    def overall(self) -> Judgement | None:
        """The overall judgement; None where there is none, and where sources disagree on it (see ``disputed``)."""
        overall = [judgement for judgement in self.judgements.all() if judgement.overall]
        return overall[0] if len(overall) == 1 else None


class InspectedBy(models.Model):
    """Which inspectorates took part: the filter's rows."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="by")
    inspectorate = models.SlugField(max_length=40, db_index=False)


class Judgement(models.Model):
    """A grade on a scale. ``aspect_slug`` "overall" is the overall judgement; it is never computed."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="judgements")
    position = models.PositiveSmallIntegerField()
    aspect = models.TextField()
    aspect_slug = models.SlugField(max_length=80, blank=True, db_index=False)
    overall = models.BooleanField(default=False)
    scale = models.SlugField(max_length=60, db_index=False)
    grade = models.SlugField(
        max_length=60, blank=True, db_index=False
    )  # blank: judged, but the source does not say which
    as_worded = models.TextField(blank=True)
    basis = models.CharField(max_length=10, default="stated")
    note = models.TextField(blank=True)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        ordering = ["inspection", "position"]


class Statement(models.Model):
    """Who said what, in exact words."""

    ref = models.CharField(max_length=16, unique=True)
    source = models.ForeignKey(Source, models.CASCADE, related_name="statements")
    kind = models.CharField(max_length=12)
    stance = models.CharField(max_length=10, blank=True)
    text = models.TextField()
    in_quotation_marks = models.BooleanField()
    attributed_to = models.CharField(max_length=14)
    speaker = models.TextField(blank=True)  # somebody in office
    private_speaker = models.TextField(blank=True)  # anybody else: shown beside the words, never searched or counted
    role = models.TextField(blank=True)
    organisation = models.TextField(blank=True)
    said_edtf = models.TextField(blank=True)
    said_earliest = models.DateField(null=True)
    said_latest = models.DateField(null=True)
    said_basis = models.CharField(max_length=10, blank=True)
    said_note = models.TextField(blank=True)
    status = models.CharField(max_length=10, default="stands")
    verification = models.CharField(
        max_length=20, blank=True
    )  # exact, altered, not-found, primary-not-held; blank: does not apply
    # where it was compared: {"source", "slug", "start", "end", "differences": [{"kind", "theirs", "held"}]}
    verified = models.JSONField(default=dict)
    position = models.PositiveIntegerField()  # offset in the source
    inspections = models.ManyToManyField(Inspection, related_name="statements")

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["source", "position"]


class Evidence(models.Model):
    """The words of a source that prove one field of one thing.

    A judgement's evidence names its inspection too; with none of the three it proves a field of the
    source itself (its title, its date).
    """

    source = models.ForeignKey(Source, models.CASCADE, related_name="evidence")
    inspection = models.ForeignKey(Inspection, models.CASCADE, null=True, related_name="evidence")
    judgement = models.ForeignKey(Judgement, models.CASCADE, null=True, related_name="evidence")
    statement = models.ForeignKey(Statement, models.CASCADE, null=True, related_name="evidence", db_index=False)
    field = models.CharField(max_length=24)  # authority, service, inspected, published, grade, text, speaker ...
    claim = models.TextField(blank=True)  # what this source says the value is
    position = models.PositiveSmallIntegerField(default=0)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    sheet = models.TextField(blank=True)
    row = models.PositiveIntegerField(null=True)
    cells = models.JSONField(default=list)  # [[header, text]]
    told = models.JSONField(default=list)  # of the field "row": all that one row of a table proves (``evidence.Told``)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["source", "sheet", "row"], name="evidence_rows", condition=models.Q(row__isnull=False)
            ),
            models.Index(fields=["statement"], name="evidence_statements", condition=models.Q(statement__isnull=False)),
        ]


class Entry(models.Model):
    """One thing that a search can find: a passage, a statement, an inspection or an authority. Made by the import."""

    kind = models.CharField(max_length=10)
    source = models.ForeignKey(Source, models.CASCADE, null=True, related_name="entries", db_index=False)
    statement = models.ForeignKey(Statement, models.CASCADE, null=True, related_name="entries", db_index=False)
    inspection = models.ForeignKey(Inspection, models.CASCADE, null=True, related_name="entries")
    authority = models.ForeignKey(Authority, models.CASCADE, null=True, related_name="entries", db_index=False)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    withdrawn = models.BooleanField(default=False)
    publisher = models.TextField(blank=True)
    year_from = models.PositiveSmallIntegerField(null=True)
    year_to = models.PositiveSmallIntegerField(null=True)
    about = models.ManyToManyField(Service, related_name="entries")

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [  # at a million nearly every entry is an inspection's
            models.Index(fields=[name], name=f"entries_{name}", condition=models.Q(**{f"{name}__isnull": False}))
            for name in ("source", "statement", "authority")
        ]


class Stretch(models.Model):
    """Some hundred words of a source in one run, the next beginning half-way: what finds a pasted quotation.

    Furniture is left out between the paragraphs it parts; stretches with ``furniture`` hold it as it stands.
    """

    source = models.ForeignKey(Source, models.CASCADE, related_name="stretches")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    furniture = models.BooleanField(default=False)

    objects = StretchQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]


class Latest(models.Model):
    """The newest outcome of one service of a council's own: what the national pages show. Made by the import."""

    service = models.OneToOneField(Service, models.CASCADE, related_name="latest")
    state = models.CharField(max_length=12)  # as ``latest`` has it: graded, aspects ... undated, visits
    inspection = models.ForeignKey(Inspection, models.CASCADE, null=True, related_name="latest_outcome_of")
    # of its one overall judgement; blank where there is none, or where nothing says which of several is the newest
    scale = models.SlugField(max_length=60, blank=True)
    grade = models.SlugField(max_length=60, blank=True)
    # a later visit; where there is no dated outcome, the one that is held without a date, or the newest visit
    since = models.ForeignKey(Inspection, models.CASCADE, null=True, related_name="latest_visit_of")
    full = models.ForeignKey(Inspection, models.CASCADE, null=True, related_name="latest_full_of")
    held = models.PositiveIntegerField()  # inspections of this service in the record
    undated = models.PositiveIntegerField()  # those among them without a year: any of them may be newer

    objects = LatestQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]


class Sum(models.Model):
    """The digest of all things whose ids begin alike; the edition's is made of these, as ``digests`` has it."""

    kind = models.CharField(max_length=12)  # authority, source, inspection, statement, alias
    begins = models.CharField(max_length=8)
    many = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["kind", "begins"]
        constraints = [models.UniqueConstraint(fields=["kind", "begins"], name="sum_once")]


class Make(models.Model):
    """The program that wrote these rows: only the same one changes some of them and leaves the others."""

    program = models.CharField(max_length=64, primary_key=True)  # SHA-256 of its code, its catalogue and its libraries


class Place(models.Model):
    """Where an inspection comes in the list of all, newest first: the sets of ``Members`` hold such places."""

    position = models.PositiveIntegerField(primary_key=True)
    inspection = models.OneToOneField(Inspection, models.CASCADE, related_name="place")


class Members(models.Model):
    """The places of the inspections that one value of a filter has, as ``membership`` writes them."""

    filter = models.CharField(max_length=16)
    value = models.CharField(max_length=140)
    many = models.PositiveIntegerField()
    places = models.BinaryField()

    objects = MembersQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["filter", "value"], name="members_once")]
