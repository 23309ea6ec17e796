"""The wording check while one types: marks in the text, the reason below it, better words by key."""
