"""Names of the database's tables: people are told what a damaged table holds."""

import re
from collections.abc import Mapping

from app.names import verification
from app.terms import USUAL_METHODS
from app.translating import Translate, chinese
from app.wording.records import RECORD_NAMES

TABLE_NAMES: Mapping[str, str] = {
    **verification.TABLES,
    "alembic_version": "数据库版本",
    "attachment": "材料的附件",
    "blob": "原件登记",
    "brought_original": "原件来源",
    "complete_point": "材料已齐的说明",
    "content_seal": "内容校验值",
    "event": "操作记录",
    "evidence_item": "材料",
    "exchange_peer": "往来单位",
    "figure": "数据",
    "framework": "指标体系",
    "identity_key": "本机密钥",
    "item_revision": "材料的版本",
    "merge_snapshot": "合并前的存底",
    "not_applicable": "不涉及",
    "package": "收发的包",
    "person": "使用人",
    "placement": "材料所在的位置",
    "received_event": "收到的操作记录",
    "rectification_notice": "整改通知",
    "rectification_reply": "整改情况",
    "responsibility": "责任分工",
    "return_reason": "退回原因",
    "review": "审核",
    "self_check": "自查自评",
    "setting": "设置",
    "submission": "报送",
    "trusted_key": "已确认的密钥",
    "unit": "单位",
    "unit_alias": "单位别名",
    "unit_group": "单位集合",
    "unit_group_member": "单位集合的成员",
    "withheld_original": "没有随包的原件",
    "workspace_info": "工作区信息",
    "(schema)": "数据库的结构",
}

#: Words in the subject of a defect that only programs read.
_SPOKEN: Mapping[str, str] = {
    **RECORD_NAMES,
    "item": "材料",
    "revision": "版本",
    **TABLE_NAMES,
    **USUAL_METHODS,
}
_WORD = re.compile(r"(?<![\w.-])[a-z_]+(?![\w-])")


def table_name(table: str, translate: Translate = chinese) -> str:
    """Name a table; one of a newer program keeps its identifier."""
    return translate(TABLE_NAMES[table]) if table in TABLE_NAMES else table


def spoken_subject(subject: str, translate: Translate = chinese) -> str:
    """A defect's subject (``item_revision.title #3``), tables and usual methods in words."""
    if subject in TABLE_NAMES:
        return table_name(subject, translate)
    return _WORD.sub(lambda found: translate(_SPOKEN.get(found.group(), found.group())), subject)
