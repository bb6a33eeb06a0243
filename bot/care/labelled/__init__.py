"""Labelled phrases that measure the crisis lexicon and its sister lists (`handrail lexicon`)."""
