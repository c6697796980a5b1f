"""When nothing can be kept: what did not happen, what is not lost, what to do."""
