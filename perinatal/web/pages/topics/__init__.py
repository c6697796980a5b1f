"""Consent is a conversation: the list of things to talk about."""
