"""Open a plan with its words; what to do when they don't open it, or are lost."""
