"""The words of the house: person, event, script, session, message. Frozen, and free of rules."""
