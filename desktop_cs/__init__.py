"""Desktop CS: put things right with a customer, step by step, and keep every promise."""

__version__ = "0.4.0"
