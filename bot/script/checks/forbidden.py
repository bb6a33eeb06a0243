"""What the bot never says, by language, and why. Every list has the same headings.

Sources: method C0 (copy), safety D3.6 (verdicts), D10 (claims), D11 (pressure), D12 (the
first line). A language gets a list with its first translation; the lists are for whoever
knows that language to extend.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

Patterns = Mapping[str, re.Pattern[str]]  # reason → what is not said


def _words(**reasons: str) -> Patterns:
    """Patterns by reason. In a reason's name, "_" stands for a space."""
    found = {why.replace("_", " "): re.compile(text) for why, text in reasons.items()}
    return MappingProxyType(found)


EVERYWHERE: Mapping[str, Patterns] = MappingProxyType(
    {
        "en": _words(
            names_what_people_are_to_each_other=(
                r"(?i)\b(partner|couple|spouse|husband|wife|wives|boyfriend|girlfriend)s?\b"
            ),
            puts_pressure=(
                r"(?i)\b(streaks?|leaderboards?|badges?|high ?scores?|level(l?ed)? up|you missed"
                r"|(is|are) waiting|waiting for (you|them|x))\b"
            ),
            makes_a_claim=(
                r"(?i)\b(treats?|reduces?|cures?|heals?|relieves?|prevents?|diagnoses?"
                r"|improves?)\b[^.!?]*\b(anxiety|depression|trauma|stress|symptoms?|disorders?"
                r"|illness(es)?|conditions?|relationships?)\b|(?i:clinically|scientifically) proven"
            ),
            is_a_verdict=r"(?i)\b(gaslight\w*|narcissis\w*|toxic|avoidant|codependent|abuser)\b",
            praises_depth=r"(?i)\b(so|how|very) (brave|deep|vulnerable)\b|\bproud of you\b",
        ),
        "de": _words(
            names_what_people_are_to_each_other=(
                r"\b(Partner(in(nen)?|s)?|Paar(e|es)?|Ehe(mann|frau|partner\w*|leute)|Gatt(e|in))\b"
            ),
            puts_pressure=r"(?i)\b(wartet auf dich|warten auf dich|verpasst|bestenliste)\b",
            makes_a_claim=(
                r"(?i)\b(behandelt|lindert|heilt|verringert|verbessert)\b[^.!?]*"
                r"\b(angst|ängste|depression\w*|trauma\w*|stress|symptome?|beziehung\w*)\b"
            ),
            is_a_verdict=r"(?i)\b(gaslight\w*|narzis\w*|toxisch\w*|ko-?abhängig\w*)\b",
            praises_depth=r"(?i)\b(so|wie|sehr) (mutig|tapfer)\b|\bstolz auf dich\b",
        ),
    }
)

CLAIM = "makes a claim"
DENIES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {  # a sentence that denies makes no claim: "it does not treat any condition"
        "en": re.compile(r"(?i)\b(not|never|no)\b|n['\u2019]t\b"),
        "de": re.compile(r"(?i)\b(nicht|nie|kein\w*)\b"),
    }
)

PRETENDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {  # said by the bot; people may say it of themselves, in choices, cards and quotations
        "en": re.compile(
            r"(?i)\bI(\u2019m|'m| am| was)? (really |so )?"
            r"(feel|felt|understand|care|sorry|proud|worried|happy|glad|know how|hear you)\b"
        ),
        "de": re.compile(r"(?i)\bich (fühle|verstehe|sorge mich|bin (stolz|froh|traurig))\b"),
    }
)

INDISCREET: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {  # in the first line that a lock screen shows
        "en": re.compile(
            r"(?i)\b(shar(e|es|ed|ing)|relationships?|feedback|feel(s|ings?)?|felt|emotion\w*"
            r"|safe(ty)?|therap\w*|exercises?|answer\w*|rating\w*)\b"
        ),
        "de": re.compile(
            r"(?i)\b(teil(st|en|e|t)|beziehung\w*|feedback|rückmeldung\w*|gefühl\w*|fühl\w*"
            r"|sicher\w*|therap\w*|übung\w*|antwort\w*)\b"
        ),
    }
)
