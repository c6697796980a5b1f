"""A tablet in a parent's hands: it is hers now, and passing it back asks what may be seen."""
