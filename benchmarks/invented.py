"""A record of invented texts for measuring: so many passages, the same words every time."""

from __future__ import annotations

import hashlib
import os
import random
import sys
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SYLLABLES = "ba co di fe gu ha jo ki lu me no pi qua re su ta ve wo xi yo za bri cle dro fla gri pro ste tru".split()
COMMON = "the of and to a in that is for with are not on their they have from by which all children".split()
PER_SOURCE = 50


def open_project(folder: Path) -> None:
    """Django on a record of its own in this folder, without the page cache."""
    os.environ |= {
        "DATABASE_URL": f"sqlite:///{folder}/record.sqlite3", "PAGE_CACHE": "off", "DEBUG": "false",
        "DJANGO_SETTINGS_MODULE": "inspections.settings",
    }  # fmt: skip
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.conf import settings

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STATIC_ROOT = None
    settings.WHITENOISE_USE_FINDERS = True


def invent(passages: int, seed: int = 7) -> list[str]:
    """Texts of fifty passages of some sixty words each, with the few common and many rare words of English."""
    chance = random.Random(seed)
    rare = list(dict.fromkeys("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(9000)))
    words = [*COMMON, *rare]
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(words))))
    texts = []
    for _ in range(passages // PER_SOURCE):
        paragraphs = []
        for _ in range(PER_SOURCE):
            sentences = []
            for _ in range(4):
                said = chance.choices(words, cum_weights=weights, k=chance.randint(11, 19))
                sentences.append(" ".join(said).capitalize() + ".")
            paragraphs.append(" ".join(sentences))
        texts.append("\n\n".join(paragraphs))
    return texts


def publish(texts: list[str]) -> None:
    """One edition of these texts as sources."""
    from inspections.catalogue import load
    from inspections.reading.facts import Held, Passage, Reading, Sidecar, Words
    from inspections.recording.loading import record_readings
    from inspections.text import Span

    readings = []
    for number, text in enumerate(texts):
        held = Held(
            f"invented_{number:04}.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest(), text,
            Sidecar(publisher="Invented Publisher", publisher_kind="inspectorate"),
        )  # fmt: skip
        found, at = [], 0
        for paragraph in text.split("\n\n"):
            found.append(Passage(Span(at, at + len(paragraph))))
            at += len(paragraph) + 2
        title = Words((Span(0, text.index(" ")),))
        readings.append(Reading(held, "report", "inspection report", title, None, (), (), tuple(found)))
    record_readings(readings, [], load())
