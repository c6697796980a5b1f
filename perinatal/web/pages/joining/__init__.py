"""Joining: what somebody does with an invitation."""
