"""All of this Discord in one hand: what exists, who listens, what goes wrong, what was seen."""

from tests.adapters.discord.peer.clock import Clock
from tests.adapters.discord.peer.faults import Faults
from tests.adapters.discord.peer.hub import Hub
from tests.adapters.discord.peer.interactions import Interactions
from tests.adapters.discord.peer.limits import Limits
from tests.adapters.discord.peer.record import Record
from tests.adapters.discord.peer.world import World

TOKEN = "MTA.peer.token"  # noqa: S105 - opens nothing but this peer


class Discord:
    """The whole peer. `begin_anew` makes an empty one out of it."""

    def __init__(self) -> None:
        self.base = ""  # its own address, once it listens
        self.record = Record()
        self.hub: Hub | None = None
        self.begin_anew()

    def begin_anew(self) -> None:
        """Nobody is here, nothing was said, every connection is cut."""
        if self.hub is not None:
            self.hub.cut_all()
        self.clock = Clock()
        self.world = World(self.clock, TOKEN)
        self.hub = Hub(self.world)
        self.interactions = Interactions(self.world)
        self.faults = Faults()
        self.limits = Limits(self.clock)
        self.record.clear()
        self.busy = 0  # requests of the bot under way

    @property
    def gateway(self) -> Hub:
        """The hub, which there always is."""
        assert self.hub is not None, "made in begin_anew"
        return self.hub
