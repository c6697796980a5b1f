"""Who looked: every opening by anybody but the parent."""
