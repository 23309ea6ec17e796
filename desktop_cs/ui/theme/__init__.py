"""How the program looks: colours, type, sizes, and the one style sheet made from them."""

from desktop_cs.ui.theme.look import Look, apply_theme, look

__all__ = ["Look", "apply_theme", "look"]
