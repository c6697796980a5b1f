"""Passing the tablet back: what may be seen is asked first."""
