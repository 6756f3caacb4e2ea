"""Who said a quotation, and who has spoken so far."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.people.roles import PRIVATE, one_of
from inspections.reading.quotations import Quotation
from inspections.reading.segments import Segment
from inspections.text import Span

_MOST_PEOPLE = 60  # remembered at a time


@dataclass(frozen=True, slots=True)
class Attribution:
    """``kind``: report, person, organisation, unstated. ``span``: the words that say so."""

    kind: str
    span: Span | None = None
    speaker: str | None = None
    role: str | None = None
    organisation: str | None = None
    disowned: bool = False
    carried: bool = False  # taken over from the quotation before or after
    continues: bool = False  # the quotation before, broken off by its attribution, goes on in this one
    titled: bool = False  # a title of office stands before the name
    named: Span | None = None  # where the report that "it" or "they" stands for was named
    sex: str = ""  # "he" or "she", where the text says which
    called: str | None = None  # what a private person is called: known again by it, and never told


@dataclass
class Memory:
    """Who has spoken or been named as speaking so far.

    The sentences between two quotations are heard only once somebody asks who has been told of: most attributions
    name their speaker in full, and ask of nobody but the namesakes. ``hear`` tells whom a sentence is of.
    """

    catalogue: Catalogue = field(repr=False)  # whose inspectorates are known by name
    hear: Callable[[str, int, Memory], Attribution | None] = field(repr=False)
    present: list[Attribution] = field(default_factory=list)  # people known from the beginning
    answers: bool = True  # False: a sentence is heard alone, and what is asked here leans on what was told before it
    sexes: dict[str, str] = field(default_factory=dict)  # of people called by a last name: "he" or "she"
    _thing: Attribution | None = None
    _group: str | None = None
    _tells: Callable[[], bool] = lambda: True
    _waiting: list[Unheard | Attribution | str] = field(default_factory=list)  # in the order of the text

    def __post_init__(self) -> None:
        self._people = self.present

    @property
    def people(self) -> list[Attribution]:
        self._catch_up()
        return self._people

    @property
    def thing(self) -> Attribution | None:
        """What "it" or "they" would mean."""
        self._catch_up()
        return self._thing

    @property
    def group(self) -> str | None:
        """One of whom "one" would be."""
        self._catch_up()
        return self._group

    @group.setter
    def group(self, one: str | None) -> None:
        self._group = one

    @property
    def told_of_a_report(self) -> bool:
        """Can "it" be a report?"""
        if not self.answers:
            raise Leaning
        return self._tells()

    def tells_of_a_report(self, tells: Callable[[], bool]) -> None:
        """From here on: whether "it" can be a report, worked out when first asked."""
        self._tells = _AskedOnce(tells)

    def hear_later(self, group: str | None, sentences: list[tuple[int, str]]) -> None:
        """What these sentences, each with where it begins, tell of is taken in when somebody asks."""
        if group is not None:
            self._waiting.append(group)
        self._waiting += [Unheard(words, at, self._tells) for at, words in sentences]
        if len(self._people) + len(self._waiting) >= _MOST_PEOPLE:
            self._catch_up()

    def keep(self, made: Attribution) -> None:
        if self._waiting and len(self._people) + len(self._waiting) >= _MOST_PEOPLE:
            self._catch_up()
        if self._waiting:
            self._waiting.append(made)
        elif made.kind == "person":
            *each, _ = _each_of(made)
            self._people = [*[*self._people, *each][-_MOST_PEOPLE:], made]
            if made.speaker is None and made.role and made.organisation is None:
                self._group = one_of(made.role)
            if made.speaker is None and made.role and (PRIVATE.search(made.role)):
                self._thing = made
        elif made.kind in ("report", "organisation"):
            self._thing = made

    def _catch_up(self) -> None:
        if not self.answers:
            raise Leaning
        waiting, self._waiting, tells = self._waiting, [], self._tells
        for each in waiting:
            if isinstance(each, str):
                self._group = each
            elif isinstance(each, Attribution):
                self.keep(each)
            else:
                self._tells = each.tells
                made = self.hear(each.words, each.at, self)
                if made is not None:
                    self.keep(self.whole(made))
        self._tells = tells

    def last_person(self, pronoun: str, but: str = "") -> Attribution | None:
        """Whom "he" or "she" would mean: the one who spoke last, unless the text has told that it is the other.

        ``but``: the name of somebody whom the words said speak of, and who did not say them.
        """
        told = [p for p in self.people if not any(p is each for each in self.present)]  # whom a list alone names
        people = [p for p in told[-8:] if but not in (p.speaker, p.called)] if but else told
        for i, last in enumerate(reversed(people[-4:])):
            if " and " in (last.speaker or ""):
                return None  # one of two
            name = (last.speaker or last.called or "").split()[-1:]
            if not name and last.role and _of_several(last.role):
                return None  # several of them, and none is "he"
            known = last.sex or (self.sexes.get(name[0], "") if name else "")
            if known == pronoun or (not known and not i):
                if name:
                    self.sexes[name[0]] = pronoun
                return last
            if not known:
                return None
        return None

    def whole(self, made: Attribution) -> Attribution:
        """The same person with what an earlier mention says of them."""
        if made.kind != "person" or not made.speaker or " and " in made.speaker or (made.organisation and made.role):
            return made
        last = made.speaker.split()[-1]
        try:
            found = [p for p in self._namesakes(last) if _may_be(made, p)]
            if made.speaker == last and len({p.speaker for p in found if p.speaker and " " in p.speaker}) > 1:
                return made  # two are called so
            sure = len({_known_of(p) for p in found}) < 2
        except Leaning:
            sure = False
        return _joined(made, found if sure else self.people)

    def _namesakes(self, last: str) -> list[Attribution]:
        """The people of this last name so far: only sentences in which it stands are heard. May raise ``Leaning``."""
        found: list[Attribution] = []
        for each in (*self._people, *self._waiting):
            if isinstance(each, Attribution):
                if each.speaker is None or " and " not in each.speaker:
                    if _is_called(each, last):
                        found.append(each)
                else:
                    found += [p for p in _each_of(each) if _is_called(p, last)]
            elif isinstance(each, Unheard) and last in each.words and (told := each.heard_alone(self)) is not None:
                found += [p for p in _each_of(_joined(told, found)) if _is_called(p, last)]
        return found

    def office(self, role: str) -> Attribution | None:
        """The one person known to hold the office that "the …" names; "the director" is no deputy of hers."""
        want = set(_plain(role))
        found = {
            p.speaker: p
            for p in self.people
            if p.speaker
            and " and " not in p.speaker
            and p.role
            and want
            and want <= (held := set(_plain(p.role)))
            and held & _UNDER == want & _UNDER
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def by_name(self, name: str) -> Attribution | None:
        """The one person told of so far whose first name or last name it is."""
        if not self.answers or any(isinstance(each, Unheard) and name in each.words for each in self._waiting):
            self._catch_up()
        found = {}
        for each in (*self._people, *self._waiting):
            for known in _each_of(each) if isinstance(each, Attribution) and each.kind == "person" else ():
                whole = known.called or known.speaker or ""
                if " and " not in whole and name in (whole.split() or [""])[:: max(1, len(whole.split()) - 1)]:
                    found[whole] = known
        return next(iter(found.values())) if len(found) == 1 else None


class _AskedOnce:
    """A question that is put when its answer is first wanted."""

    __slots__ = ("_ask", "_told")

    def __init__(self, ask: Callable[[], bool]) -> None:
        self._ask = ask
        self._told: bool | None = None

    def __call__(self) -> bool:
        if self._told is None:
            self._told = self._ask()
        return self._told


class Leaning(Exception):
    """Whom a sentence tells of cannot be told without what was told before it."""


@dataclass(slots=True)
class Unheard:
    """A sentence that may tell of somebody, and where it begins."""

    words: str
    at: int
    tells: Callable[[], bool]  # could "it" be a report at that place?
    _alone: Attribution | Literal["leaning"] | None = None
    _heard: bool = False

    def heard_alone(self, memory: Memory) -> Attribution | None:
        """Whom it tells of whatever was told before it. Raises ``Leaning``."""
        if not self._heard:
            try:
                self._alone = memory.hear(self.words, self.at, Memory(memory.catalogue, memory.hear, answers=False))
            except Leaning:
                self._alone = "leaning"
            self._heard = True
        if self._alone == "leaning":
            raise Leaning
        return self._alone


def _each_of(made: Attribution) -> list[Attribution]:
    """Two who speak at once, each known again alone, and then the two; else the one."""
    if made.kind != "person" or not made.speaker or " and " not in made.speaker:
        return [made]
    names, roles = made.speaker.split(" and "), (made.role or "").split("; ")
    roles = roles if len(roles) == len(names) == 2 else [""] * len(names)
    alone = replace(made, organisation=None, titled=True)
    return [*(replace(alone, speaker=n, role=r or None) for n, r in zip(names, roles, strict=True)), made]


def _known_of(p: Attribution) -> tuple[object, ...]:
    """What tells one person from another, wherever they speak."""
    return (p.kind, p.speaker, p.role, p.organisation, p.disowned, p.titled, p.named, p.sex, p.called)


def _is_called(person: Attribution, last: str) -> bool:
    return person.kind == "person" and last in _last_names(person.speaker, person.called)


@lru_cache(maxsize=1024)
def _last_names(*names: str | None) -> frozenset[str]:
    return frozenset(name.split()[-1] for name in names if name is not None and name.strip())


def _may_be(made: Attribution, known: Attribution) -> bool:
    """Can somebody be this one: called by the last name alone, or by the same name in the same office?"""
    names, theirs = (made.speaker or "").split(), (known.speaker or "").split()
    if made.sex and known.sex and made.sex != known.sex:
        return False
    if known.called and known.called.split()[-1] == names[-1] and not (made.role or made.titled):
        return True
    if not theirs or "and" in theirs or theirs[-1] != names[-1] or (made.sex and known.sex and made.sex != known.sex):
        return False
    return len(names) == 1 or (known.speaker == made.speaker and (made.role is None or known.role == made.role))


def _joined(made: Attribution, people: list[Attribution]) -> Attribution:
    """Somebody with what the last mention of the same person says besides."""
    if made.kind != "person" or not made.speaker or " and " in made.speaker or (made.organisation and made.role):
        return made
    known = next((p for p in reversed(people) if _may_be(made, p)), None)
    if known is None:
        return made
    if known.called and known.called.split()[-1] == made.speaker.split()[-1] and not (made.role or made.titled):
        return replace(known, span=made.span, carried=made.carried, continues=made.continues)
    return replace(
        made,
        speaker=known.speaker,
        role=known.role or made.role,
        organisation=known.organisation or made.organisation,
    )


def _of_several(role: str) -> bool:
    """ "councillors", "parents of the town": and not "director of services"."""
    head = re.split(r"\s+(?:of|for|at|in|from|with|who)\b", role, maxsplit=1)[0].lower()
    return one_of(head) != head


_UNDER = {"assistant", "deputy", "associate", "vice", "former", "shadow", "interim", "acting"}
_UNDER |= {"opposition", "group", "minority", "labour", "conservative", "tory", "liberal", "lib", "green", "reform"}


def _plain(role: str) -> list[str]:
    return [w for w in re.findall(r"[a-z]+", role.lower()) if w not in ("the", "of", "and", "for", "s", "council")]


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation and what stands around it."""

    document: Document
    segments: dict[int, Segment]
    order: dict[int, int]
    quote: Quotation
    segment: Segment
    before: Span  # from the quotation before in the same paragraph, else from the paragraph's start
    after: Span
    joined: Attribution | None  # of the quotation before in the same paragraph
    previous: Quotation | None
    previously: Attribution | None

    @property
    def text(self) -> str:
        return self.document.text

    def above(self) -> Segment | None:
        at = self.order.get(self.segment.index)
        return self.document.body[at - 1] if at else None
