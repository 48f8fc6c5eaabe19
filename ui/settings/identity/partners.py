"""Partners whose keys were compared and confirmed."""

from PySide6.QtCore import Slot

from app.identity.trust import Peer, revoke
from ui import dialogs
from ui.actions import mark_writing
from ui.page import PageContext
from ui.settings.identity.card import IdentityCard
from ui.settings.identity.reading import IdentityReading
from ui.translation import tr
from ui.widgets.line_table import Column


class PartnersCard(IdentityCard):
    """Keys are trusted where packages arrive; here trust can be withdrawn."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(
            context, tr("已确认的对方"), tr("第一次收到对方的包时核对指纹，以后自动认得")
        )
        self.revoke_action = self.make_action(
            tr("取消信任…"), tr("不再认这个指纹；对方再来包时要重新核对"), self.revoke
        )
        mark_writing(self.revoke_action)
        columns = (
            Column(tr("单位"), 130, lambda t: t.name),
            Column(tr("指纹"), 0, lambda t: t.fingerprint),
            Column(tr("确认人"), 80, lambda t: t.confirmed_by),
            Column(tr("确认时间"), 128, lambda t: f"{t.confirmed_at.astimezone():%Y-%m-%d %H:%M}"),
        )
        self.trusted = self.add_table(tr("已确认的对方"), columns, lambda t: t.peer)
        self.trusted.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.add_buttons(self.revoke_action)
        self._follow()

    def show_reading(self, reading: IdentityReading) -> None:
        """Show who is trusted now."""
        super().show_reading(reading)
        self.trusted.show_rows(reading.trusted)
        self._follow()

    def _follow(self) -> None:
        writable = not self.context.session.read_only
        self.revoke_action.setEnabled(writable and bool(self.trusted.chosen()))

    @Slot()
    def revoke(self) -> None:
        """Withdraw the trust in the chosen partner's key, after asking."""
        row = next(iter(self.trusted.chosen()), None)
        if row is not None and dialogs.ask(
            self,
            tr("不再信任 {name} 的这个指纹吗？", name=row.name),
            tr("对方的下一个包要重新核对指纹才能合并。已经合并的内容不变。"),
            tr("取消信任"),
            tr("保留"),
        ):
            self.write(lambda work: revoke(work, Peer(row.peer, row.name)))
