"""Notices when the focus has left a whole question, not only one of its parts."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_cs.ui.forms.field_row import FieldRow


class FocusWatch(QObject):
    """Watches the questions of one form.

    A calendar or a list that a question opened counts as part of it.

    Args:
        form_view: The widget that all of them stand in.

    Signals:
        left: The focus left a question (field id).
    """

    left = Signal(str)

    def __init__(self, form_view: QWidget) -> None:
        super().__init__(form_view)
        self._form_view = form_view
        self.current = ""
        self.last: QWidget | None = None  # what had the focus last in a question; it may be gone by now
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_changed)

    def _on_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None and QApplication.activePopupWidget() is not None:
            return
        now = self._field_of(new)
        before, self.current = self.current, now
        if now:
            self.last = new
        if before and before != now:
            self.left.emit(before)

    def _field_of(self, widget: QWidget | None) -> str:
        row: FieldRow | None = None
        while widget is not None and widget is not self._form_view:
            row = widget if isinstance(widget, FieldRow) else row
            widget = widget.parentWidget()
        return row.field.id if row is not None and widget is not None else ""
