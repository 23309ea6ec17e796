"""Everything of a case on the screen: taking it, its four steps, check and finish, the list."""
