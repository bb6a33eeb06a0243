"""What is heard on Matrix, as our Events."""

from datetime import UTC, datetime

import pytest

from adapters.matrix import inbound
from adapters.matrix.heard import Membership, Polled, Reacted, Written
from adapters.matrix.memory import Placed, Post
from bot.model.event import Chose, Said

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
ARI = inbound.account("@Ari:hs.test", "Ari")
TAKES = {"share": False, "circle": True}


def written(body: str, msgtype: str = "m.text", **more: object) -> Written:
    facts = {"room": "!r", "event_id": "$1", "sender": "@Ari:hs.test", "at": NOW, **more}
    return Written(body=body, msgtype=msgtype, **facts)  # type: ignore[arg-type]  # as named above


def reacted(key: str) -> Reacted:
    return Reacted(room="!r", event_id="$2", sender="@Ari:hs.test", at=NOW, target="$q", key=key)


def question(*picks: str, asks: bool = True) -> Placed:
    post = Post(room="!r", event="$q", question=asks, picks=picks)
    return Placed(seq=1, key="one.m.1", post=post)


def text(found: Said | None) -> str:
    return found.text.open_for("test") if found else ""


def picks(found: Chose | None) -> tuple[str, ...]:
    return found.choices if found else ()


def test_what_is_written_is_said_with_a_key_of_its_own() -> None:
    found = inbound.said(written("  hello \n"), ARI)
    assert found
    assert (found.key, found.at, found.place) == ("matrix:$1", NOW, "dm")
    assert (text(found), found.question, found.replaces) == ("hello", "", "")


def test_a_person_is_known_as_a_typed_name_is_read() -> None:
    """The core takes the sign off a name that was typed, and its capitals."""
    assert ARI.native == "ari:hs.test"
    assert ARI.shown() == "Ari"
    assert inbound.account("@bo:hs.test").shown() == "@bo:hs.test"


@pytest.mark.parametrize("name", ["bo:hs.test", "bo:hs.test:8448", "a-b.c_d:[::1]:8008"])
def test_these_can_be_somebody(name: str) -> None:
    assert inbound.is_id(name)


@pytest.mark.parametrize("name", ["", "bo", "bo:", ":hs.test", "bo smith:hs", "@bo:hs.test"])
def test_these_are_nobody(name: str) -> None:
    assert not inbound.is_id(name)


@pytest.mark.parametrize("msgtype", ["m.image", "m.notice", "m.file", inbound.VERIFYING, ""])
def test_only_words_are_said(msgtype: str) -> None:
    assert inbound.said(written("cat.jpg", msgtype), ARI) is None


def test_nothing_is_said_by_blanks() -> None:
    assert inbound.said(written(" \n "), ARI) is None


def test_an_edit_says_which_words_it_replaces() -> None:
    found = inbound.said(written("better", replaces="$0"), ARI)
    assert found
    assert (text(found), found.key, found.replaces) == ("better", "matrix:$1", "matrix:$0")


def test_a_reply_to_a_question_is_for_that_question() -> None:
    found = inbound.said(written("2", replies_to="$q"), ARI, about=question())
    assert found
    assert found.question == "one.m.1"


def test_a_reply_to_a_card_is_for_whatever_is_open() -> None:
    found = inbound.said(written("2", replies_to="$q"), ARI, about=question(asks=False))
    assert found
    assert found.question == ""


def test_what_an_app_quotes_above_a_reply_is_not_said() -> None:
    body = "> <@bot:hs.test> What happened?\n> One line is plenty.\n\nI was left out."
    assert text(inbound.said(written(body, replies_to="$q"), ARI)) == "I was left out."
    own = "> as she said\nand I agree"
    assert text(inbound.said(written(own), ARI)) == own


def test_a_mention_is_read_as_the_person_whom_it_names() -> None:
    """A pill sends what it shows; the id that it stands for comes beside it."""

    def said(body: str, *mentions: str) -> str:
        return text(inbound.said(written(body, mentions=mentions), ARI, takes=TAKES))

    assert said("share Bo", "@bo:hs.test") == "share @bo:hs.test"
    assert said("!Share Bo Smith", "@bo:hs.test") == "!Share @bo:hs.test"
    assert said("share Bo") == "share Bo"
    assert said("share", "@bo:hs.test") == "share"
    assert said("Bo was late", "@bo:hs.test") == "Bo was late"
    assert said("share Bo and Cy", "@bo:hs.test", "@cy:hs.test") == "share Bo and Cy"
    both = ("@bo:hs.test", "@cy:hs.test")
    assert said("!circle Bo and Cy", *both) == "!circle @bo:hs.test @cy:hs.test"
    assert said("circle Bo, @cy:hs.test", both[0]) == "circle @bo:hs.test @cy:hs.test"
    assert said("circle @bo:hs.test, @cy:hs.test", *both) == "circle @bo:hs.test @cy:hs.test"


@pytest.mark.parametrize("key", ["2️⃣", "2⃣", "2"])
def test_a_number_chooses_where_reactions_may(key: str) -> None:
    assert picks(inbound.chose(reacted(key), ARI, question("ready", "back"))) == ("back",)


@pytest.mark.parametrize("key", ["👍", "👍🏽", "✅", "✔️"])
def test_a_nod_takes_the_only_choice(key: str) -> None:
    assert picks(inbound.chose(reacted(key), ARI, question("ready"))) == ("ready",)
    assert picks(inbound.chose(reacted(key), ARI, question("ready", "back"))) == ()


@pytest.mark.parametrize("key", ["3️⃣", "0️⃣", "🔟", "❤️", "", "12"])
def test_any_other_reaction_chooses_nothing(key: str) -> None:
    assert inbound.chose(reacted(key), ARI, question("ready", "back")) is None


def test_a_reaction_chooses_nothing_where_it_would_tell_something() -> None:
    assert inbound.chose(reacted("1️⃣"), ARI, question()) is None


def test_a_poll_is_answered_by_the_ids_of_its_choices() -> None:
    facts = {"room": "!r", "event_id": "$3", "sender": "@a:b", "at": NOW, "target": "$q"}
    poll = Polled(answers=("sore",), **facts)  # type: ignore[arg-type]  # as named above
    found = inbound.chose(poll, ARI, question())
    assert found
    assert (found.question, found.choices) == ("one.m.1", ("sore",))


@pytest.mark.parametrize(("place", "how"), [("dm", "blocked"), ("room:one", "left")])
def test_who_goes_is_gone_from_there(place: str, how: str) -> None:
    heard = Membership(room="!r", event_id="$4", user="@a:b", sender="@a:b", at=NOW, how="leave")
    found = inbound.gone(heard, ARI, place)
    assert (found.key, found.place, found.how) == ("matrix:$4", place, how)
