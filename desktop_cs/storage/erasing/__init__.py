"""Erasing: what becomes of a person's words, the list of who was erased, what is past its time."""
