"""Two cards that open the plan together."""
