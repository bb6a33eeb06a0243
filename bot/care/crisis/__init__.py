"""The crisis lexicon: what somebody may write who is in danger, or whom somebody is (safety D4)."""

from bot.care.crisis.lexicon import Tier, covers, heard, languages

__all__ = ["Tier", "covers", "heard", "languages"]
