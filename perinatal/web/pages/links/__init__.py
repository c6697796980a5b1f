"""The page on which a parent makes links, and stops them."""
