"""What the doctor says of accounts that will not do, before anybody waits for the bot."""

import secrets
from pathlib import Path
from uuid import uuid4

from adapters.matrix.adapter import MatrixAdapter
from adapters.matrix.calls import Calls
from adapters.matrix.signing import NAMES, Signer
from tests.adapters.matrix.homeserver import Account, Homeserver
from tests.adapters.matrix.served import Served
from tests.adapters.matrix.small import Listening, standing


async def sentences(homeserver: Homeserver, folder: Path, account: Account) -> dict[str, bool]:
    """What is said, and whether it is to be mended."""
    (folder / "p").write_text(account.password)
    given = {"homeserver": homeserver.url, "user": account.user, "password_file": str(folder / "p")}
    return {one.sentence: one.mend for one in await MatrixAdapter.check(given)}


async def an_app_was_here(homeserver: Homeserver, account: Account) -> None:
    """It made keys that vouch for the account's devices, as apps do."""
    made = {name: Signer(secrets.token_bytes(32)) for name in NAMES}
    keys = {
        name: {
            "user_id": account.user,
            "usage": [name],
            "keys": {f"ed25519:{made[name].public}": made[name].public},
        }
        for name in NAMES
    }
    signed = {
        f"{name}_key": made["master"].sign(account.user, keys[name])
        for name in ("self_signing", "user_signing")
    }
    async with Calls(homeserver.url) as calls:
        calls.token = account.token
        await calls.post("/keys/device_signing/upload", {"master_key": keys["master"], **signed})


async def test_keys_from_elsewhere_are_found_before_the_bot_is_started(
    homeserver: Homeserver, tmp_path: Path
) -> None:
    account = await homeserver.register(f"handrail-{uuid4().hex[:8]}")
    await an_app_was_here(homeserver, account)
    said = await sentences(homeserver, tmp_path, account)
    assert [one for one, mend in said.items() if mend] == [
        "The bot's account has signing keys that were made elsewhere. Give the bot a fresh account."
    ]


async def test_an_account_that_has_run_is_in_order(homeserver: Homeserver, tmp_path: Path) -> None:
    async with standing(homeserver, Listening(), tmp_path) as on:
        user, device = on.user, on.line.device_id
    told = await MatrixAdapter.check(
        {"homeserver": homeserver.url, "user": user, "password_file": str(tmp_path / "password")}
    )
    assert not [one for one in told if one.mend]
    assert [one for one in told if one.sentence.startswith(f"Its device {device} has the key ")]


async def test_an_account_without_a_way_in_is_not_passed_over(
    homeserver: Homeserver, tmp_path: Path
) -> None:
    served = await Served.prepare(homeserver, tmp_path)
    text = served.config.read_text()
    served.config.write_text(text.replace("password_file", "# password_file"))
    for verb in ("doctor", "run"):
        code, said = await served.verb(verb)
        assert code
        assert "There is no way into the Matrix account: set matrix.password_file" in said


async def test_a_user_in_capitals_is_told_from_a_wrong_password(
    homeserver: Homeserver, tmp_path: Path
) -> None:
    served = await Served.prepare(homeserver, tmp_path)
    text = served.config.read_text()
    served.config.write_text(text.replace("@handrail", "@Handrail"))
    for verb in ("doctor", "run"):
        code, said = await served.verb(verb)
        assert code
        assert "The log-in belongs to another account than matrix.user says." in said


async def test_a_token_of_another_device_is_not_used(
    homeserver: Homeserver, tmp_path: Path
) -> None:
    """Its keys would be published under the name of a device that has none of them."""
    account = await homeserver.register(f"handrail-{uuid4().hex[:8]}")
    served = await Served.prepare(homeserver, tmp_path)
    (tmp_path / "token").write_text(account.token)
    text = served.config.read_text().replace(served.user, account.user)
    way_in = 'token_file = "token"\ndevice = "ANOTHER"'
    served.config.write_text(text.replace('password_file = "password"', way_in))
    for verb in ("doctor", "run"):
        code, said = await served.verb(verb)
        assert code
        assert "The token belongs to another device than matrix.device says." in said
