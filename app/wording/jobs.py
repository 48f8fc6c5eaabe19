"""Words for long work."""

from app.translating import Translate, chinese

_STAGES = {
    "attach": "收取文件",
    "capture": "采集网页",
    "recheck": "复查网址",
    "check": "核对原件",
    "backup": "备份",
    "restore": "恢复",
    "office": "测试 LibreOffice",
    "save": "另存原件",
    "convert": "转成页面",
    "look": "查看文件内部",
    "plan": "编排",
    "bind": "装订",
    "print": "查看页面",
    "pdfa": "转为长期保存格式",
    "report": "生成文书",
    "pack": "写入",
    "store": "存入原件",
    "merge": "合并",
    "seal": "加密",
    "unseal": "解密",
    "verify": "核对",
    "print_sheets": "生成答卷",
    "read_sheets": "识别扫描件",
}


def stage_name(stage: str, translate: Translate = chinese) -> str:
    """Name a stage of a job as the progress line shows it."""
    return translate(_STAGES[stage])
