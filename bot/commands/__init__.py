"""What people can ask for, and how typed text becomes it."""
