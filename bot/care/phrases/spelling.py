"""Ways in which a word is mistyped or masked, worked out once, so that finding one is a look-up."""

from collections.abc import Collection, Iterable, Iterator

SLIPS = 6  # letters from which on a slip of the finger is still clearly this word
MASKED = 4  # letters from which on a word can still be told behind stars or without vowels
VOWELS = frozenset("aeiou")


def known(words: Iterable[str], right: Collection[str] = ()) -> dict[str, str]:
    """Every spelling → the word it stands for. What is `right` is no slip of another word."""
    exact = {word: word for word in words}
    found: dict[str, str] = {}
    for word in exact:
        for variant in variants(word):
            found.setdefault(variant, word)
    for word in right:
        found.pop(word, None)
    return found | exact


def variants(word: str) -> Iterator[str]:
    """A letter left out, doubled or swapped, "-in" for "-ing"; stars for letters; no vowels."""
    if len(word) >= SLIPS:
        yield from _slips(word)
    if len(word) >= MASKED:
        yield from _masks(word)


def _slips(word: str) -> Iterator[str]:
    """The first letter is hardly ever missed, and without its last a word is another form."""
    for at in range(1, len(word)):
        yield f"{word[:at]}{word[at]}{word[at:]}"
        yield f"{word[: at - 1]}{word[at]}{word[at - 1]}{word[at + 1 :]}"
        if at + 1 < len(word):
            yield f"{word[:at]}{word[at + 1 :]}"
    if word.endswith("ing"):
        yield word[:-1]
    bare = "".join(letter for letter in word[1:] if letter not in VOWELS)
    if len(bare) + 1 >= MASKED:
        yield word[0] + bare


def _masks(word: str) -> Iterator[str]:
    first, inner, last = word[0], word[1:-1], word[-1]
    for at in range(len(inner)):
        yield f"{first}{inner[:at]}*{inner[at + 1 :]}{last}"
    yield first + "".join("*" if letter in VOWELS else letter for letter in inner) + last
    yield first + "*" * len(inner) + last
