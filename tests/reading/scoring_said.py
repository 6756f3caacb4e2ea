"""What is quoted in a made text, held against who said it."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading import read
from inspections.reading.facts import Held, StatementFact, Unreadable
from tests.reading.expected import words
from tests.reading.forms_said import Spoken, Words
from tests.reading.scoring_speech import same_organisation, same_person, same_role

# the share of each group that must be read whole
SPOKEN = {
    "said before": 0.9, "said behind": 0.85, "said in the middle": 0.85, "without a verb": 0.85,
    "introduced before": 0.85, "the same again": 0.85, "of paragraphs": 0.95, "of the report": 0.95,
    "words in a sentence": 0.85, "bodies and others": 0.95, "two speakers": 0.9, "within others' words": 0.95,
    "nobody's": 1, "of something else": 0.9, "without marks": 1, "of two together": 0.9, "of odd marks": 0.85,
    "said before (2)": 0.85, "said behind (2)": 0.85, "said in the middle (2)": 0.85, "without a verb (2)": 0.85,
    "introduced before (2)": 0.8, "the same again (2)": 0.8, "of the report (2)": 0.9,
    "words in a sentence (2)": 0.9, "bodies and others (2)": 0.95, "two speakers (2)": 0.85,
    "within others' words (2)": 0.85, "nobody's (2)": 1, "of something else (2)": 0.7, "of odd marks (2)": 0.85,
    "pages of papers": 0.8, "pages of press offices": 0.95, "other pages": 0.95, "others beside": 0.9,
}  # fmt: skip


def judged(told: Spoken, catalogue: Catalogue) -> tuple[str, str]:
    """ "right" when all words are read with all that is told of them, "wrong" when anything else is, else "missed";
    and why."""
    held = Held("made.txt", "text/plain", "0" * 64, told.text + "\n")
    try:
        statements = read(held, catalogue).statements
    except Unreadable:
        return ("missed", "unreadable") if told.words else ("right", "")
    left, lacking = list(told.words), []
    for each in statements:
        if not each.in_quotation_marks:
            continue
        for span in each.words.spans:
            said = words(span.of(held.text))
            meant = next((w for w in left if words(w.words) == said), None)
            if meant is None:
                return "wrong", f"not quoted: {span.of(held.text)!r} by {each.speaker or each.organisation}"
            left.remove(meant)
            if false := _false(meant, each):
                return "wrong", false
            lacking.append(_lacking(meant, each))
    lacking += [f"words: {w.words}" for w in left if not w.optional]
    lacking = [each for each in lacking if each]
    return ("missed", "; ".join(lacking)) if lacking else ("right", "")


def _false(told: Words, read: StatementFact) -> str:
    voice = told.voice
    if voice.kind == "inspector":  # speaks for the inspectorate, and is not named
        return f"speaker: {read.speaker}" if read.speaker or read.attributed_to == "unstated" else ""
    if voice.kind in ("unknown", "nobody named"):  # whoever it is, it is nobody whose name the form has
        return f"speaker: {read.speaker}" if read.speaker and voice.kind == "nobody named" else ""
    report = voice.kind == "report"
    if report and read.attributed_to == "organisation" and (read.organisation or "").startswith(("Ofsted", "insp")):
        return ""
    if read.attributed_to not in (voice.kind, "unstated"):
        return f"kind: {read.attributed_to} {read.speaker} {read.organisation}"
    if read.speaker and not (voice.name and same_person(voice.name, read.speaker)):
        return f"speaker: {read.speaker}"
    if read.role and voice.role and not same_role(voice.role, read.role):
        return f"role: {read.role}"
    if read.organisation and voice.organisation and not same_organisation(voice.organisation, read.organisation):
        return f"organisation: {read.organisation}"
    if read.about and not told.of_inspection:
        return "about an inspection"
    return ""


def _lacking(told: Words, read: StatementFact) -> str:
    if told.optional:
        return ""
    if read.attributed_to == "unstated" or (told.voice.name and not read.speaker):
        return "speaker"
    if told.voice.role and not read.role:
        return "role"
    if told.voice.kind == "person" and told.voice.role and not read.organisation:
        return "organisation"
    return "" if read.about or not told.of_inspection else "about"
