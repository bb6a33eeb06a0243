"""Thin doors to the platforms."""
