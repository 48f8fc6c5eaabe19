"""Check that NOTICE.md names every package that the program needs at run time, and its licence.

    .venv/bin/python packaging/notices.py           say what is missing or not allowed
    .venv/bin/python packaging/notices.py --write   renew the table in NOTICE.md

A copyleft licence of the AGPL family is never allowed; a GPL one only for data and for separate
programs, so neither may appear in the table of packages.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
NOTICE = ROOT / "NOTICE.md"
BEGIN, END = "<!-- packages: begin -->", "<!-- packages: end -->"
#: Machines whose requirements count, whatever machine this runs on.
MACHINES = tuple(
    {"sys_platform": system, "platform_system": name, "os_name": kind, "python_version": version}
    | {"python_full_version": f"{version}.0"}
    for system, name, kind in (("linux", "Linux", "posix"), ("win32", "Windows", "nt"))
    for version in ("3.11", "3.12", "3.13", "3.14")
)
#: Packages whose metadata gives no plain licence, or that this machine does not have.
KNOWN = {
    "backports-zstd": "PSF-2.0",
    "colorama": "BSD-3-Clause",
    "greenlet": "MIT AND PSF-2.0",
    "pyrage": "MIT",
    # Qt's makers offer these under GPL too; the program takes the LGPL.
    "pyside6": "LGPL-3.0-only",
    "pyside6-addons": "LGPL-3.0-only",
    "pyside6-essentials": "LGPL-3.0-only",
    "pywin32": "PSF-2.0",
    "shiboken6": "LGPL-3.0-only",
    "tzdata": "Apache-2.0",
}
FORBIDDEN = re.compile(r"\bAGPL|Affero|(?<!L)\bGPL|GNU General Public", re.IGNORECASE)


def needed() -> dict[str, str]:
    """Every package that runs with the program on any machine, with its licence."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, str] = {}
    waiting = [Requirement(line) for line in project["dependencies"]]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        key = (name, frozenset(requirement.extras))
        if key in seen:
            continue
        seen.add(key)
        found[name] = licence_of(name)
        waiting += _required_by(name, requirement.extras)
    return dict(sorted(found.items()))


def licence_of(name: str) -> str:
    """The licence of an installed package in one line; "" if nothing says."""
    if name in KNOWN:
        return KNOWN[name]
    try:
        facts = metadata.metadata(name).json
    except metadata.PackageNotFoundError:
        return ""
    if expression := facts.get("license_expression"):
        return str(expression)
    written = str(facts.get("license", "")).strip()
    if written and len(written) < 60 and "\n" not in written:
        return written
    return " / ".join(
        line.rsplit(" :: ", 1)[-1]
        for line in facts.get("classifier", ())
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    )


def complaints() -> list[str]:
    """What is wrong with NOTICE.md, in Chinese; empty if nothing is."""
    listed = dict(_listed())
    wrong = []
    wanted = needed()
    for name, licence in wanted.items():
        if not licence:
            wrong.append(f"{name}：查不到许可证，请在 packaging/notices.py 的 KNOWN 中写明")
        elif FORBIDDEN.search(licence):
            wrong.append(f"{name}：许可证 {licence} 不能随软件使用")
        elif name not in listed:
            wrong.append(f"{name}：NOTICE.md 没有列出（{licence}）")
    return wrong + [f"{name}：已不再使用" for name in listed if name not in wanted]


def write() -> None:
    """Renew the table of packages in NOTICE.md."""
    text = NOTICE.read_text(encoding="utf-8")
    rows = "\n".join(f"| {name} | {licence} |" for name, licence in needed().items())
    table = f"{BEGIN}\n| 组件 | 许可证 |\n| --- | --- |\n{rows}\n{END}"
    before, rest = text.split(BEGIN, 1)
    NOTICE.write_text(before + table + rest.split(END, 1)[1], encoding="utf-8")


def _required_by(name: str, extras: set[str]) -> Iterator[Requirement]:
    try:
        lines = metadata.requires(name) or ()
    except metadata.PackageNotFoundError:
        return
    for line in lines:
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(
            marker.evaluate({**machine, "extra": extra})
            for machine in MACHINES
            for extra in (*extras, "")
        ):
            yield requirement


def _listed() -> Iterator[tuple[str, str]]:
    table = NOTICE.read_text(encoding="utf-8").split(BEGIN, 1)[1].split(END, 1)[0]
    for line in table.splitlines()[3:]:
        if line.startswith("|"):
            name, licence = (cell.strip() for cell in line.strip("|").split("|"))
            yield name, licence


def main() -> int:
    """Check, or write with ``--write``; 1 if something is wrong."""
    if "--write" in sys.argv[1:]:
        write()
    wrong = complaints()
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
