"""Titles in balanced lines (GB/T 9704-2012 7.3.1: 回行时词意完整、排列对称、长短适宜)."""

from functools import lru_cache

from app.typesetting.fonts import FontRole, text_width
from app.typesetting.lines import NEVER_FIRST, SLACK, Line, clusters, fill
from app.typesetting.text import one_line

# Words that titles of this field are made of; a line does not end inside one if it can be helped.
_WORDS = """
    专家 专项 业务 严格 主要 举报 事项 交通 人员 人大 人民 任务 会议 依法 保障 信息
    信用 做到 健全 全县 全面 公众 公司 公平 公开 公正 公民 公示 关于 其他 典型 决定
    决策 决议 凭证 创建 制定 制度 制约 办法 加强 化解 单位 县域 参与 及时 发展 台账
    司法 合法 名单 国家 培训 基层 处理 处罚 备案 复议 委员 学习 安全 完善 实地 实施
    审批 审查 审核 审计 宣传 层级 岗位 工作 市场 干部 年度 应急 建立 建设 开展 总结
    情况 意见 执法 执行 投诉 报告 抽查 抽考 指标 推行 推进 措施 提升 提案 政务 政府
    政策 救济 教育 整改 文件 文明 方式 方案 有力 有效 服务 本级 机关 机制 机构 权力
    权责 材料 条例 查证 标准 核查 核验 案例 案卷 检查 检索 汇报 治理 法人 法制 法律
    法治 清单 照片 环境 现场 生态 电话 监督 监管 督察 督导 矛盾 知识 示例 示范 社会
    科学 程序 管理 纠纷 纪要 纳入 组织 细则 经济 经费 结果 网络 群众 考核 职能 职责
    联席 联系 能力 落实 行为 行政 表彰 规划 规则 规范 计划 记录 许可 设置 访谈 评价
    评估 评查 诉讼 调查 调解 责任 质量 资格 过程 运行 违法 通报 通知 遵守 部门 采购
    重大 问题 队伍 随机 预案 领导 风险
"""
_WHOLE_WORDS = frozenset(_WORDS.split())


@lru_cache(maxsize=4096)
def break_title(text: str, role: FontRole, size: float, width: float) -> tuple[Line, ...]:
    """Break a title into as few lines as fit ``width``, of nearly the same length.

    Among equal choices a line ends after a mark or before an opening one; no line is left with a
    single character, and none begins with 的 or 了.
    """
    text = one_line(text)
    if not text:
        return ()
    greedy = fill(text, role, size, width, 0.0)
    parts = clusters(text)
    if len(greedy) > 1 and all(text_width(p.rstrip(" "), role, size) <= width for p in parts):
        greedy = _balance(parts, len(greedy), role, size, width)
    return tuple(Line(piece, role, size, text_width(piece, role, size)) for piece in greedy)


def _balance(
    parts: tuple[str, ...], count: int, role: FontRole, size: float, width: float
) -> list[str]:
    """Choose the breaks of ``count`` lines that make the cheapest title, by dynamic programming."""
    widths = [text_width(part, role, size) for part in parts]
    target = sum(widths) / count
    trailing = [text_width(part[len(part.rstrip(" ")) :], role, size) for part in parts]
    total = len(parts)
    # best[end] = (cost of setting parts[:end], the breaks that lead there)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, breaks) in best.items():
            filled = 0.0
            for end in range(start + 1, total + 1):
                filled += widths[end - 1]
                if filled - trailing[end - 1] > width + SLACK:
                    break
                price = cost + ((filled - target) / size) ** 2
                if end < total:
                    price += _break_price(parts[end - 1], parts[end])
                if end not in following or price < following[end][0]:
                    following[end] = (price, (*breaks, end))
        best = following
    breaks = best[total][1]
    starts = (0, *breaks[:-1])
    return ["".join(parts[a:b]).rstrip(" ") for a, b in zip(starts, breaks, strict=True)]


def _break_price(before: str, after: str) -> float:
    """Return what ending a title's line here costs, in squared em of unevenness."""
    if before[-1] in "，、：；。）》”〕 " or after[0] in "（《“〔":
        return 0.0
    if before[-1] + after[0] in _WHOLE_WORDS or after[0] in "的了等":
        return 24.0
    if len(after) > 1 and after[-1] in NEVER_FIRST:  # a line that begins with 报，
        return 12.0
    return 2.0 if after[0] in "和及与暨" or before[-1] in "的和及与于" else 6.0
