"""Phrases to listen for, kept as data that a clinician can read and edit."""
