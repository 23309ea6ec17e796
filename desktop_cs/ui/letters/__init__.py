"""The letter on the screen: preview, editing, printing."""
