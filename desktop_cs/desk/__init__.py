"""The things that staff can do: each takes one transaction and says what it changed."""
