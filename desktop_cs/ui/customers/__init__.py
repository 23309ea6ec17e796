"""Customers on the screen: finding them, and changing what we know of them."""
