"""What went over the wire, and what was wrong with it."""

import msgspec

from tests.adapters.discord.peer.openapi import Document, Exchange, where
from tests.adapters.discord.peer.plain import Json


class Record:
    """Every exchange. The document judges when it is asked, so that it costs the bot no time."""

    def __init__(self) -> None:
        path = where()
        self.document = Document(path) if path.is_file() else None
        self.warnings: list[str] = []
        if self.document is None:
            self.warnings.append(f"NO OPENAPI DOCUMENT, so nothing is judged by it: {path.name}")
        self.clear()

    def clear(self) -> None:
        """Forget everything that was seen."""
        self.exchanges: list[Exchange] = []
        self.wrong: list[str] = []  # what the peer itself found wrong
        self._judged = 0
        self._found: list[str] = []

    def violations(self) -> list[str]:
        """Everything that is wrong with what was exchanged so far."""
        if self.document is not None:
            for exchange in self.exchanges[self._judged :]:
                self._found.extend(self.document.violations(exchange))
            self._judged = len(self.exchanges)
        return [*self.wrong, *self._found]

    def requests(self) -> list[Json]:
        """Every request of the bot with the status that it got, oldest first."""
        return [
            {
                "method": each.method,
                "path": each.path,
                "query": each.query,
                "body": None if each.request is None else msgspec.json.decode(each.request),
                "status": each.status,
            }
            for each in self.exchanges
        ]
