"""One consent conversation: what it is, what good and what harm, what else, and the parent's own answer."""
