"""In a look at one's week: what connection means to oneself, and one's own people (A1, E13)."""

from bot.model.private import Private
from tests.exercises.mapped import entries, on_map, said
from tests.play import House, act, play


def meant(house: House) -> str:
    """What connection means to Ari, as it is kept."""
    text = house.person("ari").meaning
    return text.open_for("test") if text else ""


def with_meaning() -> House:
    house = House()
    house.change("ari", meaning=Private("Being heard."))
    return house


def test_what_one_wrote_is_shown_again_and_can_stay() -> None:
    house = play(
        """
        ari: /review
            → ari  week
        ari: [go-on]
            → ari  meaning  "You wrote that connection means to you: “Being heard.”"
        ari: [keep]
            → ari  intention
        """,
        with_meaning(),
    )
    assert meant(house) == "Being heard."
    assert not [one for one in house.seen_by("bo") if "heard" in one.text]


def test_it_can_be_put_anew_or_go() -> None:
    house = with_meaning()
    for line in ("/review", "[go-on]", "[change]", "Being heard, and laughing.", "stop"):
        act(house, f"ari: {line}")
    assert meant(house) == "Being heard, and laughing."
    for line in ("/review", "[go-on]", "[drop]", "stop"):
        act(house, f"ari: {line}")
    assert meant(house) == ""


def test_whoever_passed_it_over_in_the_welcome_can_say_it_later_or_not() -> None:
    for answer, kept in (("Being heard.", "Being heard."), ("skip", "")):
        house = House()
        for line in ("/review", "[go-on]"):
            act(house, f"ari: {line}")
        assert house.session.step == "new-meaning"
        act(house, f"ari: {answer}")
        assert (house.session.step, meant(house)) == ("intention", kept)


def test_where_nothing_is_to_be_kept_it_is_not_asked() -> None:
    house = House()
    house.change("ari", keep="nothing")
    for line in ("/review", "[go-on]"):
        act(house, f"ari: {line}")
    assert house.session.step == "intention"


def test_the_list_of_people_comes_at_the_end_if_that_is_wanted() -> None:
    house = on_map(House())
    play(
        """
        ari: /review
            → ari  week
        ari: [go-on]
            → ari  new-meaning
        ari: skip
            → ari  map  "It comes at the end."
        ari: [look]
            → ari  intention
        ari: [rest]
            → ari  bye-note
            → ari  person  "Sam: To feel safe"
        """,
        house,
    )
    house.say("ari", "Sam")
    for line in ("[aim]", "[both]"):
        act(house, f"ari: {line}")
    assert [said(one, "aim") for one in entries(house)] == ["both"]


def test_it_does_not_come_where_it_was_not_wanted() -> None:
    house = on_map(House())
    for line in ("/review", "[go-on]", "skip", "[go-on]", "skip"):
        act(house, f"ari: {line}")
    assert house.sessions == {}
