"""The promises, kept in a real browser against a real server."""
