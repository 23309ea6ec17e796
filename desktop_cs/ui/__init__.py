"""Everything on the screen. Only this folder and `desktop_cs.app` know Qt."""
