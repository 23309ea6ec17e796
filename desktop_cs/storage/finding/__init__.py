"""Finding by words: tokens, the index, the search."""
