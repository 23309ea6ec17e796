"""The shop itself: its settings, its people, its opening hours."""
