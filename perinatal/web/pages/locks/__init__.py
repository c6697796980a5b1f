"""Change every lock, with new words."""
