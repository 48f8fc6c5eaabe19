"""The style sheet: only what the Fusion style and the palette do not provide."""

from ui.colours import Colours


def stylesheet(colours: Colours, scale: float, points: float, pictures: str) -> str:
    """The window's style sheet.

    Args:
        colours: the colours in force.
        scale: the text scale, 1.0 for 100 %.
        points: the size of body text.
        pictures: the folder of the pictures that it names, written with "/".
    """

    def px(length: float) -> str:
        return f"{round(length * scale)}px"

    c = colours
    tone = "light" if c.on_accent == "#ffffff" else "dark"
    return f"""
* {{ outline: 0; dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
    padding: {px(4)} {px(6)}; }}
QMenuBar {{ background: {c.window}; border-bottom: 1px solid {c.line}; }}
QMenuBar::item {{ padding: {px(4)} {px(10)}; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.hover}; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: {px(5)} {px(26)} {px(5)} {px(12)}; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.empty}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QStatusBar {{ background: {c.window}; border-top: 1px solid {c.line}; }}
QStatusBar::item {{ border: 0; }}

QPushButton {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 5px;
    padding: {px(5)} {px(14)}; min-height: {px(18)}; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.sunken}; }}
QPushButton:focus {{ border-color: {c.accent}; }}
QPushButton:disabled {{ color: {c.empty}; background: {c.window}; }}
QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent};
    border-color: {c.accent}; font-weight: 500; }}
QPushButton[primary="true"]:disabled {{ background: {c.sunken}; color: {c.empty};
    border-color: {c.line}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[flat="true"], QToolButton {{ background: transparent; border: 1px solid transparent;
    border-radius: 5px; padding: {px(4)} {px(8)}; }}
QPushButton[flat="true"]:hover, QToolButton:hover {{ background: {c.hover}; }}
QPushButton[flat="true"]:focus, QToolButton:focus {{ border-color: {c.accent}; }}
QToolButton:pressed {{ background: {c.sunken}; }}
QToolButton:disabled {{ color: {c.empty}; }}

QLineEdit, QPlainTextEdit {{ background: {c.surface};
    border: 1px solid {c.line}; border-radius: 5px; padding: {px(4)} {px(7)};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {c.accent}; }}
QLineEdit[guessed="true"], QPlainTextEdit[guessed="true"] {{ background: {c.guess_soft};
    border-color: {c.guess}; border-style: dashed; }}
QLineEdit[wrong="true"] {{ border-color: {c.problem}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {c.window}; }}
QDateEdit {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 5px;
    padding: {px(4)} {px(4)} {px(4)} {px(7)}; min-height: {px(18)}; }}
QDateEdit:focus {{ border-color: {c.accent}; }}
QDateEdit:disabled {{ color: {c.empty}; background: {c.window}; }}
QDateEdit::drop-down {{ border: 0; width: {px(22)}; }}
QDateEdit::down-arrow {{ image: url("{pictures}/combo-arrow.svg");
    width: {px(12)}; height: {px(12)}; }}
QCheckBox, QRadioButton {{ spacing: {px(7)}; }}
QCheckBox::indicator {{ width: {px(14)}; height: {px(14)}; border: 1px solid {c.muted};
    border-radius: 3px; background: {c.surface}; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
QCheckBox, QRadioButton {{ min-height: {px(20)}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
    image: url("{pictures}/check-{tone}.svg"); }}
QRadioButton::indicator {{ width: {px(14)}; height: {px(14)}; border: 1px solid {c.muted};
    border-radius: {round(14 * scale) // 2 + 1}px; background: {c.surface}; }}
QRadioButton::indicator:checked {{ border-color: {c.accent}; background: qradialgradient(cx:0.5,
    cy:0.5, radius:0.5, fx:0.5, fy:0.5, stop:0 {c.accent}, stop:0.5 {c.accent},
    stop:0.6 {c.surface}, stop:1 {c.surface}); }}
QComboBox {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 5px;
    padding: {px(4)} {px(4)} {px(4)} {px(7)}; min-height: {px(18)}; }}
QComboBox:hover {{ background: {c.hover}; }}
QComboBox:focus, QComboBox:on {{ border-color: {c.accent}; }}
QComboBox:disabled {{ color: {c.empty}; background: {c.window}; }}
QComboBox::drop-down {{ border: 0; width: {px(22)}; }}
QComboBox::down-arrow {{ image: url("{pictures}/combo-arrow.svg");
    width: {px(12)}; height: {px(12)}; }}
QComboBox QLineEdit {{ border: 0; padding: 0; background: transparent; }}
QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.line};
    selection-background-color: {c.accent_soft}; selection-color: {c.text}; padding: 2px; }}

QTreeView, QListView, QTableView {{ background: {c.surface}; border: 1px solid {c.line};
    border-radius: 6px; }}
QListView[side="true"] {{ background: transparent; border: 0; }}
QListView[side="true"]::item {{ padding-left: {px(10)}; border-radius: 5px; color: {c.text}; }}
QListView[side="true"]::item:hover {{ background: {c.hover}; }}
QListView[side="true"]::item:selected {{ background: {c.accent_soft}; color: {c.accent}; }}
QListWidget::item {{ padding: {px(3)} {px(6)}; color: {c.text}; }}
QListWidget::item:disabled {{ color: {c.muted}; }}
QListWidget::item:hover {{ background: {c.hover}; }}
QListWidget::item:selected {{ background: {c.accent_soft}; }}
QListView::indicator, QTreeView::indicator {{ width: {px(14)}; height: {px(14)};
    border: 1px solid {c.muted}; border-radius: 3px; background: {c.surface}; }}
QListView::indicator:checked, QTreeView::indicator:checked {{ background: {c.accent};
    border-color: {c.accent}; image: url("{pictures}/check-{tone}.svg"); }}
QTreeView::indicator:indeterminate {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QListView[bare="true"] {{ border: 0; border-radius: 0; }}
QTreeView:focus, QListView:focus, QTableView:focus {{ border-color: {c.accent}; }}
QHeaderView::section {{ background: {c.surface}; color: {c.muted}; border: 0;
    border-bottom: 1px solid {c.line}; padding: {px(4)} {px(6)}; }}
QScrollArea {{ background: transparent; border: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:horizontal {{ image: url("{pictures}/grip-beside.svg"); }}
QSplitter::handle:vertical {{ image: url("{pictures}/grip-above.svg"); }}
QSplitter::handle:hover {{ background: {c.accent_soft}; }}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {c.empty}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {c.muted}; border: 0;
    border-bottom: 2px solid transparent; padding: {px(6)} {px(12)}; margin-right: {px(4)}; }}
QTabBar::tab:hover {{ color: {c.text}; }}
QTabBar::tab:selected {{ color: {c.accent}; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ background: {c.hover}; }}
QTabBar::scroller {{ width: {px(22)}; }}
QTabBar QToolButton {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 4px;
    padding: 0; }}
QTabBar QToolButton::left-arrow {{ image: url("{pictures}/tab-left.svg");
    width: {px(12)}; height: {px(12)}; }}
QTabBar QToolButton::right-arrow {{ image: url("{pictures}/tab-right.svg");
    width: {px(12)}; height: {px(12)}; }}
QTabWidget::pane {{ border: 0; }}

QProgressBar {{ background: {c.sunken}; border: 0; border-radius: 3px; max-height: {px(6)};
    min-height: {px(6)}; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}

QFrame[card="true"] {{ background: {c.surface}; border: 1px solid {c.line};
    border-radius: 8px; }}
QFrame[rail="true"] {{ background: {c.sunken}; border: 0; border-right: 1px solid {c.line}; }}
QFrame[foot="true"] {{ background: {c.window}; border: 0; border-top: 1px solid {c.line}; }}
QFrame[foot="true"] QPushButton, QFrame[notice="true"] QPushButton,
    QFrame[notice="true"] QToolButton {{ padding: {px(1)} {px(8)}; }}
QFrame[notice="true"] QPushButton {{ color: {c.accent}; font-weight: 500; }}
QFrame[notice="true"] {{ background: {c.accent_soft}; border: 0; border-radius: 6px; }}
QToolButton[rail="true"] {{ border: 0; border-left: 3px solid transparent; border-radius: 0;
    padding: {px(9)} {px(4)} {px(7)} {px(2)}; color: {c.muted}; }}
QToolButton[rail="true"]:hover {{ background: {c.hover}; color: {c.text}; }}
QToolButton[rail="true"]:checked {{ border-left-color: {c.accent}; color: {c.accent};
    background: {c.surface}; }}
QToolButton[rail="true"]:focus {{ background: {c.hover}; }}
QLabel[badge="true"] {{ background: {c.accent}; color: {c.on_accent}; border-radius: {px(7)};
    font-size: {points * 0.8:.1f}pt; font-weight: 500; padding: 0 {px(3)}; min-height: {px(14)};
    max-height: {px(14)}; }}
QLabel[muted="true"] {{ color: {c.muted}; }}
QLabel[wrong="true"] {{ color: {c.problem}; }}
QLabel[guess="true"] {{ color: {c.guess}; }}
QLabel[heading="true"] {{ font-size: {points * 1.5:.1f}pt; font-weight: 500; }}
QLabel[subheading="true"] {{ font-size: {points * 1.14:.1f}pt; font-weight: 500; }}
QLabel[display="true"] {{ font-size: {points * 2.4:.1f}pt; font-weight: 500; }}
"""
