"""Print: the booklet and the pocket card, made in memory and sent once."""
