"""One person who was let in: the consent conversation on each part."""
