"""The choices that a workspace remembers: filing fields, dossier defaults, conversion."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.orm import Session

from app.conversion.model import ConversionSettings
from app.dossier_options import ArchiveFields, DossierOptions, Numbering
from app.unit_of_work import Database, UnitOfWork
from models import Setting

_KEY = "settings"


class WorkspaceSettings(BaseModel):
    """Everything that a person sets once for a workspace; each field's title is its label."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    fonds_name: Annotated[str, Field(title="全宗名称")] = ""
    fonds_code: Annotated[str, Field(title="全宗号")] = ""
    category_name: Annotated[str, Field(title="类目名称")] = ""
    category_code: Annotated[str, Field(title="类目代码")] = ""
    retention: Annotated[str, Field(title="保管期限")] = "30年"
    filing_number_template: Annotated[str, Field(title="归档号模板")] = ""
    archive_code_template: Annotated[str, Field(title="档号模板")] = (
        "{fonds_code}-{category_code}-{volume_code}"
    )
    filed_by: Annotated[str, Field(title="立卷人")] = ""
    checked_by: Annotated[str, Field(title="检查人")] = ""
    filed_on: Annotated[date | None, Field(title="立卷时间")] = None
    numbering: Annotated[Numbering, Field(title="页号位置")] = Numbering.SINGLE_SIDED
    duplex_blanks: Annotated[bool, Field(title="双面装订补空白页")] = False
    volume_limit: Annotated[int, Field(title="每卷页数上限", ge=1, le=10_000)] = 200
    photos_per_page: Annotated[int, Field(title="每页照片数", ge=1, le=4)] = 1
    last_year: Annotated[int | None, Field(title="材料截止年度", ge=1990, le=2199)] = None
    office_program: Annotated[Path | None, Field(title="LibreOffice 位置")] = None
    watch_inbox: Annotated[bool, Field(title="自动收取收件箱")] = True
    backup_folder: Annotated[Path | None, Field(title="备份到另一个磁盘")] = None
    issuer: Annotated[str, Field(title="发文机关")] = ""
    issuer_code: Annotated[str, Field(title="发文机关代字")] = ""
    contact: Annotated[str, Field(title="联系人")] = ""
    phone: Annotated[str, Field(title="联系电话")] = ""
    copy_to: Annotated[str, Field(title="抄送")] = ""

    def archive(self) -> ArchiveFields:
        """The filing fields as the dossier takes them."""
        return ArchiveFields(
            fonds_name=self.fonds_name,
            fonds_code=self.fonds_code,
            category_name=self.category_name,
            category_code=self.category_code,
            retention=self.retention,
            filing_number_template=self.filing_number_template,
            archive_code_template=self.archive_code_template,
            filed_by=self.filed_by,
            checked_by=self.checked_by,
            filed_on=self.filed_on,
        )

    def dossier_options(self) -> DossierOptions:
        """The dossier options that hold unless a compile asks for others."""
        return DossierOptions(
            numbering=self.numbering,
            duplex_blanks=self.duplex_blanks,
            volume_limit=self.volume_limit,
            photos_per_page=self.photos_per_page,
            archive=self.archive(),
            last_year=self.last_year,
        )

    def last_year_by(self, today: date) -> int:
        """The last year that evidence is asked for: the one that was set, or the present one."""
        return self.last_year or today.year

    def conversion(self) -> ConversionSettings:
        """What conversion needs to know."""
        return replace(
            ConversionSettings(),
            office_program=self.office_program,
            photos_per_page=self.photos_per_page,
        )


def load_settings(session: Session, county: str, programme: str) -> WorkspaceSettings:
    """Read the settings; what nobody has set has its default.

    The names of the fonds and of the category are those of the county and of what it works on.
    """
    stored = session.get(Setting, _KEY)
    settings = WorkspaceSettings.model_validate(stored.value if stored else {})
    return settings.model_copy(
        update={
            "fonds_name": settings.fonds_name or f"{county}{programme}办公室",
            "category_name": settings.category_name or programme,
        }
    )


def save_settings(work: UnitOfWork, settings: WorkspaceSettings) -> None:
    """Remember the settings, with an entry in the log naming what changed."""
    stored = work.session.get(Setting, _KEY)
    before = stored.value if stored else {}
    after = settings.model_dump(mode="json", exclude_defaults=True)
    if stored is None:
        work.session.add(Setting(key=_KEY, value=after))
    else:
        stored.value = after
    changed = sorted(k for k in {*before, *after} if before.get(k) != after.get(k))
    work.record("settings.changed", "settings", fields=changed)


def change_settings(
    database: Database,
    county: str,
    programme: str,
    change: Callable[[WorkspaceSettings], WorkspaceSettings],
) -> WorkspaceSettings:
    """Change the settings as they stand now; returns what they are afterwards.

    Raises ``WorkspaceReadOnly`` if the workspace is open for reading only.
    """
    with database.writing() as work:
        after = change(load_settings(work.session, county, programme))
        save_settings(work, after)
        work.commit()
    return after


def load_choice(session: Session, key: str) -> Any:  # noqa: ANN401 (JSON)
    """Read what a capability stored under its key; None if nothing is there."""
    stored = session.get(Setting, key)
    return None if stored is None else stored.value


def save_choice(work: UnitOfWork, key: str, value: object) -> None:
    """Keep a capability's own JSON value; the caller writes the log entry."""
    stored = work.session.get(Setting, key)
    if stored is None:
        work.session.add(Setting(key=key, value=value))
    else:
        stored.value = value
