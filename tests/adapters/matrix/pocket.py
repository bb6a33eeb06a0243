"""Where a person's client keeps its keys: in memory, as long as the phone is on."""

from typing import Any

from nio.crypto import (
    DeviceStore,
    GroupSessionStore,
    OlmAccount,
    OlmDevice,
    OutgoingKeyRequest,
    SessionStore,
    TrustState,
)


class Pocket:
    """nio's store, without a file. nio holds all of it besides, and asks for it once, empty.

    Its own store in memory makes a query of each of these, and binds all its tables anew for it:
    that costs more than the encryption.
    """

    def __init__(self, *_: object) -> None:
        """Of whom, and where, is all the same."""

    def load_account(self) -> OlmAccount | None:
        """A new phone has none."""
        return None

    def load_sessions(self) -> SessionStore:
        """None yet."""
        return SessionStore()

    def load_inbound_group_sessions(self) -> GroupSessionStore:
        """None yet."""
        return GroupSessionStore()

    def load_device_keys(self) -> DeviceStore:
        """None yet."""
        return DeviceStore()

    def load_outgoing_key_requests(self) -> dict[str, OutgoingKeyRequest]:
        """None yet."""
        return {}

    def load_encrypted_rooms(self) -> set[str]:
        """None yet."""
        return set()

    def _nothing(self, *_: object) -> None:
        """It is held already."""

    save_account = save_session = save_inbound_group_session = save_device_keys = _nothing
    save_encrypted_rooms = delete_encrypted_room = _nothing
    add_outgoing_key_request = remove_outgoing_key_request = _nothing

    def blacklist_device(self, device: OlmDevice) -> bool:
        """It gets no keys from now on."""
        return _set(device, TrustState.blacklisted)

    def unblacklist_device(self, device: OlmDevice) -> bool:
        """It gets keys again."""
        return _set(device, TrustState.unset)

    def ignore_devices(self, devices: list[OlmDevice]) -> None:
        """They get keys though nobody has looked at them."""
        for device in devices:
            _set(device, TrustState.ignored)

    def is_device_verified(self, device: OlmDevice) -> bool:
        """Whether somebody has compared its keys: nobody does so here."""
        return _is(device, TrustState.verified)

    def is_device_blacklisted(self, device: OlmDevice) -> bool:
        """Whether it gets no keys."""
        return _is(device, TrustState.blacklisted)

    def is_device_ignored(self, device: OlmDevice) -> bool:
        """Whether nobody minds that it is not verified."""
        return _is(device, TrustState.ignored)


def _set(device: Any, state: Any) -> bool:  # noqa: ANN401 - nio has no types
    device.trust_state = state
    return True


def _is(device: Any, state: Any) -> bool:  # noqa: ANN401 - nio has no types
    return bool(device.trust_state == state)
