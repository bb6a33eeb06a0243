"""`handrail lexicon`: how much of what it should hear is heard, by the labelled phrases.

The phrases are made up. Most were at hand while the lexicon was written ("tuned"), the others
were held back and say more ("held"). An innocent phrase that is asked about costs one
tap; more it cannot cost, since the same words then go on (safety D4.3, D4.9).
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Annotated

import msgspec
import typer

from bot.care import carrying, crisis, labelled
from bot.care.crisis import Tier

HALVES = ("tuned", "held")
Phrases = Mapping[str, Sequence[str]]  # label → phrases
TIERS = tuple(tier.value for tier in Tier)


def phrases(half: str, locale: str = "en") -> Phrases:
    """The labelled phrases of one half: of every tier, innocent, threat, insult and fair."""
    file = resources.files(labelled) / f"{locale}_{half}.toml"
    return msgspec.toml.decode(file.read_bytes(), type=dict[str, list[str]])


def asked(said: Sequence[str], locale: str = "en") -> float:
    """The share of phrases that any question is asked about."""
    return sum(crisis.heard(one, locale) is not None for one in said) / len(said)


def asked_rightly(said: Sequence[str], tier: str, locale: str = "en") -> float:
    """The share of phrases that are met with the question of their own tier.

    Plain and veiled words have one question between them.
    """
    same = {"self", "veiled"} if tier in {"self", "veiled"} else {tier}
    return sum(crisis.heard(one, locale) in same for one in said) / len(said)


def table(half: str, locale: str = "en") -> Iterator[str]:
    """The figures of one half, a line each."""
    known = phrases(half, locale)
    yield f"{half:<10}{'phrases':>8}{'asked':>9}{'rightly':>9}"
    for tier in TIERS:
        some = known[tier]
        share = f"{asked(some, locale):9.3f}{asked_rightly(some, tier, locale):9.3f}"
        yield f"  {tier:<8}{len(some):>8}{share}"
    yield f"  {'innocent':<8}{len(known['innocent']):>8}{asked(known['innocent'], locale):9.3f}"
    yield ""
    yield f"{'':<10}{'phrases':>8}{'refused':>9}{'marked':>9}"
    for label in ("threat", "insult", "fair"):
        some = known[label]
        refused = sum(carrying.threat(one, locale) for one in some) / len(some)
        marked = sum(carrying.insult(one, locale) for one in some) / len(some)
        yield f"  {label:<8}{len(some):>8}{refused:9.3f}{marked:9.3f}"


def lexicon(locale: Annotated[str, typer.Option(help="The language.")] = "en") -> None:
    """Print how many of the labelled phrases are heard, of every kind and of the innocent ones."""
    for half in HALVES:
        typer.echo("\n".join(table(half, locale)) + "\n")
