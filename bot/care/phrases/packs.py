"""The lists of a package, one file for each language: `en.toml` beside its code."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from importlib.resources import files

from bot.care.phrases.listing import Listing
from bot.care.phrases.reading import read

FALLBACK = "en"  # the list for a language that has none
SUFFIX = ".toml"
LOCALES = 64  # that are kept at hand; people share a few


def read_all(package: str, labels: Collection[str]) -> dict[str, Listing]:
    """Language → list, for every list in `package`. Raises `BadPhrases` for the first bad one."""
    return {
        file.name.removesuffix(SUFFIX): read(
            file.read_text(encoding="utf-8"), f"{package.rpartition('.')[2]}/{file.name}", labels
        )
        for file in files(package).iterdir()
        if file.name.endswith(SUFFIX)
    }


@lru_cache(LOCALES)
def language(locale: str) -> str:
    """The language of a locale: "en" of "en-GB", "en_US.UTF-8" and "EN"."""
    return locale.replace("_", "-").partition("-")[0].strip().lower()


def of(lists: Mapping[str, Listing], locale: str) -> Listing:
    """The list for a locale, or the English one."""
    return lists.get(language(locale), lists[FALLBACK])
