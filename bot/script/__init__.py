"""Exercises as files: reading them, proving them, showing them, and keeping old versions."""
