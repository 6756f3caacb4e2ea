"""What lists, searches and the check of a quotation are found with."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Case, ExpressionWrapper, F, Q, Value, When
from django.db.models.functions import Greatest, Substr

from inspections.fulltext import Query
from inspections.querysets import ENTRY_WORDS, STRETCH_WORDS, RecordQuerySet, Rows, as_words


class MembersQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """The sets of places that the values of filters have."""

    def of_filters(self, names: Iterable[str]) -> Rows:
        """Filter, value and written set, in no order."""
        return self.filter(filter__in=list(names)).values_list("filter", "value", "places")

    def of_values(self, name: str, values: Iterable[str]) -> Rows:
        """Value and written set, of some values of one filter."""
        return self.filter(filter=name, value__in=list(values)).values_list("value", "places")

    def sizes(self, name: str, values: Iterable[str]) -> Rows:
        """Value and number of inspections, the sets themselves left out."""
        return self.filter(filter=name, value__in=list(values)).values_list("value", "many")


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

    def latest(self, query: Query | None, most: int) -> list[tuple[int, str]]:
        """Key and kind of the rows that answer, the last recorded first, and no more than so many: none is ranked."""
        rows = ENTRY_WORDS.latest(ENTRY_WORDS.matching(self, query)) if query else self.order_by("-pk")
        return list(rows.values_list("pk", "kind")[:most])

    def in_record_order(self, part: slice) -> list[int]:
        """The keys of some rows in the order of the record, what was withdrawn last."""
        return list(self.order_by("withdrawn", "pk").values_list("pk", flat=True)[part])

    def with_keys(self, keys: Iterable[int]) -> Rows:
        return self.filter(pk__in=list(keys)).order_by("-pk")

    def found(self) -> Rows:
        """What is filtered and counted of each, as plain rows: key, kind, publisher, first and last year."""
        return self.values_list("pk", "kind", "publisher", "year_from", "year_to")

    def services_about(self, keys: Iterable[int]) -> Rows:
        """Which services these are about: the key, the slug of the authority and the kind of service, in no order."""
        pairs = self.model._meta.get_field("about").remote_field.through.objects
        return (
            pairs.filter(entry__in=list(keys))
            .order_by()
            .values_list("entry_id", "service__authority__slug", "service__kind")
        )

    def best_first(self, query: Query) -> Rows:
        """The rows that answer: those with the most of the words in their title or heading first, then those with the
        words in a row, then the newest; a text is in its own order. What was withdrawn comes after all that stands.

        Both databases tell these alike, which no measure of their own would be.
        """
        is_name = Case(When(kind="authority", then=0), default=1)
        key = models.BigIntegerField()
        backwards = ExpressionWrapper(-F("pk"), output_field=key)
        in_time = Case(When(kind__in=("inspection", "provider"), then=backwards), default=F("pk"), output_field=key)
        newest = F("year_to").desc(nulls_last=True)
        found = ENTRY_WORDS.telling(self, query)
        return found.order_by("withdrawn", "-titled", "-in_a_row", is_name, newest, in_time)

    def of_kind(self, kind: str) -> Rows:
        return self.filter(kind=kind)

    def by_publisher(self, publisher: str) -> Rows:
        return self.filter(publisher=publisher)

    def about_authority(self, authority: str) -> Rows:
        return self.filter(pk__in=self._about(service__authority__slug=authority))

    def about_service(self, kind: str) -> Rows:
        return self.filter(pk__in=self._about(service__kind=kind))

    def in_years(self, years: Iterable[int]) -> Rows:
        wanted = Q(pk__in=[])
        for year in years:
            wanted |= Q(year_from__lte=year, year_to__gte=year)
        return self.filter(wanted)

    def with_possible_years(self) -> Rows:
        return self.annotate(first_year=as_words("year_from"), last_year=as_words("year_to"))

    def with_things(self, around: int) -> Rows:
        """Each with what is shown of it, and the words of a passage with ``around`` characters on either side."""
        before = Greatest(F("start") - around, Value(0))
        words = Case(
            When(kind="passage", then=Substr("source__text", before + 1, F("end") - before + around)), default=Value("")
        )
        return self.annotate(words_from=before, words_around=words).values_list(
            "pk", "kind", "withdrawn", "start", "end", "words_from", "words_around",
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
        """The keys of those about services like these, found from the services: they are fewer than all entries."""
        pairs = self.model._meta.get_field("about").remote_field.through.objects
        return pairs.filter(**conditions).order_by().values("entry")


class StretchQuerySet(models.QuerySet):  # type: ignore[type-arg]
    """Runs of words of held texts."""

    def saying(self, query: Query) -> Rows:
        """Those that answer, in the order of the texts."""
        return STRETCH_WORDS.first(STRETCH_WORDS.matching(self, query))

    def nearest(self, query: Query, most: int) -> Rows:
        """The so many that share most with the query, first."""
        keys = STRETCH_WORDS.nearest(query, most, self.db)
        places = Case(*(When(pk=key, then=place) for place, key in enumerate(keys)), default=0)
        return self.filter(pk__in=keys).order_by(places)

    def in_source(self, ref: str) -> Rows:
        return self.filter(source__ref=ref)

    def with_words(self, around: int) -> Rows:
        """Source, place, whether furniture stands there, and the text with ``around`` characters on either side."""
        before = Greatest(F("start") - around, Value(0))
        return self.annotate(
            words_from=before, words_around=Substr("source__text", before + 1, F("end") - before + around)
        ).values_list("source", "start", "end", "furniture", "words_from", "words_around")
