"""Whom a sentence is about: the phrase with which it begins, up to its first verb.

A clause of saying is read where its verb stands (``speakers``). What leads to a quotation with other words
("The letter puts it plainly:") or tells of a person whose words follow is read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.catalogue import Catalogue
from inspections.reading.people import subject
from inspections.reading.people.objects import object_of
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule

_MOST_WORDS = 24
_TOKEN = re.compile(r"\S+")
# what may stand before the subject, up to a comma
_OPENING = re.compile(
    r"\W*(?:(?:But|And|Yet|So|Still|Then|Meanwhile|However|Elsewhere|Later|Earlier|Yesterday|Today|Again|Also|Here)\b,?\s*)?"
    r"(?:(?:In|At|On|For|From|After|Before|Since|By|With|Of|Under|During|Speaking|Asked|Responding|Writing|Among|Like"
    r"|Despite|Unlike|Following|To\s+be\s+fair|To\s+(?:his|her|their)\s+(?:great\s+)?credit)\b[^,.:;“”\"]{0,90},\s*)?"
)
_NO_VERB = frozenset(
    "of for from with at on in to by as the a an and or but nor who whose which that this these those its "
    "their his her our my your whom than then also not no never very so too both all each every about "
    "into over under between among children's services service families parents pupils schools areas "
    "arrangements staff inspectors members his us ours councils others affairs matters standards works "
    "skills".split()
)
_HELPING = frozenset(
    "is was are were be been has have had does do did will would can could may might must shall should".split()
)
_IRREGULAR = frozenset(
    "said told took gave made put left came went stood spoke rose felt thought knew saw heard wrote read "
    "set kept met led held sent spent began broke chose drew drove fell found got grew hit laid lay lost "
    "meant paid ran sat shook sought swore threw understood won".split()
)
_PLURAL = re.compile(r"\W*(?:[\w’'\-]+\s+){0,3}[\w\-]*[a-rt-z]s\W*$")
_BY = re.compile(r"\W+by\b")
_NOT_SO = re.compile(r"\s+(?:not|never|nothing|nobody|no)\b|n[’']t\b")


@dataclass(frozen=True, slots=True)
class Told:
    """``who`` is the subject, ``verb`` the first verb, which ends at ``end``; ``start``: where the subject begins."""

    who: Subject
    verb: str
    start: int
    end: int


def sentence_subject(words: str, catalogue: Catalogue, denied: bool = False) -> Told | None:
    """The subject of the sentence ``words`` when it is a person, a report or a body; None when nobody can tell.

    ``denied``: also of a verb that is denied ("The letter gives no grade and says").
    """
    opening = _OPENING.match(words)
    start = opening.end() if opening else 0
    for m in list(_TOKEN.finditer(words, start))[1:_MOST_WORDS]:
        word = m.group().strip(',.:;()“”"‘’')
        shortened = word.endswith(("n’t", "n't"))
        if not (shortened or word.isalpha()) or not word.islower() or word in _NO_VERB:
            continue
        before = words[start : m.start()].rstrip(" ,")
        last = before.split()[-1].lower() if before else ""
        # "the director of services, was", "the director of services, welcomed it"
        set_off = words[: m.start()].rstrip().endswith(",") and (
            word in _HELPING or ((word in _IRREGULAR or word.endswith("ed")) and not _BY.match(words, m.end()))
        )
        if (
            last in _NO_VERB
            and not set_off
            and last not in ("inspectors", "parents", "pupils", "members", "staff", "families")
        ):
            continue
        sure = shortened or word in _HELPING or word in _IRREGULAR or word.endswith("ed")
        if not sure and not (word.endswith("s") and not word.endswith("ss")) and not _PLURAL.match(before):
            continue
        who = subject(before, catalogue)
        if who is None and words[: m.start()].rstrip().endswith(","):  # "the letter, which came in May, had"
            who = subject(f"{before},", catalogue)
        if who is None or who.start > 4 or who.kind == "other":
            continue
        if not denied and (_NOT_SO.match(words, m.end()) or words[m.start() : m.end()].endswith(("n’t", "n't"))):
            return None
        return Told(who, word, start, m.end())
    return None


_ADDRESSED = rule(
    r"\b(?:I|[Ww]e)\s+(?:also\s+|then\s+)?(?:put\s+(?:[\w’']+\s+){1,5}to|asked|rang|telephoned|e-?mailed|wrote\s+to|spoke\s+to"
    r"|went\s+to\s+see|tried|challenged|pressed)\s+(?P<who>[^:;“”\"]{3,140})$"
)
_ASKED_WHAT = re.compile(
    r",?\s+(?:what|how|why|whether|when|where|if|about|for\s+(?:a|his|her|their)\s+\w+)\b.*$", re.S
)


def addressed(words: str, catalogue: Catalogue) -> Subject | None:
    """Whom the writer put something to ("I put all this to the leader, Cllr Ann Lee"): who answers is meant by "he"."""
    m = _ADDRESSED.search(words.rstrip(" .!?"))
    who = object_of(_ASKED_WHAT.sub("", m["who"]), catalogue) if m else None
    return who if who is not None and who.kind == "person" else None
