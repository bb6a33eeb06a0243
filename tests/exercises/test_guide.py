"""The care guide as its owner has it: lines, who may see them, and taking them back (E8)."""

import json

import pytest

from bot.care import guide
from tests.exercises.calm import of_kind
from tests.exercises.guides import NOTHING, looks, met, text_of, write
from tests.exercises.stages import stage
from tests.play import House, act, person_id, play

LINE = "Sit with me first."


def lines(house: House, who: str = "ari") -> list[dict[str, str]]:
    """What somebody keeps in their guide."""
    found = of_kind(house, "guide", who)
    return [{name: given.open_for("test") for name, given in one.body.items()} for one in found]


def looked_at() -> House:
    """Ari has written a line for Bo and looks at it; it is not shown yet."""
    house = met()
    house.ask("ari", "guide")
    for pick in ("write", "sad", "helps"):
        house.choose("ari", pick)
    house.say("ari", LINE)
    house.choose("ari", person_id("bo"))
    return house


def test_a_line_is_written_seen_as_the_other_will_see_it_and_then_shown() -> None:
    play(
        """
        ari: guide
            → ari  what
        ari: [write]
            → ari  feeling
        ari: [sad]
            → ari  part
        ari: [helps]
            → ari  text
        ari: Sit with me first.
            → ari  who
        ari: [id-of-bo]
            → ari  as-seen  "What helps: Sit with me first."
        ari: [show]
            → ari  shown-note  "Bo may see it from now on"
            → ari  what
        ari: [enough]
            → ari  enough-note
        """,
        met(),
    )


def test_without_anybody_one_has_met_a_line_stays_with_its_owner() -> None:
    house = play("""
        ari: guide
            → ari  what
        ari: [write]
            → ari  feeling
        ari: [hurt]
            → ari  part
        ari: [not]
            → ari  text
        ari: Do not joke about it.
            → ari  kept-note
            → ari  what
        ari: [theirs]
            → ari  nobody-yet-note
            → ari  what
        """)
    assert lines(house) == [
        {"feeling": "hurt", "part": "not", "text": "Do not joke about it.", "to": ""}
    ]


def test_nothing_is_shown_that_was_not_looked_at_first() -> None:
    house = looked_at()
    assert lines(house) == []
    house.choose("ari", "other-people")
    assert lines(house) == []
    assert NOTHING in looks(house, "bo", "ari")


@pytest.mark.parametrize("pick", ["only-me", "leave"])
def test_a_new_line_that_is_not_shown_is_not_lost_and_stays_with_its_owner(pick: str) -> None:
    house = looked_at()
    assert "Kept, for you alone" in house.choose("ari", pick)[-2].text
    assert [(one["text"], one["to"]) for one in lines(house)] == [(LINE, "")]
    house.choose("ari", "enough")
    assert NOTHING in looks(house, "bo", "ari")


def test_a_line_that_was_there_stays_as_it_was_when_a_change_is_left() -> None:
    house = met()
    write(house, LINE, "bo")
    house.ask("ari", "guide")
    for pick in ("look", "change"):
        house.choose("ari", pick)
    house.say("ari", "Ask me first.")
    house.choose("ari", person_id("bo"))
    assert "The line is as it was." in house.choose("ari", "leave")[-2].text
    for pick in ("look", "other-people"):
        house.choose("ari", pick)
    assert "The line is as it was." in house.choose("ari", person_id("bo"), "back-out")[-2].text
    assert [(one["text"], one["to"]) for one in lines(house)] == [(LINE, person_id("bo"))]


def test_a_mind_that_changes_before_the_words_writes_nothing() -> None:
    house = met()
    house.ask("ari", "guide")
    for picks in (("back-out",), ("sad", "back-out")):
        house.choose("ari", "write")
        for pick in picks:
            seen = house.choose("ari", pick)
        assert "No line was written." in seen[-2].text
    assert lines(house) == []


def test_in_short_mode_a_line_can_be_kept_without_showing_it() -> None:
    house = looked_at()
    house.ask("ari", "small")
    seen = house.say("ari", "what now")
    assert [name for name, _ in seen[-1].choices] == ["show", "only-me"]


def test_nothing_is_said_to_be_undone_that_has_been_done() -> None:
    play(
        """
        ari: [show]
            → ari  shown-note
            → ari  what
        ari: undo
            → ari  nothing-to-undo
        """,
        house := looked_at(),
    )
    assert LINE in looks(house, "bo", "ari")


def test_skipping_the_words_makes_no_line() -> None:
    house = met()
    house.ask("ari", "guide")
    for pick in ("write", "sad", "helps", "skip"):
        house.choose("ari", pick)
    assert lines(house) == []


def test_only_me_wins_over_a_name_that_was_ticked_as_well() -> None:
    house = met()
    house.ask("ari", "guide")
    for pick in ("write", "sad", "helps"):
        house.choose("ari", pick)
    house.say("ari", LINE)
    seen = house.choose("ari", person_id("bo"), "nobody")
    assert "for you alone" in seen[-2].text
    assert NOTHING in looks(house, "bo", "ari")


def test_what_is_not_handed_on_is_not_handed_on_here_either() -> None:
    house = met()
    house.ask("ari", "guide")
    for pick in ("write", "angry", "not"):
        house.choose("ari", pick)
    house.say("ari", "I will post your photos if you talk")
    house.choose("ari", person_id("bo"))
    seen = house.choose("ari", "show")
    assert "I can't pass this on" in seen[-2].text
    house.say("ari", "Please do not talk over me")
    house.choose("ari", person_id("bo"))
    house.choose("ari", "show")
    house.choose("ari", "enough")
    assert "What does not help: Please do not talk over me" in looks(house, "bo", "ari", "angry")


def test_hurtful_words_get_one_gentle_line_before_they_are_shown() -> None:
    house = met()
    house.ask("ari", "guide")
    for pick in ("write", "angry", "not"):
        house.choose("ari", pick)
    house.say("ari", "you are an idiot when you joke")
    seen = house.choose("ari", person_id("bo"))
    assert "This may land hard." in text_of(seen)


def test_a_line_is_taken_back_at_once_and_without_notice() -> None:
    house = met()
    write(house, LINE, "bo")
    assert LINE in looks(house, "bo", "ari")
    house.ask("ari", "guide")
    house.choose("ari", "look")
    seen = house.choose("ari", "take-back")
    assert {one.by for one in seen} == {"ari"}
    assert NOTHING in looks(house, "bo", "ari")
    assert lines(house)[0]["text"] == LINE


def test_a_changed_line_is_read_as_it_is_now() -> None:
    house = met()
    write(house, LINE, "bo")
    house.ask("ari", "guide")
    for pick in ("look", "change"):
        house.choose("ari", pick)
    house.say("ari", "Ask me first.")
    house.choose("ari", person_id("bo"))
    assert LINE in looks(house, "bo", "ari"), "until it is shown it is as it was"
    house.choose("ari", "show", of="as-seen")
    shown = looks(house, "bo", "ari")
    assert "What helps: Ask me first." in shown
    assert LINE not in shown
    assert len(lines(house)) == 1


def test_a_line_that_is_let_go_is_gone_for_everybody() -> None:
    house = met()
    write(house, LINE, "bo")
    house.ask("ari", "guide")
    for pick in ("look", "drop"):
        house.choose("ari", pick)
    assert lines(house) == []
    assert NOTHING in looks(house, "bo", "ari")


def test_lines_are_looked_at_one_by_one_with_who_may_see_them() -> None:
    house = met()
    write(house, LINE, "bo")
    write(house, "Say nothing for a while.", feeling="angry", part="after")
    house.ask("ari", "guide")
    first = text_of(house.choose("ari", "look"))
    assert "When you are sad" in first
    assert "Who may see it: Bo" in first
    second = text_of(house.choose("ari", "next"))
    assert "What is good after: Say nothing for a while." in second
    assert "Only you see it." in second
    assert "no more lines" in house.choose("ari", "next")[-2].text


def test_a_line_can_be_taken_back_in_the_very_sitting_in_which_it_was_shown() -> None:
    house = met("cy")
    for line in ("ari: /share cy", "ari: [me]", "ari: [slow]", "ari: [relay]", "cy: [yes]"):
        act(house, line)
    write(house, LINE, "bo")
    house.ask("ari", "guide")
    for pick in ("look", "other-people", person_id("cy"), "show"):
        house.choose("ari", pick)
    assert LINE in looks(house, "cy", "ari")
    shown = text_of(house.choose("ari", "look", of="what"))
    assert "Who may see it: Cy" in shown
    house.choose("ari", "take-back")
    assert NOTHING in looks(house, "cy", "ari")


def test_a_feeling_of_a_line_that_was_not_written_does_not_pass_to_another_line() -> None:
    house = met()
    write(house, LINE, feeling="angry")
    house.ask("ari", "guide")
    for pick in ("write", "sad"):
        house.choose("ari", pick)
    house.ask("ari", "undo")
    house.ask("ari", "undo")
    for pick in ("look", "other-people", person_id("bo")):
        seen = house.choose("ari", pick)
    assert "When Ari is angry:" in text_of(seen)
    house.choose("ari", "show")
    assert [one["feeling"] for one in lines(house)] == ["angry"]


def test_a_full_guide_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.engine.records.guide.FULL", 1)
    house = met()
    write(house, LINE)
    house.ask("ari", "guide")
    seen = house.choose("ari", "write")
    assert "full" in seen[-2].text


# ── what was saved in a share ────────────────────────────────────────────────
def saved(choice: str) -> House:
    """Ari told Bo what would feel better, and saved the line with this choice."""
    house = stage("tell")
    for line in (
        *("ari: [better]", "ari: [skip]", "ari: [unsure]", "ari: slower, with me", "ari: [skip]"),
        *("ari: [send]", "bo: [thank]", "ari: [skip]", f"ari: [{choice}]", "bo: [skip]"),
    ):
        act(house, line)
    return house


@pytest.mark.parametrize("helped", ["said-back", "you waited for me"])
def test_what_helped_becomes_a_line_of_the_guide_too(helped: str) -> None:
    house = stage("tell")
    for line in (
        *("ari: [both]", "ari: [skip]", "ari: [unsure]", "ari: [slower]"),
        f"ari: [{helped}]" if helped == "said-back" else f"ari: {helped}",
        *("ari: [send]", "bo: [thank]", "ari: [skip]", "ari: [private]", "ari: [show]"),
        "bo: [skip]",
    ):
        act(house, line)
    words = "you said it back" if helped == "said-back" else helped
    shown = looks(house, "bo", "ari")
    assert f"What helps: {words}" in shown
    assert "slower" not in shown, "that one is for Ari alone"
    house.ask("ari", "guide")
    first, second = (text_of(house.choose("ari", pick)) for pick in ("look", "next"))
    assert {"slower" in first, "slower" in second} == {True, False}


def test_a_line_that_was_saved_for_the_other_is_theirs_to_see() -> None:
    house = saved("show")
    assert "What helps: slower, with me" in looks(house, "bo", "ari")
    assert "What helps: slower, with me" in looks(house, "bo", "ari", "hurt")
    assert NOTHING in looks(house, "bo", "ari", "happy")


def test_a_line_that_was_saved_in_private_shows_up_for_its_owner_alone() -> None:
    house = saved("private")
    assert NOTHING in looks(house, "bo", "ari")
    house.ask("ari", "guide")
    shown = text_of(house.choose("ari", "look"))
    assert "What helps: slower, with me" in shown
    assert "Only you see it." in shown


def test_a_saved_line_can_be_taken_back_and_shown_again() -> None:
    house = saved("show")
    house.ask("ari", "guide")
    for pick in ("look", "take-back", "enough"):
        house.choose("ari", pick)
    assert NOTHING in looks(house, "bo", "ari")
    house.wait("1m")
    house.ask("ari", "guide")
    for pick in ("look", "other-people", person_id("bo"), "show"):
        house.choose("ari", pick)
    assert "What helps: slower, with me" in looks(house, "bo", "ari")


# ── a person's own data ──────────────────────────────────────────────────────
def test_an_export_holds_the_owners_lines_and_names_and_no_ids() -> None:
    house = met()
    write(house, LINE, "bo")
    write(house, "Ask me once.", who="bo", feeling="numb")
    seen = house.ask("ari", "export")
    text = "\n".join(one.text for one in seen)
    assert LINE in text
    assert "Who may see that line: Bo" in text
    assert "id-of" not in text
    assert "Ask me once." not in text
    data = json.loads(next(one.text for one in seen if one.kind == "file"))
    assert data["notes"][0]["seen_by"] == ["Bo"]
    assert data["notes"][0]["words"] == {"feeling": ["sad"], "part": ["helps"], "text": [LINE]}


def test_what_is_being_written_is_exported_without_ids_too() -> None:
    house = looked_at()
    text = "\n".join(one.text for one in house.ask("ari", "export"))
    assert LINE in text
    assert "id-of" not in text


def test_deleting_one_person_takes_what_they_may_see_back_as_well() -> None:
    house = met("cy")
    for line in ("ari: /share cy", "ari: [me]", "ari: [slow]", "ari: [relay]", "cy: [yes]"):
        act(house, line)
    write(house, LINE, "bo", "cy")
    house.ask("ari", "delete")
    house.choose("ari", "person")
    house.choose("ari", person_id("bo"))
    house.choose("ari", "delete")
    assert NOTHING in looks(house, "bo", "ari")
    assert LINE in looks(house, "cy", "ari")
    assert lines(house)[0]["to"] == person_id("cy")


def test_a_guide_stays_until_it_is_deleted_whatever_else_is_kept() -> None:
    house = met()
    house.change("ari", keep="nothing", numbers="none")
    write(house, LINE, "bo")
    house.until_nothing()
    house.wait("400d")
    assert lines(house)[0]["text"] == LINE


def test_every_feeling_belongs_to_a_family_of_the_palette() -> None:
    assert {one for some in guide.KINDS.values() for one in some} == {*guide.FEELINGS}
