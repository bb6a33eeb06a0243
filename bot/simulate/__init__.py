"""A rehearsal: the whole bot on a virtual platform, with virtual time, driven by JSON Lines."""
