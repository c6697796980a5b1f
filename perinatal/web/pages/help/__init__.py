"""Find help: every line we may name, by what one needs. Whole without JavaScript."""
