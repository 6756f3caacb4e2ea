"""The name of a person at the end of a phrase, and what could be one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading import rules
from inspections.reading.people.roles import OFFICE, TITLE, TRADE
from inspections.reading.rules import rule

_COMMISSIONER = rule(r"Commissioner|Commander|Inspector")
_RANK_BEFORE = {"chief", "detective", "det", "temporary", "acting", "assistant", "deputy", "t/", "a/"}
_JUDGES = frozenset(("Mr", "Mrs", "Ms", "Lord", "Lady", "Chief"))
_PARTICLES = {"de", "van", "von", "der", "al", "bin", "la", "le", "du", "ap", "da", "di"}
_NOT_NAMES = frozenset(
    """
    council county borough city district services service children children's education families family care
    social adult adults director leader member cabinet chief executive deputy officer inspector inspectors
    inspectorate ofsted cqc hmicfrs probation constabulary prisons schools school college police nhs icb trust
    board committee commission commissioner minister ministers secretary state government department office
    standards skills early help years learning development support safeguarding health partnership group party
    labour conservative conservatives liberal democrat democrats independent independents opposition the a an
    this that it he she they we i you but and or nor so in on at of for by with from to as when while after
    before then report reports letter news press release strategic corporate assistant interim regional senior
    principal lead head portfolio holder mayor councillor councillors cllr coun midlands january february march
    april june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday united kingdom england wales britain london people community scrutiny performance public human
    resources association union federation centre academy primary secondary junior infant society charity lords
    commons majesty majesty's his her my our their its rt hon national international authority unitary
    metropolitan royal local area send services' operations finance housing integrated clinical quality
    improvement inspection review judgement judgment grade rating overall speaking responding commenting
    headteacher spokesman spokeswoman spokesperson chair chairman chairwoman vice corporate parenting youth
    justice forum network alliance voice watch watchdog member's parents pupils families' however meanwhile
    today yesterday executives nurse constable superintendent both all one some many most last next former then-
    leader acting who what where why how if not no yes shadow whip speaker question answer reply minutes agenda
    item resolved appendix note notes annex learner learners student students tutor tutors teacher teachers apprentice
    apprentices mum mums dad dads mother mothers father fathers parent carer carers resident residents foster
    grandmother grandfather gran worker workers campaigner campaigners activist lib dem dems tory tories firefighter
    officials sources shopkeeper historian like unlike despite although though while whereas alongside beside because
    since without whether unless until
    """.split()
)
_COMPASS = {"north", "south", "east", "west", "greater", "upper", "lower", "st", "saint", "new", "isle"}
WORD = rule(r"[^\s]+")
_NAME_WORD = rule(
    r"[A-ZÀ-Þ](?:[a-zß-ÿ]+|[’'])(?:[A-Za-zÀ-ÿ]+|[’'\-](?=[A-Za-zÀ-ÿ]))*$|[A-ZÀ-Þ]\.?$|(?:[A-Z]\.){2,3}$"
    r"|[A-Z][a-z]+-[A-Z][a-z]+$|(?:Mc|Mac)[A-Z][a-z]+$"
)


def stretches(plain: str) -> list[tuple[int, str]]:
    """The stretches between commas, last six, with where each begins."""
    out: list[tuple[int, str]] = []
    at = 0
    for piece in plain.split(","):
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            out.append((at + lead, piece.strip()))
        at += len(piece) + 1
    return out[-6:]


@dataclass(frozen=True, slots=True)
class FoundName:
    start: int  # of the title or name within its part
    name: str
    title: str
    before: str  # words of the part before it


def _is_initial(tokens: list[re.Match[str]], token: re.Match[str], named: bool) -> bool:
    """The "A" of "Cllr A Lee" and of "A. Lee"."""
    at = tokens.index(token)
    return named and (
        token.group() == "A." or (token.group() == "A" and at > 0 and bool(TITLE.fullmatch(tokens[at - 1].group())))
    )


def name_at_end(part: str) -> FoundName | None:
    """A name at the end of ``part``."""
    if rules.match(r"(?:who|whose|which)\s", part):
        return None
    tokens = list(WORD.finditer(part))
    run: list[re.Match[str]] = []
    for token in reversed(tokens):
        word = token.group()
        if (word in _PARTICLES and run) or (
            _NAME_WORD.match(word)
            and (word.lower() not in _NOT_NAMES or _is_initial(tokens, token, bool(run)))
            and not word.endswith(("’s", "'s"))
            and not TITLE.fullmatch(word)
        ):
            run.append(token)
        else:
            break
        if len(run) == 4:
            break
    run.reverse()
    while run and run[0].group() in _PARTICLES:
        run.pop(0)
    if len(run) > 2 and (OFFICE.fullmatch(run[0].group()) or TRADE.fullmatch(run[0].group())):
        run.pop(0)  # "Treasurer Ann Lee", "Pensioner Ann Lee"
    if not run:
        return None
    i = tokens.index(run[0])
    title = ""
    start = run[0].start()
    if i > 1 and tokens[i - 1].group() == "Justice" and tokens[i - 2].group() in _JUDGES:
        start, title = tokens[i - 2].start(), tokens[i - 2].group()  # "Mr Justice Lee"
    elif (
        i
        and TITLE.fullmatch(tokens[i - 1].group())
        and not (
            i > 1
            and len(run) > 1
            and _COMMISSIONER.fullmatch(tokens[i - 1].group())
            and tokens[i - 2].group()[:1].isupper()
            and tokens[i - 2].group().lower() not in _RANK_BEFORE
        )
    ):
        j = i - 1
        while j and (TITLE.fullmatch(tokens[j - 1].group()) or tokens[j - 1].group().lower() in _RANK_BEFORE):
            j -= 1
        start, title = tokens[j].start(), part[tokens[j].start() : tokens[i - 1].end()]
    elif i:
        previous = tokens[i - 1].group()
        if len(previous) > 1 and previous.isupper() and not OFFICE.fullmatch(previous):
            return None  # the rest of an organisation's name
        if (i > 1 or previous != "And") and previous.lower() in (
            "of",
            "for",
            "and",
            "&",
            "in",
            "with",
            "to",
            "by",
            "from",
            "at",
            "on",
            "between",
            "about",
            "near",
        ):
            if len(run) < 3 or previous.lower() not in ("of", "for", "and", "&"):
                return None
            if run[-2].group() not in _PARTICLES:
                run = run[-2:]
            start = run[0].start()
    if not title and (len(run) < 2 or run[0].group().lower() in _COMPASS):
        return None
    name = part[run[0].start() : run[-1].end()]
    return FoundName(start, name, title, part[:start].rstrip())


def in_small_letters(words: str) -> str:
    """ "COUNCILLOR ANN LEE, LEADER" as it would stand in a sentence; words not all in capitals as they are."""
    if not words.isupper():
        return words
    name, comma, office = words.partition(",")
    return _A_WORD.sub(lambda m: m.group().capitalize(), name) + comma + office.lower()


def with_small_name(words: str) -> str:
    """ "campaigner ANN LEE": with the name at its end as a name is printed elsewhere, each letter in its place."""
    m = _IN_CAPITALS.search(words)
    if m is None:
        return words
    name = _A_WORD.sub(lambda w: w.group().capitalize(), m.group())
    return words[: m.start()] + name if is_name(name) else words


def with_small_names(words: str) -> str:
    """ "campaigner ANN LEE, who fosters": each such name before a comma as ``with_small_name`` has the last."""
    return _IN_CAPITALS_BEFORE.sub(lambda m: with_small_name(m.group()), words)


_A_WORD = re.compile(r"[^\W\d_]+(?:[’'](?=S\b)S)?")
_IN_CAPITALS_BEFORE = re.compile(r"(?<![\w’'-])[A-Z]{3,}(?:-[A-Z]{2,})?\s+(?:Mc)?[A-Z][A-Z’'-]{2,}(?=,)")
_IN_CAPITALS = re.compile(r"(?<![\w’'-])[A-Z]{3,}(?:-[A-Z]{2,})?\s+(?:Mc)?[A-Z][A-Z’'-]{2,}$")


def is_name(words: str) -> bool:
    """Could these capitalised words be a person's name, with or without a title?"""
    parts = [w for w in words.split() if not TITLE.fullmatch(w)]
    return (
        bool(parts)
        and all(w.lower() not in _NOT_NAMES and not w.endswith(("’s", "'s")) for w in parts)
        and ((len(parts) > 1 and parts[0].lower() not in _COMPASS) or len(parts) < len(words.split()))
    )
