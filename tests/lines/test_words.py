"""Help lines in words: what somebody reads, with a list and without."""

from datetime import timedelta

import pytest

from bot.care.lines import book as lines
from bot.care.lines.choosing import WEIGHT, offer
from bot.care.lines.reading import Reading
from bot.model.helpline import Helpline, Topic
from bot.model.message import Helplines, Line, Message
from bot.model.person import Account, Person, PersonId
from bot.text.words import Words
from tests.lines.entries import TODAY, book, line, unchecked

SHIPPED = lines.bind(lines.shipped(), Reading())
NEWEST = max(one.verified_on for one in SHIPPED.lines)
DANGER = "If you are in danger now, call your local emergency number."
UNCHECKED = (
    "Nobody has checked these numbers by hand yet. "
    "If one does not work, the website below has others."
)
NONE = "My list has no line for your country just now."
DIRECTORY = "Free and private help lines for each country are listed at findahelpline.com."
TRACE = (
    "Opening a link leaves a trace in the browser. "
    "A call or a text may show on the phone and on its bill."
)
FULL = 2000  # characters that a message may have everywhere (Discord's limit)


def said(
    known: lines.Book, country: str, *topics: Topic, days: int = 0, locale: str = "en"
) -> list[str]:
    """The bubbles for somebody in that country, so many days after the list was made."""
    day = (NEWEST if known is SHIPPED else TODAY) + timedelta(days=days)
    words = Words.read(
        offers=lambda wanted, reader: offer(
            known, reader.country, wanted.topics, today=day, languages=(reader.locale,)
        )
    )
    return text(words, country, *topics, locale=locale).split("\n\n")


def text(words: Words, country: str, *topics: Topic, locale: str = "en") -> str:
    reader = Person(
        id=PersonId("ari"),
        account=Account(platform="test", native="ari"),
        country=country,
        locale=locale,
    )
    block = Line(words=".lines-block", args={"lines": Helplines(topics=topics)})
    return words.render(Message(key="k", kind="note", to=reader.id, lines=(block,)), reader).text


FULLY = line(
    "Somebody to talk to",
    phone="116 123",
    sms="88788",
    sms_word="START",
    chat_url="https://chat.example.org",
    hours="24/7",
)


def test_a_checked_line_says_call_text_chat_and_when_each_in_a_line_of_its_own() -> None:
    first, entry, *rest = said(book(FULLY), "XX")
    assert [first, *rest] == [DANGER, DIRECTORY, TRACE]
    assert entry.splitlines() == [
        "Somebody to talk to",
        "Call: 116 123",
        "Text: START to 88788",
        "Chat: https://chat.example.org",
        "Hours: day and night",
    ]


@pytest.mark.parametrize(
    ("entry", "facts"),
    [
        (line("A", phone="", sms="1737"), ["Text: 1737"]),
        (line("A", phone="", chat_url="https://a.example"), ["Chat: https://a.example"]),
        (line("A", hours="9-17"), ["Call: 123", "Hours: 9-17"]),
        (line("A"), ["Call: 123"]),
    ],
)
def test_what_is_not_known_is_not_said(entry: Helpline, facts: list[str]) -> None:
    assert said(book(entry), "XX")[1].splitlines() == ["A", *facts]


def test_lines_that_nobody_checked_come_after_words_that_say_so() -> None:
    bubbles = said(book(unchecked("Maybe"), line("Sure"), unchecked("112", "emergency")), "XX")
    assert bubbles == [
        DANGER,
        "Sure\nCall: 123",
        UNCHECKED,
        "112\nCall: 123",
        "Maybe\nCall: 123",
        DIRECTORY,
        TRACE,
    ]


def test_where_everything_is_checked_nothing_is_doubted() -> None:
    assert UNCHECKED not in said(book(line("Sure")), "XX")


@pytest.mark.parametrize("country", ["", "FJ"])
def test_without_a_line_the_directory_and_the_local_number_are_named(country: str) -> None:
    none = [NONE] if country else []
    assert said(SHIPPED, country) == [DANGER, *none, DIRECTORY, TRACE]


def test_words_without_a_list_name_the_directory() -> None:
    assert text(Words.read(), "").split("\n\n") == [DANGER, DIRECTORY, TRACE]


def test_expired_lines_leave_the_directory() -> None:
    assert said(book(FULLY), "XX", days=180) == [DANGER, NONE, DIRECTORY, TRACE]


def test_a_country_with_emergency_numbers_alone_is_told_so() -> None:
    bubbles = said(book(line("Ambulance", "emergency")), "XX")
    assert bubbles == [DANGER, "Ambulance\nCall: 123", NONE, DIRECTORY, TRACE]


@pytest.mark.parametrize(
    ("country", "topics", "there", "absent"),
    [
        ("US", (), ["Call: 911", "Call: 988", "Text: 988", "START to 88788"], ["Trans Lifeline"]),
        ("US", ("suicide",), ["https://988lifeline.org", "Hours: day and night"], ["88788"]),
        ("DE", (), ["Call: 112", "TelefonSeelsorge", "116 016"], []),
        ("DE", ("abuse",), ["116 016"], ["116 123"]),
        ("GB", ("abuse",), ["Call: 999", "Samaritans"], ["0808 2000 247"]),
        ("IN", (), ["Call: 112", "14416"], ["181"]),
        ("JP", ("lgbtq",), ["#いのちSOS"], ["0120-279-338"]),
    ],
)
def test_what_ships_is_shown_by_country_and_topic(
    country: str, topics: tuple[Topic, ...], there: list[str], absent: list[str]
) -> None:
    """Those that are absent are weak, or about something else."""
    shown = "\n\n".join(said(SHIPPED, country, *topics))
    assert [one for one in there if one not in shown] == []
    assert [one for one in absent if one in shown] == []


@pytest.mark.parametrize("country", sorted({one.country for one in SHIPPED.lines}))
def test_every_country_fits_into_a_message(country: str) -> None:
    for days in (0, 180):
        for topics in ((), *((topic,) for topic in WEIGHT)):
            shown = said(SHIPPED, country, *topics, days=days)
            assert len("\n\n".join(shown)) < FULL
            assert {DANGER, DIRECTORY, TRACE} <= set(shown)


def test_a_language_without_these_words_says_them_in_english() -> None:
    assert said(book(line("Sûr")), "XX", locale="fr")[1] == "Sûr\nCall: 123"
