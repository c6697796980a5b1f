"""A visit: what one plan shows one member, and the words they offer for it."""
