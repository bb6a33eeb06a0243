"""Exercises in folders: those that ship, and private ones beside them, under names of their own.

A private exercise's name is a command too, so it must be free and short. Everything that is
wrong with any of the folders is said at once.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from bot.errors import BadContent
from bot.model.script import Script
from bot.script.read import FILE
from bot.script.table import NAME
from bot.text.typed import is_taken

KINDS = (".toml", ".ftl")
LONGEST = 32  # characters of a command's name on Discord
COMMANDS = 100  # that Discord takes
TOGETHER = 2  # people in an exercise that a command proposes


def folders(shipped: Path, dirs: Sequence[Path], commands: Container[str]) -> list[Path]:
    """The folders of all exercises, sorted by name: in `shipped`, and in each of `dirs`.

    `commands` are the names that commands bear already. Raises `BadContent` with a sentence
    for each folder that is not there or cannot be read, and for each name that cannot be one.
    """
    own = {one: _within(one) for one in dict.fromkeys(dirs)}
    there = _within(shipped)
    found = [folder for inside in own.values() for folder in inside]
    wrong = [
        *(sentence for one in own for sentence in _unfit(one)),
        *(s for folder in found for s in unfit(folder.name, [one.name for one in there], commands)),
        *_twice(found),
    ]
    if wrong:
        raise BadContent("\n".join(wrong))
    return sorted((*there, *found), key=lambda folder: folder.name)


def refuse_unservable(own: Iterable[Script], taken: int) -> None:
    """Raises `BadContent` for private exercises that no command can begin.

    `taken` is how many commands there are besides.
    """
    own = tuple(own)
    wrong = [
        f"`{script.name}` has {len(script.roles)} roles. A private exercise has one or two."
        for script in own
        if len(script.roles) > TOGETHER
    ]
    if len(own) + taken > COMMANDS:
        wrong.append(f"These are {len(own)} exercises, and there is room for {COMMANDS - taken}.")
    if wrong:
        raise BadContent("\n".join(wrong))


def unfit(name: str, taken: Container[str], commands: Container[str]) -> Iterator[str]:
    """Why a private exercise cannot be called that; nothing when it can."""
    if name in taken:
        yield f"`{name}` is an exercise that comes with Handrail. Give yours another name."
    elif name in commands:
        yield f"`{name}` is a command already. Give your exercise another name."
    elif not NAME.fullmatch(name):
        yield (
            f"`{name}` cannot be the name of an exercise: use small letters from a to z, digits "
            "and dashes, and begin with a letter."
        )
    elif is_taken(name):
        yield f"`{name}` is a word that people answer with. Give your exercise another name."
    elif len(name) > LONGEST:
        yield f"`{name}` is too long: people type it, and {LONGEST} letters are the most."


def _within(folder: Path) -> list[Path]:
    """The exercises in this folder; none where it cannot be looked into."""
    try:
        return [one for one in folder.iterdir() if (one / FILE).is_file()]
    except OSError:
        return []


def _unfit(folder: Path) -> Iterator[str]:
    """What is wrong with a folder of private exercises itself."""
    if not folder.exists():
        yield f"There is no folder {folder}. Make it, or take it out of exercises.content_dirs."
    elif not folder.is_dir():
        yield f"{folder} is a file. exercises.content_dirs names folders."
    elif (folder / FILE).exists():
        yield f"{folder} is an exercise itself. Name the folder that it lies in."
    else:
        yield from _unreadable(folder)


def _unreadable(folder: Path) -> Iterator[str]:
    for one in (folder, *_within(folder)):
        try:
            files = [file for file in sorted(one.iterdir()) if file.suffix in KINDS]
            texts = {file: file.read_bytes() for file in files if file.is_file()}
        except OSError as no:
            yield f"{no.filename} cannot be read: {no.strerror}."
        else:
            yield from (f"{f} is not UTF-8 text. Save it as that." for f in texts if _odd(texts[f]))


def _odd(text: bytes) -> bool:
    """Whether an editor has saved it in another way than everything here is read."""
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _twice(found: Sequence[Path]) -> Iterator[str]:
    """Names that stand in two folders."""
    places = defaultdict[str, list[str]](list)
    for folder in found:
        places[folder.name].append(str(folder.parent))
    for name, where in sorted(places.items()):
        if len(where) > 1:
            yield f"`{name}` stands in {' and in '.join(where)}. Give one of them another name."
