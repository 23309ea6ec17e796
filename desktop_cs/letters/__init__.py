"""Letters: what they say, and in `hand` how a hand writes them.

`letter` is light to import; everything in `hand` needs numpy and is imported only when a letter is made.
"""
