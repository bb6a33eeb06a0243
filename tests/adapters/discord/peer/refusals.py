"""What Discord says when it refuses: the status, its own code and its sentence."""

from typing import Any

from tests.adapters.discord.peer.plain import Json

# code → status and sentence, as the developer documentation lists them
SENTENCES: dict[int, tuple[int, str]] = {
    0: (401, "401: Unauthorized"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10013: (404, "Unknown User"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    20012: (403, "You are not authorized to perform this action on this application"),
    30032: (400, "Maximum number of application commands reached (100)"),
    40003: (400, "You are opening direct messages too fast"),
    40005: (413, "Request entity too large"),
    40060: (400, "Interaction has already been acknowledged."),
    40094: (400, "Maximum number of follow up messages reached for this interaction"),
    50001: (403, "Missing Access"),
    50003: (403, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50013: (403, "Missing Permissions"),
    50024: (400, "Cannot execute action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    50033: (400, "Invalid Recipient(s)"),
    50035: (400, "Invalid Form Body"),
    50083: (400, "Thread is archived"),
    50109: (400, "The request body contains invalid JSON."),
    50278: (403, "Cannot send messages to this user due to having no mutual guilds"),
    160005: (400, "Thread is locked"),
    160006: (400, "Maximum number of active threads reached"),
}


class Refused(Exception):
    """Discord answers with an error."""

    def __init__(self, code: int, errors: Json | None = None, status: int | None = None) -> None:
        super().__init__(code)
        usual, self.message = SENTENCES[code]
        self.code = code
        self.status = status or usual
        self.errors = errors

    @property
    def body(self) -> Json:
        """The error envelope."""
        envelope: Json = {"message": self.message, "code": self.code}
        return envelope | ({"errors": self.errors} if self.errors else {})


def invalid(path: str, code: str, message: str) -> Refused:
    """50035 that points at one field. `path` is dotted: "components.0.label"."""
    errors: dict[str, Any] = {"_errors": [{"code": code, "message": message}]}
    for part in reversed(path.split(".")):
        errors = {part: errors}
    return Refused(50035, errors)


def too_long(path: str, most: int) -> Refused:
    """50035 for a text of more than `most` characters."""
    return invalid(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def length(path: str, least: int, most: int) -> Refused:
    """50035 for a text or list whose length is out of bounds."""
    return invalid(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def required(path: str) -> Refused:
    """50035 for a field that is missing."""
    return invalid(path, "BASE_TYPE_REQUIRED", "This field is required")
