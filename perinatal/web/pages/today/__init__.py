"""Today: the plans a member may look at, and the four words they read out."""
