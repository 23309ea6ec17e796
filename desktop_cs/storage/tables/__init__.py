"""The tables: what they are made of, and how values become rows and statements."""
