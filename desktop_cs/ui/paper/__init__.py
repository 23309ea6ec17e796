"""Paper on the screen: the preview is the very PDF that is printed."""
