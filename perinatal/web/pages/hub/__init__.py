"""The home of a plan: a few doors, in any order, and nothing that counts what is missing."""
