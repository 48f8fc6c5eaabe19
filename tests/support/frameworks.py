"""A small sound pack for tests, as text that a test alters before it loads it."""

from pathlib import Path

from app.framework.loader import parse
from app.framework.schema import Framework

SMALL_PACK = """\
format: 1
code: small
version: "1.0"
title: 示例指标体系
source: {title: 示例方案, date: 2026-01-15}
categories:
  - code: "1"
    name: 行政执法
    groups:
      - {code: "1.1", name: 监督}
  - {code: "2", name: 附加项}
units:
  - {name: 县司法局}
  - {name: 县应急管理局, aliases: [县应急局]}
  - {name: 县公安局}
groups:
  - {name: 县直各单位, default_from: registered}
  - {name: 各乡（镇、街道）}
stages:
  - {number: 1, name: 动员部署, deadline_text: 2026年2月底前, deadline: 2026-02-28}
indicators:
  - code: "1"
    kind: creation
    heading: 第1项指标
    statement: 建立行政执法日常检查监督机制。
    category: "1"
    category_group: "1.1"
    tasks:
      - method: material_check
        requirement: 2024年以来案卷评查的通知、报告；办复率达100%；以上材料汇总备查。
        points:
          - {number: 1, text: 2024年以来案卷评查的通知、报告, since_year: 2024, per_year: true}
          - number: 2
            text: 办复率达100%
            thresholds:
              - {text: 办复率达100%, comparator: at_least, value: 100, unit: "%"}
      - method: site_check
        requirement: 做好实地核验准备。
        points:
          - {number: 1, text: 做好实地核验准备}
    responsible:
      - {unit: 县应急局, role: lead}
      - {group: 县直各单位, role: participant}
  - code: 加1
    kind: bonus
    heading: 加分项1
    statement: 获得表彰。
    category: "2"
    tasks:
      - method: material_check
        requirement: 汇总证书备查。
        points:
          - {number: 1, text: 汇总证书备查}
    responsible:
      - {unit: 县司法局, role: lead}
"""


def small_framework(*replacements: tuple[str, str]) -> Framework:
    """The small pack, each replacement made once and sure to hit."""
    return parse(small_pack(*replacements).encode("utf-8"), Path("small.yaml"))


def small_pack(*replacements: tuple[str, str]) -> str:
    """The text of the small pack, each replacement made once and sure to hit."""
    text = SMALL_PACK
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
