"""What every store must keep, and what SQLite must survive."""
