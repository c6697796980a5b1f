"""Words that others offer: nothing until the parent answers."""
