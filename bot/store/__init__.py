"""Everything durable. `port` says what is promised; `opening.open_store` makes what keeps it."""
