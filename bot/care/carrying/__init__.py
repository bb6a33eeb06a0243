"""Placeholder until the lists are here: replace this file."""


def threat(text: str, locale: str) -> bool:
    """Nothing yet."""
    return text == locale


def insult(text: str, locale: str) -> bool:
    """Nothing yet."""
    return text == locale
