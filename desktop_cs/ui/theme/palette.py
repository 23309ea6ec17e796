"""The QPalette that goes with the tokens, for all that a style sheet does not reach."""

from PySide6.QtGui import QColor, QPalette

from desktop_cs.ui.theme.tokens import Colours


def palette(colours: Colours) -> QPalette:
    """Return the palette of a colour scheme."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: colours.bg,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.surface2,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.ToolTipBase: colours.toast,
        role.ToolTipText: colours.toast_text,
        role.Highlight: colours.primary,
        role.HighlightedText: colours.on_primary,
        role.Accent: colours.primary,
        role.Link: colours.primary_text,
        role.LinkVisited: colours.primary_text,
        role.Light: colours.surface,
        role.Midlight: colours.surface2,
        role.Mid: colours.line,
        role.Dark: colours.line_strong,
        role.Shadow: colours.line_strong,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.muted))
    return made
