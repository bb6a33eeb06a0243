"""Help lines: reading the list, keeping it in order, and choosing what somebody is shown."""
