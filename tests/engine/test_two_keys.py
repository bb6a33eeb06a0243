"""What one person rates in private changes nothing that another can see (method C17, rule 3).

Two people do the same things at the same times; only what they pick in private differs. One
of them reads the same words at the same seconds, through the round, its end, and an invite
some days later.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import forks
from tests.engine.histories import MOMENT
from tests.play import House, act

OPENING = (
    "ari: /share bo | ari: [me] | ari: [slow] | ari: [relay] | bo: [yes] | bo: [4] | ari: [{ready}]"
    " | bo: [{their_ready}] | ari: [sore] | ari: [sad] | ari: They laughed. | ari: skip"
    " | ari: [{size}] | ari: [comfort] | ari: [{guess}] | ari: [send]"
    " | bo: So it felt cold. | bo: I am with you. | bo: [send] | ari: [yes]"
)
RATED = (
    " | ari: [{cared}] | ari: [{respected}] | ari: [{gentle}] | ari: [{band}] | ari: [{sting}]"
    " | bo: [{load}] | bo: [no]"
)
KEPT = " | ari: [{quiet_way}] | ari: [for-trying] | ari: [send]"
TOLD = " | ari: [better] | ari: skip | ari: [hurt] | ari: [slower] | ari: skip | ari: [send]"
TOLD += " | bo: [thank] | ari: [for-trying] | ari: [send] | ari: [{save}]"
ENDING = (
    " | bo: [skip] | ari: [{swap}] | + 30h"
    " | ari: I ask sooner. | bo: {learning} | ari: [{closer}] | bo: [{their_closer}]"
    " | + 5d | bo: /share ari | bo: [me]"
)

THREE = st.sampled_from(["no", "some", "yes", "skip"])
LEFT = st.sampled_from(["closer", "unchanged", "further", "unsure", "skip"])
PRIVATE = {
    "closer": LEFT,
    "ready": st.sampled_from(["calm", "stirred"]),
    "size": st.sampled_from(["1", "2", "3", "4"]),
    "guess": st.sampled_from(["good", "middle", "bad", "no-idea", "skip"]),
    "cared": THREE,
    "respected": THREE,
    "gentle": THREE,
    "band": st.sampled_from(["good", "middle", "bad", "skip"]),
    "save": st.sampled_from(["private", "show", "no", "skip"]),
    "swap": st.sampled_from(["now", "another", "enough"]),
}
THEIRS = {
    "their_ready": st.sampled_from(["calm", "stirred"]),
    "load": st.sampled_from(["easy", "ok", "heavy", "too-much", "skip"]),
    "learning": st.sampled_from(["skip", "Slow is good."]),
    "their_closer": LEFT,
}
PLAIN = dict.fromkeys(("guess", "cared", "respected", "gentle", "band", "sting"), "skip")
PLAIN |= {"ready": "calm", "size": "2", "swap": "another", "their_ready": "calm", "load": "ok"}
PLAIN |= {
    "closer": "skip",
    "their_closer": "skip",
    "learning": "skip",
    "quiet_way": "keep",
    "save": "no",
}


def seen(reader: str, story: str, picks: dict[str, str]) -> list[forks.Row]:
    """What `reader` sees when the story happens with these picks."""
    house = House()
    for line in story.format(**PLAIN | picks).split(" | "):
        act(house, line)
        house.wait(MOMENT["slow"])
    return [forks.row(one) for one in house.log if one.by == reader]


@given(st.fixed_dictionaries(PRIVATE), st.sampled_from(["none", "bit", "lot", "skip"]))
@settings(deadline=None, max_examples=120)
def test_whatever_the_sharer_rates_the_listener_reads_the_same(
    picks: dict[str, str], sting: str
) -> None:
    """Where the sting is "a lot" the sharer is cared for first, and leaves it there."""
    story = OPENING + RATED + KEPT + ENDING
    quiet_way = "leave" if sting == "lot" else "keep"
    assert seen("bo", story, picks | {"sting": sting, "quiet_way": quiet_way}) == seen(
        "bo", story, {}
    )


@given(st.fixed_dictionaries(PRIVATE), st.sampled_from(["none", "bit", "skip"]))
@settings(deadline=None, max_examples=60)
def test_feedback_reads_the_same_whatever_was_rated_before_it(
    picks: dict[str, str], sting: str
) -> None:
    """A sting of "a lot" is left out: the exercise declares that feedback at once reveals it."""
    story = OPENING + RATED + TOLD + ENDING
    assert seen("bo", story, picks | {"sting": sting}) == seen("bo", story, {})


@given(st.fixed_dictionaries(THEIRS))
def test_whatever_the_listener_rates_the_sharer_reads_the_same(picks: dict[str, str]) -> None:
    story = OPENING + RATED + TOLD + ENDING
    assert seen("ari", story, picks) == seen("ari", story, {})
