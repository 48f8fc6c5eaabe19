"""Words for captures of web pages. The courier carries this module: Python's own library only."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.capture.model import Capture, Fault, FileRole, Refusal, Remark, RemarkKind
from app.capture.parcel import ParcelFault

#: What stands before a text that is left out, in every language.
_COLONS = chr(0xFF1A) + ": "

Translate = Callable[[str], str]

#: Why an address gave nothing, and what to do.
FAULTS: Mapping[Fault, tuple[str, str]] = {
    Fault.NO_BROWSER: (
        "这台电脑上没有找到可用的浏览器",
        "请安装 Edge、Chrome、360、奇安信等 Chromium 内核的浏览器，或改用网检信使",
    ),
    Fault.BROWSER_FAILED: (
        "浏览器没有启动或不听指挥",
        "请把浏览器升级到新版本，或用环境变量 JUANZONG_BROWSER 指定另一个浏览器",
    ),
    Fault.NO_NETWORK: (
        "这台电脑没有连接网络",
        "请连接网络后重试，或用网检信使到能上网的电脑上采集",
    ),
    Fault.NAME_UNKNOWN: ("没有找到这个网站（域名无法解析）", "请核对网址；网站可能已经停用"),
    Fault.NOT_REACHED: ("连接不上网站", "请稍后重试；网站可能已经关停"),
    Fault.NO_ANSWER: ("网站没有应答", "请稍后重试"),
    Fault.NO_CONTENT: ("网址没有返回任何内容", "请核对网址"),
    Fault.INSECURE: ("无法建立加密连接", "请用浏览器打开核对；网站的加密设置可能有误"),
    Fault.PRIVATE: (
        "网页转到了内部网络的地址，已拦下",
        "确实要采集内部网址的，请把那个网址直接写进清单",
    ),
    Fault.OTHER_SCHEME: ("网页转到了不是网页的地址，已拦下", "请核对网址"),
    Fault.ENDLESS_REDIRECTS: ("网址之间来回跳转，打不开", "请用浏览器打开核对"),
    Fault.TOO_LARGE: ("下载的文件过大", "请用浏览器下载后直接添加"),
    Fault.TOO_SLOW: ("超过时限，网页没有打开", "请稍后重试"),
    Fault.NOT_LOADED: ("网页没有打开", "请用浏览器打开核对"),
}
#: Why an address is not asked for.
REFUSALS: Mapping[Refusal, str] = {
    Refusal.EMPTY: "没有网址",
    Refusal.SCHEME: "只采集 http 和 https 开头的网址",
    Refusal.HOST: "网址中没有网站名，或写法有误",
    Refusal.PASSWORD: "网址中带有用户名或密码，不能采集",
    Refusal.LENGTH: "网址过长",
}
#: Why results of a courier are not taken in.
PARCEL_FAULTS: Mapping[ParcelFault, str] = {
    ParcelFault.DAMAGED: "文件不完整或已损坏，请重新复制，或再运行一次网检信使",
    ParcelFault.TAMPERED: "内容被改动过",
    ParcelFault.FOREIGN: "不是本工作区发出的清单的结果，请在发出清单的工作区里收回",
}
_REMARKS: Mapping[RemarkKind, str] = {
    RemarkKind.STATUS: "网站返回 {text}，不是正常网页",
    RemarkKind.REDIRECTED: "经过 {count} 次跳转（{text}）",
    RemarkKind.SCRIPT_MOVED: "网页自行转到了另一个网址",
    RemarkKind.UNTRUSTED: "证书不受信任：{text}",
    RemarkKind.DIALOG: "关掉了 {count} 个对话框：{text}",
    RemarkKind.POPUP: "拦下了 {count} 个弹出窗口",
    RemarkKind.DOWNLOAD_STOPPED: "拦下了 {count} 个自动下载：{text}",
    RemarkKind.LAYER_CLOSED: "关掉了遮挡网页的浮层：{text}",
    RemarkKind.LAYER_LEFT: "有浮层遮挡网页，没能关掉：{text}",
    RemarkKind.ENDLESS: "网页没有尽头，只采集到 {text} 像素处",
    RemarkKind.STILL_LOADING: "到时限时网页仍在加载，采集的是当时的样子",
    RemarkKind.PICTURES_MISSING: "有 {count} 张图片没有显示出来",
    RemarkKind.BLOCKED: "网页想连接内部网络（{text}），已拦下",
    RemarkKind.FILE: "网址是一个文件，已下载：{text}",
    RemarkKind.NO_PDF: "没能印成 PDF",
    RemarkKind.NO_MHTML: "没能保存网页",
    RemarkKind.NO_PNG: "没能截图",
}
_CERTIFICATES: Mapping[str, str] = {
    "ERR_CERT_AUTHORITY_INVALID": "签发者不受信任，或是自签名证书",
    "ERR_CERT_DATE_INVALID": "已过期或尚未生效",
    "ERR_CERT_COMMON_NAME_INVALID": "证书上的网站名与网址不符",
    "ERR_CERT_REVOKED": "已被吊销",
    "ERR_CERT_WEAK_SIGNATURE_ALGORITHM": "签名算法过弱",
}
FILE_ROLES: Mapping[FileRole, str] = {
    FileRole.PICTURE: "整页截图",
    FileRole.PDF: "打印件",
    FileRole.PAGE: "网页存档",
    FileRole.DOWNLOAD: "下载的文件",
}


def describe_remark(remark: Remark, translate: Translate = str) -> str:
    """What happened on the way, as a sentence without a full stop."""
    text = remark.text
    if remark.kind is RemarkKind.UNTRUSTED:
        text = translate(_CERTIFICATES.get(text, "浏览器未说明原因"))
    template = translate(_REMARKS[remark.kind])
    if not text:  # without the colon before it
        template = template.replace("{text}", "").rstrip(_COLONS)
    return template.format(text=text, count=remark.count)


def describe_fault(fault: Fault, translate: Translate = str) -> str:
    """Why there is nothing and what to do, as one line."""
    reason, remedy = FAULTS[fault]
    return f"{translate(reason)}。{translate(remedy)}。"


def describe_capture(capture: Capture, translate: Translate = str) -> str:
    """What became of an address, as one line."""
    if capture.fault is not None:
        return describe_fault(capture.fault, translate)
    said = [describe_remark(remark, translate) for remark in capture.remarks]
    return "；".join([translate("已采集"), *said]) + "。"
