"""Words of what is kept for 随机访谈. See the package for what each table is."""

from collections.abc import Mapping

RECORDS: Mapping[str, tuple[str, str]] = {
    "interview_rounds": ("访谈活动", "包里访谈活动的个数"),
    "interview_answers": ("访谈答卷", "包里访谈答卷的份数"),
}
TABLES: Mapping[str, str] = {
    "interview_round": "访谈活动",
    "interview_answer": "访谈答卷",
}
FIELDS: Mapping[str, str] = {}
ACTIONS: Mapping[str, str] = {
    "noted.interview_round_added": "登记访谈活动",
    "noted.interview_round_altered": "修改访谈活动",
    "noted.interview_round_withdrawn": "移除访谈活动",
    "noted.interview_round_restored": "恢复访谈活动",
    "noted.interview_answer_added": "录入访谈答卷",
    "noted.interview_answer_altered": "修改访谈答卷",
    "noted.interview_answer_withdrawn": "移除访谈答卷",
    "noted.interview_answer_restored": "恢复访谈答卷",
    "noted.interview_answer_changed": "修改访谈答卷",
}
VALUES: Mapping[str, Mapping[str, str]] = {
    "interview_answers": {"typed": "录入", "imported": "导入", "scanned": "扫描"},
}
