"""How many made texts of each group of forms are read whole, and the forms that are not.

    python benchmarks/forms.py [--number 200] [--seed 1]

Ratios of one run: right, missed and wrong of the texts of each group (tests/reading/forms.py and forms_pages.py make
them, filled.py those of lists, and forms_said.py those with quotations, two of each form).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from inspections.catalogue import load
from tests.reading import scoring_filled, scoring_forms
from tests.reading.filled import filled
from tests.reading.forms import texts
from tests.reading.forms_pages import pages
from tests.reading.forms_said import spoken
from tests.reading.scoring_said import judged


def main() -> None:
    """Print a table of the groups, then the forms that are missed more often than read, then every wrong text."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--number", type=int, default=200, help="texts of each group")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    catalogue = load()
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    made_here = chain(texts(chosen.seed, chosen.number), pages(chosen.seed, chosen.number))
    made = ((each, scoring_forms.verdict(each, catalogue)) for each in made_here)
    made_of_lists = ((each, scoring_filled.verdict(each, catalogue)) for each in filled(chosen.seed, chosen.number))
    for each, verdict in chain(made, made_of_lists):
        found = verdict.partition(":")[0]
        groups[each.group][found] += 1
        forms[each.form][found] += 1
        if found == "wrong":
            wrong.append(f"{verdict.removeprefix('wrong: ')}\n{each.text}")
    for said in spoken(chosen.seed, 2):
        found, why = judged(said, catalogue)
        groups[said.group][found] += 1
        forms[said.form][found] += 1
        if found == "wrong":
            wrong.append(f"{said.text} ({why})")
    print(f"{'group':44}{'texts':>8}{'right':>8}{'missed':>8}{'wrong':>8}")
    for group, counted in groups.items():
        print(f"{group:44}{counted.total():8}{counted['right']:8}{counted['missed']:8}{counted['wrong']:8}")
    print("\nmissed more often than read:")
    for form, counted in sorted(forms.items(), key=lambda entry: -entry[1]["missed"]):
        if counted["missed"] > counted["right"]:
            print(f"  {counted['missed']:4} of {counted.total():4}  {form}")
    for text in wrong:
        print(f"\nWRONG: {text}")


if __name__ == "__main__":
    main()
