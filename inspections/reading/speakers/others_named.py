"""Whom else than the one who speaks a paragraph names before words that "he" or "she" is said to have said."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.authorities import called
from inspections.reading.people.first_names import sex_of
from inspections.reading.people.names import is_name
from inspections.reading.people.roles import TITLE
from inspections.reading.sentence_subjects import sentence_subject
from inspections.reading.speakers.attribution import Attribution, Place
from inspections.reading.speakers.pronouns import OF_A_PLACE
from inspections.reading.speakers.sentences import sentences_of


def others_named(place: Place, made: Attribution) -> set[str]:
    """The other people named in the paragraph before a quotation that "he" or "she" is said to have said."""
    end = min(place.quote.start, made.span.start if made.span is not None else place.quote.start)
    words = place.text[max(place.segment.span.start, place.quote.start - 700) : end]
    words = re.sub(r"[“\"‘«][^“”\"«»]{0,600}[”\"’»]", " ", words)
    own = set((made.speaker or "").split())
    found: set[str] = set()
    if _begins_with(sentences_of(words)[-1:], (made.speaker or "").split()[-1:]):
        return found  # "Mr Lee said that he knew.": whoever else the paragraph names, he is meant
    if sentences_of(words)[-1:] and _does_something(sentences_of(words)[-1], made, place.document.catalogue):
        words = words[: words.rindex(sentences_of(words)[-1])]
    for m in re.finditer(r"[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+", words):
        whole = m.group()
        if _A_PLACE.search(whole) or called(whole, place.document.catalogue):
            continue
        if _ASKS.search(words, max(0, m.start() - 40), m.start()) or _OF_A_KIND.search(words[: m.start()][-24:]):
            continue
        name = whole if is_name(whole) else whole.split(maxsplit=1)[1]  # "For Ann Lee, it means waiting"
        if OF_A_PLACE.search(words[: m.start()][-40:]) and not sex_of(name):
            continue
        if is_name(name) and not own & set(name.split()):
            found.add(_TITLES.sub("", name))
    return found


_TITLES = re.compile(rf"^(?:(?:{TITLE.pattern})\s+)+(?=\S+\s)")


def _begins_with(last: list[str], name: list[str]) -> bool:
    """Does the sentence right before tell of somebody called so first, and of nobody else by name?"""
    if not last or not name or len(last[0].split()) < 3:
        return False
    begun = re.match(rf"\W*(?:(?:{TITLE.pattern})\s+)*(?:[A-Z][\w’'-]*\s+)?{re.escape(name[0])}\b(?![’'])", last[0])
    rest = last[0][begun.end() :] if begun else ""
    return begun is not None and not re.search(rf"(?:{TITLE.pattern})\s+[A-Z]|[a-z]\s+[A-Z]\w+\s+[A-Z]", rest)


# whoever is asked, introduced or heard speaks next, and so may who is said to have done something to the subject
_THE_FLOOR = re.compile(
    r"\b(?:by|asks?|asked|thank(?:s|ed)|introduc\w+|invit\w+|call(?:s|ed)\s+on|hand(?:s|ed)\s+over|turn(?:s|ed)\s+to|press(?:es|ed)|challeng\w+|question\w*|heard\s+from"
    r"|hears?|met|meets|gave\s+way|gives\s+way|interview\w+|rang|phoned|contacted|wrote\s+to|spoke\s+to|listen\w*|quot\w+|recall\w+|follow\w*|agree[sd]?|disagree[sd]?)\b",
    re.I,
)


def _does_something(sentence: str, made: Attribution, catalogue: Catalogue) -> bool:
    """ "Ann Lee, the leader, defended Mary Day. “...,” she said": is the one meant the subject of the sentence before?

    Then whoever else it names is only spoken of, unless they are asked to speak, or do something themselves.
    """
    told = sentence_subject(sentence, catalogue, denied=True)
    if told is None or not told.who.name or told.who.name.split()[-1] != (made.speaker or " ").split()[-1]:
        return False
    return not (_THE_FLOOR.search(sentence, told.end - len(told.verb)) or _WHO_DOES.search(sentence, told.end))


_WHO_DOES = re.compile(
    r"[,\s](?:who|whose|while|as|that)\s|\b(?:and|but)\s+(?:she\b|he\b|they\b|(?:[A-Z][\w’'-]+\s+){1,4}(?:is|was|has|had|said|says|told|[a-z]+ed)\b)"
)


# "the parent carer forum, Unique Voices": no person
_OF_A_KIND = re.compile(
    r"\b(?:group|forum|charity|union|network|organisation|association|federation|campaign|company|trust|alliance|partnership|newspaper|paper|magazine"
    r"|website|programme|scheme|project|school|college|academy|home|centre),?\s+$",
    re.I,
)
_A_PLACE = re.compile(
    r"\s(?:House|Hall|Centre|Road|Street|Lane|School|Park|College|Hospital|Hotel|Church|Square|Court|Library|Theatre|Chamber|Act|Report|Party|Council"
    r"|University|Valley|Trust|Foundation|Commission|Authority|Agency|Society|Network|Forum|Federation|Chronicle|Herald|Gazette|Mercury|Echo|Primary|Academy|Row|Station|Stadium|Estate|Festival)$"
    r"|^(?:Radio|BBC|University|Royal|Town|City|County|Civic|Guildhall)\s"
)
# who asked is not who answers
_ASKS = re.compile(
    r"\b(?:questions?|request|points?|queries|query|intervention)\s+(?:raised\s+|put\s+)?(?:from|by|of)\s+$"
    r"|\b(?:asked|pressed|challenged|questioned|urged|interrupted|heckled|quizzed|prompted)\s+by\s+$"
    r"|\b(?:reply|response|answer|replying|responding|answering)\s+to\s+(?:an?\s+(?:\w+\s+)?(?:question|query|point|intervention)\s+(?:from|by|of)\s+)?$",
    re.I,
)
