"""A second look at what an operator is told, and at a start in bad weather."""

import pytest

from adapters.discord import checking, options
from bot.errors import BadConfig


@pytest.mark.parametrize("channel", ["#quiet", "https://discord.com/channels/1/2", "½"])
async def test_a_channel_that_is_no_number_is_said_in_a_sentence(channel: str) -> None:
    """By the doctor, too: it promised to raise nothing."""
    with pytest.raises(BadConfig, match="Copy Channel ID"):
        options.read({"token_file": "token", "channel": channel})
    (remark,) = await checking.check({"token_file": "token", "channel": channel}, {})
    assert (remark.mend, "Copy Channel ID" in remark.sentence) == (True, True)
