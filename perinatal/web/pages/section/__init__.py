"""One section of the plan, to look over: what was written, and the questions one can answer."""
