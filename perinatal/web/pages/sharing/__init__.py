"""Sharing: what is open to whom today, and stopping it."""
