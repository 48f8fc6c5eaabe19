"""A notice as the settings make it: head, signature and foot on one page, while they are typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.reports.heading import NoticeHead
from app.typesetting.office_fonts import FANG, SERIF, SUBSTITUTES
from ui.theme import Theme
from ui.translation import tr

#: Lengths are tenths of a millimetre, as GB/T 9704 has them; one point is 3.53 of them.
_PAGE = QSize(2100, 2970)
_LEFT, _TOP, _WIDTH, _BOTTOM = 280.0, 370.0, 1560.0, 2620.0
_POINT = 25.4 / 7.2
_LINE = 28.95 * _POINT
_BODY, _MARK, _TITLE, _FOOT = 16.0, 42.0, 22.0, 14.0
_FOOT_LINE = 24 * _POINT
_SIGNED_AT = 11.5 * _BODY * _POINT  # the indent of the signature
_TEXT_LINES = 2
_RED, _INK, _GREY = "#e60012", "#000000", "#d9d9d9"
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NARROWEST_VIEW = 240


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text in a box; ``fields`` are the settings that it comes from."""

    text: str
    box: QRectF
    size: float
    face: str = FANG
    align: Qt.AlignmentFlag = _START
    fields: frozenset[str] = frozenset()
    colour: str = _INK
    narrow: int = 100


class NoticeView(QWidget):
    """The page, as wide as there is room; what the field with the focus decides is marked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head: NoticeHead | None = None
        self._field = ""
        self.setAccessibleName(tr("文书样子"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_head(self, head: NoticeHead, field: str) -> None:
        """Show a notice with this head; ``field`` is the setting that has the focus, or ""."""
        if (head, field) != (self._head, self._field):
            self._head, self._field = head, field
            self.setAccessibleDescription("\n".join(piece.text for piece in self.pieces()))
            self.update()

    def fit(self, width: int) -> None:
        """Become so many pixels wide, and as high as the page then is."""
        width = max(_NARROWEST_VIEW, width)
        self.setFixedSize(width, round(width * _PAGE.height() / _PAGE.width()))

    def pieces(self) -> tuple[_Piece, ...]:
        """What stands on the page, from top to bottom."""
        return tuple(_pieces(self._head)) if self._head is not None else ()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw the page."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        scale = self.width() / _PAGE.width()
        painter.scale(scale, scale)
        page = QRectF(0, 0, _PAGE.width(), _PAGE.height())
        painter.fillRect(page, QColor("white"))
        for piece in self.pieces():
            if self._field in piece.fields:
                painter.fillRect(piece.box.adjusted(-20, 0, 20, 0), QColor("#fff1c2"))
        self._draw_lines(painter)
        for piece in self.pieces():
            _draw(painter, piece)
        painter.setPen(QPen(QColor(self._theme.colours.line), 1 / scale))
        painter.drawRect(page.adjusted(0, 0, -1 / scale, -1 / scale))

    def _draw_lines(self, painter: QPainter) -> None:
        """The red line, the thick and thin ones of the foot, and grey for the text."""
        head = self._head
        if head is None:
            return
        right = _LEFT + _WIDTH
        painter.setPen(QPen(QColor(_RED), 6))
        painter.drawLine(QPointF(_LEFT, _red_line()), QPointF(right, _red_line()))
        painter.setPen(QPen(QColor(_GREY), 22))
        first = _text_top(head) + 1.5 * _LINE
        for line in range(_TEXT_LINES):
            y = first + line * _LINE
            start = _LEFT + (2 * _BODY * _POINT if line == 0 else 0)
            end = right if line < _TEXT_LINES - 1 else _LEFT + _WIDTH / 2
            painter.drawLine(QPointF(start, y), QPointF(end, y))
        top = _foot_top(head)
        between = _printed_top(head)
        for y, weight in ((top, 3.5), (_BOTTOM, 3.5), *([(between, 2.5)] if head.copies else [])):
            painter.setPen(QPen(QColor(_INK), weight))
            painter.drawLine(QPointF(_LEFT, y), QPointF(right, y))


def _pieces(head: NoticeHead) -> Iterator[_Piece]:
    issuer = frozenset({"issuer"})
    mark = QRectF(_LEFT, _TOP, _WIDTH, 62 * _POINT)
    size = _MARK * head.small / 100
    yield _Piece(head.mark, mark, size, SERIF, _CENTRE, issuer, _RED, head.narrow)
    number = QRectF(_LEFT, mark.bottom() + _LINE, _WIDTH, _LINE)
    yield _Piece(head.number, number, _BODY, FANG, _CENTRE, frozenset({"issuer_code"}))
    top = _red_line() + 1.5 * _LINE
    for line in head.title:
        yield _Piece(line, QRectF(_LEFT, top, _WIDTH, 36 * _POINT), _TITLE, SERIF, _CENTRE)
        top += 36 * _POINT
    receiver = QRectF(_LEFT, _text_top(head), _WIDTH, _LINE)
    yield _Piece("各责任单位：", receiver, _BODY)
    top = receiver.bottom() + (_TEXT_LINES + 1) * _LINE
    rows = _lines(head.signer, _WIDTH - _SIGNED_AT, _BODY)
    signed = QRectF(_LEFT + _SIGNED_AT, top, _WIDTH - _SIGNED_AT, rows * _LINE)
    yield _Piece(head.signer, signed, _BODY, FANG, _CENTRE, issuer)
    day = QRectF(signed.left(), signed.bottom(), signed.width(), _LINE)
    yield _Piece(head.day, day, _BODY, FANG, _CENTRE)
    asked = f"　　{head.contact}"
    contact = QRectF(_LEFT, day.bottom(), _WIDTH, _lines(asked, _WIDTH, _BODY) * _LINE)
    yield _Piece(asked, contact, _BODY, fields=frozenset({"contact", "phone"}))
    inset = _FOOT * _POINT
    if head.copies:
        copies = QRectF(_LEFT + inset, _foot_top(head), _WIDTH - 2 * inset, 0)
        copies.setBottom(_printed_top(head))
        yield _Piece(head.copies, copies, _FOOT, fields=frozenset({"copy_to"}))
    printed = QRectF(_LEFT + inset, _printed_top(head), _WIDTH - 2 * inset, 0)
    printed.setBottom(_BOTTOM)
    last = printed.adjusted(0, printed.height() - _FOOT_LINE, 0, 0)
    by = frozenset({"printed_by"}) | (issuer if head.printed_by == head.signer else frozenset())
    yield _Piece(head.printed_by, printed, _FOOT, fields=by)
    yield _Piece(head.printed_on, last, _FOOT, align=_END)


def _red_line() -> float:
    return _TOP + 62 * _POINT + 2 * _LINE + 9 * _POINT


def _text_top(head: NoticeHead) -> float:
    return _red_line() + 2.5 * _LINE + len(head.title) * 36 * _POINT


def _printed_top(head: NoticeHead) -> float:
    """Where the lines begin that name who prints it, and when."""
    width = _WIDTH - 2 * _FOOT * _POINT
    return _BOTTOM - _lines(f"{head.printed_by}　{head.printed_on}", width, _FOOT) * _FOOT_LINE


def _foot_top(head: NoticeHead) -> float:
    rows = _lines(head.copies, _WIDTH - 2 * _FOOT * _POINT, _FOOT) if head.copies else 0
    return _printed_top(head) - rows * _FOOT_LINE


def _lines(text: str, width: float, size: float) -> int:
    """How many lines a text takes, a character being as wide as it is high."""
    wide = sum(1.0 if ord(character) > 0x2E80 else 0.55 for character in text)
    return max(1, -int(-wide * size * _POINT // width))


def _draw(painter: QPainter, piece: _Piece) -> None:
    font = QFont()
    font.setFamilies([*SUBSTITUTES[piece.face], piece.face, *font.families()])
    font.setPixelSize(max(1, round(piece.size * _POINT)))
    painter.setFont(font)
    painter.setPen(QColor(piece.colour))
    option = QTextOption(piece.align)
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    if piece.narrow == 100:
        painter.drawText(piece.box, piece.text, option)
        return
    painter.save()
    share = piece.narrow / 100
    painter.translate(piece.box.center().x(), 0)
    painter.scale(share, 1)
    wide = piece.box.width() / share + 40  # letters of another font may be a little wider
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    painter.drawText(
        QRectF(-wide / 2, piece.box.top(), wide, piece.box.height()), piece.text, option
    )
    painter.restore()
