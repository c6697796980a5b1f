"""One goal: why, a small step, who helps, how it is going. No scores."""
