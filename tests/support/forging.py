"""Packages that their sender signed, with records that are not as the program writes them."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.exchange.envelope.header import PackageHeader
from app.exchange.envelope.opening import open_package
from app.exchange.envelope.parts import OriginalEntry
from app.exchange.envelope.writing import write_package
from app.exchange.payload.documents import MAIN, parse_payload, to_bytes
from app.signatures.signing import Signer
from models.base import new_id
from tests.support.county import JOB, Partner

_NOON = "2026-03-01T12:00:00Z"


def forged(
    sender: Partner,
    package: Path,
    target: Path,
    change: Callable[[dict[str, Any]], object],
    *,
    check: bool = True,
    header: Callable[[dict[str, Any]], object] | None = None,
    originals: Sequence[OriginalEntry] | None = None,
    signer: Signer | None = None,
    documents: Callable[[dict[str, bytes]], object] | None = None,
) -> Path:
    """The package with a changed payload, signed by its sender all the same.

    Without ``check`` the payload need not be as its schema says. ``header`` changes the header,
    ``originals`` are packed instead of the package's own, ``signer`` signs instead of the sender,
    ``documents`` changes the documents as bytes in the end.
    """
    with open_package([package], job=JOB) as opened:
        written = {name: opened.document(name) for name in opened.documents}
        said, packed = opened.header, opened.originals
    if header is not None:
        changed = said.model_dump(mode="json")
        header(changed)
        said = PackageHeader.model_validate(changed)
    content = json.loads(written[MAIN])
    change(content)
    raw = json.dumps(content).encode()
    written[MAIN] = to_bytes(parse_payload(raw)) if check else raw
    if documents is not None:
        documents(written)
    store = sender.workspace.originals
    entries = [OriginalEntry(o.sha256, store.path(o.sha256), o.size, o.suffix) for o in packed]
    entries = entries if originals is None else list(originals)
    signer = signer or sender.identity.keys().signer
    return write_package(target, said, written, entries, signer, job=JOB).paths[0]


def add_every_record(content: dict[str, Any], unit_id: str) -> None:
    """Add a record of every kind that a unit may send."""

    def row(**fields: Any) -> dict[str, Any]:
        common = {"id": new_id(), "version": 1, "unit_id": unit_id, "by_office": False}
        return common | {"changed_at": _NOON, "removed_at": None} | fields

    place = {"indicator_code": "60", "method": "material_check"}
    said = {"assessment": None, "statement": "已自查", "problems": "", "score": 5.0}
    done = {"measure": "已补", "person": "张三", "done_on": "2026-03-01", "evidence": []}
    records = content["records"]
    records["figures"].append(row(place="60", threshold="不低于80%", value=82.5))
    records["not_applicable"].append(row(**place, point_number=2, reason="没有", marked_by="张三"))
    records["complete_points"].append(row(**place, point_number=3, said_by="张三"))
    records["submissions"].append(
        row(**place, round=1, basis=[], note="", submitted_by="张三", submitted_at=_NOON)
    )
    records["replies"].append(row(notice_id=new_id(), replied_by="张三", **done))
    records["self_checks"].append(row(indicator_code="60", stated_by="张三", **said))
    records["web_targets"].append(row(**web_target()))
    records["web_lookups"].append(row(**web_lookup()))
    records["sites"].append(row(**site()))
    records["register_rows"].append(row(**register_row()))
    records["exam_questions"].append(row(**exam_question()))
    exam = row(**exam_of_officers())
    records["exams"].append(exam)
    records["exam_people"].append(row(**exam_person(exam["id"])))
    revision = records["items"][0]["revisions"][0]
    revision["problems"] = [{"kind": "comments", "detail": {"count": 2}, "dismissed": None}]
    revision["file_modified_at"] = _NOON


def web_target() -> dict[str, Any]:
    """What is said of a line of what to look up."""
    return {
        "indicator_code": "6",
        "task_code": "web_check",
        "address": "http://www.example.gov.cn/",
        "shows": "高频事项清单",
    }


def web_lookup() -> dict[str, Any]:
    """What is said of something that was looked up on the web."""
    return {
        "indicator_code": "6",
        "task_code": "web_check",
        "address": "www.example.gov.cn",
        "sought": "公示",
        "looked_up_on": "2026-03-01",
        "looked_up_by": "张三",
        "result": "confirmed",
        "note": "",
        "target": new_id(),
    }


def site() -> dict[str, Any]:
    """What is said of a site that inspectors visit."""
    check = {"item": "服务窗口", "look_for": "标识", "state": "ready", "person": "张三"}
    served = {"indicator_code": "6", "task_code": "site_check", "checks": [check | {"remark": ""}]}
    return {
        "name": "政务服务大厅",
        "location": "人民路1号",
        "in_charge": "李四",
        "phone": "0375-1234567",
        "hours": "9:00—17:00",
        "route": 1,
        "tasks": [served],
    }


def register_row() -> dict[str, Any]:
    """What is said of a row of a register."""
    return {
        "indicator_code": "68",
        "task_code": "material_check",
        "register_id": "litigation",
        "position": 1,
        "cells": {"number": "（2021）豫04行初5号", "filed": "2021-03-05"},
    }


def exam_question() -> dict[str, Any]:
    """What is said of a question of the bank."""
    return {
        "position": 1,
        "kind": "single",
        "chapter": "行政处罚",
        "stem": "警告属于什么？",
        "options": ["行政处罚", "行政许可"],
        "answers": ["A"],
        "law": "行政处罚法",
        "article": "第九条",
        "difficulty": "easy",
        "valid_from": "2021-07-15",
        "valid_until": "",
        "note": "",
    }


def exam_of_officers() -> dict[str, Any]:
    """What is said of an exam with a paper of one question."""
    take = {"count": 1, "chapter": "", "difficulty": None}
    part = {"kind": "single", "points": 2.0, "partial": None, "takes": [take]}
    rules = {"format": 1, "id": "small", "title": "小测验", "about": "", "serves": {}}
    question = {"id": "1", "kind": "single", "stem": "警告属于什么？", "points": 2.0}
    question |= {"options": ["行政处罚", "行政许可"], "answers": ["A"], "source": "第九条"}
    version = {"name": "A", "order": [{"question": 1, "options": [1, 0]}]}
    paper = {"seed": "7", "made_for": "", "questions": [question], "versions": [version]}
    return {
        "indicator_code": "63",
        "task_code": "exam",
        "name": "执法人员考试",
        "held_on": "2026-03-01",
        "starts_at": "9:00",
        "room": "报告厅",
        "makeup_on": "",
        "rules": rules | {"minutes": 60, "pass_percent": 60, "parts": [part]},
        "papers": {"1": paper},
        "draw": {"seed": "7", "count": 1, "of": 1},
    }


def exam_person(exam: str) -> dict[str, Any]:
    """What is said of somebody who sat an exam."""
    return {
        "exam_id": exam,
        "position": 1,
        "name": "张某",
        "department": "执法大队",
        "post": "科员",
        "number": "001",
        "seat": "1",
        "paper_version": "A",
        "sitting": 1,
        "attendance": "present",
        "answers": {"1": "B"},
        "scores": {},
    }


def places(content: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[Any, Any, str]]:
    """Every place below the content that can be changed."""
    pairs = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in list(pairs):
        here = (*path, str(key))
        yield content, key, ".".join(here)
        if isinstance(value, dict | list):
            yield from places(value, here)
