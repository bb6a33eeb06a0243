"""The comparison finds what is broken on purpose."""

import secrets
from pathlib import Path

import pytest

from adapters.discord import drawing
from tests.adapters.discord.faults import planted, same
from tests.adapters.discord.faults.inside import Inside
from tests.adapters.discord.faults.swift import swift
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.served import PATIENCE
from tests.adapters.discord.whole import running, welcome

SLOW_DISK, EARLY_CURSOR = (
    f"{planted.__name__}:{one.__name__}" for one in (planted.slow_disk, planted.early_cursor)
)


async def killed_while_taking(peer: Peer, folder: Path, plant: str) -> same.Sight:
    """What Ari sees when the process dies between hearing an answer and writing it down."""
    await peer.begin()
    ari = await peer.person("ari")
    async with swift(folder, peer.address) as served:
        await served.start()
        await ari.say("hello")
        await ari.sees(until="I am a program", seconds=PATIENCE)
        await served.kill()
        served.plant = plant
        await served.start()
        await ari.say("Start")
        await served.until_said(planted.TAKING)
        await served.kill()
        served.plant = ""
        await served.start()
        await ari.say("help")  # comes after it, so that nothing more is to come for the first
        await ari.sees(until="These always work", seconds=PATIENCE)
        await peer.quiet(300)
    return await same.sight(ari)


async def test_a_cursor_that_moves_too_early_loses_a_word(peer: Peer, tmp_path: Path) -> None:
    right = await killed_while_taking(peer, _folder(tmp_path, "right"), SLOW_DISK)
    wrong = await killed_while_taking(peer, _folder(tmp_path, "wrong"), EARLY_CURSOR)
    assert any("I understand" in line for line in right["ari in dm"]), "the answer was caught up"
    assert same.difference(wrong, right).lost


async def cut_while_sending(peer: Peer, folder: Path) -> same.Sight:
    """What Ari sees when the line is cut after a message was sent, and before that is known."""
    await peer.begin()
    ari, _ = await peer.person("ari"), await peer.person("bo")
    async with running(peer, folder) as bot:
        await welcome(ari)
        await peer.fault("commit-then-drop", "/messages$", "POST")
        await ari.slash("share", person="bo")
        await ari.sees(until="One private check", seconds=PATIENCE)
        while (await peer.state())["faults"]:
            await peer.quiet()
        await Inside(peer, bot).nudge()
        await peer.quiet(300)
        return await same.sight(ari)


async def test_a_nonce_that_is_not_the_key_doubles_a_message(
    peer: Peer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = await cut_while_sending(peer, _folder(tmp_path, "right"))
    monkeypatch.setattr(drawing, "nonce", lambda _key, _part=0: secrets.token_hex(12))
    wrong = await cut_while_sending(peer, _folder(tmp_path, "wrong"))
    found = same.difference(wrong, right)
    assert (len(found.lost), len(found.twice)) == (0, 1)


def _folder(beside: Path, name: str) -> Path:
    made = beside / name
    made.mkdir()
    return made


def test_a_difference_is_what_is_lost_twice_or_moved() -> None:
    right = {"ari in dm": ["one", "two", "three"]}
    assert not same.difference(right, right)
    assert same.difference({"ari in dm": ["one", "three"]}, right).lost == ("ari in dm: two",)
    assert same.difference({}, right).lost
    twice = same.difference({"ari in dm": ["one", "two", "two", "three"]}, right)
    assert (twice.lost, twice.twice) == ((), ("ari in dm: two",))
    moved = same.difference({"ari in dm": ["two", "one", "three"]}, right)
    assert str(moved) == "0 lost, 0 twice, 2 out of order"
