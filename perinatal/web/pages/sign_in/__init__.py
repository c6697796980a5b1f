"""Signing in: the pages on which a member types their six words."""
