"""Take a copy of the plan along, in a file."""
