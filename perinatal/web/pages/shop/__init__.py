"""Papers for anybody: posters, cards, blank forms and handouts."""
