"""Words, and what people type."""
