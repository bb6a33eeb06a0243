"""The only rooms that await: events in, messages out, time."""
