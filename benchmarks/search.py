"""How long a search takes among ten thousand invented passages.

    python benchmarks/search.py [--passages 10000] [--rounds 40]

The questions are asked in turn, round after round, each time with other words; each is given in
milliseconds and as a ratio to the empty form of the same run.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

from invented import COMMON, invent, open_project, publish


def questions(counted: list[str], text: str, chance: random.Random) -> dict[str, dict[str, str]]:
    """One question of each kind; ``counted`` has all words, the commonest first."""
    words = text.split()
    at = chance.randrange(len(words) - 4)
    middling, rare = chance.choice(counted[100:400]), chance.choice(counted[3000:6000])
    return {
        "the commonest word": {"q": COMMON[0]},
        "a middling word": {"q": middling},
        "a rare word": {"q": rare},
        "two words": {"q": f"{middling} {chance.choice(counted[100:400])}"},
        "a phrase": {"q": '"' + " ".join(words[at : at + 3]) + '"'},
        "a prefix": {"q": f"{middling[:4]}*"},
        "a word, filtered by kind": {"q": middling, "kind": "passage"},
        "a word nobody wrote": {"q": "nonsuch"},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=40)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        open_project(Path(folder))
        texts = invent(chosen.passages)
        publish(texts)
        from django.test import Client

        client, chance = Client(SERVER_NAME="localhost"), random.Random(11)
        counts = Counter(word.strip(".").lower() for text in texts for word in text.split())
        counted = [word for word, _ in counts.most_common()]
        taken: dict[str, list[float]] = {}
        found: dict[str, int] = {}
        for _ in range(chosen.rounds + 2):
            asked = {"the empty form": {}} | questions(counted, chance.choice(texts), chance)
            for name, question in asked.items():
                began = time.perf_counter()
                answer = client.get(f"/search.json?{urlencode(question)}" if question else "/search/")
                taken.setdefault(name, []).append((time.perf_counter() - began) * 1000)
                if question:
                    found[name] = json.loads(answer.content)["count"]
    lightest = statistics.median(taken["the empty form"][2:])
    print(f"{chosen.passages} passages; the facets of every answer are counted too")
    print(f"{'':<30} {'found':>6} {'median ms':>9} {'95% under':>9} {'ratio':>6}")
    for name, times in taken.items():
        warm = times[2:]
        median, high = statistics.median(warm), statistics.quantiles(warm, n=20)[-1]
        print(f"{name:<30} {found.get(name, ''):>6} {median:>9.1f} {high:>9.1f} {median / lightest:>6.1f}")


if __name__ == "__main__":
    main()
