"""Figures, each a ratio inside one run. `python -m benchmarks` prints them with their goals."""
