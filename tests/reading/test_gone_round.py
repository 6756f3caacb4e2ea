"""Sentences that name nothing are gone round, and nothing that is read hangs on it."""

from __future__ import annotations

import pytest

from inspections.reading import prose, read, sources
from tests.reading.expected import cases

FAMILIES = ("made", "unseen")


@pytest.mark.parametrize("case", [case for family in FAMILIES for case in cases(family)], ids=lambda case: case.id)
def test_a_sentence_that_names_nothing_is_gone_round_without_loss(case, catalogue, monkeypatch):
    held = sources.hold(case.path)
    sooner = read(held, catalogue)
    monkeypatch.setattr(prose, "may_be_in_order", lambda signs: True)  # so that none is gone round
    assert read(held, catalogue) == sooner
