"""What an inspection is called: whom, what, which kind, when; never a grade."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.recording.merging import Merged
from inspections.wording import join_in_words, kind_in_words, service_in_words, when_in_words

MOST_NAMES = 3


def title_inspection(merged: Merged, catalogue: Catalogue) -> str:
    """ "Stoke-on-Trent: adult learning, monitoring visit, January 2020"; a provider stands under its own name."""
    return f"{whom(merged, catalogue)}: {what(merged, catalogue)}, {when(merged)}"


def whom(merged: Merged, catalogue: Catalogue) -> str:
    names = [catalogue.authorities[slug].name for slug in merged.authorities]
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    return join_in_words(names) or "Authority not stated"


def what(merged: Merged, catalogue: Catalogue) -> str:
    service = _within_a_sentence(service_in_words(merged.service_kind, catalogue))
    return f"{merged.provider.name if merged.provider else service}, {kind_in_words(merged.kind)}"


def when(merged: Merged) -> str:
    if merged.inspected:
        return when_in_words(merged.inspected.edtf)
    if merged.published:
        return f"published {when_in_words(merged.published.edtf)}"
    return "date not stated"


def _within_a_sentence(name: str) -> str:
    """ "Adult learning" -> "adult learning"; "SEND" stays."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
