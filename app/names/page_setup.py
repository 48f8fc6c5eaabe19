"""How a setup of pages is told, in papers, lists and the window."""

from app.page_setup import Cut, PageSetup, Paper, told_pages
from app.translating import Translate, chinese

#: What papers are called.
PAPER_NAMES = {
    Paper.AUTO: "随原件",
    Paper.A4: "A4",
    Paper.A3: "A3",
    Paper.OWN: "自定尺寸",
}

#: What is done with a long picture.
CUT_NAMES = {
    Cut.AUTO: "自动（长截图切成几页）",
    Cut.WHOLE: "不切，印在一页上",
    Cut.PIECES: "切成几页",
}


def page_setup_words(setup: PageSetup, translate: Translate = chinese) -> str:
    """All that is set, in one line without a full stop; that nothing is, if so."""
    told = []
    if setup.cut is not Cut.AUTO:
        told.append(translate(CUT_NAMES[setup.cut]))
    if setup.bound:
        words = translate("只装订第 {pages} 页（{reason}）")
        told.append(words.format(pages=told_pages(setup.bound), reason=setup.reason))
    if setup.turns:
        pages = told_pages(page for page, _ in setup.turns)
        told.append(translate("转过第 {pages} 页").format(pages=pages))
    if setup.tilts:
        pages = told_pages(page for page, _ in setup.tilts)
        told.append(translate("摆正第 {pages} 页").format(pages=pages))
    if setup.size is not None:
        words = translate("纸张 {width}×{height} 毫米")
        told.append(words.format(width=setup.size[0], height=setup.size[1]))
    elif setup.paper is not Paper.AUTO:
        told.append(translate("纸张 {paper}").format(paper=translate(PAPER_NAMES[setup.paper])))
    return translate("，").join(told) or translate("全部页面照原样装订")
