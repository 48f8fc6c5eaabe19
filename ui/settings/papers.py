"""文书: what notices and lists print of the office, with the page that it makes beside it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.reports.heading import NoticeHead, notice_head
from app.settings import WorkspaceSettings
from app.vocabulary import WorkspaceRole
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.drafts import Typing
from ui.literal import tip
from ui.page import PageContext
from ui.settings.notice_view import NoticeView
from ui.settings.sections import Card, Section, form
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.layouts import vertical

_FIELDS = ("issuer", "issuer_code", "contact", "phone", "copy_to", "printed_by")
_KEY = "settings/papers"
_VIEW_WIDTH = 330
#: With large text the fields need the room; in pixels.
_WIDEST_VIEW = 340


class PapersSection(Section):
    """Fields are stored on saving and when they are left; the page follows every key."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._office = context.session.snapshot.facts.role is WorkspaceRole.OFFICE
        self.texts = {name: QLineEdit() for name in _FIELDS}
        self.view = NoticeView(context.theme)
        self.save_action = make_action(
            self, tr("保存设置"), tr("保存文书的设置"), self.save, "Ctrl+S", within=True
        )
        self.templates = QPushButton(tr("打开文书模板"))
        self.templates.setToolTip(
            tip(tr("字体、固定的文字、表格的列在模板里改，用 Word、WPS 打开"))
        )
        self.templates.clicked.connect(self._open_templates)
        self._build()
        mark_writing(self.save_action, *self.texts.values())
        self._filling = False
        self.typing = Typing(context.drafts, self)
        self.typing.save_wanted.connect(self._store)
        self._show()
        for field in self.texts.values():
            field.textChanged.connect(self._follow)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        context.theme.changed.connect(self._fit)
        self._fit()
        self._follow()

    def _build(self) -> None:
        hint = (
            tr("催报、整改、通报等文书印的机关、文号、联系人和版记，随工作区保存")
            if self._office
            else tr("清单、台账上的制表机关；催报、整改、通报由创建办出，用创建办的设置")
        )
        card = Card(tr("文书"), hint)
        rows = form()
        for name, field in self.texts.items():
            title = tr(WorkspaceSettings.model_fields[name].title or name)
            rows.addRow(title, field)
            field.setAccessibleName(title)
        side = QVBoxLayout()
        side.addLayout(rows)
        self.own = label("", "muted", wrap=True)
        side.addWidget(self.own)
        side.addStretch(1)
        self.halves = QHBoxLayout()
        self.halves.setSpacing(18)
        self.halves.addLayout(side, 1)
        self.halves.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        if not self._office:  # shown before it has a parent, it would be a window
            self.view.hide()
        card.column.addLayout(self.halves)
        foot = QHBoxLayout()
        foot.addWidget(self.templates)
        foot.addStretch(1)
        foot.addWidget(ActionButton(self.save_action, self.context.theme, "check", primary=True))
        layout = vertical(self, spacing=14)
        layout.addWidget(card)
        layout.addLayout(foot)
        layout.addStretch(1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what was changed elsewhere; text being typed stays."""
        self._show()
        self._follow()

    def arrive(self) -> None:
        """Say whether the county has templates of its own, which may look otherwise."""
        folder = self.context.session.services.workspace.layout.templates
        own = any(folder.glob("*.docx"))
        self.own.setText(
            tr("工作区里有本县自己的文书模板，实际样子以模板为准。")
            if own
            else tr("右边是自带模板的样子；写着的那一处有底色。")
        )
        self.own.setVisible(self._office)

    def _show(self) -> None:
        settings = self.context.session.services.settings
        stored = {name: str(getattr(settings, name)) for name in _FIELDS}
        texts = self.typing.turn_to(
            _KEY, tr("文书的设置"), stored, writable=not self.context.session.read_only
        )
        self._filling = True
        for name, field in self.texts.items():
            if self._typed()[name] != texts[name]:
                field.setText(texts[name])
        self._filling = False
        usual = notice_head(
            self.context.session.snapshot.facts,
            settings.model_copy(update={"issuer": ""}),
            self.context.session.snapshot.today,
        ).signer
        hints = _hints(usual)
        for name, field in self.texts.items():
            field.setPlaceholderText(hints[name])
            field.setToolTip(tip(hints[name]))

    def _typed(self) -> dict[str, str]:
        return {name: field.text().strip() for name, field in self.texts.items()}

    def save(self) -> None:
        """Store the settings in the background."""
        self.typing.save_and_tell()

    @Slot(str, object)
    def _store(self, key: str, fields: Mapping[str, str]) -> None:
        self.store(
            lambda present: present.model_copy(update=dict(fields)),
            self._on_saved,
            partial(self.typing.store, key, fields),
        )

    @Slot(object)
    def _on_saved(self, _result: object) -> None:
        self.context.notice.say(tr("设置已保存"))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        if self._filling:
            return
        self.typing.note(self._typed())
        self.save_action.setEnabled(bool(self.typing.typed) and not self.context.session.read_only)
        self._draw()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and (new in self.texts.values() or new is None):
            self._draw()

    def head(self) -> NoticeHead:
        """The head and foot that the fields make as they are now."""
        session = self.context.session
        settings = session.services.settings.model_copy(update=self._typed())
        return notice_head(session.snapshot.facts, settings, session.snapshot.today)

    def _draw(self) -> None:
        focused = next((n for n, field in self.texts.items() if field.hasFocus()), "")
        self.view.show_head(self.head(), focused)

    @Slot()
    def _open_templates(self) -> None:
        from ui.papers.opening import open_templates

        open_templates(self.context)

    @Slot()
    def _fit(self) -> None:
        self.view.fit(min(self.context.theme.space(_VIEW_WIDTH), _WIDEST_VIEW))


def _hints(usual_issuer: str) -> dict[str, str]:
    """The fields, with a short help for each."""
    return {
        "issuer": tr("不填则为“{name}”", name=usual_issuer),
        "issuer_code": tr("如 示创办；印成 示创办〔2026〕　号"),
        "contact": tr("印在落款下面；不填则留空，打印后手写"),
        "phone": tr("与联系人印在一起"),
        "copy_to": tr("几个机关用逗号隔开；不填则不印抄送"),
        "printed_by": tr("印在版记里；不填则为发文机关"),
    }
