"""How a message looks on Matrix: plain text that says all, and the same in simple HTML beside it.

Nothing can be tapped, so choices are listed to be typed: by number, or by their words where a
number would be an answer itself. What asks or matters is a text; an acknowledgement is a notice,
which makes no sound. A poll is drawn only where the operator wants them, and can be answered in
writing all the same.
"""

import html
import json
from collections.abc import Callable
from typing import Any

from adapters.cutting import cut
from bot.model.message import Shown

Json = dict[str, Any]
Word = Callable[[str], str]  # one of our own words, in the reader's language

LONGEST = 8000  # characters of one event, so that it can be read in one go
HEAVIEST = 40_000  # bytes of one as JSON; the platform takes 65,535, and encryption adds a third
OPTIONS = 20  # of a poll
POLL = "org.matrix.msc3381.poll.start"
TEXT = "org.matrix.msc1767.text"
KIND = "m.room.message"
PAST = frozenset({"skip", "same"})  # choices beside which the answer is in own words


def pieces(text: str, most: int = LONGEST) -> list[str]:
    """The text in parts of at most `most` characters, none of them too heavy for an event."""
    return [lighter for part in cut(text, most) for lighter in _light(part)]


def _light(part: str) -> list[str]:
    """The part itself, or its halves: some letters take many times the bytes of others."""
    light = len(json.dumps(code(part))) <= HEAVIEST or len(part) == 1
    return [part] if light else pieces(part, len(part) // 2)


def contents(message: Shown, word: Word, *, quiet: bool = False, how: bool = False) -> list[Json]:
    """What is sent, in order; the last one carries the choices.

    `quiet`: it is only an acknowledgement. `how`: this person is still to be told how to answer.
    """
    if message.kind == "file":
        return [code(part) for part in (message.name, *pieces(message.text)) if part]
    *before, last = pieces(message.text)
    tail, shaped = _choices(message, word, how=how)
    kind = "m.notice" if quiet else "m.text"
    whole = {"body": _joined(last, tail), "formatted_body": _paragraphs(last) + shaped}
    return [*(text(part, kind) for part in before), _formed(kind, **whole)]


def text(words: str, kind: str = "m.text") -> Json:
    """Some words."""
    return _formed(kind, body=words, formatted_body=_paragraphs(words))


def notice(words: str) -> Json:
    """Some words that make no sound."""
    return text(words, "m.notice")


def code(words: str) -> Json:
    """A text as it is, every space of it."""
    return _formed("m.text", body=words, formatted_body=f"<pre><code>{_safe(words)}</code></pre>")


def replacing(event: str, new: Json) -> Json:
    """The same, in the place of an earlier event. Older apps show it as a message with a star."""
    return {
        **new,
        "body": f"* {new['body']}",
        "m.new_content": new,
        "m.relates_to": {"rel_type": "m.replace", "event_id": event},
    }


def answering(event: str, new: Json) -> Json:
    """The same, as a reply to an event."""
    return {**new, "m.relates_to": {"m.in_reply_to": {"event_id": event}}}


def can_be_a_poll(message: Shown) -> bool:
    """Whether a poll can ask that: one answer of a few, and a text that fits."""
    few = 1 < len(message.choices) <= OPTIONS and message.most == 1
    return message.kind == "question" and few and len(message.text) <= LONGEST


def poll(message: Shown, word: Word) -> Json:
    """The question as a poll whose result is nobody's; apps without polls show its text."""
    tail, _ = _choices(message, word, how=False)
    answers = [{"id": one.id, TEXT: one.label} for one in message.choices]
    return {
        "org.matrix.msc3381.poll.start": {
            "kind": "org.matrix.msc3381.poll.undisclosed",
            "max_selections": 1,
            "question": {TEXT: message.text},
            "answers": answers,
        },
        TEXT: _joined(message.text, tail),
    }


# ── choices ──────────────────────────────────────────────────────────────────
def _choices(message: Shown, word: Word, *, how: bool) -> tuple[str, str]:
    """What stands below the question, plain and as HTML; two empty texts without choices."""
    if not message.choices:
        return "", ""
    labels = [one.label or one.id for one in message.choices]
    hints = [word(hint) for hint in _hints(message, how=how)]
    if _listed(message):
        listed = "\n".join(f"{number}. {label}" for number, label in enumerate(labels, 1))
        items = "".join(f"<li>{_safe(label)}</li>" for label in labels)
        shaped = f"<ol>{items}</ol>"
    else:
        listed = f"{word('.matrix-or-type')} " * message.writes + " · ".join(labels)
        shaped = _paragraphs(listed)
    return _joined(listed, " ".join(hints)), shaped + _paragraphs(" ".join(hints))


def _hints(message: Shown, *, how: bool) -> list[str]:
    """What has to be said on how to answer, and no more."""
    hints = []
    if _listed(message):
        hints += [".matrix-how"] * how
        hints += [".matrix-how-some"] * (message.most > 1)
        hints += [".matrix-how-own"] * message.writes
    return hints


def _listed(message: Shown) -> bool:
    """Whether choices have numbers: not where one would be words, or is only the way past it."""
    ready = any(one.id not in PAST for one in message.choices)
    return message.numbered and (ready or not message.writes)


# ── HTML ─────────────────────────────────────────────────────────────────────
def _formed(kind: str, body: str, formatted_body: str) -> Json:
    return {
        "msgtype": kind,
        "body": body,
        "format": "org.matrix.custom.html",
        "formatted_body": formatted_body,
    }


def _paragraphs(words: str) -> str:
    parts = [part for part in words.split("\n\n") if part.strip()]
    return "".join(f"<p>{_safe(part).replace(chr(10), '<br/>')}</p>" for part in parts)


def _safe(words: str) -> str:
    return html.escape(words, quote=False)


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
