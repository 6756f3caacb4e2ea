"""Every question the site asks of the record, by name.

Questions about things joined many to many go through ``Exists`` or ``pk__in``, so that no question
ever multiplies rows and every count is a count of things.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When, Window
from django.db.models.functions import Cast, Greatest, Substr

from inspections.fulltext import Query, WordIndex

Rows = Any  # rows of values, or of another table
CANDIDATES = "candidates"
PROVIDERS_ONLY = "only"
TABLE_TYPES = (
    "text/csv",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
ENTRY_WORDS = WordIndex("inspections_entry", (4.0, 1.0))  # what a search finds
STRETCH_WORDS = WordIndex("inspections_stretch")  # what finds a pasted quotation


class RecordQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """What all of the record's things can be asked."""

    key = "ref"  # the field of the permanent name in addresses

    def known_as(self, name: str) -> Any:
        """The one with this permanent name, or None."""
        return self.filter(**{self.key: name}).first()

    def with_refs(self, refs: Iterable[str]) -> Self:
        return self.filter(ref__in=list(refs))

    def named_for_ever(self, name: str) -> Self:
        """The one with this permanent name, as a question."""
        return self.filter(**{self.key: name}).order_by()

    def addresses(self, *fields: str) -> Rows:
        """What an address is made of, in an order that stays."""
        return self.order_by(self.key).values_list(*fields)

    def with_total(self) -> Self:
        """Each row knows how many the question finds in all, before a page is cut."""
        return self.annotate(total=Window(Count("pk")))

    def tally(self, questions: Iterable[tuple[str, Rows, str, str]]) -> list[tuple[str, str, str, int]]:
        return _tally(questions)


def _field(name: str) -> Cast:
    return Cast(F(name), models.CharField())


def _tally(questions: Iterable[tuple[str, Rows, str, str]]) -> list[tuple[str, str, str, int]]:
    """How many each choice would give, for every facet, in one query.

    A question is a facet's name, the rows that count, and the one or two fields whose values are its
    choices ("" for none). The answer's rows are facet, first value, second value, count.
    """
    nothing = Value("", models.CharField())
    parts = [
        rows.order_by()
        .values(
            facet=Value(facet, models.CharField()),
            one=_field(first) if first else nothing,
            two=_field(second) if second else nothing,
        )
        .annotate(many=Count("pk", distinct=True))
        .values_list("facet", "one", "two", "many")
        for facet, rows, first, second in questions
    ]
    return list(parts[0].union(*parts[1:], all=True)) if parts else []


def _overlaps(years: Iterable[int], first: str, last: str, basis: str, edtf: str) -> Q:
    """Possible dates in any of these years; candidates count only under the years they name."""
    wanted = Q(pk__in=[])
    for year in years:
        wanted |= ~Q(**{basis: CANDIDATES}) & Q(
            **{f"{first}__lte": date(year, 12, 31), f"{last}__gte": date(year, 1, 1)}
        ) | Q(**{basis: CANDIDATES, f"{edtf}__contains": str(year)})
    return wanted


def _possible_years(first: str, last: str, basis: str, edtf: str) -> dict[str, Case]:
    """First and last year, or the candidates as written: what the counts of the year filter are made from."""
    candidates = When(**{basis: CANDIDATES, "then": F(edtf)})
    return {
        name: Case(candidates, default=Cast(F(f"{end}__year"), models.CharField()), output_field=models.CharField())
        for name, end in (("first_year", first), ("last_year", last))
    }


class AuthorityQuerySet(RecordQuerySet):
    """Councils."""

    key = "slug"

    def in_region(self, region: str) -> Self:
        return self.filter(region=region)

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def with_service(self, kind: str) -> Self:
        """Those where the record holds an inspection of this kind of service."""
        return self.filter(Exists(self._services(kind=kind, inspections__isnull=False)))

    def with_inspections(self) -> Self:
        return self.filter(Exists(self._services(inspections__isnull=False)))

    def named(self, words: str) -> Self:
        """Those whose name, other name or code holds these words."""
        found = Q(name__icontains=words) | Q(official_name__icontains=words) | Q(other_names__icontains=words)
        return self.filter(found | Q(gss__iexact=words) | Q(dfe__iexact=words))

    def in_order(self, order: str) -> Self:
        return self.order_by("name", "slug")

    def before_and_after(self, authority: int) -> Self:
        """Its predecessors and successors; ``is_before`` tells which."""
        joined = self.model.successors.through.objects
        before = joined.filter(to_authority=authority, from_authority=OuterRef("pk"))
        after = joined.filter(from_authority=authority, to_authority=OuterRef("pk"))
        return self.annotate(is_before=Exists(before), is_after=Exists(after)).filter(
            Q(is_before=True) | Q(is_after=True)
        )

    def _services(self, **conditions: object) -> Rows:
        return self.model._meta.get_field("services").related_model.objects.filter(
            authority=OuterRef("pk"), **conditions
        )


class ServiceQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """What is inspected at one authority."""

    def authorities_of(self, inspections: Iterable[int]) -> Rows:
        """Key of inspection and key of authority, for these inspections."""
        joined = self.model._meta.get_field("inspections").through.objects
        return joined.filter(inspection__in=list(inspections)).values_list("inspection_id", "service__authority_id")

    def of(self, inspections: Iterable[int]) -> Self:
        """The services of these inspections with their authorities; ``inspection`` is the inspection's key."""
        return (
            self.filter(inspections__in=list(inspections))
            .select_related("authority")
            .annotate(inspection=F("inspections__pk"))
            .order_by("authority__name", "authority__slug")
        )


# an inspection whose year is one of several, by its own date or, where that has no year, by its publication
_BY_CANDIDATES = Q(inspected_basis=CANDIDATES, inspected_earliest__isnull=False) | Q(
    inspected_earliest=None, published_basis=CANDIDATES
)


LINE = (
    "pk", "ref", "slug", "title", "service_kind", "service_name", "provider", "provider_name", "provider_kind",
    "inspectorates", "kind", "framework", "framework_basis", "inspected_edtf", "inspected_earliest",
    "inspected_latest", "inspected_basis", "inspected_note", "published_edtf", "published_earliest",
    "published_latest", "published_basis", "published_note", "overall_absent", "outcome",
)  # fmt: skip


WHOLE = ("sort_date", "previous_id", "follows_id", "next_due_edtf", "notes", "disputed", "candidates")
DATE = ("edtf", "earliest", "latest", "basis", "note")  # what is held of a date


class InspectionQuerySet(RecordQuerySet):
    """Events."""

    def of(self, authority: str) -> Self:
        """Those that concern this authority, alone or with others."""
        return self._through(authority__slug=authority)

    def in_region(self, region: str) -> Self:
        return self._through(authority__region=region)

    def of_service(self, kind: str) -> Self:
        return self.filter(service_kind=kind)

    def of_service_at(self, authority: str, kind: str) -> Self:
        return self._through(authority__slug=authority, kind=kind)

    def by(self, inspectorate: str) -> Self:
        return self.filter(by__inspectorate=inspectorate)

    def of_councils(self) -> Self:
        """Those of the councils' own services: no school, college or other provider."""
        return self.filter(provider="")

    def of_providers(self) -> Self:
        """Those of schools, colleges and other providers, each in the area of its authority."""
        return self.exclude(provider="")

    def of_provider(self, number: str) -> Self:
        return self.filter(provider=number)

    def whoever(self, choice: str) -> Self:
        """The councils' own and the providers' together, or the providers' alone."""
        return self.of_providers() if choice == PROVIDERS_ONLY else self

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def on(self, scale: str) -> Self:
        """Those with a judgement on this scale, whatever its grade."""
        return self._judged(Q(scale=scale))

    def judged(self, grades: Iterable[tuple[str, str]]) -> Self:
        """Those with a judgement, overall or of an aspect, that is any of these (scale, grade)."""
        wanted = Q(pk__in=[])
        for scale, grade in grades:
            wanted |= Q(scale=scale, grade=grade)
        return self._judged(wanted)

    def in_years(self, years: Iterable[int]) -> Self:
        """Those whose possible dates overlap any of these years."""
        wanted = Q(pk__in=[])
        for year in years:
            among = Q(inspected_edtf__contains=str(year)) | Q(
                inspected_earliest=None, published_edtf__contains=str(year)
            )
            wanted |= Q(year_from__lte=year, year_to__gte=year) & (~_BY_CANDIDATES | among)
        return self.filter(wanted)

    def with_possible_years(self) -> Self:
        """First and last year, or the candidates as written: what the counts of the year filter are made from."""
        candidates = (
            When(_BY_CANDIDATES, inspected_earliest=None, then=F("published_edtf")),
            When(_BY_CANDIDATES, then=F("inspected_edtf")),
        )
        return self.annotate(
            first_year=Case(*candidates, default=_field("year_from"), output_field=models.CharField()),
            last_year=Case(*candidates, default=_field("year_to"), output_field=models.CharField()),
        )

    def since(self, year: int) -> Self:
        return self.filter(year_to__gte=year)

    def until(self, year: int) -> Self:
        return self.filter(year_from__lte=year)

    def in_order(self, order: str) -> Self:
        """Newest or oldest by earliest possible date, the undated last; or by title."""
        if order == "oldest":
            return self.order_by(F("sort_date").asc(nulls_last=True), "ref")
        if order == "title":
            return self.order_by("title", F("sort_date").desc(nulls_last=True), "ref")
        return self.order_by(F("sort_date").desc(nulls_last=True), "ref")

    def with_neighbours(self, *more: str) -> Rows:
        """All that an inspection's own page needs, with the names of the earlier and the followed inspection."""
        named = (f"{which}__{name}" for which in ("previous", "follows") for name in ("ref", "slug", "title"))
        return self.values_list(*LINE, *WHOLE, *named, *more, named=True)

    def naming(self, inspections: Iterable[int]) -> Rows:
        """Those that name any of these as the earlier one, or as the one they follow up: whom, and their own names."""
        keys = list(inspections)
        rows = self.filter(Q(previous__in=keys) | Q(follows__in=keys)).order_by()
        return rows.values_list("previous", "follows", "ref", "slug", "title", "sort_date", named=True)

    def proved_by(self, source: models.Model) -> Self:
        """Those that a source proves anything about."""
        evidence = self.model._meta.get_field("evidence").related_model.objects
        return self.filter(Exists(evidence.filter(source=source, inspection=OuterRef("pk"))))

    def with_keys(self, keys: Iterable[int]) -> Rows:
        return self.filter(pk__in=list(keys))

    def with_authorities(self) -> Rows:
        return self.prefetch_related("services__authority")

    def pairs_with_statements(self, statements: Iterable[int]) -> Rows:
        """Keys of these statements, each with the inspections it is about."""
        return self.filter(statements__in=list(statements)).order_by().values_list("statements", "pk")

    def places(self) -> Rows:
        """Where they stand in the list of all."""
        return self.order_by().values_list("place__position", flat=True)

    def lines(self, *more: str) -> Rows:
        """What a line of a list needs, without what only the inspection's own page shows."""
        return self.values_list(*LINE, *more, named=True)

    def in_table(self, places: Iterable[int]) -> Rows:
        """What the tidy table tells of those at these places, as plain rows: days and lists as they are written."""
        days = {
            f"{which}_{end}_written": _field(f"{which}_{end}")
            for which in ("inspected", "published")
            for end in ("earliest", "latest")
        }
        lists = {
            f"{name}_written": Cast(F(name), models.TextField()) for name in ("inspectorates", "notes", "disputed")
        }
        when = {
            which: tuple(f"{which}_{part}{'_written' if f'{which}_{part}_written' in days else ''}" for part in DATE)
            for which in ("inspected", "published")
        }
        return (
            self.filter(place__position__in=list(places))
            .annotate(position=F("place__position"), **days, **lists)
            .order_by()
            .values_list(
                "position", "pk", "ref", "slug", "title", "service_kind", "service_name", "inspectorates_written",
                "kind", "framework", "framework_basis", *when["inspected"], *when["published"], "outcome",
                "overall_absent", "provider", "provider_name", "provider_kind", "previous__ref", "follows__ref",
                "next_due_edtf", "notes_written", "disputed_written",
            )
        )  # fmt: skip

    def at_places(self, places: Iterable[int]) -> Self:
        """Those at these places of the list of all, each with its ``position``."""
        return self.filter(place__position__in=list(places)).annotate(position=F("place__position")).order_by()

    def linked_with(self, inspection: Any) -> Self:
        """Those of the same services, and those it names: whatever a chain of follow-ups can be made of."""
        services = self.model.services.through.objects
        own = services.filter(inspection=inspection.pk).values("service")
        keys = [key for key in (inspection.previous_id, inspection.follows_id) if key]
        near = Q(pk__in=keys) | Q(previous=inspection.pk) | Q(follows=inspection.pk) | Q(ref__in=inspection.candidates)
        same = Q(provider=inspection.provider)
        same &= Q(pk__in=services.filter(service__in=own).values("inspection"))
        named = self.model.objects.filter(Q(previous=OuterRef("pk")) | Q(follows=OuterRef("pk")))
        same &= Q(previous__isnull=False) | Q(follows__isnull=False) | Exists(named)  # what no link joins is no step
        return self.filter(near | Q(pk=inspection.pk) | same)

    def _through(self, **conditions: object) -> Self:
        services = self.model._meta.get_field("services").related_model.objects
        return self.filter(Exists(services.filter(inspections=OuterRef("pk"), **conditions)))

    def _judged(self, condition: Q) -> Self:
        judgements = self.model._meta.get_field("judgements").related_model.objects
        return self.filter(Exists(judgements.filter(condition, inspection=OuterRef("pk"))))


class JudgementQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Grades on scales."""

    def of(self, inspections: Iterable[int]) -> Rows:
        """In no order: each with its ``position``."""
        return (
            self.filter(inspection__in=list(inspections))
            .order_by()
            .values_list(
                "pk", "inspection_id", "position", "aspect", "aspect_slug", "overall", "scale", "grade", "as_worded",
                "basis", "note", named=True,
            )
        )  # fmt: skip

    def in_table(self, inspections: Iterable[int]) -> Rows:
        """What the tidy table tells of the grades of these inspections, as plain rows in no order."""
        rows = self.filter(inspection__in=list(inspections)).order_by()
        return rows.values_list(
            "inspection_id", "position", "pk", "aspect", "aspect_slug", "scale", "grade", "as_worded", "basis", "note"
        )


class StatementQuerySet(RecordQuerySet):
    """Who said what."""

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def with_stance(self, stance: str) -> Self:
        return self.filter(stance=stance)

    def by_organisation(self, organisation: str) -> Self:
        return self.filter(organisation=organisation)

    def by_speaker(self, speaker: str) -> Self:
        return self.filter(speaker=speaker)

    def with_status(self, status: str) -> Self:
        return self.filter(status=status)

    def about_authority(self, authority: str) -> Self:
        inspections = self.model._meta.get_field("inspections").related_model.objects
        return self.filter(Exists(inspections.of(authority).filter(statements=OuterRef("pk"))))

    def about(self, inspections: Iterable[int]) -> Self:
        joined = self.model.inspections.through.objects.filter(inspection__in=list(inspections))
        return self.filter(pk__in=joined.values("statement"))

    def said_in(self, years: Iterable[int]) -> Self:
        """Those whose possible dates of speaking overlap any of these years."""
        return self.filter(_overlaps(years, "said_earliest", "said_latest", "said_basis", "said_edtf"))

    def with_possible_years(self) -> Self:
        return self.annotate(**_possible_years("said_earliest", "said_latest", "said_basis", "said_edtf"))

    def saying(self, words: str) -> Self:
        return self.filter(
            Q(text__icontains=words)
            | Q(speaker__icontains=words)
            | Q(role__icontains=words)
            | Q(organisation__icontains=words)
        )

    def in_order(self, order: str) -> Self:
        """By the day they were said, the undated last; those that stand before those withdrawn on the same day."""
        if order == "oldest":
            return self.order_by(F("said_earliest").asc(nulls_last=True), "source__slug", "position")
        return self.order_by(F("said_earliest").desc(nulls_last=True), "source__slug", "position")

    def newest_first(self) -> Self:
        """By the day they were said, the undated last, each beside itself where it is about several inspections."""
        return self.order_by(F("said_earliest").desc(nulls_last=True), "source__slug", "position", "inspections__ref")

    def withdrawing(self, statement: models.Model) -> Self:
        """The withdrawals in the same source that are about the same inspections, or about none."""
        subjects = self.model.inspections.through.objects
        shared = subjects.filter(inspection__in=subjects.filter(statement=statement).values("inspection"))
        return self.filter(kind="withdrawal", source=statement.source_id).filter(  # type: ignore[attr-defined]
            Q(pk__in=shared.values("statement")) | Q(inspections=None)
        )

    def not_findings(self) -> Self:
        """What was said about inspections, the findings of inspectors apart."""
        return self.exclude(kind="finding")

    def with_keys(self, keys: Iterable[int]) -> Self:
        return self.filter(pk__in=list(keys))

    def with_inspections(self) -> Self:
        """With their source, once for each inspection they are about (or once, when about none)."""
        return (
            self.select_related("source")
            .defer("source__text", "source__reading", "source__warnings", "source__oddities", "source__pages")
            .annotate(
                about_ref=F("inspections__ref"),
                about_slug=F("inspections__slug"),
                about_title=F("inspections__title"),
                about_key=F("inspections__pk"),
            )
            .order_by("source__slug", "position", F("inspections__sort_date").desc(nulls_last=True), "inspections__ref")
        )


class SourceQuerySet(RecordQuerySet):
    """Texts as received."""

    def shown_as(self, ref: str) -> Any:
        """The one with this id; without its text where it is a table, whose page asks for some rows."""
        text = Case(
            When(media_type__in=TABLE_TYPES, then=Value("")), default=F("text"), output_field=models.TextField()
        )
        found = self.filter(ref=ref).defer("text", "reading").annotate(held_text=text).first()
        if found is not None:
            found.text = found.held_text
        return found

    def by_publisher(self, publisher: str) -> Self:
        return self.filter(publisher=publisher)

    def by_publisher_kind(self, kind: str) -> Self:
        return self.filter(publisher_kind=kind)

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def published_in(self, years: Iterable[int]) -> Self:
        return self.filter(
            _overlaps(years, "published_earliest", "published_latest", "published_basis", "published_edtf")
        )

    def with_possible_years(self) -> Self:
        return self.annotate(
            **_possible_years("published_earliest", "published_latest", "published_basis", "published_edtf")
        )

    def saying(self, words: str) -> Self:
        """Those whose title, publisher or text holds these words."""
        return self.filter(Q(title__icontains=words) | Q(publisher__icontains=words) | Q(text__icontains=words))

    def in_order(self, order: str) -> Self:
        if order == "title":
            return self.order_by("title", "ref")
        if order == "oldest":
            return self.order_by(F("published_earliest").asc(nulls_last=True), "ref")
        return self.order_by(F("published_earliest").desc(nulls_last=True), "ref")

    def with_keys(self, keys: Iterable[int]) -> Rows:
        """These, without their texts."""
        return self.filter(pk__in=list(keys)).defer("text", "reading", "warnings", "oddities", "pages")

    def names(self, keys: Iterable[int]) -> Rows:
        """What these are called, and their pages as they are written."""
        rows = self.filter(pk__in=list(keys)).order_by().annotate(pages_written=Cast(F("pages"), models.TextField()))
        return rows.values_list("pk", "ref", "slug", "title", "file", "publisher", "pages_written")

    def titled(self, ref: str) -> str | None:
        """The title of the source with this id."""
        found: str | None = self.filter(ref=ref).values_list("title", flat=True).first()
        return found

    def covered(self) -> Rows:
        """Each publisher with the number of its texts and the first and last year they were published in."""
        years = {"first": models.Min("published_earliest__year"), "last": models.Max("published_latest__year")}
        return self.order_by().values("publisher").annotate(many=Count("pk"), **years).order_by("-many", "publisher")

    def for_citing(self, refs: Iterable[str]) -> Self:
        """What a citation needs; the text only where an address of the original can say where in it the words stand."""
        return (
            self.filter(ref__in=list(refs))
            .defer("text", "reading", "warnings", "oddities", "pages")
            .annotate(
                held_text=Case(
                    When(Q(url="") | Q(media_type__in=TABLE_TYPES), then=Value("")),
                    default=F("text"),
                    output_field=models.TextField(),
                )
            )
        )

    def publishers(self) -> Rows:
        """Each publisher with the number of its sources, most first."""
        return self.order_by().values_list("publisher").annotate(many=Count("pk")).order_by("-many", "publisher")

    def licences(self) -> Rows:
        """Each licence with its address and the number of sources under it, most first."""
        return (
            self.order_by()
            .values_list("licence", "licence_url")
            .annotate(many=Count("pk"))
            .order_by("-many", "licence")
        )

    def without_texts(self) -> Self:
        """As lists need them, with how many statements each holds."""
        said = self.model._meta.get_field("statements").related_model.objects.filter(source=OuterRef("pk")).order_by()
        return self.defer("text", "reading", "warnings", "oddities", "pages").annotate(
            statement_count=Subquery(said.values("source").annotate(many=Count("pk")).values("many")),
        )


class EvidenceQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """The words that prove."""

    def proving(self, inspections: Iterable[int], statements: Rows | Iterable[int]) -> Self:
        """What proves these inspections, their judgements, and these statements."""
        return self.filter(Q(inspection__in=list(inspections)) | Q(statement__in=statements))

    def with_keys(self, keys: Iterable[int]) -> Self:
        return self.filter(pk__in=list(keys))

    def in_table(self, inspections: Iterable[int]) -> Rows:
        """What proves these inspections and their judgements, as plain rows in no order; cells as they are written."""
        rows = self.filter(inspection__in=list(inspections)).order_by()
        return rows.annotate(cells_written=Cast(F("cells"), models.TextField())).values_list(
            "pk", "inspection_id", "judgement_id", "statement_id", "field", "start", "sheet", "row", "cells_written",
            "source_id",
        )  # fmt: skip

    def in_source(self, source: models.Model) -> Self:
        return self.filter(source=source)

    def in_rows(self, source: models.Model, sheet: str, first: int, last: int) -> Self:
        """What these rows of a sheet prove, with the inspection of each."""
        rows = self.filter(source=source, sheet=sheet, row__gte=first, row__lte=last)
        return rows.select_related("inspection", "judgement__inspection", "statement").order_by("row", "pk")

    def next_row(self, source: models.Model, sheet: str, row: int) -> tuple[str, int] | None:
        """The first proven row after this one, on its sheet or the next."""
        after = Q(sheet=sheet, row__gt=row) | Q(sheet__gt=sheet, row__isnull=False)
        return self.filter(after, source=source).order_by("sheet", "row").values_list("sheet", "row").first()

    def previous_row(self, source: models.Model, sheet: str, row: int) -> tuple[str, int] | None:
        before = Q(sheet=sheet, row__lt=row) | Q(sheet__lt=sheet, row__isnull=False)
        return self.filter(before, source=source).order_by("-sheet", "-row").values_list("sheet", "row").first()

    def at(self, start: int, end: int) -> Self:
        """What exactly these characters prove."""
        return self.filter(start=start, end=end)

    def with_things(self) -> Self:
        """With the inspection, judgement or statement each proves."""
        return self.select_related("inspection", "judgement__inspection", "statement").order_by("start", "-end", "pk")

    def places_in(self, sources: Iterable[int]) -> Rows:
        """Source, start, end, and the keys of the inspection and the statement that each proves something of."""
        return (
            self.filter(source__in=list(sources))
            .order_by("source", "start")
            .values_list("source", "start", "end", "inspection", "statement")
        )

    def refs_in(self, sources: Iterable[int]) -> Rows:
        """Source key and the refs of what it proves: inspection, judged inspection, statement."""
        return (
            self.filter(source__in=list(sources))
            .order_by("start", "pk")
            .values_list("source", "inspection__ref", "judgement__inspection__ref", "statement__ref")
        )

    def about_sources_themselves(self, sources: Iterable[int]) -> Self:
        """What proves the title and the date of these sources."""
        return self.filter(source__in=list(sources), inspection=None, judgement=None, statement=None)

    def inspectorates_in(self, sources: Iterable[int]) -> Rows:
        """Source key and inspectorates, once for each crew of the inspections that a source tells of."""
        told = self.filter(source__in=list(sources), inspection__isnull=False).order_by()
        return told.values_list("source", "inspection__inspectorates").distinct()

    def with_words(self, around: int) -> Self:
        """Each with its own words cut from the source, and up to ``around`` characters on both sides of them."""
        before = Greatest(F("start") - around, Value(0))
        words = Substr("source__text", before + 1, F("end") - before + around)
        cells = When(start=None, then=Value(""))  # rows of a table: its text is not even looked at
        return self.annotate(
            words_from=before, words_around=Case(cells, default=words, output_field=models.TextField())
        ).order_by("pk")

    def lines(self, *more: str) -> Rows:
        """All that is held of each; its source by its key alone."""
        return self.values_list(*(field.attname for field in self.model._meta.concrete_fields), *more, named=True)


class PassageQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Paragraphs of sources, in reading order."""

    def furniture_of(self, sources: Iterable[int]) -> Rows:
        """Source, start and end of what is furniture, in reading order."""
        rows = self.filter(source__in=list(sources), furniture=True).order_by("source", "start")
        return rows.values_list("source", "start", "end")

    def of(self, source: models.Model) -> Self:
        return self.filter(source=source).order_by("start")

    def of_all(self, sources: Iterable[int]) -> Self:
        return self.filter(source__in=list(sources)).order_by("source", "start")


class MembersQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """The sets of places that the values of filters have."""

    def of_filters(self, names: Iterable[str]) -> Rows:
        """Filter, value and written set."""
        return self.filter(filter__in=list(names)).values_list("filter", "value", "places")

    def sizes(self, name: str, values: Iterable[str]) -> Rows:
        """Value and number of inspections, the sets themselves left out."""
        return self.filter(filter=name, value__in=list(values)).values_list("value", "many")


class RetiredQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Ids that once stood."""

    def get_or_none(self, kind: str, ref: str) -> Any:
        return self.filter(kind=kind, ref=ref).select_related("edition").first()


class ChangeQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """What editions added, changed and withdrew."""

    def of_edition(self, number: int) -> Self:
        return self.filter(edition=number).order_by("pk")

    def about(self, kind: str, ref: str) -> Self:
        """What happened to one thing, newest first."""
        return self.filter(kind=kind, ref=ref).select_related("edition").order_by("-edition_id", "-pk")

    def latest_of(self, kind: str, refs: Iterable[str]) -> Rows:
        """When each of these last changed: pairs of id and time."""
        return (
            self.filter(kind=kind, ref__in=list(refs))
            .order_by()
            .values_list("ref")
            .annotate(latest=models.Max("edition__published"))
        )

    def latest_of_authorities(self, first: int) -> Rows:
        """Key of an authority and number of the newest edition, after the first, that changed an inspection of it."""
        changes = self.model._meta.db_table
        joins = (
            f"inspections_inspection.ref = {changes}.ref",
            "inspections_inspection_services.inspection_id = inspections_inspection.id",
            "inspections_service.id = inspections_inspection_services.service_id",
        )
        tables = ["inspections_inspection", "inspections_inspection_services", "inspections_service"]
        rows = self.filter(kind="inspection", edition__gt=first).order_by()
        return (
            rows.extra(tables=tables, where=joins, select={"authority": "inspections_service.authority_id"})  # noqa: S610
            .values_list("authority")
            .annotate(latest=models.Max("edition"))
            .values_list("authority", "latest")
        )

    def told(self) -> Self:
        """What a reader follows: inspections and statements, newest edition first."""
        return self.filter(kind__in=("inspection", "statement")).select_related("edition").order_by("-edition_id", "pk")

    def concerning(self, authority: str, whom: str, inspections: Rows, statements: Rows) -> Self:
        """Those of an authority: its inspections, what was said about them, and what was withdrawn under its name."""
        named = rf"(^|; ){authority}(;|$)"  # slugs are letters, digits and hyphens
        gone = Q(action="withdrawn", kind="inspection", title__startswith=f"{whom}: ")
        gone |= Q(action="withdrawn", fields__0__field="authorities", fields__0__before__regex=named)
        return self.filter(
            Q(kind="inspection", ref__in=inspections.order_by().values("ref"))
            | Q(kind="statement", ref__in=statements.order_by().values("ref"))
            | gone
        )


class EntryQuerySet(RecordQuerySet):
    """What a search can find."""

    def saying(self, query: Query) -> Rows:
        return ENTRY_WORDS.matching(self, query)

    def places(self, query: Query) -> Rows:
        """Where the inspections that answer stand in the list of all."""
        entries, places = (
            self.model._meta.db_table,
            self.model._meta.apps.get_model("inspections", "place")._meta.db_table,
        )
        return (
            self.saying(query)
            .extra(  # noqa: S610 (our own names)
                tables=[places],
                where=[f"{places}.inspection_id = {entries}.inspection_id"],
                select={"position": f"{places}.position"},
            )
            .order_by()
            .values_list("position", flat=True)
        )

    def latest(self, query: Query, most: int) -> list[int]:
        """The keys of the rows that answer, the last recorded first, and no more than so many: none is ranked."""
        return list(ENTRY_WORDS.latest(ENTRY_WORDS.matching(self, query)).values_list("pk", flat=True)[:most])

    def with_keys(self, keys: Iterable[int]) -> Rows:
        return self.filter(pk__in=list(keys)).order_by("-pk")

    def kinds_of(self, keys: Iterable[int]) -> Rows:
        """The kind of each of these."""
        return self.filter(pk__in=list(keys)).order_by().values_list("kind", flat=True)

    def best_first(self, query: Query) -> Rows:
        """The rows that answer, best first; what was withdrawn comes after all that stands."""
        return ENTRY_WORDS.matching(self, query, ranked=True).order_by("withdrawn", "score", "pk")

    def of_kind(self, kind: str) -> Rows:
        return self.filter(kind=kind)

    def by_publisher(self, publisher: str) -> Rows:
        return self.filter(publisher=publisher)

    def about_authority(self, authority: str) -> Rows:
        return self.filter(Exists(self._about(authority__slug=authority)))

    def about_service(self, kind: str) -> Rows:
        return self.filter(Exists(self._about(kind=kind)))

    def in_years(self, years: Iterable[int]) -> Rows:
        wanted = Q(pk__in=[])
        for year in years:
            wanted |= Q(year_from__lte=year, year_to__gte=year)
        return self.filter(wanted)

    def with_possible_years(self) -> Rows:
        return self.annotate(first_year=_field("year_from"), last_year=_field("year_to"))

    def with_things(self, around: int) -> Rows:
        """Each with what is shown of it, and the words of a passage with ``around`` characters on either side."""
        before = Greatest(F("start") - around, Value(0))
        words = Case(
            When(kind="passage", then=Substr("source__text", before + 1, F("end") - before + around)), default=Value("")
        )
        return self.annotate(words_from=before, words_around=words).values_list(
            "kind", "withdrawn", "start", "end", "words_from", "words_around",
            "authority__slug", "authority__name", "authority__official_name", "authority__other_names",
            "authority__kind",
            "inspection__ref", "inspection__slug", "inspection__title", "inspection__outcome",
            "inspection__inspected_edtf", "inspection__published_edtf",
            "statement__ref", "statement__text", "statement__role", "statement__organisation", "statement__said_edtf",
            "source__ref", "source__slug", "source__title", "source__file", "source__publisher",
            "source__published_edtf",
            named=True,
        )  # fmt: skip

    def _about(self, **conditions: object) -> Rows:
        return self.model._meta.get_field("about").related_model.objects.filter(entries=OuterRef("pk"), **conditions)


class StretchQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Runs of words of held texts."""

    def saying(self, query: Query) -> Rows:
        return STRETCH_WORDS.matching(self, query)

    def nearest_first(self, query: Query) -> Rows:
        """Those that share most with the query, first."""
        return STRETCH_WORDS.matching(self, query, ranked=True).order_by("score", "pk")

    def in_source(self, ref: str) -> Rows:
        return self.filter(source__ref=ref)

    def with_words(self, around: int) -> Rows:
        """Source, place, whether furniture stands there, and the text with ``around`` characters on either side."""
        before = Greatest(F("start") - around, Value(0))
        return self.annotate(
            words_from=before, words_around=Substr("source__text", before + 1, F("end") - before + around)
        ).values_list("source", "start", "end", "furniture", "words_from", "words_around")
