"""Goals: the parent's own words first, cards second."""
