"""What is asked of sources and of their paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast

from inspections.querysets import TABLE_TYPES, RecordQuerySet, Rows, overlaps_years, possible_years
from inspections.querysets.holding import holds


class SourceQuerySet(RecordQuerySet):
    """Texts as received."""

    def with_texts(self) -> Self:
        """Each with what is shown of its text, ``held_text``: nothing of a table, whose page asks for some rows."""
        text = Case(
            When(media_type__in=TABLE_TYPES, then=Value("")), default=F("text"), output_field=models.TextField()
        )
        return self.defer("text", "reading", "warnings", "sidecar").annotate(held_text=text)

    def shown_as(self, ref: str) -> Any:
        """The one with this id, as above."""
        found = self.filter(ref=ref).with_texts().first()
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
            overlaps_years(years, "published_earliest", "published_latest", "published_basis", "published_edtf")
        )

    def with_possible_years(self) -> Self:
        return self.annotate(
            **possible_years("published_earliest", "published_latest", "published_basis", "published_edtf")
        )

    def saying(self, words: str) -> Self:
        """Those whose title, publisher or text holds these words."""
        return self.filter(Q(holds("title", words)) | Q(holds("publisher", words)) | Q(holds("text", words)))

    def first_keys(self, most: int) -> Rows:
        """The keys of these, of no more than so many."""
        return self.order_by("pk").values_list("pk", flat=True)[:most]

    def among(self, keys: Iterable[int]) -> Self:
        return self.filter(pk__in=list(keys))

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

    def tables(self) -> Rows:
        """Every held table with what was left out of it, in the order of names."""
        columns = ("ref", "slug", "title", "file", "warnings")
        return self.filter(media_type__in=TABLE_TYPES).order_by("file").values(*columns)

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
