"""A LibreOffice profile of our own: Chinese, silent, without macros, links or network."""

from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from app.paths import make_inside

_COMMON = "/org.openoffice.Office.Common"
_SCRIPTING = f"{_COMMON}/Security/Scripting"
_EXPORT = f"{_COMMON}/Filter/PDF/Export"
_INET = "/org.openoffice.Inet/Settings"

#: A port that nothing listens on: whatever a document asks of the network fails at once.
_NOWHERE = ("127.0.0.1", "9")

#: (path, property, value). Numbers are those of LibreOffice's own configuration schema.
_SETTINGS: tuple[tuple[str, str, str], ...] = (
    # A4 paper and Chinese fonts where a document says nothing.
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "zh-CN"),
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale_CJK", "zh-CN"),
    # No macro runs, no link is followed, nothing is fetched.
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    # Versions from 7.6 know more to switch off; older ones pass over it.
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "DisableOLEAutomation", "true"),
    (_SCRIPTING, "CheckDocumentEvents", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    # A date field in a letter shows the day it was written, not today.
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    (_INET, "ooInetProxyType", "2"),
    (_INET, "ooInetHTTPProxyName", _NOWHERE[0]),
    (_INET, "ooInetHTTPProxyPort", _NOWHERE[1]),
    (_INET, "ooInetHTTPSProxyName", _NOWHERE[0]),
    (_INET, "ooInetHTTPSProxyPort", _NOWHERE[1]),
    (_INET, "ooInetFTPProxyName", _NOWHERE[0]),
    (_INET, "ooInetFTPProxyPort", _NOWHERE[1]),
    # The pages are for paper: fields as drawn, headings as bookmarks, pictures sharp.
    (_EXPORT, "ExportFormFields", "false"),
    (_EXPORT, "ExportBookmarks", "true"),
    (_EXPORT, "UseTaggedPDF", "false"),
    (_EXPORT, "Quality", "92"),
    (_EXPORT, "ReduceImageResolution", "true"),
    (_EXPORT, "ImageResolution", "300"),
    # Nothing is asked, remembered or sent.
    (f"{_COMMON}/Misc", "CrashReport", "false"),
    (f"{_COMMON}/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
    (f"{_COMMON}/Save/Document", "CreateBackup", "false"),
)


@dataclass(frozen=True, slots=True)
class Export:
    """What goes onto the pages besides the usual.

    Attributes:
        hidden_slides: slides that a show would skip.
        remarks: comments, as annotations of the PDF.
    """

    hidden_slides: bool = False
    remarks: bool = False


USUAL_EXPORT = Export()


def write_profile(folder: Path, export: Export = USUAL_EXPORT) -> None:
    """Make the profile in ``folder``, which becomes LibreOffice's UserInstallation."""
    chosen = (
        (_EXPORT, "ExportHiddenSlides", str(export.hidden_slides).lower()),
        (_EXPORT, "ExportNotes", str(export.remarks).lower()),
    )
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{escape(value)}</value></prop></item>"
        for path, name, value in (*_SETTINGS, *chosen)
    )
    user = folder / "user"
    make_inside(folder.parent, user)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        encoding="utf-8",
    )
