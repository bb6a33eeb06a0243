"""What everything on Matrix stands on."""

import msgspec

from adapters.matrix.line import Line
from adapters.matrix.memory import Memory
from adapters.matrix.options import Options
from bot.adapter import House


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """The house, what its operator set, what is remembered, and the line."""

    house: House
    options: Options
    memory: Memory
    line: Line
