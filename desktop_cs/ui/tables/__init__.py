"""Tables of whole rows, however many there are: how they look, and how their rows come."""
