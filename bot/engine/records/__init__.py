"""What a person keeps, and what single exercises make of it."""
