"""Help lines through the whole bot: chosen when they are handed over, and never in its way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from structlog.testing import capture_logs

from bot.app import App
from bot.model.event import Event
from bot.model.message import Helplines, Line, Message
from bot.model.world import Turn, World
from tests.lines.entries import GOOD
from tests.runtime.house import met, running

DAY = timedelta(days=1)
CHECKED = datetime(2026, 11, 22, 12, tzinfo=UTC)


async def post(app: App, country: str) -> None:
    """Help lines for ari, who is in that country, are put into the outbox."""

    def decide(world: World, event: Event) -> Turn:
        ari = msgspec.structs.replace(world.people[event.person], country=country)
        block = Line(words=".lines-block", args={"lines": Helplines(topics=("suicide",))})
        note = Message(key="lines", kind="note", to=ari.id, lines=(block,))
        return Turn(people=(ari,), messages=(note,))

    event = met("ari")
    who = app.store.keys.person_id(event.account) if event.account else event.person
    await app.store.take([msgspec.structs.replace(event, person=who)], decide)


async def shown(data: Path, *, country: str = "DE", days: int = 0) -> str:
    """What ari reads, so many days after the lines were checked."""
    async with running(data) as (app, platform, clock):
        clock.at = CHECKED
        await post(app, country)
        clock.advance(days * DAY)
        await app.scheduler.settle()
        (text,) = platform.texts()
        return text


async def test_the_operators_file_in_the_data_folder_is_shown(tmp_path: Path) -> None:
    (tmp_path / "helplines.toml").write_text(GOOD, encoding="utf-8")
    assert "Hilfe\nCall: 116 123" in await shown(tmp_path)


async def test_a_line_that_expired_while_a_message_waited_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "helplines.toml").write_text(GOOD, encoding="utf-8")
    text = await shown(tmp_path, days=180)
    assert "116 123" not in text
    assert "findahelpline.com" in text


async def test_without_a_country_the_directory_is_shown(tmp_path: Path) -> None:
    text = await shown(tmp_path, country="")
    assert "Call:" not in text
    assert "findahelpline.com" in text


async def test_a_broken_file_costs_nobody_an_answer_and_the_operator_is_told(
    tmp_path: Path,
) -> None:
    (tmp_path / "helplines.toml").write_text("[[line", encoding="utf-8")
    with capture_logs() as told:
        text = await shown(tmp_path)
    assert [line["count"] for line in told if line["event"] == "help-lines"] == [1]
    assert "TelefonSeelsorge" in text
