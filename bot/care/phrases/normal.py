"""What a text says once its disguises are off: case, look-alikes, leetspeak, s p a c e d letters.

Theory of operation. `fold` turns every character into a plain one and knows no words. `words`
splits what is left; only where something may hide (a digit, a symbol, one letter three times,
letters standing alone) is a word spelled anew, and only into a word that the list knows. All of
it is linear in the length of the text: each character is decomposed alone, because sorting a
long run of combining marks, as whole texts are normalised, takes time by the square.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from importlib.resources import files

import msgspec

LONGEST = 12  # letters of the longest word that is looked for in letters without gaps
SPELLED = 400  # letters in a row that somebody may have spelled out
FEW = 4  # letters that one character stands for at most

_LOOK_ALIKES = msgspec.toml.decode(
    files(__package__).joinpath("lookalikes.toml").read_bytes(), type=dict[str, str]
)
_LATIN = {look: letter for letter, looks in _LOOK_ALIKES.items() for look in looks}
_TYPOGRAPHY = (("\u2019", "'"), ("\u2026", " "), ("\u201c", " "), ("\u201d", " "), ("\u2013", " "))
_BLANK = frozenset("\u115f\u1160\u3164\uffa0")  # letters that show nothing
_APOSTROPHES = frozenset("\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02c8\u2032\u00b4\ua78c")
_NAMED = re.compile(r"(?:LATIN|NEGATIVE|REGIONAL|COMBINING LATIN) .*?\b([A-Z])(?: WITH .*)?$")

_ASCII = {  # everything but letters and digits ends a word; an apostrophe does not
    code: chr(code) if chr(code).isalnum() else None if chr(code) in "'`" else " "
    for code in range(128)
}
_SPACED = str.maketrans(_ASCII)
_LEET = str.maketrans("0134578@$!|+", "oieastbasiit")
_LEET_L = str.maketrans("0134578@$!|+", "oleastbaslit")  # a one is an l as well

_SYMBOL = re.compile(r"[0-9@$!|+*#]")
_LONE = re.compile(r" \w +\w +\w ")
_SPELLED = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,4}[^\W_](?![^\W_])){2,}")
_GAPS = re.compile(r"[\W_]+")
_TOKEN = re.compile(r"#?(?:[^\W_]|[@$!|+*])+")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_RUN = re.compile(r"([^\W\d_])\1{2,}")


def fold(text: str) -> str:
    """The text in lower case and plain letters: no marks, nothing invisible, no look-alikes."""
    if text.isascii():
        return text.lower()
    for sign, plain in _TYPOGRAPHY:  # what phones put in; often there is nothing else
        text = text.replace(sign, plain)
    table = {ord(one): _plain(one) for one in set(text) if not one.isascii()}
    return (text.translate(table) if table else text).lower()


def words(text: str, known: Collection[str]) -> list[str]:
    """The words of `text` in their order, each as it stands in `known` where a trick hid it."""
    folded = fold(text)
    spaced = folded.translate(_SPACED)
    lone = _LONE.search(f" {spaced} ")
    if not (lone or _SYMBOL.search(folded)):
        found = spaced.split()
        if not _RUN.search(" ".join([word for word in found if word not in known])):
            return found
    if lone:
        folded = _SPELLED.sub(lambda run: _joined(run[0], known), folded)
    found = []
    for token in _TOKEN.findall(folded.replace("'", "").replace("`", "")):
        found.extend(_respelled(token, known))
    return found


@lru_cache(maxsize=4096)
def _plain(one: str) -> str:
    """A character as plain lower-case letters; a space for a sign, nothing for the invisible."""
    if one in _APOSTROPHES or one in _BLANK:
        return ""
    return "".join(map(_letter, unicodedata.normalize("NFKD", one).casefold()[:FEW]))


def _letter(one: str) -> str:
    """One character of a decomposed one."""
    if one.isascii():
        return one
    if one in _LATIN:
        return _LATIN[one]
    if named := _NAMED.match(unicodedata.name(one, "")):
        return named[1].lower()
    kind = unicodedata.category(one)
    if kind[0] == "M" or kind == "Cf":
        return ""
    return one if kind[0] in "LN" else " "


def _joined(run: str, known: Collection[str]) -> str:
    """Letters standing alone as the known words that they spell."""
    letters = _GAPS.sub("", run)
    return " ".join(_parted(letters, known)) if len(letters) <= SPELLED else run


def _parted(letters: str, known: Collection[str]) -> Iterator[str]:
    """The longest known word at each place, or the one letter that stands there."""
    at = 0
    while at < len(letters):
        ends = range(min(len(letters), at + LONGEST), at + 1, -1)
        end = next((end for end in ends if letters[at:end] in known), at + 1)
        yield letters[at:end]
        at = end


def _respelled(token: str, known: Collection[str]) -> list[str]:
    """The one known word that the token is a spelling of, or the plain words it consists of."""
    if token in known or (token.isalpha() and not _RUN.search(token)):
        return [token]
    if token.startswith("#"):
        token = token[1:]
        parts = list(_parted(token, known))
        if all(part in known for part in parts):
            return parts
    if not token.isdigit():
        for reading in _readings(token):
            if reading in known:
                return [reading]
    return _PARTS.findall(token)


def _readings(token: str) -> Iterator[str]:
    """What the token may have been before it was disguised, the likeliest first."""
    bare = token.strip("!|+*")
    for form in (bare, bare.translate(_LEET), token.translate(_LEET), bare.translate(_LEET_L)):
        yield form
        yield _RUN.sub(r"\1\1", form)
        yield _RUN.sub(r"\1", form)
