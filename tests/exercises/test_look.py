"""A look at one's own records: drawn and in words, for oneself alone, and only when asked for."""

import msgspec

from bot.model.message import Message, Picture
from bot.model.person import Bond, Round
from bot.store import codec
from tests.exercises.calm import keep
from tests.exercises.stages import stage
from tests.play import House, act, person_id, play, words
from tests.seen import Seen

FELT = (("bad", "middle"), ("no-idea", "bad"), ("good", "good"))


def checked_in(house: House, days: int, *feelings: str, energy: str = "") -> None:
    """Ari has looked inside, some days ago."""
    body = {"words": "\n".join(feelings), "energy": energy}
    given = {name: text for name, text in body.items() if text}
    keep(house, "check-in", given, f"c{days}/0/self/check-in/9", days)


def felt(house: House, other: str, *pairs: tuple[str, str]) -> None:
    """Ari has shared with somebody, and guessed before; the last one was yesterday."""
    today = house.at.date().toordinal() - 719163
    shared = tuple(
        Round(id=f"{other}{n}/1", day=today - len(pairs) + n, size=2, band=band, guess=guess)
        for n, (guess, band) in enumerate(pairs)
    )
    bond = Bond(owner=person_id("ari"), other=person_id(other), checked=True, shared=shared)
    house.bonds[bond.owner, bond.other] = bond


def picture(house: House) -> Message:
    """The one that was handed over."""
    (only,) = [one for one in house.messages if one.kind == "picture"]
    return only


def drawn(house: House) -> Picture:
    """What it is made of."""
    found = picture(house).picture
    assert found is not None
    return found


def text(seen: list[Seen]) -> str:
    return next(one.text for one in seen if one.kind == "picture")


def test_the_check_ins_by_weeks() -> None:
    house = House()
    checked_in(house, 10, "calm", "tired", energy="2")
    checked_in(house, 9, "calm", energy="4")
    checked_in(house, 2, "left-out")
    house.ask("ari", "look")
    seen = house.choose("ari", "check-ins")
    assert text(seen) == (
        "From your check-ins\n\n"
        "Week of December 22\nWords: calm, tired\nEnergy: 2, 4\n\n"
        "Week of December 29\nWords: left out"
    )
    assert seen[-1].words == ("look.away-note",)
    assert [column.marks[0].at for column in drawn(house).columns] == [2, 4]
    assert house.sessions == {}


def test_weeks_without_any_are_not_to_be_seen() -> None:
    near, far = House(), House()
    for house, days in ((near, (8, 1)), (far, (64, 1))):
        for each in days:
            checked_in(house, each, "calm", energy="3")
        house.ask("ari", "look")
        house.choose("ari", "check-ins")
    one, two = drawn(near), drawn(far)
    assert (len(one.rows), len(one.columns)) == (len(two.rows), len(two.columns)) == (2, 2)


def test_own_words_are_among_them_and_the_reason_is_not() -> None:
    house = House()
    for line in ("ari: /check-in", "ari: [mixed]", "ari: a bit like soup", "ari: [4]"):
        act(house, line)
    for line in ("ari: because of the rain", "ari: [rest]", "ari: [keep]"):
        act(house, line)
    house.ask("ari", "look")
    said = text(house.choose("ari", "check-ins"))
    assert "Words: a bit like soup" in said
    assert "Energy: 4" in said
    assert "rain" not in said


def test_nothing_of_it_is_counted_or_judged() -> None:
    house = House()
    for day in range(60):
        checked_in(house, day, "calm", energy="5")
    house.ask("ari", "look")
    said = text(house.choose("ari", "check-ins"))
    assert said.count("Week of") == 8
    for word in ("streak", "average", "more than", "times", "missed", "best", "week without"):
        assert word not in said.casefold()


def test_where_nothing_is_kept_there_is_no_picture() -> None:
    house = House()
    for pick in ("check-ins", "guesses"):
        house.ask("ari", "look")
        seen = house.choose("ari", pick)
        if pick == "guesses":
            seen = house.choose("ari", "none")
        assert [one.kind for one in seen if one.kind == "picture"] == []
    assert house.sessions == {}


def test_a_guess_beside_how_it_was() -> None:
    house = House()
    felt(house, "bo", *FELT)
    play(
        """
        ari: /look
            → ari  what
        ari: [guesses]
            → ari  whom  "One at a time"
        ari: [id-of-bo]
            → ari  picture  "Guess: Not good"
            → ari  away-note
        """,
        house,
    )
    said = [one.text for one in house.log if one.kind == "picture"][-1]
    assert "January 3\nSize: 2\nGuess: No idea\nHow it was: Not good" in said
    marks = [[(one.shape, one.at) for one in column.marks] for column in drawn(house).columns]
    assert marks == [[("ring", 1), ("disc", 2)], [("disc", 1)], [("ring", 3), ("disc", 3)]]


def test_only_one_bond_is_in_it_and_nobodys_name() -> None:
    house = House("ari", "bo", "cleo")
    felt(house, "bo", ("good", "good"))
    felt(house, "cleo", ("bad", "bad"))
    house.ask("ari", "look")
    house.choose("ari", "guesses")
    said = text(house.choose("ari", "id-of-bo"))
    assert "How it was: Really good" in said
    assert "Not good" not in said
    for name in ("Bo", "Cleo", "Ari"):
        assert name not in said


def test_twelve_rounds_of_a_bond_are_kept_to_look_back_at() -> None:
    house = House()
    felt(house, "bo", *[("good", "good")] * 12)
    shared = stage("tell", band="bad", house=house).bond("ari", "bo").shared
    assert [one.band for one in shared] == [*["good"] * 11, "bad"]


def test_nobody_else_is_told_anything() -> None:
    house = House()
    felt(house, "bo", *FELT)
    before = len(house.seen_by("bo"))
    house.ask("ari", "look")
    house.choose("ari", "guesses")
    house.choose("ari", "id-of-bo")
    house.wait("30d")
    assert len(house.seen_by("bo")) == before
    assert picture(house).to == person_id("ari")


def test_all_that_is_drawn_is_said_in_words() -> None:
    """The chart's places are in the rows too; who sees no picture misses nothing."""
    house = House()
    for days, level in ((9, "1"), (8, "5"), (1, "3")):
        checked_in(house, days, "calm", energy=level)
    house.ask("ari", "look")
    said = text(house.choose("ari", "check-ins"))
    sheet = words().sheet(picture(house), house.person("ari"))
    assert sheet is not None
    for stripe in sheet.stripes:
        assert "\n".join((stripe.label, *stripe.texts)) in said
    heights = [str(mark.at) for pillar in sheet.pillars for mark in pillar.marks]
    energies = [line.removeprefix("Energy: ") for line in said.split("\n") if "Energy" in line]
    assert ", ".join(energies).split(", ") == heights


def test_it_is_said_in_the_language_of_its_reader() -> None:
    house = House()
    checked_in(house, 1, "calm", energy="3")
    house.change("ari", locale="de")
    house.ask("ari", "look")
    assert "29. Dezember" in text(house.choose("ari", "check-ins"))


def test_it_waits_sealed_as_what_it_is_made_of() -> None:
    house = House()
    checked_in(house, 1, "calm", "soup", energy="3")
    felt(house, "bo", *FELT)
    for picks in (("check-ins",), ("guesses", "id-of-bo")):
        house.ask("ari", "look")
        for pick in picks:
            house.choose("ari", pick)
    made = [one for one in house.messages if one.kind == "picture"]
    assert [codec.read_message(codec.write_message(one)) for one in made] == made


def test_a_round_without_a_guess_is_shown_with_all_that_was_tapped() -> None:
    house = stage("tell", band="bad", sting="bit")
    for line in ("ari: [leave]", "ari: skip", "bo: skip", "ari: [enough]", "bo: [enough]", "+ 24h"):
        act(house, line)
    for line in ("ari: skip", "ari: [further]", "bo: skip", "bo: [closer]"):
        act(house, line)
    bond = house.bond("ari", "bo")
    (kept,) = (msgspec.structs.replace(one, guess="") for one in bond.shared)
    house.bonds[bond.owner, bond.other] = msgspec.structs.replace(bond, shared=(kept,))
    house.ask("ari", "look")
    house.choose("ari", "guesses")
    said = text(house.choose("ari", "id-of-bo"))
    felt_so = "Size: 2\nHow it was: Not good\nSting: A bit\nCared for: Some\nRespected: Some"
    assert f"{felt_so}\nGentle: Some\nAfter it: A bit further apart" in said
    assert "Guess:" not in said


def test_how_it_left_whoever_listened_is_there_for_them_alone() -> None:
    house = stage("tell")
    for line in ("ari: [keep]", "ari: skip", "bo: skip", "ari: [enough]", "bo: [enough]", "+ 24h"):
        act(house, line)
    for line in ("bo: skip", "bo: [closer]", "+ 25h"):
        act(house, line)
    house.ask("bo", "look")
    house.choose("bo", "guesses")
    said = text(house.choose("bo", "id-of-ari"))
    assert said.endswith("January 5\nAfter it: A bit closer")
