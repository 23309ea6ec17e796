"""What to say and what to listen for: the guide beside each step, and the check of one's wording."""
