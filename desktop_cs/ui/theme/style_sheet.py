"""The one style sheet, made from the tokens; widgets are told apart by their `role`, `kind` and `problem`."""

from dataclasses import asdict

from desktop_cs.ui.theme.tokens import FIELD_HEIGHT, TYPE, Colours

_SHEET = """
QFrame[card="surface"] {{ background: {surface}; border: 1px solid {line}; border-radius: 12px; }}
QFrame[card="quiet"] {{ background: {surface2}; border: none; border-radius: 12px; }}
QFrame[card="line"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[card="danger"] {{ background: {danger_soft}; border: 1px solid {danger}; border-radius: 8px; }}
QFrame[card="warn"] {{ background: {warn_soft}; border: 1px solid {warn}; border-radius: 8px; }}
QFrame[card="ok"] {{ background: {ok_soft}; border: 1px solid {ok}; border-radius: 8px; }}
QFrame[card="info"] {{ background: {info_soft}; border: 1px solid {info}; border-radius: 8px; }}
QFrame[card="toast"] {{ background: {toast}; border: none; border-radius: 8px; }}
QFrame[card="toast"] QPushButton {{ color: {toast_text}; background: {toast}; text-decoration: underline; }}

QPushButton {{ min-height: {button}px; padding: 0 15px; border: 1px solid {line_strong}; border-radius: 8px;
  background: {surface}; color: {text}; font-weight: 600; outline: none; }}
QPushButton:hover {{ background: {surface2}; }}
QPushButton:pressed {{ background: {primary_soft}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 0 14px; min-height: {inner}px; }}
QPushButton:disabled {{ color: {muted}; background: {surface2}; border-color: {line}; }}
QPushButton[kind="primary"] {{ background: {primary}; border-color: {primary}; color: {on_primary}; }}
QPushButton[kind="primary"]:hover {{ background: {primary_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {primary_press}; }}
QPushButton[kind="primary"]:focus {{ border-color: {text}; }}
QPushButton[kind="primary"]:disabled {{ color: {muted}; background: {surface2}; border-color: {line}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; color: {primary_text}; }}
QPushButton[kind="quiet"]:hover {{ background: {primary_soft}; }}
QPushButton[kind="quiet"]:focus {{ border-color: {focus}; }}
QPushButton[kind="quiet"]:disabled {{ color: {muted}; }}
QPushButton[kind="link"] {{ background: transparent; border-color: transparent; color: {primary_text};
  min-height: {link}px; padding: 0 7px; }}
QPushButton[kind="link"]:hover {{ background: {primary_soft}; }}
QPushButton[kind="link"]:focus {{ border-color: {focus}; min-height: {link_in}px; padding: 0 6px; }}
QPushButton[kind="danger"] {{ border-color: {danger}; color: {danger}; }}
QPushButton[kind="danger"]:hover {{ background: {danger_soft}; }}
QPushButton[kind="danger"]:focus {{ border-color: {focus}; }}
QPushButton[kind="icon"] {{ padding: 0; min-width: {small}px; min-height: {small}px; max-width: {small}px;
  max-height: {small}px; border-color: transparent; background: transparent; }}
QPushButton[kind="icon"]:hover {{ background: {surface2}; }}
QPushButton[kind="icon"]:focus {{ border-color: {focus}; min-width: {small_in}px; min-height: {small_in}px; }}
QPushButton[kind="fold"] {{ text-align: left; background: transparent; border-color: transparent;
  padding: 0 8px 0 1px; font-size: {lead}px; }}
QPushButton[kind="fold"]:hover {{ background: {surface2}; }}
QPushButton[kind="fold"]:focus {{ border-color: {focus}; padding: 0 7px 0 0; }}

QLineEdit, QPlainTextEdit, QComboBox {{ border: 1px solid {line_strong}; border-radius: 8px;
  background: {surface};
  color: {text}; selection-background-color: {primary}; selection-color: {on_primary}; }}
QLineEdit {{ min-height: {button}px; padding: 0 11px; }}
QComboBox {{ min-height: {button}px; padding: 0 11px; }}
QPlainTextEdit {{ padding: 7px 7px; }}
QLineEdit:focus {{ border: 2px solid {focus}; padding: 0 10px; min-height: {inner}px; }}
QComboBox:focus, QComboBox:on {{ border: 2px solid {focus}; padding: 0 10px; min-height: {inner}px; }}
QPlainTextEdit:focus {{ border: 2px solid {focus}; padding: 6px 6px; }}
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] {{
  background: {danger_soft}; border-color: {danger}; }}
QLineEdit[problem="true"]:focus, QPlainTextEdit[problem="true"]:focus, QComboBox[problem="true"]:focus {{
  border-color: {focus}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {muted}; background: {surface2};
  border-color: {line}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {surface2}; }}
QLineEdit[kind="search"] {{ background: {surface2}; border-color: {surface2};
  padding: 0 {right}px 0 {left}px; }}
QLineEdit[kind="search"]:focus {{ background: {surface}; border-color: {focus};
  padding: 0 {right_in}px 0 {left_in}px; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {line_strong};
  padding: 4px;
  selection-background-color: {primary_soft}; selection-color: {primary_text}; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {item}px; padding: 0 8px; }}

QListWidget {{ background: {surface}; color: {text}; border: none; outline: none; }}
QListWidget::item {{ border-radius: 6px; padding: 0 4px; }}
QListWidget::item:hover {{ background: {surface2}; }}
QListWidget::item:selected {{ background: {primary_soft}; color: {primary_text}; }}

QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ width: 12px; margin: 0; background: transparent; }}
QScrollBar:horizontal {{ height: 12px; margin: 0; background: transparent; }}
QScrollBar::handle {{ background: {line_strong}; border: 2px solid transparent; border-radius: 4px;
  margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: none; border: none; width: 0; height: 0; }}
QToolTip {{ background: {toast}; color: {toast_text}; border: none; padding: 4px 8px;
  font-size: {caption}px; }}
QMenu {{ background: {surface}; border: 1px solid {line_strong}; border-radius: 8px; padding: 4px; }}
QMenu::item {{ padding: 8px 24px 8px 16px; border-radius: 6px; }}
QMenu::item:selected {{ background: {primary_soft}; color: {primary_text}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {surface}; }}
QCalendarWidget QToolButton {{ color: {text}; background: transparent; border: 1px solid transparent;
  border-radius: 8px; min-height: 32px; min-width: 32px; padding: 0 8px; font-weight: 600; }}
QCalendarWidget QToolButton:hover {{ background: {surface2}; }}
QCalendarWidget QToolButton:focus {{ border: 2px solid {focus}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{ background: {surface}; selection-background-color: {primary};
  selection-color: {on_primary}; outline: none; border: none; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {muted}; }}
"""


def style_sheet(colours: Colours, text_size: float) -> str:
    """Return the style sheet of the whole program.

    Args:
        colours: The scheme.
        text_size: Factor on type; heights of controls grow with it and never shrink below their size.
    """
    field = round(FIELD_HEIGHT * max(text_size, 1.0))
    small = round(32 * max(text_size, 1.0))
    sizes = {role: round(px * text_size) for role, px in TYPE.items()}
    return _SHEET.format(
        **asdict(colours),
        **sizes,
        button=field - 2,
        inner=field - 4,
        item=field - 8,
        link=round(28 * max(text_size, 1.0)) - 2,
        link_in=round(28 * max(text_size, 1.0)) - 4,
        left=round(39 * max(text_size, 1.0)),
        left_in=round(39 * max(text_size, 1.0)) - 1,
        right=round(64 * max(text_size, 1.0)),
        right_in=round(64 * max(text_size, 1.0)) - 1,
        small=small - 2,
        small_in=small - 4,
    )
