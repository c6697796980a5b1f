"""More: text size, light or dark, when to lock, and forgetting the plan."""
