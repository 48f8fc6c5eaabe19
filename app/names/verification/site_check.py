"""Words of what is kept for 实地核验. See the package for what each table is."""

from collections.abc import Mapping

RECORDS: Mapping[str, tuple[str, str]] = {
    "sites": ("核验现场", "包里核验现场的个数"),
}
TABLES: Mapping[str, str] = {
    "site": "核验现场",
}
FIELDS: Mapping[str, str] = {
    "checks": "检查清单",
    "hours": "开放时间",
    "in_charge": "负责人",
    "item": "检查项目",
    "location": "地址",
    "look_for": "看什么",
    "phone": "电话",
    "route": "路线顺序",
    "state": "准备情况",
}
ACTIONS: Mapping[str, str] = {
    "noted.site_added": "登记核验现场",
    "noted.site_altered": "修改核验现场",
    "noted.site_withdrawn": "移除核验现场",
    "noted.site_restored": "恢复核验现场",
}

VALUES: Mapping[str, Mapping[str, str]] = {
    "sites": {
        "ready": "已准备",
        "under_way": "准备中",
        "not_yet": "未准备",
    },
}
