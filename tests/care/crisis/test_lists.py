"""How a list is written, what it then hears, and what its author is told."""

import pytest

from bot.care.phrases.listing import Listing
from bot.care.phrases.reading import BadPhrases, read

FILE = "crisis/xx.toml"


def listing(**tables: str) -> Listing:
    """A list of the label "hit", from its tables as they are written."""
    return read(written(**tables), FILE, ("hit",))


def written(hit: str = '"zzz"', groups: str = "", fillers: str = "", innocent: str = "") -> str:
    return (
        f"fillers = [{fillers}]\ninnocent = [{innocent}]\n"
        f"[groups]\n{groups}\n[heard]\nhit = [{hit}]\n"
    )


def mistakes(text: str, *labels: str) -> list[str]:
    """What is said about that list, a line each."""
    with pytest.raises(BadPhrases) as caught:
        read(text, FILE, labels or ("hit",))
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("phrase", "heard", "not_heard"),
    [
        ("want to go", "I WANT to go!", "want go"),
        ("can't go", "i cant go", "can go"),
        ("self-harm", "self harm", "selfish harm"),
        ("red/blue car", "a blue car", "a green car"),
        ("red/light-blue car", "light blue car", "light car"),
        ("go (far) away", "go away, go far away", "go very far away"),
        ("go (very far) away", "go very far away", "go far away"),
        ("all ... gone", "all of my six cats are gone", "all a b c d e f g gone"),
        ("all ... gone", "all gone", "gone all"),
    ],
)
def test_the_notation_means_what_it_says(phrase: str, heard: str, not_heard: str) -> None:
    one = listing(hit=f'"{phrase}"')
    assert one.heard(heard) == {"hit"}
    assert one.heard(not_heard) == frozenset()


def test_a_group_stands_for_each_of_its_phrases_and_may_use_others() -> None:
    one = listing(
        hit='"{want} cake"', groups='want = ["want", "{like} to have"]\nlike = ["like", "love"]'
    )
    assert one.heard("want cake")
    assert one.heard("i love to have cake")
    assert not one.heard("like cake")


def test_fillers_are_passed_over() -> None:
    one = listing(hit='"want cake"', fillers='"really", "so"')
    assert one.heard("i really so really want really cake")
    assert not one.heard("want no cake")


def test_an_idiom_takes_away_what_ends_inside_it() -> None:
    one = listing(hit='"want cake"', innocent='"cake of soap"')
    assert not one.heard("i want cake of soap")
    assert one.heard("i want cake and a cake of soap")


def test_a_masked_word_that_may_be_either_is_the_one_that_is_listened_for() -> None:
    one = listing(hit='"{a} now"', groups='a = ["snarling"]', innocent='"snapling home"')
    assert one.heard("s******g now") == {"hit"}


def test_groups_that_share_their_beginnings_are_each_heard_to_their_end() -> None:
    groups = 'all = ["every one", "each"]\nnone = ["every last one", "no one"]'
    one = listing(hit='"{all} gone", "see ... {none} left"', groups=groups)
    assert one.heard("see that every last one left")
    assert one.heard("every one gone")
    assert not one.heard("see that every one left")


def test_of_phrases_with_one_end_the_longest_counts() -> None:
    text = '[heard]\na = ["kick me"]\nb = ["he kick/kicks me"]\n'
    one = read(text, FILE, ("a", "b"))
    assert one.heard("kick me") == {"a"}
    assert one.heard("he kick me") == {"b"}
    assert one.heard("he kick me, kick me") == {"a", "b"}


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"hit": '"{wan} cake"'}, ':6 "{wan} cake": There is no group `wan`.'),
        ({"hit": '"{ cake"'}, ':6 "{ cake": `{` is no word and no {group}.'),
        ({"hit": '"(cake)"'}, ':6 "(cake)": It may be nothing at all.'),
        ({"hit": '""'}, ':6 "": It may be nothing at all.'),
        ({"hit": '"... cake"'}, ':6 "... cake": A gap needs a word on either side.'),
        ({"hit": '"cake", "cake"'}, ':6 "cake": It is listed twice.'),
        ({"hit": '"so nice"', "fillers": '"so"'}, ':6 "so nice": `so` is a filler, which is'),
        (
            {"hit": '"{a}"', "groups": 'a = ["{a} b"]'},
            ':6 "{a}": `{a}` contains itself.',
        ),
        (
            {"hit": '"{a}"', "groups": 'a = ["x ... y"]'},
            ':6 "{a}": A gap cannot be inside a group, as in `x ... y`.',
        ),
        ({"groups": 'a = ["x"]'}, ':4 "a": No phrase uses this group.'),
    ],
)
def test_a_mistake_is_said_with_its_line_and_its_phrase(tables: dict[str, str], told: str) -> None:
    (only,) = mistakes(written(**tables))
    assert only.startswith(FILE + told)


def test_all_mistakes_are_said_at_once() -> None:
    assert len(mistakes(written(hit='"{a} b", "c ...", "d", "d"'))) == 3


def test_a_label_must_be_known_and_have_phrases() -> None:
    told = mistakes('[heard]\nhot = ["cake"]\n', "hit")
    assert told == [
        f'{FILE}:2 "hot": There is no such label; there is: hit.',
        f'{FILE}:1 "hit": No phrase has this label.',
    ]


@pytest.mark.parametrize(
    "broken", ["heard = 3", "[heard]\nhit = [3]", "[heard\n", "x = 1\n[heard]"]
)
def test_a_file_of_another_shape_is_said_with_its_name(broken: str) -> None:
    (only,) = mistakes(broken)
    assert only.startswith(f"{FILE}: ")
