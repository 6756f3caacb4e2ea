"""How long a pasted quotation takes among ten thousand invented passages: word for word, altered, in none.

    python benchmarks/quote_check.py [--passages 10000] [--rounds 60]

The kinds are asked in turn, round after round, each time with other words, so that a slow moment of the
machine falls on all alike; each is given in milliseconds and as a ratio to the empty form of the same run.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from invented import invent, open_project, publish


def quotations(texts: list[str], chance: random.Random) -> dict[str, tuple[str, str]]:
    """One question of each kind, with the verdict it must get."""
    text = chance.choice(texts)
    words = text.replace("\n\n", " ").split()
    at = chance.randrange(len(words) - 320)
    sentence, long = words[at : at + 18], words[at : at + 300]
    longest = " ".join(long)[:1980].rsplit(" ", 1)[0]
    changed = [*sentence[:7], "nonsuch", *sentence[8:]]
    of_long = longest.split()
    of_long[len(of_long) // 2] = "nonsuch"
    shuffled = [chance.choice(words)[::-1] + "q" for _ in range(18)]
    common = chance.sample(words, 18)
    return {
        "word for word, 18 words": (" ".join(sentence), "exact"),
        "word for word, 2,000 characters": (longest, "exact"),
        "with an ellipsis": (" ".join(sentence[:6]) + " \u2026 " + " ".join(sentence[10:]), "exact"),
        "one word changed, of 18": (" ".join(changed), "altered"),
        "one word changed, 2,000 characters": (" ".join(of_long), "altered"),
        "in no text, its words unknown": (" ".join(shuffled), "absent"),
        "in no text, its words known": (" ".join(common), "absent"),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=60)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        open_project(Path(folder))
        texts = invent(chosen.passages)
        started = time.perf_counter()
        publish(texts)
        size = Path(folder, "record.sqlite3").stat().st_size / 1e6
        print(f"{chosen.passages} passages published in {time.perf_counter() - started:.1f} s, {size:.0f} MB")
        from django.test import Client

        client, chance = Client(SERVER_NAME="localhost"), random.Random(11)
        taken: dict[str, list[float]] = {}
        for _ in range(chosen.rounds + 2):
            asked = {"the empty form": ("", "")} | quotations(texts, chance)
            for name, (words, verdict) in asked.items():
                address = f"/quote-check.json?{urlencode({'q': words})}" if words else "/quote-check/"
                began = time.perf_counter()
                answer = client.get(address)
                taken.setdefault(name, []).append((time.perf_counter() - began) * 1000)
                if words and json.loads(answer.content)["verdict"] != verdict:
                    raise SystemExit(f"{name}: {json.loads(answer.content)['verdict']} for {words!r}")
    lightest = statistics.median(taken["the empty form"][2:])
    print(f"{'':<40} {'median ms':>9} {'95% under':>9} {'ratio':>6}")
    for name, times in taken.items():
        warm = times[2:]
        median, high = statistics.median(warm), statistics.quantiles(warm, n=20)[-1]
        print(f"{name:<40} {median:>9.1f} {high:>9.1f} {median / lightest:>6.1f}")


if __name__ == "__main__":
    main()
