"""Certificates: which points ask for which kind, what they say, and kinds that a county adds."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from app.completeness.rows import FigureRow
from app.framework.catalogue import load_framework
from app.framework.keys import PointKey
from app.intake.inbox.named_places import named_target
from app.reports.certificates.drafting import asks_for, certificates, fitting, subject_of
from app.reports.certificates.files import built_in_kinds, lay_out_kinds, load_kinds, parse_kind
from app.reports.certificates.papers import certificate_paper, paper_named, papers_in
from app.reports.certificates.schema import NAMES, json_schema
from app.reports.draft import Draft, NotNeeded
from app.reports.errors import CertificateFileInvalid
from app.reports.templates import find_template, own_name
from app.wording.errors import describe_error
from resources import resource_bytes
from tests.support.report_rows import PART, county_rows

SET = load_framework("lushan-2021")
KINDS = {kind.id: kind for kind in built_in_kinds()}
OWN = """format: 1
id: training
title: 培训证明
per: point
asked: [组织培训]
heading: 关于{{主题}}的证明
paragraphs: ["兹证明{{单位}}完成了“{{原文}}”。", "有关数据：{{数据}}"]
signed: ["{{单位}}（盖章）"]
"""


@pytest.fixture(scope="module")
def rows():
    return county_rows(SET, 40)


def words(kind, draft: Draft) -> list[str]:
    stream = BytesIO()
    find_template(certificate_paper(kind), Path("nowhere")).fill(draft.filling).save(stream)
    return [p.text for p in docx.Document(stream).paragraphs if p.text.strip()]


def test_the_points_of_the_set_that_ask_for_each_kind():
    asked = {
        kind.id: [
            f"{i.code}-{p.number}"
            for i in SET.indicators
            for t in i.tasks
            for p in t.points
            if asks_for(kind, p.text)
        ]
        for kind in KINDS.values()
    }
    assert asked["request"] == ["29-2", "69-2", "78-2"]
    assert {"69-3", "70-2", "79-4", "81-1", "82-1", "85-1"} <= set(asked["account"])
    assert not set(asked["account"]) & set(asked["request"])
    assert asked["completion"] == asked["post"] == asked["duty"] == []


@pytest.mark.parametrize(
    ("wording", "subject"),
    [
        ("2018年以来开展行政调解工作的情况说明", "2018年以来开展行政调解工作"),
        ("2019年以来信访办理的情况说明及信访案件目录", "2019年以来信访办理"),
        ("尊重并执行法院生效裁判的情况说明", "尊重并执行法院生效裁判"),
        ("成立行政调解组织的相关制度文件", "成立行政调解组织的相关制度"),
        ("情况说明", "有关工作"),
        ("材料", "有关工作"),
        ("很长" * 40, "有关工作"),
    ],
)  # fmt: skip
def test_the_matter_of_a_point(wording, subject):
    assert subject_of(wording) == subject


def test_an_account_quotes_the_point_and_says_its_place_by_its_name(rows):
    drafts = certificates(KINDS["account"], rows, PART)
    assert len(drafts) > 5
    for draft in drafts:
        target = named_target(f"{draft.name}.pdf", SET, (PART, "县司法局"))
        assert target is not None
        assert (target.unit, target.task) == (PART, "material_check")
        quoted = SET.point(target.indicator, target.task, target.point).text.rstrip("。；")
        assert f"“{quoted}。”" in words(KINDS["account"], draft)[3]
        assert "的的" not in draft.name


def test_figures_stand_with_what_they_rest_on_or_not_at_all(rows):
    slot, state = next((s, p) for s in rows.slots_of(PART) for p in s.filing.points if p.thresholds)
    key = state.key
    chosen = replace(rows, points=frozenset({key}))
    (without,) = certificates(KINDS["completion"], chosen, PART)
    assert not any("有关数据" in line for line in words(KINDS["completion"], without))
    threshold = state.thresholds[0]
    figure = FigureRow(str(key), threshold.threshold.text, PART, 91.3, 2021, "42/46 件")
    stated = replace(state, thresholds=(replace(threshold, figures=(figure,)),))
    points = tuple(stated if p.key == key else p for p in slot.filing.points)
    filing = replace(slot.filing, points=points)
    with_it = replace(
        chosen, slots=tuple(replace(s, filing=filing) if s is slot else s for s in rows.slots)
    )
    (draft,) = certificates(KINDS["completion"], with_it, PART)
    (told,) = [line for line in words(KINDS["completion"], draft) if "有关数据" in line]
    assert told.startswith("有关数据：2021年 91.3")
    assert "依据：42/46 件" in told


def test_a_pledge_is_one_of_a_unit_and_counts_its_items_once(rows):
    paper = certificate_paper(KINDS["pledge"])
    draft = paper.write(rows, PART)
    assert isinstance(draft, Draft)
    assert draft.name == f"{PART}材料真实性承诺书"
    count = len({item.item for item in rows.items if item.unit == PART})
    assert draft.filling.values["件数"] == count
    assert not any(line.startswith("编号") for line in words(KINDS["pledge"], draft))


def test_kinds_without_words_are_only_made_where_they_are_chosen(rows):
    paper = certificate_paper(KINDS["post"])
    assert isinstance(paper.write(rows, PART), NotNeeded)
    chosen = replace(rows, points=frozenset({PointKey("999", "material_check", 1)}))
    assert isinstance(paper.write(chosen, PART), NotNeeded)
    assert fitting(tuple(KINDS.values()), "法院出具的说明").id == "request"
    assert fitting(tuple(KINDS.values()), "制度文件").id == "account"


def test_a_county_changes_and_adds_kinds_without_code(rows, tmp_path):
    folder = tmp_path / "certificates"
    assert len(lay_out_kinds(folder)) == len(KINDS) + 1
    assert lay_out_kinds(folder) == ()
    first = folder / "01-account.yaml"
    first.write_text(
        first.read_text("utf-8").replace("title: 情况说明", "title: 情况报告"), "utf-8"
    )
    (folder / "own.yaml").write_text(OWN, "utf-8")
    (folder / "broken.yaml").write_text(OWN.replace("{{原文}}", "{{原话}}"), "utf-8")
    found = load_kinds(folder)
    assert {"account", "training"} <= found.own
    assert [error.path.name for error in found.invalid] == ["broken.yaml"]
    assert "原话" in str(describe_error(found.invalid[0]))
    titles = [paper.title for paper in papers_in(tmp_path)]
    assert "情况报告" in titles
    assert "情况说明" not in titles
    paper = paper_named(tmp_path, "培训证明")
    key = next(s for s in rows.slots_of(PART) if s.filing.points).filing.points[0].key
    draft = paper.write(replace(rows, points=frozenset({key})), PART)
    assert isinstance(draft, Draft)
    templates = tmp_path / "templates"
    templates.mkdir()
    own = docx.Document()
    own.add_paragraph("本县格式：{{正文}}")
    own.save(templates / own_name(paper))
    stream = BytesIO()
    find_template(paper, templates).fill(draft.filling).save(stream)
    assert docx.Document(stream).paragraphs[0].text.startswith(f"本县格式：兹证明{PART}完成了")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{{单位}}（盖章）", "{{单位（盖章）"),
        ("per: point", "per: county"),
        ("format: 1", "format: 2"),
        ("id: training", "id: ../x"),
        ("title: 培训证明", "title: ''"),
        ("title: 培训证明\n", ""),
        ('signed: ["{{单位}}（盖章）"]', "signed: []"),
        ("per: point", "per: point\ncode: 'import os'"),
        ("heading: 关于{{主题}}的证明", "heading: '{{Filling.__class__}}'"),
    ],
)  # fmt: skip
def test_faulty_data_files_are_refused(before, after):
    assert before in OWN
    with pytest.raises(CertificateFileInvalid):
        parse_kind(Path("own.yaml"), OWN.replace(before, after).encode())


def test_the_guide_shows_a_kind_that_works_and_names_every_value():
    guide = resource_bytes("certificates/README.md").decode()
    example = guide.split("```yaml\n")[1].split("```")[0]
    assert parse_kind(Path("guide.yaml"), example.encode()).id == "training"
    assert all(name in guide for name in NAMES)
    for field in json_schema()["properties"]:
        assert f"{field}:" in example
