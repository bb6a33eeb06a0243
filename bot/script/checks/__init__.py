"""What can be proved about an exercise without running it; one idea a file."""
