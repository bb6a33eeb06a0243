"""The section [discord] of the settings, and the token, which is never among them."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from bot.errors import BadConfig

ENVIRONMENT = "HANDRAIL_DISCORD_TOKEN"


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the operator set."""

    token_file: str = ""
    channel: str = ""  # the id of a channel for private threads; "" for none

    @property
    def channel_id(self) -> int:
        """The channel as a number; 0 for none."""
        return int(self.channel or 0)


def read(given: Mapping[str, object]) -> Options:
    """The options. Raises `BadConfig` where they are none."""
    try:
        options = msgspec.convert(dict(given), Options)
    except msgspec.ValidationError as no:
        raise BadConfig(f"[discord] {no}") from no
    if options.channel and not (options.channel.isascii() and options.channel.isdecimal()):
        raise BadConfig("discord.channel is the number that Copy Channel ID gives, in quotes.")
    return options


def token(options: Options, environment: Mapping[str, str]) -> str:
    """The bot's token: of the environment, else of the file. Raises `BadConfig` without one."""
    if found := environment.get(ENVIRONMENT, "").strip():
        return found
    if not options.token_file:
        raise BadConfig(f"There is no token for Discord: set discord.token_file or {ENVIRONMENT}.")
    try:
        found = Path(options.token_file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as no:
        raise BadConfig(f"discord.token_file cannot be read: {options.token_file}.") from no
    if not found:
        raise BadConfig(f"discord.token_file is empty: {options.token_file}.")
    return found
