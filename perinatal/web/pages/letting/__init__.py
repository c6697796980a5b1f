"""Letting somebody in: a name, what they are to the parent, and their four words."""
