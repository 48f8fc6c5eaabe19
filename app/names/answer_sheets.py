"""Names for what is read from scanned sheets."""

from app.answer_sheets.model import Doubt, Refusal

#: Why a person must look at a question.
DOUBTS = {
    Doubt.SEVERAL: "只能选一项，却选了几项",
    Doubt.FAINT: "记号太淡或太小",
    Doubt.FILLED_OVER: "涂满的方框，可能是改掉的",
    Doubt.STROKE: "有笔画穿过方框",
    Doubt.BESIDE: "记号画在方框外",
    Doubt.BOX_LOST: "方框看不清",
    Doubt.DIFFERS: "扫描了两次，结果不同",
}

#: Why a page was not read, and what helps.
REFUSALS = {
    Refusal.UNREADABLE: ("这一页打不开", "请重新扫描"),
    Refusal.BLANK: ("空白页", "双面扫描时的背面，不用处理"),
    Refusal.NO_CODE: ("没有找到二维码", "请确认是本系统印制的答卷，平整放好后重新扫描"),
    Refusal.OTHER_SERIES: ("是另一批答卷，或印制后改过题目", "请到印制它的那一批里导入"),
    Refusal.NO_SUCH_PAGE: ("题目已经改过，没有这一页", "请按印制时的题目导入"),
    Refusal.CODES_DISAGREE: ("一页上有两份答卷", "请一张一张地扫描或拍照"),
    Refusal.NOT_ALIGNED: ("折叠、卷曲或缺角，对不上方框的位置", "请压平后重新扫描，或人工录入"),
    Refusal.TOO_PALE: ("太淡，分不清字和纸", "请调深后重新扫描"),
}
