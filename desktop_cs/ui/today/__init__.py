"""Today: who is waiting to hear from us, and what was left unfinished."""
