"""The help lines that ship: dated, sourced, and looked at again before they are old."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from bot.care.lines.book import FILE, shipped
from bot.care.lines.choosing import AHEAD
from bot.model.helpline import Helpline
from bot.text import places
from bot.text.typed import clean

LINES = shipped().lines
PLACE = f"bot/care/lines/{FILE}"


def test_the_shipped_file_has_no_mistakes() -> None:
    """Dates, sources and names among them: an entry without is a mistake."""
    assert shipped().mistakes == ()
    assert LINES


def test_every_country_of_the_list_is_one_that_people_can_name() -> None:
    assert [line.name for line in LINES if places.country(line.country) != line.country] == []


def test_every_country_of_the_list_has_an_emergency_number() -> None:
    with_number = {line.country for line in LINES if "emergency" in line.topics}
    assert {line.country for line in LINES} - with_number == set()


def test_every_entry_has_two_sources_and_says_how_old_they_are() -> None:
    assert [line.name for line in LINES if len(line.source_urls) < 2 or not line.seen_on] == []


def test_what_people_read_holds_nothing_that_cannot_be_seen() -> None:
    said = [text for line in LINES for text in (line.name, line.hours, line.phone, line.sms)]
    assert [text for text in said if clean(text) != text] == []


def test_no_entry_was_checked_on_a_day_that_has_not_come_yet() -> None:
    ahead = _named(line for line in LINES if line.verified_on > _today() + AHEAD)
    assert not ahead, f"mend verified_on in {PLACE}, or the clock of this machine: {ahead}"


def test_no_entry_has_expired() -> None:
    """By the clock on the wall, on purpose: what nobody looks at for 180 days must stop us."""
    expired = _named(line for line in LINES if _today() >= line.expires_on)
    assert not expired, (
        f"{len(expired)} help lines have expired and are not shown any more. Compare each with "
        "the line's own site (docs/help-lines.md says how), then set its verified_on and "
        f"verified_by in {PLACE}, or take it out: {expired}"
    )


def _named(lines: Iterable[Helpline]) -> list[str]:
    return [f"{line.country} {line.name} ({line.verified_on})" for line in lines]


def _today() -> date:
    return datetime.now(UTC).date()
