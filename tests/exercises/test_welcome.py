"""The welcome (method E0): every way through it, and out of it."""

from datetime import time

from tests.play import House, play


def test_the_welcome_asks_what_it_needs_and_keeps_what_was_chosen() -> None:
    house = play(
        """
        ari: hello
            → ari  hello
        ari: [more]
            → ari  hello
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: [understood]
            → ari  adult
        ari: [yes]
            → ari  who-reads
        ari: [ok]
            → ari  keep
        ari: [days-7]
            → ari  numbers
        ari: [days-90]
            → ari  consent
        ari: [agree]
            → ari  country
        ari: Germany
            → ari  zone
        ari: Berlin
            → ari  hours
        ari: 22:00-7:30
            → ari  prompts
        ari: [discreet]
            → ari  pause-word
        ari: red
            → ari  meaning
        ari: Being heard.
            → ari  all-set
            → ari  what
        """,
        House("ari", "bo", welcomed=False),
    )
    ari = house.person("ari")
    assert (ari.country, ari.zone, ari.pause_word) == ("DE", "Europe/Berlin", "red")
    assert (ari.quiet.start, ari.quiet.end) == (time(22), time(7, 30))
    assert ari.welcomed
    assert ari.consent
    assert [one.script for one in house.sessions.values()] == ["home"]


def test_the_short_way_takes_what_is_usual() -> None:
    house = play(
        """
        ari: start
            → ari  hello
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: [understood]
            → ari  adult
        ari: [yes]
            → ari  who-reads
        ari: [ok]
            → ari  keep
        ari: [nothing]
            → ari  numbers
        ari: [none]
            → ari  consent
        ari: [agree]
            → ari  country
        ari: skip
            → ari  zone
        ari: Chicago
            → ari  hours
        ari: [usual]
            → ari  prompts
        ari: [none]
            → ari  pause-word
        ari: [usual]
            → ari  all-set
            → ari  what
        """,
        House("ari", "bo", welcomed=False),
    )
    ari = house.person("ari")
    assert (ari.keep, ari.numbers, ari.prompts) == ("nothing", "none", "none")
    assert (ari.pause_word, ari.country, ari.meaning) == ("pause", "", None)


def test_not_for_me_keeps_nothing() -> None:
    house = play(
        """
        ari: hi
            → ari  hello
        ari: [not-for-me]
            → ari  goodbye
        + 2s
        """,
        House("ari", "bo", welcomed=False),
    )
    assert {one.account.native for one in house.people.values()} == {"bo"}


def test_not_for_me_after_hearing_more_keeps_nothing_either() -> None:
    house = play(
        """
        ari: hi
            → ari  hello
        ari: [more]
            → ari  hello
        ari: [not-for-me]
            → ari  goodbye
        + 2s
        """,
        House("ari", "bo", welcomed=False),
    )
    assert {one.account.native for one in house.people.values()} == {"bo"}


def test_whoever_is_too_young_gets_lines_for_young_people_and_nothing_is_kept() -> None:
    house = play(
        """
        ari: hi
            → ari  hello
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: [understood]
            → ari  adult
        ari: [no]
            → ari  young-lines
            → ari  lines-block  "findahelpline.com"
            → ari  nothing-kept
        + 2s
        """,
        House("ari", "bo", welcomed=False),
    )
    assert {one.account.native for one in house.people.values()} == {"bo"}


def test_without_consent_it_ends_and_nothing_is_kept() -> None:
    house = play(
        """
        ari: hi
            → ari  hello
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: [understood]
            → ari  adult
        ari: [yes]
            → ari  who-reads
        ari: [ok]
            → ari  keep
        ari: [days-7]
            → ari  numbers
        ari: [none]
            → ari  consent
        ari: [no]
            → ari  without-consent
        + 2s
        """,
        House("ari", "bo", welcomed=False),
    )
    assert {one.account.native for one in house.people.values()} == {"bo"}


def test_what_is_needed_cannot_be_skipped() -> None:
    play(
        """
        ari: hi
            → ari  hello
        ari: skip
            → ari  needed
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: skip
            → ari  needed
        ari: [understood]
            → ari  adult
        ari: skip
            → ari  needed
        ari: maybe
            → ari  pick-one
        ari: yes
            → ari  who-reads
        """,
        House("ari", "bo", welcomed=False),
    )


def test_a_place_a_time_and_a_country_that_do_not_exist_are_asked_again() -> None:
    play(
        """
        ari: hi
            → ari  hello
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: [understood]
            → ari  adult
        ari: [yes]
            → ari  who-reads
        ari: [ok]
            → ari  keep
        ari: [until-deleted]
            → ari  numbers
        ari: [none]
            → ari  consent
        ari: [agree]
            → ari  country
        ari: Atlantis
            → ari  no-such-country
        ari: skip
            → ari  zone
        ari: Springfield
            → ari  no-such-zone
        ari: Berlin
            → ari  hours
        ari: sometimes
            → ari  no-such-hours
        ari: 10pm to 7am
            → ari  prompts
        """,
        House("ari", "bo", welcomed=False),
    )


def test_nothing_else_works_before_the_welcome_but_help_always_does() -> None:
    play(
        """
        ari: help
            → ari  help
            → ari  lines-block
            → ari  help-controls
        ari: /share bo
            → ari  welcome-first
            → ari  hello
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: help
            → ari  help
            → ari  lines-block
            → ari  help-controls
        ari: /share bo
            → ari  welcome-first
            → ari  what-it-is
        """,
        House("ari", "bo", welcomed=False),
    )


def test_undo_goes_back_in_the_welcome_too() -> None:
    play(
        """
        ari: hi
            → ari  hello
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: undo
            → ari  hello
        ari: [more]
            → ari  hello
        """,
        House("ari", "bo", welcomed=False),
    )


def test_stop_ends_the_welcome_and_it_can_begin_again() -> None:
    play(
        """
        ari: hi
            → ari  hello
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: stop
            → ari  stopped-alone
        ari: hi
            → ari  hello
        """,
        House("ari", "bo", welcomed=False),
    )


def test_an_invite_waits_until_the_welcome_is_finished() -> None:
    play(
        """
        bo: /share cleo
            → bo  who-first
        bo: [me]
            → bo  pace
        bo: [slow]
            → bo  place
        bo: [relay]
            → bo  asked
        cleo: hi
            → cleo  hello
        cleo: [more]
            → cleo  hello
        cleo: [start]
            → cleo  no-rescue
            → cleo  what-it-is
        cleo: [understood]
            → cleo  adult
        cleo: [yes]
            → cleo  who-reads
        cleo: [ok]
            → cleo  keep
        cleo: [days-7]
            → cleo  numbers
        cleo: [days-90]
            → cleo  consent
        cleo: [agree]
            → cleo  country
        cleo: Germany
            → cleo  zone
        cleo: Berlin
            → cleo  hours
        cleo: 22:00-7:30
            → cleo  prompts
        cleo: [discreet]
            → cleo  pause-word
        cleo: red
            → cleo  meaning
        cleo: skip
            → cleo  all-set
            → cleo  invite
        cleo: [not-now]
        """,
        House("ari", "bo"),
    )


def test_in_another_language_it_says_that_words_of_danger_are_known_in_english_only() -> None:
    house = House("ari", "bo", welcomed=False)
    house.change("ari", locale="de")
    play(
        """
        ari: hi
            → ari  hello
        ari: [start]
            → ari  no-rescue
            → ari  what-it-is
        ari: [understood]
            → ari  adult
        ari: [yes]
            → ari  english-only
            → ari  who-reads
        """,
        house,
    )
