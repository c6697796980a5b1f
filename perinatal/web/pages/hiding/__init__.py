"""Hidden pages: what hiding cannot do, the words that open what is hidden, and what to hide."""
