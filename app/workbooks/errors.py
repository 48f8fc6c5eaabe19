"""Why a spreadsheet was not read."""


class WorkbookUnreadable(Exception):
    """The file is damaged or of a format that is not read here."""


class WorkbookTooLarge(Exception):
    """The file holds more than is looked through."""
