"""Help lines in words: what is offered to one person, as one block of text in their language.

Names, numbers and addresses are data and stand in lines of their own, so that each can be read
and copied by itself. Whatever happens to the list, the block names the local emergency number
and the directory: it is never empty (safety D6).
"""

from collections.abc import Callable, Iterator

from bot.model.helpline import Helpline, Offer

ALWAYS = "24/7"  # how the list says "day and night"
Say = Callable[..., str]  # a shared message in the reader's language, with its arguments


def block(offer: Offer, say: Say) -> str:
    """Bubbles parted by a blank line. Nothing unchecked without the words that say so."""
    return "\n\n".join(_bubbles(offer, say))


def _bubbles(offer: Offer, say: Say) -> Iterator[str]:
    yield say(".lines-danger")
    yield from (_entry(line, say) for line in offer.checked)
    if offer.unchecked:
        yield say(".lines-unchecked")
        yield from (_entry(line, say) for line in offer.unchecked)
    if offer.country and not offer.helps:
        yield say(".lines-none")
    yield say(".lines-directory")
    yield say(".lines-trace")


def _entry(line: Helpline, say: Say) -> str:
    return "\n".join((line.name, *_facts(line, say)))


def _facts(line: Helpline, say: Say) -> Iterator[str]:
    """Call, text and chat first (safety D4.4), then when."""
    if line.phone:
        yield say(".lines-call", number=line.phone)
    if line.sms and line.sms_word:
        yield say(".lines-text-word", word=line.sms_word, number=line.sms)
    elif line.sms:
        yield say(".lines-text", number=line.sms)
    if line.chat_url:
        yield say(".lines-chat", link=line.chat_url)
    if line.hours == ALWAYS:
        yield say(".lines-always")
    elif line.hours:
        yield say(".lines-hours", hours=line.hours)
