"""Pages one reads without a plan: rights, safety, what we keep, what to do now. Whole without JavaScript."""
