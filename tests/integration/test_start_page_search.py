"""The search of the 总索引 for browsers, played by Node.js where it is installed."""

import json
import shutil
import subprocess

import pytest

from app.dossier.output.start_page import html_of
from app.sheets.content import IndexedCase, IndexedItem, StartIndex

NODE = shutil.which("node")

#: As much of a browser as the page's script asks for.
BROWSER = """
const page = require("fs").readFileSync(0, "utf8");
const script = page.match(/<script>([^]*?)<\\/script>/)[1];
let lines = [];
const part = () => ({textContent: "", hidden: false, value: "", addEventListener() {},
  append(link) { this.link = link; }, scrollIntoView() {}});
const body = Object.assign(part(), {insertRow() {
  const line = {cells: [], insertCell() {
    const cell = part();
    line.cells.push(cell);
    return cell;
  }};
  lines.push(line);
  return line;
}});
const dossiers = [...page.matchAll(/<tr><td>(.*?)<\\/td><td>(.*?)<\\/td>/g)].map(found => {
  const title = found[2].replace(/<[^>]*>/g, "");
  return {hidden: false, cells: [{textContent: found[1]}], textContent: found[1] + title};
});
const parts = {asked: part(), found: part(),
  hits: Object.assign(part(), {querySelector: () => body}),
  cases: Object.assign(part(), {querySelectorAll: () => dossiers})};
globalThis.document = {getElementById: name => parts[name], querySelectorAll: () => [],
  createElement: () => part()};
const look = new Function(script + "; return look;")();
const answers = process.argv.slice(1).map(words => {
  lines = [];
  parts.asked.value = words;
  look();
  return {items: lines.map(line => line.cells[0].textContent),
    opens: lines.map(line => decodeURIComponent(line.cells[1].link.href)),
    dossiers: dossiers.filter(row => !row.hidden).map(row => row.cells[0].textContent),
    said: parts.found.textContent};
});
console.log(JSON.stringify(answers));
"""


def item(number: str, title: str, doc_number: str, unit: str, page: int) -> IndexedItem:
    code = number.partition("-")[0]
    return IndexedItem(
        case=code,
        indicator=code,
        number=number,
        title=title,
        doc_number=doc_number,
        issuer="",
        date="",
        unit=unit,
        where=f"卷一 第{page}页",
        file=f"{code} 卷宗.pdf",
        page=page,
    )


INDEX = StartIndex(
    "示例县案卷",
    (
        IndexedCase("6", "第6项指标　动态管理", (("6 卷宗.pdf", 9),), ""),
        IndexedCase("60", "第60项指标　日常检查监督", (("60 卷宗.pdf", 30),), ""),
        IndexedCase("加1", "加分项1　表彰奖励", (("加1 卷宗.pdf", 5),), ""),
    ),
    (
        item("6-1-1", "清单", "示政〔2021〕60号", "县政府办公室", 5),
        item("60-20-1", "案卷评查通知", "示司〔2021〕5号", "县司法局", 26),
        item("加1-2-1", "表彰决定", "", "县司法局", 5),
    ),
)


@pytest.mark.skipif(NODE is None, reason="Node.js is not installed")
def test_words_find_items_and_dossiers():
    asked = ["", "60", "第60项", "〔2021〕5号", "司法局 评查", "动态", "加1", "没有"]
    done = subprocess.run(
        [NODE, "-e", BROWSER, *asked],
        input=html_of(INDEX),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    answers = dict(zip(asked, json.loads(done.stdout), strict=True))
    assert answers[""]["dossiers"] == ["6", "60", "加1"]
    for words in ("60", "第60项"):
        assert answers[words]["items"] == ["60-20-1"]
        assert answers[words]["dossiers"] == ["60"]
    assert answers["60"]["opens"] == ["60 卷宗.pdf#page=26"]
    assert answers["〔2021〕5号"]["items"] == ["60-20-1"]
    assert answers["司法局 评查"]["items"] == ["60-20-1"]
    assert (answers["动态"]["items"], answers["动态"]["dossiers"]) == ([], ["6"])
    assert "题名相符" in answers["动态"]["said"]
    assert answers["加1"]["items"] == ["加1-2-1"]
    assert (answers["没有"]["dossiers"], answers["没有"]["said"]) == ([], "共 0 件")
