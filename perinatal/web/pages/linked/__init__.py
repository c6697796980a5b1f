"""The pages somebody with a link comes to."""
