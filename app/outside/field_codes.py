"""Fields of Word: which of them need only the document itself."""

import re

from app.outside.addresses import may_be_clicked

#: Fields that show numbers, references and properties of the document itself. Every other one
#: shows the result that is stored with it.
INSIDE = frozenset(
    {
        "=", "ADDRESSBLOCK", "ADVANCE", "ASK", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT",
        "AUTOTEXT", "AUTOTEXTLIST", "BARCODE", "BIBLIOGRAPHY", "BIDIOUTLINE", "CITATION",
        "COMMENTS", "COMPARE", "CONTROL", "CREATEDATE", "DATE", "DISPLAYBARCODE", "DOCPROPERTY",
        "DOCVARIABLE", "EDITTIME", "EMBED", "EQ", "FILENAME", "FILESIZE", "FILLIN",
        "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "FTNREF", "GLOSSARY", "GOTOBUTTON",
        "GREETINGLINE", "HTMLCONTROL", "HYPERLINK", "IF", "INDEX", "INFO", "KEYWORDS",
        "LASTSAVEDBY", "LISTNUM", "MACROBUTTON", "MERGEBARCODE", "MERGEFIELD", "MERGEREC",
        "MERGESEQ", "NEXT", "NEXTIF", "NOTEREF", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE",
        "PAGEREF", "PRINTDATE", "PRIVATE", "QUOTE", "REF", "REVNUM", "SAVEDATE", "SECTION",
        "SECTIONPAGES", "SEQ", "SET", "SHAPE", "SKIPIF", "STYLEREF", "SUBJECT", "SYMBOL", "TA",
        "TC", "TEMPLATE", "TIME", "TITLE", "TOA", "TOC", "USERADDRESS", "USERINITIALS",
        "USERNAME", "XE",
    }
)  # fmt: skip

#: Their numbers in Word 97-2003 files ([MS-DOC] 2.9.90) for those that are not inside.
OUTSIDE_NUMBERS = frozenset({11, 36, 40, 45, 46, 48, 55, 56, 67, 68, 76, 77})

#: Commands that load something, wherever they stand in an instruction.
_LOADING = re.compile(
    r"(?i)(?<![a-z_])(?:(?:INCLUDE(?:PICTURE|TEXT)|DDE(?:AUTO)?)(?![a-z_])"
    r"|(?:INCLUDE|IMPORT|DATABASE|RD|LINK)[\s\"][^\"]*\"?[^\"]*[/\\.])"
)
_WORD = re.compile(r"\s*(=|[A-Za-z]+)")
_ADDRESS = re.compile(r'"([^"]*)"|(\S+)')
#: Those whose result is part of the page, not only a place to look things up.
_KEEP_SILENT = frozenset({"", "JUANZONG", "DATA", "PRINT", "ADDIN", "HYPERLINK"})


def command(instruction: str) -> str:
    """The command of an instruction in capitals, "" if it does not begin with one."""
    word = _WORD.match(instruction)
    return word[1].upper() if word else ""


def stays_inside(instruction: str) -> bool:
    """Say whether a field needs nothing but the document; a link must lead to a web page."""
    name = command(instruction)
    if _LOADING.search(_quoted_words(instruction)):
        return False  # behind words that a program may pass over
    if name == "HYPERLINK":
        address = address_of(instruction)
        return may_be_clicked(address) or not re.search(r"[\\/:]", address)
    return name in INSIDE


def _quoted_words(instruction: str) -> str:
    """The instruction without the address of a link, in which such words may stand."""
    if command(instruction) != "HYPERLINK":
        return instruction
    return _ADDRESS.sub("", _WORD.sub("", instruction, count=1), count=1)


def is_picture(instruction: str) -> bool:
    """Say whether a field shows a picture, which is mostly stored as its result."""
    return command(instruction) in {"INCLUDEPICTURE", "IMPORT"}


def shows(instruction: str) -> bool:
    """Say whether what a field wants would come onto the pages."""
    return command(instruction) not in _KEEP_SILENT


def address_of(instruction: str) -> str:
    """The first address in an instruction; "" if there is none."""
    rest = _WORD.sub("", instruction, count=1)
    bare_name = ""
    for quoted, bare in _ADDRESS.findall(rest):
        word = quoted or bare
        if re.match(r"\\[a-z*#@!]($|\s)", word, re.IGNORECASE):
            continue  # a switch
        if quoted or any(mark in word for mark in "/\\:"):
            return str(word)
        # A name with a dot may be that of a program (``LINK Excel.Sheet.8 "a.xls"``).
        bare_name = bare_name or (str(word) if "." in word else "")
    return bare_name
