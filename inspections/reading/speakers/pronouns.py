"""Whom "he" or "she" means beside a quotation, where others are told of than the one last heard.

"She" is nobody whose title, first name or kind of kin says "he". Of the people told of in the paragraph before the
words, the one whom it fits is meant; of two nobody can tell which, unless one of them is the subject that was heard.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from inspections.reading.people.first_names import sex_of, sex_told
from inspections.reading.people.names import is_name
from inspections.reading.people.roles import PRIVATE, STAFF, TITLE
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.introduced import introduced
from inspections.reading.speakers.whole_names import Named, name_words, named_in_full

_MARKED = re.compile(r"[“\"«][^“”\"«»]{0,900}[”\"»]")
_WORD = r"[A-Z][’'A-Z]*[a-zß-ÿ][\w’'\-]*"
_CAPITALS = re.compile(rf"(?:(?P<title>{TITLE.pattern})\s+)?(?P<name>(?:[A-Z]\.?\s+)?{_WORD}(?:\s+{_WORD}){{0,7}})")
# "Demelza, 17, who is in care", "Azra, a care leaver": private people called by one name
_BY_ONE_NAME = re.compile(
    r",\s+(?:aged\s+)?\d{1,2}\b|,\s+an?\s+(?:[a-z-]+\s+){0,2}(?:care\s+leaver|mother|father|mum|dad|parent|carer|learner|apprentice|student|pupil)\b|,\s+who(?:se)?\s"
)
_KIN = re.compile(
    r"\b(?:(?P<det>[Mm]y|[Oo]ur|[Aa]|[Oo]ne|[Aa]nother|[Tt]he)\s+(?:own\s+|young\s+|late\s+|foster\s+|\w+-year-old\s+)?"
    r"(?:(?P<she>mother|mum|grandmother|gran|nan|daughter|sister|wife|aunt|woman|girl|lady)|(?P<he>father|dad|grandfather|grandad|son|brother|husband|uncle|man|boy|lad)))\b(?![’'-])"
)
# "One member told me that she was sent for": she, who is not named
_ONE_TOLD = re.compile(
    rf"(?:^|[.!?][”\"]?\s+)(?:One|A|An|Another)\s+(?:[a-z-]+\s+){{0,2}}?(?:{PRIVATE.pattern}|{STAFF.pattern})(?:\s+(?:in|at|from|of)\s+[^.,;:“”\"]{{2,40}}?)?,?\s+"
    r"(?:told|said|says|tells|wrote|explained|recalled|rang|asked)\b[^.;“”\"]{0,60}?\b(?:that\s+)?(?:she|he)\b"
)
_A_PLACE = re.compile(
    r"\s+(?:House|Hall|Centre|Road|Street|Lane|School|Park|College|Hospital|Church|Court|Library|Primary|Academy|Trust|Council|Committee|Forum|Group)\b"
)
# who asked is not who answers, nor whoever is only thanked or quoted
_ONLY_ASKED = re.compile(
    r"\b(?:asked|pressed|challenged|questioned|interrupted|heckled|quizzed|prompted|thanked)\s+by\s+$"
    r"|\b(?:questions?|points?|queries|intervention|reply|response|answer|replying|responding)\s+(?:raised\s+)?(?:from|by|of|to)\s+$",
    re.I,
)

# "the University of Pennine Lancashire", "our candidate for Hale Barns": places, and nobody
OF_A_PLACE = re.compile(
    r"\b(?:in|at|near|across|around|outside)\s+$"
    r"|\b(?:[Uu]niversity|[Cc]ollege|[Dd]iocese|[Bb]ishop|[Bb]orough|[Cc]ity|[Cc]ounty|[Tt]own|[Mm]ayor|[Pp]arish|[Ii]sle|[Bb]ank|[Ii]nstitute)\s+of\s+(?:the\s+)?$"
    r"|\b(?:[Cc]andidates?|[Mm]embers?|MPs?|[Cc]ouncillors?|[Ss]pokes\w+|stands?|standing|stood)\s+for\s+$"
)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Somebody told of: ``name`` in full, or what a private person is called, or nothing."""

    name: str
    sex: str
    private: bool = False


def settled(place: Place, memory: Memory, made: Attribution, pronoun: str) -> Attribution:
    """``made`` when nothing speaks against it, somebody else whom alone the pronoun fits, or nobody."""
    end = min(place.quote.start, made.span.start if made.span is not None else place.quote.start)
    here = _mentions(place, place.segment.span.start, end)
    last = (made.speaker or made.called or "").split()[-1:]
    if not here and last and last[0] in place.text[place.segment.span.start : end]:
        return made  # "J. P. Norton, the leader, agreed. “...,” he said": however the name is printed
    above = place.above()
    if not here and above is not None and above.index == place.segment.index - 1 and above.kind == "paragraph":
        here = _mentions(place, above.span.start, above.span.end)
    fits = [m for m in here if m.sex in ("", pronoun)]
    names = list(dict.fromkeys(m.name for m in fits))
    own = made.speaker or made.called or ""
    if own and _sex(made) not in ("", pronoun):
        own, made = "", Attribution("person", made.span, sex=pronoun)
    if own and (not names or any(_same(own, name) for name in names)):
        return made
    if not names and not own:
        return made
    if own and _sex(made) == pronoun and not any(m.private or m.sex == pronoun for m in fits):
        return made  # who was heard is sure to be meant, and nobody here is
    alone = fits[-1] if len(names) == 1 else None
    if alone is not None and alone.private and not own:
        return made
    if alone is None or alone.private:
        return Attribution("person", made.span, sex=pronoun)
    known = introduced(place.document, alone.name)
    if known is None:
        known = next((p for p in reversed(memory.people) if p.speaker == alone.name), None)
    if known is None:
        return Attribution("person", made.span, sex=pronoun)
    return replace(
        known, span=made.span, speaker=alone.name, sex=pronoun, carried=False, continues=False, disowned=False
    )


def _sex(made: Attribution) -> str:
    return made.sex or sex_of(made.speaker)


def _same(own: str, name: str) -> bool:
    return bool(name) and own.split()[-1] == name.split()[-1]


def _mentions(place: Place, start: int, end: int) -> list[Mentioned]:
    """The people told of between two places of the text, outside the marks of quotations."""
    words = _MARKED.sub(lambda m: " " * len(m.group()), place.text[start:end])
    told = named_in_full(place.document)
    out: list[tuple[int, Mentioned]] = []
    for m in _CAPITALS.finditer(words):
        if _A_PLACE.match(words, m.end()) or _ONLY_ASKED.search(words, max(0, m.start() - 40), m.start()):
            continue
        if m["title"] is None and OF_A_PLACE.search(words, max(0, m.start() - 40), m.start()) and not sex_of(m["name"]):
            continue
        found = _who(place, told, m, words)
        if found is not None:
            out.append((m.start(), found))
    out += [(m.start(), Mentioned("", "she" if m["she"] else "he", private=True)) for m in _KIN.finditer(words)]
    out += [(m.start(), Mentioned("", "", private=True)) for m in _ONE_TOLD.finditer(words)]
    return [each for _, each in sorted(out, key=lambda pair: pair[0])]


def _who(place: Place, told: dict[str, list[Named]], m: re.Match[str], words: str) -> Mentioned | None:
    parts = name_words(m["name"])
    if not parts:
        return None
    title = sex_told(m["title"] or "")
    whole = {n.name for n in told.get(parts[-1], ()) if len(parts) == 1 or n.name == " ".join(parts)}
    if title:
        whole = {n.name for n in told.get(parts[-1], ()) if n.name in whole and n.sex in ("", title)}
    if len(whole) == 1:
        name = whole.pop()
        sex = title or next((n.sex for n in told[parts[-1]] if n.name == name and n.sex), "") or sex_of(name)
        known = m["title"] or sex_of(name) or introduced(place.document, name) is not None
        begins = m.start() == 0 or words[: m.start()].rstrip()[-1:] in (".", "!", "?", ":", "")
        return Mentioned(name, sex, private=not known) if known or begins else None
    if len(parts) == 1 and is_name(f"Ann {parts[0]}"):
        if m["title"]:
            return Mentioned(parts[0], title)
        if _BY_ONE_NAME.match(words, m.end()) and (m.start() == 0 or words[: m.start()].rstrip()[-1:] in ".!?:"):
            return Mentioned(parts[0], sex_of(f"{parts[0]} Lee"), private=True)
    return None
