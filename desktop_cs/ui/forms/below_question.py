"""What a page may put below a question: something that helps to answer it."""

from PySide6.QtWidgets import QWidget


class BelowQuestion(QWidget):
    """A widget that hangs below a question and belongs to it: the focus in it has not left the question."""

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in reading order."""
        raise NotImplementedError
