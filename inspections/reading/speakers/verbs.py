"""Verbs of saying, and the words around them that say who does not speak."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.inspectorates import naming_rule
from inspections.reading.people.roles import OFFICE, PRIVATE
from inspections.reading.rules import rule

SURE_VERBS = (
    r"(?:wished|asked\s+for|wanted)\s+it\s+(?:to\s+be\s+)?(?:minuted|recorded|noted|known)|said|says|say|saying|added|adds|add|commented|comments|explained|explains|stated|states|(?<!ry\sof\s)(?<!es\sof\s)state|responded"
    r"|responds|replied|replies|continued|continues|insisted|insists|admitted|admits|admit|warned|warns|warn|wrote"
    r"|writes|write"
    r"|written|concluded|concludes|conclude|remarked|remarks|told|tells|tell|acknowledged|acknowledges|confirmed"
    r"|confirms|stressed|stresses|asked|asks|ask|answered|answers|agreed|agrees|argued|argues|claimed|claims|claim"
    r"|declared|pointed\s+out|points\s+out|went\s+on|goes\s+on|puts?\s+it|joked"
    r"|conceded|concedes|urged|promised|pledged|vowed|quipped|recalled|reflected|emphasised|emphasises|maintained"
    r"|advised|advises|undertook|outlined|noted\s+that|fumed|raged|stormed|thundered|snapped|sighed|shrugged|grumbled|moaned|mused|retorted|countered|shot\s+back|hit\s+back"
    r"|chipped\s+in|enthused|exclaimed|reiterated|echoed|affirmed|asserted|contended|cautioned|lamented|pleaded|begged|vows|insisting"
    r"|suggested|suggests|predicted|predicts|joked|jokes|laughed|beamed|wondered|ventured|volunteered|hit\s+out"
    r"|reckons|reckoned|whispers|whispered|mutters|muttered|murmured|deadpans|deadpanned|boasted|bragged|opined|muses|grumbles|quips|recalls|reflects|fumes|objected"
    r"|announced|shouted|shouts|cried|yelled|roared|concurred|concurs|thanks|thank|protested|complained|accepted|thanked|summed\s+up|sums\s+up|put\s+it\s+like\s+this|tweeted|posted|e-?mailed|texted|remarks"
)
OTHER_VERBS = (
    r"found|finds|find|noted|notes|note|reported|reports|report|describes|described|describe|observed|observes"
    r"|praised|praises|praise|highlighted|highlights|highlight|recognised|recognises|recognise|reads|read|calls"
    r"|called|call"
    r"|judged|judges|saw|see|identified|identifies|criticised|criticises|heard|heads|left|welcomed|speaks\s+of"
    r"|spoke\s+of|spoken\s+of|speak\s+of|talks\s+of|talked\s+of|refers\s+to|referred\s+to|points\s+to|pointed\s+to|felt|feel"
    r"|feels|commended|commends|cited|cites|records|recorded|lists|listed"
    r"|considers|considered|believes|believed|complimented|complained|quotes|quoted|ends|ended|opens|opened|began"
    r"|begins|saying|sets\s+out|labelled|branded|dubbed|singled\s+out|thought|think|credits|credited|contains"
    r"|contained|reveals|revealed|includes|included|speaks|spoke|commenting|wants|want|wanted|expects|expect"
    r"|recommends|recommended|recommend|commend|criticise|identify|conclude|observe|cite|record|welcome|warning|stating|adding|praising|noting|describing|calling|finding|accused"
    r"|mentions|mentioned|mention|applauds|applauded|underlines|underlined|pays\s+tribute\s+to|paid\s+tribute\s+to"
    r"|picks\s+out|picked\s+out|spells\s+out|spelled\s+out|hails|laments|speaks\s+about|spoke\s+about|talks\s+about|talked\s+about"
    r"|warns\s+of|complains\s+of|congratulates|congratulated|regrets|regretted"
    r"|accuses|likened|compared|attacked|condemned|hailed|slammed|blamed|dismissed|denounced|blasted"
)
SAYING = rule(rf"\b(?:(?P<strong>{SURE_VERBS})|(?P<weak>{OTHER_VERBS}))\b", re.I)
# “Three years,” shrugs Ann Lee: what somebody does with their words, where they are named right after it
GESTURES = r"(?:shrug|grin|smile|chuckle|laugh|sigh|beam|growl|gasp|groan|nod|smirk|bark)(?:s|ned|led|ed|d)?"
VERB_FIRST = rule(rf"^\s*[,.]?\s*(?P<verb>{SURE_VERBS}|{OTHER_VERBS}|{GESTURES})\s+(?=\S)", re.I)
NEVER_AFTER = rule(
    r"\b(?:to|the|a|an|its|their|this|that|his|her|will|would|could|can|(?-i:may)|might|should|must|not|n[’']t)\s*$",
    re.I,
)
FEELING = rule(r"felt|feel|feels|believed?|believes|thought|think|considered|considers", re.I)
# what sees a child does not speak; what "saw “a service in decline”" does
SEEING = re.compile(
    r"(?:see|sees|saw|heard|want|wants|wanted|expects?|expected|left|heads|thinks?|includes?|included|read|feel)\b",
    re.I,
)
NOT_OF_WORDS = re.compile(
    r"\s+(?!that\b|how\b|what\b|no\b|of\b|from\b)[^,;:“”\"]*(?:,|\s(?:as|and|but|when|if|because)\s)[^“”\"]*$"
)
BODY_WORDS = naming_rule(
    r"\b(?:inspectors?|@inspectorate|inspectorates?|watchdogs?|reviewers?|reports?|letters?|regulators?"
    r"|inspection\s+team)\b",
    re.I,
)


ACCORDING = rule(r"\b(?:according\s+to|in\s+the\s+(?:words|view|eyes|opinion)\s+of)\b", re.I)


def other_speaker(tail: str) -> bool:
    if ACCORDING.search(tail) is not None:
        return True
    return (bool(SAYING.search(tail)) and bool(rules.search(r"\b[A-Z]\w+\s+[A-Z]\w+", tail))) or bool(
        PRIVATE.search(tail) and SAYING.search(tail)
    )


# whoever reads out the report, or quotes it, says its words
READ_OUT = naming_rule(
    r"(?:read|reads|quoted|quotes|quoting|cited|cites|reading|recited|recites)\s+(?:aloud\s+|out\s+)?(?:from\s+)?"
    r"(?:[\w’'\-]+\s+){0,5}?(?:reports?|letters?|inspectors?[’']?|findings|@inspectorate(?:[’']s)?|inspectorate)\b",
    re.I,
)
VERB_ALONE = rule(rf"[\s–—)(,-]*(?:also\s+|then\s+)?(?:{SURE_VERBS}|{OTHER_VERBS})(?:\s+that)?[\s:,]*", re.I)
# what is described, called or told does not speak; who describes it stands after "by"
PASSIVE = rule(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+|also\s+|then\s+|once\s+|even\s+|now\s+)?$", re.I
)


def someone(tail: str) -> bool:
    return bool(OFFICE.search(tail) or PRIVATE.search(tail)) and bool(SAYING.search(tail))
