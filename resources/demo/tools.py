"""What the method tools of the demonstration read: lists of addresses, photos, cases, answers."""

import csv
from collections.abc import Sequence
from pathlib import Path

from resources.demo.interviews import make_interviews

TARGETS, PHOTOS, CASES = "检索清单.csv", "照片说明.csv", "行政应诉案件登记.csv"
CANDIDATES, SHEETS = "考试名单.csv", "考试答卷.csv"
#: The right answers of the exam's two versions, as its day and seed give them.
_KEYS = (
    "C A A B D D A D D A ABCD ACD ABC ACD ABC ABCD 对 错 对 错 对 错 错 对 对 错",
    "A C C B C D B C C C BCD ACD BCD ABCD ABCD BCD 错 对 错 对 错 对 对 错 错 对",
)
#: What the office wants to see on the web: of indicator 24.
PUBLISHED = (
    ("http://www.example.invalid/zcwj/", "2019年以来的行政规范性文件"),
    ("http://www.example.invalid/zcwj/tcc.html", "城区停车场建设管理办法"),
    ("http://www.example.invalid/zcwj/lz.html", "停车场管理办法的专家论证情况"),
    ("http://www.example.invalid/zcwj/jd.html", "停车场管理办法的政策解读"),
)
#: Of each photo of the training: 题名, 地点, 人物, 摄影者, 文字说明; cameras know the time.
DESCRIBED = (
    ("培训班开班现场", "县委党校报告厅", "县司法局负责人（台上）", "全县行政执法人员120人参加培训"),
    ("分组讨论案卷", "县委党校第二教室", "各执法单位学员", "学员分组评议行政处罚案卷"),
    ("亮证执法现场教学", "人民路商业街", "执法教官（右一）", "教官示范亮证、告知和制作笔录"),
    ("优秀学员奖牌", "县委党校报告厅", "", "结业考试后向优秀学员颁发"),
)
CASE_COLUMNS = (
    "收案日期", "案号", "原告", "应诉机关", "案由", "涉及政府信息公开", "审理法院", "审级",
    "开庭日期", "应出庭", "负责人出庭", "出庭负责人", "职务", "裁判日期", "裁判结果",
)  # fmt: skip
_DEFENDANTS = ("县公安局", "县自然资源局", "县市场监管局", "县人力资源和社会保障局", "县住建局")
_CAUSES = ("行政处罚", "不动产登记", "行政许可", "工伤认定", "房屋征收补偿")
_RESULTS = ("驳回诉讼请求", "准予撤诉", "驳回诉讼请求", "撤销", "驳回起诉")


def make_lists(folder: Path) -> None:
    """Write the lists into the folder."""
    _write(folder / TARGETS, ("指标", "网址", "要看到什么"), [("24", *line) for line in PUBLISHED])
    photos = [
        (f"培训现场{n}.jpg", title, place, people, "钱某某", words)
        for n, (title, place, people, words) in enumerate(DESCRIBED, 1)
    ]
    _write(folder / PHOTOS, ("照片", "题名", "地点", "人物", "摄影者", "文字说明"), photos)
    _write(folder / CASES, CASE_COLUMNS, [_case(n) for n in range(21)])
    people = [_candidate(n) for n in range(24)]
    _write(folder / CANDIDATES, ("姓名", "单位", "职务"), people)
    numbers = tuple(str(n) for n in range(1, len(_KEYS[0].split()) + 1))
    _write(folder / SHEETS, ("考号", "到考", *numbers), [_sheet(n) for n in range(1, 21)])
    make_interviews(folder)


def _candidate(n: int) -> tuple[str, ...]:
    """Somebody of the unit who is on the list for an exam."""
    name = f"{'赵钱孙李周吴郑王冯陈褚卫'[n % 12]}{'某甲某乙'[n // 12 * 2 :][:2]}"
    return name, ("办公室", "法治科", "执法监督科", "普法科")[n % 4], ("科员", "副科长")[n % 2]


def _sheet(n: int) -> tuple[str, ...]:
    """What stands on the sheet of a candidate: one is absent, the later the less is right."""
    if n == 17:
        return (f"{n:03d}", "缺考")
    right = _KEYS[(n - 1) % 2].split()
    said = [
        _slip(answer) if place * 7 % 23 < n - 4 else answer for place, answer in enumerate(right)
    ]
    return (f"{n:03d}", "", *said)


def _slip(answer: str) -> str:
    """Another answer than the right one."""
    return {"对": "错", "错": "对", "A": "B"}.get(answer, "A")


def _case(n: int) -> tuple[str, ...]:
    """A made-up case: once nobody in charge came, and one is judged before it was filed."""
    year, month, day = 2017 + min(n // 4, 4), min(n % 4 * 2 + n // 20, 8) + 1, n % 20 + 3
    came = n != 13
    judged = f"{year - 1 if n == 18 else year}-{month + 3:02d}-{day:02d}"
    return (
        f"{year}-{month:02d}-{day:02d}",
        f"（{year}）示0000行初{n + 11}号",
        f"{'赵钱孙李周'[n % 5]}某某",
        _DEFENDANTS[n % 5],
        "政府信息公开" if n % 7 == 6 else _CAUSES[n % 5],
        "是" if n % 7 == 6 else "否",
        "示例县人民法院",
        "一审",
        f"{year}-{month + 2:02d}-{day:02d}",
        "是",
        "是" if came else "否",
        f"{'吴郑王冯'[n % 4]}某某" if came else "",
        "副局长" if came else "",
        judged,
        _RESULTS[n % 5] if n % 10 != 3 else "确认违法",
    )


def _write(path: Path, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])
