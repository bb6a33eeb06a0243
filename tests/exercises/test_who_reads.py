"""Who can read: said in the welcome, in the invite, and on request, for the place it is (D7)."""

import re
from importlib.metadata import entry_points

import msgspec
import pytest

from bot.runtime.router import Router
from bot.text import readers
from bot.text.words import Words
from tests.play import PLATFORM, House, catalog, code_of, play, words

WORDS = Words.read()
EVERY = [(platform, kind) for platform, kinds in readers.KINDS.items() for kind in kinds]


@pytest.mark.parametrize(("platform", "kind"), EVERY)
def test_every_kind_of_place_of_every_platform_has_words(platform: str, kind: str) -> None:
    said = readers.words({(platform, True): kind}, platform, room=True)
    assert said == f".who-reads-{platform}-{kind}"
    assert all(WORDS.has(said, locale) for locale in WORDS.locales())


def test_every_adapter_names_kinds_that_there_are() -> None:
    found = [point.load() for point in entry_points(group="handrail.adapters")]
    assert found
    for adapter in found:
        assert {adapter.dm, adapter.room} <= set(readers.KINDS[adapter.name])


def test_where_nothing_is_known_nothing_is_promised() -> None:
    assert readers.words({}, "of-tomorrow", room=False) == readers.OTHER
    assert readers.words({("discord", True): "of-tomorrow"}, "discord", room=True) == readers.OTHER
    assert WORDS.has(readers.OTHER, "en")


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("discord-dm", ["Discord", "whoever runs this bot", "not end-to-end encrypted"]),
        ("discord-channel", ["owner", "admins", "role", "Discord", "Whoever runs this bot"]),
        ("discord-thread", ["Careful", "Manage Threads", "Discord", "Whoever runs this bot"]),
        ("matrix-dm-encrypted", ["encrypted", "bot's device", "who writes when"]),
        ("matrix-dm-plain", ["not encrypted", "whoever runs this bot", "admins"]),
        ("matrix-room-encrypted", ["encrypted", "whoever runs this bot", "name of the room"]),
        ("matrix-room-plain", ["not encrypted", "every server", "whoever runs this bot"]),
    ],
)
def test_the_words_name_everybody_who_can_read(place: str, says: list[str]) -> None:
    text = " ".join(WORDS.text(f".who-reads-{place}", "en").split())
    assert [part for part in says if part not in text] == []


def elsewhere(dm: str, room: str) -> House:
    """Ari and Bo where the adapter says that its places are of these kinds."""
    kinds = {(PLATFORM, False): dm, (PLATFORM, True): room}
    router = Router(catalog(), words(), frozenset({PLATFORM}), code_of, kinds)
    return House(router=router)


@pytest.mark.parametrize("first", ["me", "them"])
@pytest.mark.parametrize(
    ("place", "says"),
    [("relay", "On this page everybody"), ("room", "The shared place on this page")],
)
def test_the_invite_says_who_can_read_where_it_will_be(first: str, place: str, says: str) -> None:
    house = House()
    for text in ("/share bo", f"[{first}]", "[slow]", f"[{place}]"):
        play(f"ari: {text}\n → …", house)
    (invite,) = [one for one in house.seen_by("bo") if one.kind == "question"]
    assert says in invite.text


def test_an_unknown_place_gets_careful_words_in_the_invite() -> None:
    house = elsewhere("dm-of-tomorrow", "room")
    for text in ("/share bo", "[me]", "[slow]", "[relay]"):
        play(f"ari: {text}\n → …", house)
    assert "perhaps others can" in house.seen_by("bo")[-1].text


def test_the_invite_names_the_exercise_who_how_long_and_never_a_topic_or_size() -> None:
    house = House()
    for text in ("/share bo", "[me]", "[slow]", "[room]"):
        play(f"ari: {text}\n → …", house)
    text = house.seen_by("bo")[-1].text
    for part in ("Ari", "small share", "15 minutes", "Slow, over some days", "can be read"):
        assert part in text
    assert not re.search(r"\bsize\b|feel|about what|topic", text)


def test_outside_of_any_exercise_it_is_about_the_own_chat() -> None:
    play("ari: who\n → ari who-reads-local-dm\n → ari who-reads-phone", House())


@pytest.mark.parametrize("place", ["relay", "room"])
def test_inside_of_one_it_is_about_its_place_too(place: str) -> None:
    house = House()
    for text in ("/share bo", "[me]", "[slow]", f"[{place}]"):
        play(f"ari: {text}\n → …", house)
    room = "\n → {} who-reads-local-room" if place == "room" else ""
    for step in ("bo: back", "bo: [yes]"):
        for who in ("ari", "bo"):
            expected = f"→ {who} who-reads-local-dm{room.format(who)}\n → {who} who-reads-phone"
            play(f"{who}: who\n {expected}", house)
        play(f"{step}\n → …", house)


def test_the_welcome_says_it_for_the_platform_one_is_on() -> None:
    house = House(welcomed=False)
    play("ari: hello\n → …\nari: [start]\n → …\nari: [understood]\n → …", house)
    play('ari: [yes]\n → ari who-reads "On this page everybody"', house)


def test_in_short_mode_it_is_said_as_well() -> None:
    house = House()
    house.change("bo", small=True)
    for text in ("/share bo", "[me]", "[slow]", "[room]"):
        play(f"ari: {text}\n → …", house)
    assert "The shared place on this page" in house.seen_by("bo")[-1].text
    assert msgspec.structs.asdict(house.person("bo"))["small"]
