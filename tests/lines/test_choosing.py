"""Which help lines somebody is shown: by country, topic and day, and never by a guess."""

from datetime import date, timedelta

import pytest

from bot.care.lines.book import Book
from bot.care.lines.choosing import MOST, offer, state
from bot.model.helpline import Offer, Topic
from tests.lines.entries import CHECKED, TODAY, aged, book, line, names, unchecked

DAY = timedelta(days=1)


def shown(known: Book, *topics: Topic, day: date = TODAY, speaks: str = "en") -> Offer:
    return offer(known, "XX", topics, today=day, languages=(speaks,))


# ── country ──────────────────────────────────────────────────────────────────
def test_without_a_country_nothing_is_guessed() -> None:
    assert offer(book(line("Help")), "", today=TODAY) == Offer()


def test_a_country_that_is_not_listed_has_no_lines() -> None:
    assert offer(book(line("Help")), "FJ", today=TODAY) == Offer(country="FJ")


def test_lines_of_another_country_are_not_shown() -> None:
    known = book(line("Theirs", country="YY"), line("Ours"))
    assert names(shown(known).checked) == ["Ours"]


# ── who checked it, and when ─────────────────────────────────────────────────
def test_what_a_person_checked_is_parted_from_what_nobody_has() -> None:
    found = shown(book(unchecked("Maybe"), line("Sure")))
    assert (names(found.checked), names(found.unchecked)) == (["Sure"], ["Maybe"])


def test_an_entry_is_hidden_from_180_days_after_its_check() -> None:
    known = book(line("Help"))
    assert shown(known, day=CHECKED + 179 * DAY).helps
    assert shown(known, day=CHECKED + 180 * DAY) == Offer(country="XX")


def test_an_entry_that_nobody_checked_expires_too() -> None:
    known = book(unchecked("Help"))
    assert shown(known, day=CHECKED + 180 * DAY) == Offer(country="XX")


@pytest.mark.parametrize("note", ["WEAK: old sources.", "For all. WEAK on hours."])
def test_a_weak_entry_is_never_shown(note: str) -> None:
    known = book(line("Help", note=note), unchecked("Other", note=note))
    assert shown(known) == Offer(country="XX")


def test_a_check_that_lies_in_the_future_is_none() -> None:
    """A clock that is behind must not hide a number, nor make one look checked."""
    ahead = aged(line("Help"), TODAY + 2 * DAY)
    assert names(shown(book(ahead)).unchecked) == ["Help"]
    assert state(aged(line("Help"), TODAY + DAY), TODAY) == "checked"


# ── topics ───────────────────────────────────────────────────────────────────
def test_the_weightiest_topic_comes_first() -> None:
    known = book(line("C", "lgbtq"), line("B", "abuse"), line("A", "suicide"))
    assert names(shown(known).checked) == ["A", "B", "C"]
    assert names(shown(known, "abuse", "suicide").checked) == ["A", "B"]


def test_only_the_topics_that_were_asked_for_are_shown() -> None:
    known = book(line("A", "suicide"), line("B", "abuse"), line("C", "sexual-violence"))
    assert names(shown(known, "abuse").checked) == ["B"]


def test_in_a_crisis_lines_to_talk_to_come_after_those_for_it() -> None:
    known = book(line("Talk", "emotional"), line("Crisis", "suicide"))
    assert names(shown(known, "suicide").checked) == ["Crisis", "Talk"]


def test_where_nothing_fits_the_lines_for_everybody_stand_in() -> None:
    known = book(line("Talk", "emotional"), line("Young", "youth"), line("Some", "lgbtq"))
    assert names(shown(known, "abuse").checked) == ["Talk"]


def test_a_line_for_abuse_does_not_stand_in_for_a_crisis() -> None:
    assert not shown(book(line("B", "abuse")), "suicide").helps


def test_a_line_by_and_for_some_is_shown_where_that_is_asked_for() -> None:
    known = book(line("All", "emotional"), line("Some", "lgbtq", "emotional"))
    assert names(shown(known, "suicide").checked) == ["All"]
    assert names(shown(known, "lgbtq").checked) == ["Some"]
    assert names(shown(known).checked) == ["Some", "All"]


def test_emergency_numbers_come_first_and_unasked() -> None:
    known = book(line("A", "suicide"), line("Ambulance", "emergency"), line("Police", "emergency"))
    assert names(shown(known, "suicide").checked) == ["Ambulance", "Police", "A"]


def test_emergency_numbers_alone_are_no_line_to_talk_to() -> None:
    found = shown(book(line("Ambulance", "emergency")))
    assert names(found.checked) == ["Ambulance"]
    assert not found.helps


# ── how many ─────────────────────────────────────────────────────────────────
def test_about_four_are_enough() -> None:
    known = book(*(line(str(number), "suicide") for number in range(9)))
    assert names(shown(known).checked) == ["0", "1", "2", "3"]


def test_no_topic_is_crowded_out_by_many_lines_of_another() -> None:
    many = (line(str(number), "suicide") for number in range(9))
    found = shown(book(*many, line("B", "abuse"), line("C", "sexual-violence")))
    assert names(found.checked) == ["0", "1", "B", "C"]


def test_two_languages_of_a_country_are_both_shown() -> None:
    known = book(line("Fr", languages=("fr",)), line("Nl", languages=("nl",)))
    assert names(shown(known, speaks="en").checked) == ["Fr", "Nl"]


def test_the_readers_language_comes_first_and_hides_no_other() -> None:
    known = book(line("Fr", languages=("fr",)), line("Nl", languages=("nl",)))
    assert names(shown(known, speaks="nl-BE").checked) == ["Nl", "Fr"]


def test_a_pair_is_not_parted_by_the_limit() -> None:
    pairs = [
        line(f"{topic} {tongue}", topic, languages=(tongue,))
        for topic in ("suicide", "abuse", "lgbtq", "emotional")
        for tongue in ("fr", "nl")
    ]
    found = names(shown(book(*pairs)).checked)
    assert len(found) >= MOST
    assert {name.replace("fr", "nl") for name in found if name.endswith("fr")} == {
        name for name in found if name.endswith("nl")
    }


def test_lines_for_adults_and_for_the_young_are_shown_together() -> None:
    many = (line(str(number), "suicide") for number in range(9))
    assert "Young" in names(shown(book(*many, line("Young", "youth", "suicide"))).checked)


def test_for_the_young_their_own_line_comes_first() -> None:
    known = book(line("All", "suicide", "emotional"), line("Young", "youth", "emotional"))
    assert names(shown(known, "youth").checked) == ["Young", "All"]


def test_what_a_person_checked_is_chosen_before_what_nobody_has() -> None:
    many = [unchecked(str(number)) for number in range(4)]
    found = shown(book(*many, line("Sure")))
    assert names(found.checked) == ["Sure"]
    assert len(found.unchecked) == MOST - 1
