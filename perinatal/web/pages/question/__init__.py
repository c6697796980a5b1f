"""One question on a page: answer in words, in another way, or skip it."""
