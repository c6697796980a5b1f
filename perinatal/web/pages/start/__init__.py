"""The first pages: start, language, whose phone, how to leave fast. Whole without JavaScript."""
