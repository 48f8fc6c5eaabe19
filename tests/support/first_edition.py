"""A workspace as the first edition of the program left it: its migration, and plain SQL."""

import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from app.framework.schema import Framework
from app.storage.layout import Layout
from models.engine import open_engine, sqlite_url
from models.migrate import upgrade

MADE_AT = datetime(2026, 1, 5, 9, 30)
COUNTY = "示例县"
NOTICE = "关于开展案卷评查的通知".encode()
SHA256 = hashlib.sha256(NOTICE).hexdigest()


def make_first_edition(path: Path, framework: Framework, sm3: str) -> Path:
    """Make the workspace of an office with one item; returns its folder."""
    layout = Layout(path)
    layout.root.mkdir(parents=True)
    layout.make_folders()
    original = layout.originals / SHA256[:2] / SHA256
    original.parent.mkdir()
    original.write_bytes(NOTICE)
    engine = open_engine(sqlite_url(layout.database))
    upgrade(engine, to="0001")
    engine.dispose()
    at = MADE_AT.isoformat(sep=" ", timespec="microseconds")
    with closing(sqlite3.connect(layout.database)) as connection, connection:
        for table, rows in _rows(framework, sm3, at).items():
            for row in rows:
                places = ", ".join("?" * len(row))
                names = ", ".join(row)
                statement = f"INSERT INTO {table} ({names}) VALUES ({places})"
                connection.execute(statement, list(row.values()))
    return path


def _rows(framework: Framework, sm3: str, at: str) -> dict[str, list[dict[str, Any]]]:
    content = framework.to_json()
    return {
        "framework": [
            {
                "id": "f-1",
                "code": framework.code,
                "version": framework.version,
                "title": framework.title,
                "content": content,
                "content_sha256": framework.fingerprint,
                "installed_at": at,
            }
        ],
        "unit": [{"id": "u-1", "name": "县司法局", "category": ""}],
        "unit_alias": [{"name": "司法局", "unit_id": "u-1"}],
        "workspace_info": [
            {
                "single": 1,
                "id": "w-1",
                "role": "office",
                "county": COUNTY,
                "framework_id": "f-1",
                "created_at": at,
            }
        ],
        "responsibility": [
            {
                "id": "r-1",
                "indicator_code": "60",
                "position": 1,
                "role": "lead",
                "unit_id": "u-1",
            }
        ],
        "setting": [{"key": "settings", "value": json.dumps({"volume_limit": 120})}],
        "blob": [
            {
                "sha256": SHA256,
                "sm3": sm3,
                "size": len(NOTICE),
                "kind": "text",
                "media_type": "text/plain",
                "suffix": ".txt",
                "label": "文本",
                "stored_at": at,
            }
        ],
        "evidence_item": [
            {
                "id": "i-1",
                "unit_id": "u-1",
                "current_revision": 1,
                "version": 1,
                "created_at": at,
                "changed_at": at,
            }
        ],
        "item_revision": [
            {
                "id": "v-1",
                "item_id": "i-1",
                "number": 1,
                "blob_sha256": SHA256,
                "file_name": "通知.txt",
                "title": "关于开展案卷评查的通知",
                "doc_number": "",
                "issuer": "县司法局",
                "doc_date": "2021-04-09",
                "copies": 1,
                "remark": "",
                "guesses": "{}",
                "problems": "[]",
                "created_at": at,
                "created_by": "张三",
            }
        ],
        "placement": [
            {
                "id": "p-1",
                "item_id": "i-1",
                "indicator_code": "60",
                "method": "material_check",
                "point_number": 1,
                "unit_id": "u-1",
                "position": 1,
                "version": 1,
                "created_at": at,
                "changed_at": at,
            }
        ],
        "figure": [
            {
                "id": "g-1",
                "place": "60",
                "threshold": "不低于80%",
                "unit_id": "u-1",
                "value": 82.0,
                "changed_at": at,
            }
        ],
        "event": [_event(at)],
    }


def _event(at: str) -> dict[str, Any]:
    """The first entry of the log, hashed as the first edition hashed it."""
    entry = {
        "at": MADE_AT.isoformat(timespec="microseconds") + "+00:00",
        "actor": "张三",
        "action": "workspace.created",
        "subject": "w-1",
        "data": '{"county":"示例县"}',
    }
    content = json.dumps(["0" * 64, *entry.values()], ensure_ascii=False)
    return {
        **entry,
        "sequence": 1,
        "id": "e-1",
        "at": at,
        "previous_hash": "0" * 64,
        "hash": hashlib.sha256(content.encode()).hexdigest(),
    }
