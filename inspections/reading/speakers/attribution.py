"""Who said a quotation, and who has spoken so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

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
    """Who has spoken or been named as speaking so far."""

    catalogue: Catalogue = field(repr=False)  # whose inspectorates are known by name
    people: list[Attribution] = field(default_factory=list)
    thing: Attribution | None = None  # what "it" or "they" would mean
    sexes: dict[str, str] = field(default_factory=dict)  # of people called by a last name: "he" or "she"
    group: str | None = None  # one of whom "one" would be
    told_of_a_report: bool = True  # can "it" be one?

    def last_person(self, pronoun: str) -> Attribution | None:
        """Whom "he" or "she" would mean: the one who spoke last, unless the text has told that it is the other."""
        for i, last in enumerate(reversed(self.people[-4:])):
            if " and " in (last.speaker or ""):
                return None  # one of two
            name = (last.speaker or last.called or "").split()[-1:]
            known = last.sex or (self.sexes.get(name[0], "") if name else "")
            if known == pronoun or (not known and not i):
                if name:
                    self.sexes[name[0]] = pronoun
                return last
            if not known:
                return None
        return None

    def keep(self, made: Attribution) -> None:
        if made.kind == "person":
            if made.speaker and " and " in made.speaker:  # two at once: each is known again
                roles = (made.role or "").split("; ")
                for name, role in zip(made.speaker.split(" and "), roles if len(roles) == 2 else ("", ""), strict=True):
                    self.people.append(replace(made, speaker=name, role=role or None, organisation=None, titled=True))
            self.people = [*self.people[-_MOST_PEOPLE:], made]
            if made.speaker is None and made.role and made.organisation is None:
                self.group = one_of(made.role)
            if made.speaker is None and made.role and (PRIVATE.search(made.role)):
                self.thing = made
        elif made.kind in ("report", "organisation"):
            self.thing = made

    def whole(self, made: Attribution) -> Attribution:
        """The same person with what an earlier mention says of them."""
        if made.kind != "person" or (made.organisation and made.role) or " and " in (made.speaker or ""):
            return made
        if made.speaker:
            last = made.speaker.split()[-1]
            for known in reversed(self.people):
                if known.called and known.called.split()[-1] == last and not (made.role or made.titled):
                    return replace(known, span=made.span, carried=made.carried, continues=made.continues)
                if (
                    known.speaker
                    and " and " not in known.speaker
                    and known.speaker.split()[-1] == last
                    and (len(made.speaker.split()) == 1 or known.speaker == made.speaker)
                ):
                    if made.role is None or known.role == made.role or len(made.speaker.split()) == 1:
                        return replace(
                            made,
                            speaker=known.speaker,
                            role=known.role or made.role,
                            organisation=known.organisation or made.organisation,
                        )
        return made

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
        found = {}
        for known in self.people:
            whole = known.called or known.speaker or ""
            if " and " not in whole and name in (whole.split() or [""])[:: max(1, len(whole.split()) - 1)]:
                found[whole] = known
        return next(iter(found.values())) if len(found) == 1 else None


_UNDER = {"assistant", "deputy", "associate", "vice", "former", "shadow", "interim", "acting"}


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
