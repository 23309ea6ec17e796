"""The way in: what opens the records, and who is at the window."""
