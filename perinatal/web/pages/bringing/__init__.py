"""Open a plan from a file."""
