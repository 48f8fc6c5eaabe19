"""The choices that a workspace remembers: filing fields, dossier defaults, conversion."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.conversion.model import ConversionSettings
from app.dossier_options import ArchiveFields, DossierOptions, Numbering
from app.guessing.dates import typed_day
from app.unit_names import full_unit_name
from app.unit_of_work import Database, UnitOfWork
from models import Setting, Unit, WorkspaceInfo

_KEY = "settings"
#: The choice that holds what the office expects at each point (see ``completeness.checklists``).
CHECKLISTS = "checklists"


def _day_as_typed(value: object) -> object:
    """A day that was typed in any of the usual ways; other values as they are."""
    return typed_day(value, date.max) or value if isinstance(value, str) else value


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
    text_source: Annotated[str, Field(title="指标文本出处", max_length=200)] = ""
    filed_by: Annotated[str, Field(title="立卷人")] = ""
    checked_by: Annotated[str, Field(title="检查人")] = ""
    filed_on: Annotated[date | None, BeforeValidator(_day_as_typed), Field(title="立卷时间")] = None
    numbering: Annotated[Numbering, Field(title="页号位置")] = Numbering.SINGLE_SIDED
    duplex_blanks: Annotated[bool, Field(title="双面装订补空白页")] = False
    volume_limit: Annotated[int, Field(title="每卷页数上限", ge=1, le=10_000)] = 200
    photos_per_page: Annotated[int, Field(title="每页照片数", ge=1, le=4)] = 1
    print_copies: Annotated[int, Field(title="打印份数", ge=1, le=99)] = 1
    last_year: Annotated[int | None, Field(title="材料截止年度", ge=1990, le=2199)] = None
    office_program: Annotated[Path | None, Field(title="LibreOffice 位置")] = None
    watch_inbox: Annotated[bool, Field(title="自动收取收件箱")] = True
    backup_folder: Annotated[Path | None, Field(title="备份到另一个磁盘")] = None
    issuer: Annotated[str, Field(title="发文机关")] = ""
    issuer_code: Annotated[str, Field(title="发文机关代字")] = ""
    contact: Annotated[str, Field(title="联系人")] = ""
    phone: Annotated[str, Field(title="联系电话")] = ""
    copy_to: Annotated[str, Field(title="抄送")] = ""
    printed_by: Annotated[str, Field(title="印发机关")] = ""

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

    def conversion(self) -> ConversionSettings:
        """What conversion needs to know."""
        return replace(
            ConversionSettings(),
            office_program=self.office_program,
            photos_per_page=self.photos_per_page,
        )


def load_settings(session: Session, county: str, programme: str) -> WorkspaceSettings:
    """Read the settings; what nobody has set has its default.

    The category is named after the programme. The fonds is that of the body whose workspace it
    is: the unit's own; of the office the one that issues its papers.
    """
    settings = _stored(session)
    defaults = _defaults(session, settings, county, programme)
    unset = {"", office_name(county, programme)}
    found = {name: getattr(settings, name) for name in defaults}
    if found["fonds_name"] in unset:  # earlier versions stored the office's also for units
        found["fonds_name"] = ""
    return settings.model_copy(
        update={name: found[name] or default for name, default in defaults.items()}
    )


def office_name(county: str, programme: str) -> str:
    """What the office is called unless somebody says otherwise."""
    return f"{county}{programme}办公室"


def set_by_people(session: Session, county: str, programme: str) -> WorkspaceSettings:
    """The settings as people made them: "" where ``load_settings`` puts a name of its own."""
    settings = _stored(session)
    defaults = _defaults(session, settings, county, programme)
    return _without(settings, defaults | {"fonds_name": office_name(county, programme)})


def _stored(session: Session) -> WorkspaceSettings:
    stored = session.get(Setting, _KEY)
    return WorkspaceSettings.model_validate(stored.value if stored else {})


def _defaults(
    session: Session, settings: WorkspaceSettings, county: str, programme: str
) -> dict[str, str]:
    unit = session.scalars(
        select(Unit.name).join(WorkspaceInfo, WorkspaceInfo.unit_id == Unit.id)
    ).first()
    fonds = (
        full_unit_name(county, unit) if unit else settings.issuer or office_name(county, programme)
    )
    return {"fonds_name": fonds, "category_name": programme}


def _without(settings: WorkspaceSettings, defaults: Mapping[str, str]) -> WorkspaceSettings:
    """The settings less what is a default anyway, so that it follows what it comes from."""
    unset = {name: "" for name, value in defaults.items() if getattr(settings, name) == value}
    return settings.model_copy(update=unset)


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
        present = load_settings(work.session, county, programme)
        after = change(present)
        defaults = _defaults(work.session, present, county, programme)
        save_settings(work, _without(after, defaults))
        work.commit()
        return load_settings(work.session, county, programme)


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
