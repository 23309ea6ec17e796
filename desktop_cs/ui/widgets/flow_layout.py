"""Puts widgets side by side and goes on in the next line, as words do; or in columns of one width."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from desktop_cs.ui.theme.tokens import S


class FlowLayout(QLayout):
    """A layout that wraps. A widget that wants to grow in width has a line of its own.

    Args:
        equal: False gives every widget its own width; True gives all the same, in as many columns as fit,
            filled evenly (four in two columns rather than three and one).
        column_px: In columns, none need be wider than this; longer words wrap.
        gap: Px between widgets of a line, and between lines.
        most: How many stand in one line at most; with 1 and `equal`, each has a line of its own.
        parent: The widget that it lays out.
    """

    def __init__(
        self,
        *,
        equal: bool = False,
        column_px: int = 188,
        gap: tuple[int, int] = (S, S),
        most: int = 99,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # what is known until something changes: places and heights by width, the items that are seen
        self._known: dict[int, list[tuple[QLayoutItem, QRect]]] = {}
        self._heights: dict[int, int] = {}
        self._seen: list[QLayoutItem] | None = None
        self._equal = equal
        self._column_px = column_px
        self._across, self._down = gap
        self._most = most
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)
        self._forget()

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Add a widget before the one that is now at this place."""
        self.addChildWidget(widget)
        self._items.insert(place, QWidgetItem(widget))
        self.invalidate()

    def invalidate(self) -> None:
        """Forget the places, because something changed."""
        self._forget()
        super().invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None past the end."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        if width not in self._heights:
            places = self._places(width)
            self._heights[width] = max((rect.bottom() + 1 for _item, rect in places), default=0)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the size with everything in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._across * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def columns(self, width: int) -> int:
        """Return how many columns of one width fit; 1 where every widget has its own."""
        if not self._equal:
            return 1
        shown = self._shown()
        widest = min(max((item.sizeHint().width() for item in shown), default=1), self._column_px)
        fitting = max((width + self._across) // (widest + self._across), 1)
        lines = -(-len(shown) // min(fitting, self._most))
        return -(-len(shown) // lines) if lines else 1

    def _forget(self) -> None:
        self._known.clear()
        self._heights.clear()
        self._seen = None

    def _shown(self) -> list[QLayoutItem]:
        if self._seen is None:
            self._seen = [item for item in self._items if not item.isEmpty()]
        return self._seen

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        if width not in self._known:
            self._known[width] = list(self._placed(width))
        return self._known[width]

    def _placed(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        lines = self._columned(width) if self._equal else self._flowing(width)
        top = 0
        for line in lines:
            height = max(_height(item, item_width) for item, item_width in line)
            left = 0
            for item, item_width in line:
                yield item, QRect(left, top, item_width, height)
                left += item_width + self._across
            top += height + self._down

    def _columned(self, width: int) -> Iterator[list[tuple[QLayoutItem, int]]]:
        shown = self._shown()
        columns = self.columns(width)
        each = (width - self._across * (columns - 1)) // columns
        for start in range(0, len(shown), columns):
            yield [(item, each) for item in shown[start : start + columns]]

    def _flowing(self, width: int) -> Iterator[list[tuple[QLayoutItem, int]]]:
        line: list[tuple[QLayoutItem, int]] = []
        used = 0
        for item in self._shown():
            grows = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
            own = width if grows else min(item.sizeHint().width(), width)
            if line and (used + own > width or len(line) == self._most):
                yield line
                line, used = [], 0
            line.append((item, own))
            used += own + self._across
        if line:
            yield line


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
