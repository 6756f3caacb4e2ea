"""The catalogue's names of inspectorates, services and settings, ready to be found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.catalogue import Catalogue
from inspections.reading.lexicon import Lexicon


@dataclass
class Lexicons:
    """The catalogue's names, ready to be found; built once for each catalogue."""

    inspectorates: Lexicon[str]
    services: Lexicon[str]
    settings: Lexicon[str]


_HELD: dict[int, tuple[Catalogue, Lexicons]] = {}


def lexicons(catalogue: Catalogue) -> Lexicons:
    held = _HELD.get(id(catalogue))
    if held is None:
        kinds = catalogue.services.values()
        made = Lexicons(
            Lexicon((n, i.slug) for i in catalogue.inspectorates.values() for n in (i.name, i.short, *i.names)),
            Lexicon((n, s.slug) for s in kinds if not s.setting for n in (s.name, *s.names)),
            Lexicon(
                [(n, s.slug) for s in kinds if s.setting for n in (s.name, *s.names)]
                + [(w, "setting") for w in _SETTINGS]
            ),
        )
        held = _HELD[id(catalogue)] = (catalogue, made)
    return held[1]


_SETTINGS = (
    "school",
    "schools",
    "academy",
    "academies",
    "primary",
    "secondary",
    "primaries",
    "secondaries",
    "nursery",
    "nurseries",
    "college",
    "colleges",
    "children's home",
    "children's homes",
    "care home",
    "care homes",
    "childminder",
    "childminders",
    "children's centre",
    "children's centres",
    "pupil referral unit",
    "pupil referral units",
    "sixth form",
    "sixth forms",
    "care provider",
    "care providers",
    "training provider",
    "training providers",
    "universities",
    "university",
    "prison",
    "prisons",
    "hospital",
    "hospitals",
    "settings",
    "setting",
    "pre-school",
    "pre-schools",
    "preschool",
    "preschools",
    "multi academy trust",
    "multi-academy trust",
    "headteacher",
    "pupils",
    "homes",
    "sixth school",
    "childcare",
    "early years",
    "home care agency",
    "residential home",
    "shared lives scheme",
    "shared lives schemes",
    "shared lives service",
    "home care agencies",
    "home care service",
    "home care services",
    "homecare agency",
    "homecare service",
    "homecare services",
    "domiciliary care service",
    "domiciliary care services",
    "domiciliary care agency",
    "day centre",
    "day centres",
    "respite centre",
    "respite unit",
    "nursing home",
    "nursing homes",
    "short breaks home",
    "police force",
    "constabulary",
    "hospital trust",
    "nhs trust",
    "foundation trust",
    "young offender institution",
    "probation services",
    "probation in",
    "probation service",
    "probation delivery unit",
    "fostering households",
    "secure training centre",
    "hospice",
    "hospices",
    "secure centre",
    "secure centres",
    "secure unit",
    "secure units",
)
