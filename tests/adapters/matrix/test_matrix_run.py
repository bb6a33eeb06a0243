"""`handrail run` and `handrail doctor` on Matrix, as somebody who sets it up meets them."""

from pathlib import Path

import pytest

from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.lines import until
from tests.adapters.matrix.served import Served
from tests.adapters.matrix.whole import answer, bot_account, heard, meet

REFUSED = "matrix: The homeserver does not accept the bot's user with this password or token."


@pytest.fixture
async def served(homeserver: Homeserver, tmp_path: Path) -> Served:
    return await Served.prepare(homeserver, tmp_path)


async def test_the_doctor_looks_at_the_account_and_logs_out_again(
    homeserver: Homeserver, served: Served
) -> None:
    code, said = await served.verb("doctor")
    assert code == 0, said
    assert "fine  The Matrix homeserver answers." in said
    assert "fine  The homeserver accepts the bot's log-in." in said
    assert "has no signing keys yet" in said
    assert "The bot is open to: everybody of hs.test." in said
    answer = await homeserver.operate("GET", f"/v2/users/{served.user}/devices")
    assert "HANDRAILDOCTOR" not in {each["device_id"] for each in answer["devices"]}


async def test_it_serves_from_the_first_start_on_and_says_its_key(
    served: Served, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    await served.start()
    try:
        assert "Handrail serves: matrix." in served.said()
        await meet(ari, served.user)
        await ari.say("hello")
        await answer(ari, "Start")
        code, said = await served.verb("doctor")
        assert code == 0, said
        assert "The bot's account has keys that sign its devices." in said
        keys = await ari.device.keys_of(served.user)
        ((name, device),) = keys["device_keys"][served.user].items()
        key = device["keys"][f"ed25519:{name}"]
        assert f"Its device {name} has the key {key[:4]} {key[4:8]}" in said
    finally:
        assert await served.stop() == 0


async def test_what_is_written_while_it_is_down_is_answered_later(
    served: Served, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    await served.start()
    await meet(ari, served.user)
    await ari.say("hello")
    await heard(ari, "Tell me more")
    await served.kill()
    await ari.say("Start")
    await served.start()
    await answer(ari, "I understand")
    assert await served.stop() == 0


async def test_a_wrong_password_is_said_in_a_sentence(served: Served, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("not-the-password")
    code, said = await served.verb("run")
    assert code == 2
    assert "matrix: The homeserver does not accept the bot's user" in said
    assert "Traceback" not in said
    code, said = await served.verb("doctor")
    assert code == 1
    assert "mend  The homeserver does not accept the bot's user" in said


async def test_a_token_that_is_taken_away_meanwhile_is_said_in_a_sentence(
    homeserver: Homeserver, served: Served, tmp_path: Path
) -> None:
    account = await bot_account(homeserver, tmp_path)
    (tmp_path / "token").write_text(account.token)
    settings = served.config.read_text()
    served.config.write_text(settings.replace('password_file = "password"', 'token_file = "token"'))
    await served.start()
    assert REFUSED not in served.said()
    await homeserver.ask("POST", "/_matrix/client/v3/logout", {}, token=account.token)
    await until(lambda: REFUSED in served.said())
    assert served.said().count(REFUSED) == 1
    assert await served.stop() == 0
    assert "Traceback" not in served.said()


async def test_a_wrong_address_is_said_in_a_sentence(served: Served) -> None:
    text = served.config.read_text()
    served.config.write_text(
        text.replace('homeserver = "http', 'homeserver = "http://127.0.0.1:9#')
    )
    code, said = await served.verb("doctor")
    assert code == 2
    assert "matrix.homeserver must be an address" in said
    served.config.write_text(text.replace("127.0.0.1:", "localhost:1"))
    code, said = await served.verb("doctor")
    assert code == 1
    assert "No Matrix homeserver answers at matrix.homeserver. Check the address." in said
