"""Who did what: the list, its filters, and whether it is whole."""
