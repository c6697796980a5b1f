"""One folder a page: what it remembers and what it shows, together. Pages never import each other."""
