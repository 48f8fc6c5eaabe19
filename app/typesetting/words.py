"""Words that a line should not end inside: a short list of the field's own, and no dictionary.

Two lists are enough: words of two characters, and terms made of several of them. Everything else
may break between any two characters, as Chinese does.
"""

from functools import lru_cache

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
    取消 清理 废除 证明 依据 中介 收费 编制 公布 目录 论证 征求 集体 审议 发布 归档
    档案 立卷 归集 查封 扣押 财产 人身 自由 生命 健康 权益 音像 全程 主体 权限 渠道
    准确 主动 对象 类别 结论 工具 垄断 壁垒 规定 做法 强制 拆除 场所 储存 律师 顾问
    复核 满意 办理 代表 司法 检察 法院 仲裁 裁决 乡镇 街道 社区 村委 居民 化解 普法
    日常 长效 定期 公共 资源 城乡 统一 综合 协调 联合 联动
    考试 宪法 公务 述职 述法 首要 第一 附件 题名 说明 简报 印发 批复 请示 函件 名录
    获得 普遍 案件 能源 守信 失信 财政 听取 作为 预算 转让 违纪 法规 规章 减少 内容 明显 具体
    不利 干预 深入 生动 解释 变化 性质 身份 成员 资金 资产 投资 工程 平台 统计 年报 文书 格式
    保护 生效 裁判 办案 各种 有关 正在 必须 予以 进行 形成 主管 编办 部署 要求 纪律 依靠
"""
_TERMS = """
    法治政府 法治政府建设 示范创建 依法行政 依法治县 行政执法 行政复议 行政诉讼 行政审批 行政许可
    行政处罚 行政强制 行政裁决 行政调解 行政决策 重大行政决策 行政规范性文件 规范性文件 规范性
    合法性 合法性审核 合法性审查 公平竞争 公平竞争审查 营商环境 证明事项 权责清单 负面清单
    公共服务 公共法律服务 法律顾问 公职律师 人民调解 人民法院 人民政府 人民检察院 人大常委会
    委员会 办公室 领导小组 责任制 第一责任人 主要负责人 全过程 全过程记录 自由裁量 裁量权
    投诉举报 信息公开 政府信息 政务服务 政务公开 突发事件 应急预案 社会组织 事业单位 信用监管
    案卷评查 工作人员 领导干部 学法制度 普法责任 双随机 评估论证 征求意见 集体审议 材料查证
    司法局 公安局 财政局 审计局 民政局 信访局 住建局 教育局 监管局 管理局 运输局 资源局 农村局
    环境局 旅游局 统计局 商务局 税务局 水利局 人社局 城管局 发改委 卫健委 政法委 纪委监委
    网络检索 随机访谈 实地核验 随机抽考 创建办
    常态化 长效化 信息化 规范化 持证上岗 法律法规 满意率 合格率
"""
WHOLE_WORDS = frozenset(_WORDS.split())
TERMS = frozenset(_TERMS.split())
_KNOWN = WHOLE_WORDS | TERMS
_LONGEST = max(map(len, _KNOWN))
#: In a narrow column longer terms may break, between the words that they are made of.
_UNBROKEN = 4


@lru_cache(maxsize=4096)
def inside_terms(text: str) -> frozenset[int]:
    """The places inside terms of the field: ``text[:place]`` ends inside one."""
    return frozenset(_inside(text, _LONGEST))


@lru_cache(maxsize=4096)
def inside_words(text: str) -> frozenset[int]:
    """The places inside words and short terms, which even a narrow column keeps together."""
    return frozenset(_inside(text, _UNBROKEN))


def _inside(text: str, longest: int) -> list[int]:
    places: list[int] = []
    start = 0
    while start < len(text) - 1:
        length = next(
            (
                n
                for n in range(min(longest, len(text) - start), 1, -1)
                if text[start : start + n] in _KNOWN
            ),
            1,
        )
        places += range(start + 1, start + length)
        start += length
    return places
