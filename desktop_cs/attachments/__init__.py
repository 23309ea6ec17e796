"""Pictures and files that belong to a case: what they are, what they are called, and how they are drawn."""
