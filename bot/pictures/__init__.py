"""Drawings of a person's own records: a sheet of words and marks in, a PNG out."""
