"""What the catalogue holds, as frozen values: who inspects what, on which scale, and which authorities exist."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from inspections.catalogue import questions


@dataclass(frozen=True)
class Period:
    """Years or days in use, both ends inclusive; None: open."""

    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def overlaps(self, earliest: date | None, latest: date | None) -> bool:
        """Does any day of the period lie between two days? None: no bound on that side."""
        return (self.since is None or latest is None or self.since <= latest) and (
            self.until is None or earliest is None or earliest <= self.until
        )


@dataclass(frozen=True)
class Grade:
    """One rung. ``rank`` 1 is best. ``wordings`` are all the ways sources print it, label included, lower case."""

    slug: str
    label: str
    rank: int
    meaning: str
    wordings: tuple[str, ...]
    number: int | None = None  # the number printed beside it, where the scale has numbers
    tone: str = ""  # best, good, weak, worst, none: which of the five tones draws it
    short: str = ""  # the label where there is little room; the same words, fewer of them

    @property
    def brief(self) -> str:
        return self.short or self.label


@dataclass(frozen=True)
class Scale:
    """Grades best first, with when and where they were used."""

    slug: str
    name: str
    inspectorate: str
    kind: str  # "grade", "outcome" (statements, never numbered), "progress", "met"
    grades: tuple[Grade, ...]
    used: Period
    about: str  # what it is, one or two sentences
    direction: str  # "best first; printed numbers run 4 (best) to 1"
    compare: str  # what it must not be compared with
    replaced_by: str | None
    source: str  # an address
    reserved: bool = False  # True where domain.md marks it unconfirmed

    def grade(self, slug: str) -> Grade:
        """The grade of that slug; KeyError, naming scale and slug, when the scale has none."""
        for grade in self.grades:
            if grade.slug == slug:
                return grade
        raise KeyError(f"scale {self.slug} has no grade {slug!r}")

    def grade_worded(self, words: str) -> Grade | None:
        """The grade a source prints as ``words``, case and spacing apart; None when it is not on this scale."""
        folded = questions.folded_words(words)
        for grade in self.grades:
            if folded in grade.wordings:
                return grade
        return None


@dataclass(frozen=True)
class Aspect:
    slug: str
    label: str
    wordings: tuple[str, ...]
    used: Period
    overall: bool = False
    beside_numbers: tuple[str, ...] = ()  # words too common to be its name but beside a grade in numbers


@dataclass(frozen=True)
class Due:
    """When the next inspection usually comes, by the framework: some months after the one that gave such a grade."""

    grades: tuple[str, ...]  # on the framework's first scale
    months_from: int
    months_to: int
    what: str  # what comes: "full inspection", "monitoring inspection"
    words: str  # the rule, in a sentence of ours
    source: str


@dataclass(frozen=True)
class Framework:
    slug: str
    name: str
    inspectorates: tuple[str, ...]
    services: tuple[str, ...]
    kinds: tuple[str, ...]
    scales: tuple[str, ...]  # first is the one grades without further sign are on
    aspects: tuple[Aspect, ...]
    used: Period
    overall: str  # "yes", "never" (ungraded by design or no single overall)
    overall_until: date | None  # last inspection day with an overall grade, where it was abolished
    cycle: str
    source: str
    names: tuple[str, ...] = ()  # what sources call it
    reserved: bool = False  # True where a date or a point of it is unconfirmed
    due: tuple[Due, ...] = ()  # empty: the sources at hand state no rhythm

    def due_after(self, grade: str) -> Due | None:
        """The rule for what follows an inspection with this grade on its first scale; None: none is stated."""
        return next((due for due in self.due if grade in due.grades), None)

    def aspect(self, slug: str) -> Aspect:
        for aspect in self.aspects:
            if aspect.slug == slug:
                return aspect
        raise KeyError(f"framework {self.slug} has no aspect {slug!r}")

    def overall_on(self, day: date) -> bool:
        """Does an inspection on that day get an overall grade?"""
        return self.overall == "yes" and (self.overall_until is None or day <= self.overall_until)


@dataclass(frozen=True)
class Inspectorate:
    slug: str
    name: str
    short: str
    names: tuple[str, ...]  # as sources write it, misspellings excluded
    used: Period
    url: str
    predecessor: str | None = None
    called: tuple[str, ...] = ()  # the noun a page goes on with once it has named it: "the Commission"
    assesses: bool = False  # calls its inspections assessments
    chiefs: tuple[str, ...] = ()  # titles that its head alone has: "Chief Inspector of Probation"


@dataclass(frozen=True)
class ServiceKind:
    slug: str
    name: str
    names: tuple[str, ...]  # as sources write it, longest first
    parent: str | None  # "fostering" is part of "childrens-services"
    setting: bool = False  # schools, homes, colleges: never a council's own service


@dataclass(frozen=True)
class Authority:
    slug: str
    gss: str  # the newest code
    gss_codes: tuple[tuple[str, date | None, date | None], ...]  # code, from, to
    dfe: str
    name: str  # "Stockport"
    official_name: str  # "Stockport Metropolitan Borough Council"
    other_names: tuple[str, ...]
    kind: str
    region: str
    opened: date | None
    closed: date | None
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    careful: tuple[str, ...] = ()  # those of its names that are also a word, a person, a river, a club ...

    @cached_property
    def life(self) -> Period:
        return Period(self.opened, self.closed)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name, longest first."""
        every = {self.name, self.official_name, *self.other_names}
        return tuple(sorted(every, key=lambda name: (-len(name), name)))


@dataclass(frozen=True)
class Gap:
    """A named pause in inspection or publication."""

    slug: str
    name: str
    since: date
    until: date | None
    source: str
    about: str = ""
    reserved: bool = False  # True where one of its ends is unconfirmed


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything at once, keyed by slug, in the order of the files."""

    inspectorates: dict[str, Inspectorate]
    frameworks: dict[str, Framework]
    scales: dict[str, Scale]
    services: dict[str, ServiceKind]
    authorities: dict[str, Authority]
    gaps: tuple[Gap, ...]
    lookalikes: tuple[str, ...] = ()  # names that contain an authority's name and are not that authority
    cities: frozenset[str] = frozenset()  # the authorities of a city
    counties: dict[str, frozenset[str]] = field(default_factory=dict)  # by name, "Berkshire", the authorities in it

    def authority_on(self, code_or_slug: str, day: date) -> Authority | None:
        """The authority with this slug, GSS code (any it ever had) or DfE code that existed on the day."""
        found = [a for a in self._by_code.get(code_or_slug, ()) if a.life.holds(day)]
        return found[0] if len(found) == 1 else None

    def authorities_named(self, name: str, day: date | None = None) -> tuple[Authority, ...]:
        """Every authority of this name, case, "&" and hyphens apart, that existed on the day (or ever)."""
        named = self._by_name.get(questions.folded_name(name), ())
        return tuple(a for a in named if day is None or a.life.holds(day))

    def scale_for_word(
        self,
        word: str,
        inspectorate: str | None,
        service: str | None,
        framework: str | None = None,
        earliest: date | None = None,
        latest: date | None = None,
    ) -> Scale | None:
        """The one scale on which ``word`` can have been given, or None when none or several can hold it.

        ``earliest`` and ``latest`` bound the day of the inspection, inclusive; None: no bound. Where
        only the publication is known, ``earliest`` belongs some months before it.
        """
        found = questions.scales_for_word(self, word, inspectorate, service, framework, earliest, latest)
        return found[0] if len(found) == 1 else None

    def scale_last_in_use(
        self, word: str, inspectorate: str | None, service: str | None, earliest: date | None, latest: date | None
    ) -> Scale | None:
        """Where scales changed more than once in these bounds and all hold ``word``: the one that replaced the others.

        With one change, each side is as likely, and the answer is None.
        """
        found = questions.scales_for_word(self, word, inspectorate, service, None, earliest, latest)
        last = [scale for scale in found if scale.replaced_by not in {other.slug for other in found}]
        return last[0] if len(found) > 2 and len(last) == 1 else None

    def framework_for(
        self,
        inspectorates: tuple[str, ...],
        service: str | None,
        kind: str,
        earliest: date | None = None,
        latest: date | None = None,
    ) -> Framework | None:
        """The one framework such an inspection can have followed, or None when none or several fit.

        The inspectorates named may be fewer than the framework's, never others. ``unstated`` fits any kind.
        """
        return questions.framework_for(self, inspectorates, service, kind, earliest, latest)

    @cached_property
    def _by_code(self) -> dict[str, tuple[Authority, ...]]:
        return questions.grouped(
            (code, a)
            for a in self.authorities.values()
            for code in {a.slug, a.dfe, *(c for c, _, _ in a.gss_codes)}
            if code
        )

    @cached_property
    def _by_name(self) -> dict[str, tuple[Authority, ...]]:
        return questions.grouped(
            (name, a) for a in self.authorities.values() for name in {questions.folded_name(n) for n in a.names}
        )
