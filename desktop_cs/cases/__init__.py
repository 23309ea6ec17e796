"""Cases: what they are, which steps they take, what was promised and given."""
