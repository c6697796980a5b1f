"""Check the record."""
