"""Keep it: six words that open the plan, and a card to print."""
