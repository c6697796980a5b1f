"""Inviting: a member or a parent makes six words to hand over."""
