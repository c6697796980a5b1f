"""What two pages need: the frame around a page, fields that save themselves, who is here, what is said how."""
