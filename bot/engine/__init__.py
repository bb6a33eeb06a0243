"""The pure engine: a session and an event in, a turn out."""
