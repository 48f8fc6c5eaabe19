"""Words of what is kept for 案卷评查. See the package for what each table is."""

from collections.abc import Mapping

from app.names.verification.sampling import METHOD_BY_GROUP

RECORDS: Mapping[str, tuple[str, str]] = {
    "case_draws": ("案卷抽取", "包里案卷抽取的次数"),
    "case_scores": ("案卷评查表", "包里案卷评查表的张数"),
    "case_pieces": ("案卷的卷内材料", "包里案卷的卷内材料件数"),
}
TABLES: Mapping[str, str] = {
    "case_draw": "案卷抽取",
    "case_score": "案卷评查表",
    "case_piece": "案卷的卷内材料",
}
FIELDS: Mapping[str, str] = {
    "algorithm": "抽取方法",
    "basics": "基础标准",
    "case_id": "案卷",
    "cases": "抽中的案卷",
    "closed": "结案日期",
    "concluded_at": "评完时间",
    "draw_id": "案卷抽取",
    "drawn": "抽中",
    "drawn_at": "抽取时间",
    "drawn_by": "抽取人",
    "excellent": "优秀的最低分",
    "filed": "立案日期",
    "generals": "一般标准",
    "handler": "承办人",
    "judged": "评查结论",
    "left_out": "未列入的案卷",
    "limit": "交复核的分差",
    "lost": "扣分",
    "marks": "逐条结论",
    "page": "页码",
    "party": "当事人",
    "passing": "合格的最低分",
    "piece": "材料种类",
    "population": "备抽的案卷",
    "reviewer": "评查人",
    "round_id": "抽取批次",
    "seat": "评查席位",
    "seed": "抽取种子",
    "serves": "服务的指标",
    "sheets": "评查表",
    "standard": "评查标准",
    "strata": "抽取分层",
    "summary": "总评",
    "wanted": "应抽数",
}
ACTIONS: Mapping[str, str] = {
    "noted.case_draw_added": "抽取案卷",
    "noted.case_draw_withdrawn": "撤销案卷抽取",
    "noted.case_draw_restored": "恢复案卷抽取",
    "noted.case_score_assigned": "安排评查人",
    "noted.case_score_saved": "填写案卷评查表",
    "noted.case_score_concluded": "评完一份案卷",
    "noted.case_score_reopened": "重新打开案卷评查表",
    "noted.case_pieces_added": "放入案卷",
    "noted.case_pieces_altered": "调整卷内材料",
    "noted.case_pieces_withdrawn": "移出案卷",
    "noted.case_pieces_restored": "移回案卷",
    "noted.case_pieces_changed": "整理案卷",
}

VALUES: Mapping[str, Mapping[str, str]] = {
    "case_scores": {
        "first": "评查人一",
        "second": "评查人二",
        "arbiter": "复核人",
    },
}

#: By the value of ``Verdict``.
VERDICTS: Mapping[str, str] = {
    "met": "符合",
    "failed": "不符合",
    "not_applicable": "不涉及",
}
#: By the value of ``Grade``; "" for none.
GRADES: Mapping[str, str] = {
    "excellent": "优秀",
    "passed": "合格",
    "failed": "不合格",
    "": "未评等次",
}
#: By the value of ``CaseState``.
STATES: Mapping[str, str] = {
    "open": "未评查",
    "under_way": "评查中",
    "disputed": "待复核",
    "decided": "已评定",
}
#: By the value of ``Difference``.
DIFFERENCES: Mapping[str, str] = {
    "basic": "基础标准的结论不同",
    "grade": "等次不同",
    "points": "得分相差超过限度",
}
#: By the value of ``Notice``.
NOTICES: Mapping[str, str] = {
    "not_closed": "未结案",
    "overdue": "超过办案期限",
    "other_year": "不是所问年度结案",
}
#: How a draw is repeated, in words that stand on its record.
ALGORITHM_WORDS: Mapping[str, str] = {
    "sha256-strata-1": (
        "按单位、类别、结案年度分组，组名写作“单位/类别/年度”，名单为该组已结案的全部案号。"
        f"{METHOD_BY_GROUP}"
    ),
}
#: How scores come about, in words that stand on sheets and papers.
RULE_WORDS = (
    "基础标准有一条不符合的，案卷不合格；一般标准扣分，不涉及的不计入，其余折算成 100 分；"
    "两人的得分取平均，保留两位小数，四舍五入；结论不同或相差超过限度的，以复核人的为准。"
)
