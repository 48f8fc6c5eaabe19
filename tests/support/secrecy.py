# ruff: noqa: E501  (one line a place is easier to read)
"""Words with and without marks of state secrecy, and files that hold them in many places."""

import base64
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage

import pikepdf
import py7zr

#: Marks in every spelling that is a certain one where a mark stands.
MARKS = (
    "机密★1年", "绝密★30年", "秘密★长期", "秘密☆6个月", "机 密 ★ 10 年", "机　密★５年", "机密＊3年",
    "机密✩1年", "机密⭐1年", "机密★", "绝密★启用前", "機密★1年", "絕密★10年", "祕密★5年", "机\u200b密★1年",
    "机\u00ad密★2年", "机·密★1年", "机•密★3年", "机-密★1年", "机.密★1年", "机_密★1年", "机密级★1年",
    "机密级★", "秘密\n★1年", "机\n密★1年", "机\n密\n★\n1\n年", "机密1年", "秘密10年", "绝密长期",
    "机密（10年）", "000123 机密★1年", "机密★1年 特急", "特急 秘密★6个月", "【机密★1年】", "（秘密★2年）",
    "密级：机密", "密级:秘密", "密 级：绝密", "保密等级：机密", "保密级别：秘密", "涉密等级：机密", "密级 机密",
    "密级\t机密", "密级\n秘密", "密级（机密）", "密级：机密★1年", "密级和保密期限：秘密10年", "密級：機密",
    "秘密等级：秘密", "密级＝机密", "密级：☑机密 □秘密", "机密\u2605一年", "机密⋆1年", "机密✶1年", "机密※1年",
    "机\ufe0f密★1年", "机密\uf0ab1年", "宻级：机密",
    "机密★壹年", "机密★永久", "（机密）★1年", "[机密]★1年", "机密（★1年）", "机密【1年】", "机密▲1年", "机密◆1年", "机密+1年",
    "密级为：机密", "密级——机密", "密级/机密", "密级|机密", "密级：____机密____", "密级：3.机密", "密级（请填写）：机密",
    "密级代码：机密", "密别：机密", "定密：机密", "涉密情况：机密", "是否涉密：是（机密）", "Security level: 机密",
    "机\n密\n年", "机╱密★1年", "◆机密◆", "\"密级\":\"机密\"", "机(mì)密★1年", "【机】【密】★1年", "机、密★1年", "密级(绝密/机密/秘密)：机密",
)  # fmt: skip
#: Spellings of a level alone: certain at the top of a page, and in a place of its own.
ALONE = (
    "机密", "绝密", "秘密", "机 密", "机　密", "机·密", "機密", "絕密", "祕密", "机密级", "【机密】", "（秘密）",
    "机\n密", "绝\n密", "机\u200b密", "机\u00ad密", "秘  密", "机密 特急", "特急\t机密", "000001 机密", "机密件",
    "机\u2060密", "机\u0336密\u0336", "㊙", "★机密", "机密 SECRET", "TOP SECRET 绝密", "机密 注意保存", "机密 共10份",
    "国家秘密·机密", "机密，严禁外传", "机密 保密期限10年", "绝密电报",
    "机密 第1页", "机密  - 1 -", "秘密 第 1 页 共 3 页", "# 机密", "**机密**", "> 机密", "机\t密",
)  # fmt: skip
#: Names that keep a file out.
NAMES = (
    "绝密文件汇编", "机 密 材料", "机密★1年 关于人事的请示", "（秘密）人员名单", "【机密】会议纪要", "机密_会议纪要",
    "机密文件", "绝密", "秘密", "机密级", "秘密文件目录", "機密文件", "机·密材料", "2021年机密文件清单", "绝密资料3",
    "机密会议纪要", "机密1年", "秘密材料汇编（2023年）", "机\u200b密文件", "绝密★方案", "机密方案最终稿",
    "密级：机密", "密级_秘密", "密级：绝密 关于人事的请示",
)  # fmt: skip
#: Marks that may be none: a person decides.
DOUBTFUL_NAMES = ("关于机密事项的情况", "县委机密事项通报", "张三反映的机密问题")

HARMLESS = (
    "商业秘密", "商业秘密★5年", "保密工作总结", "密级：无", "密级：公开", "密级：普通", "密级：内部", "密级：——",
    "密级：", "密级： 无密级", "密级：□绝密 □机密 □秘密", "密级：绝密/机密/秘密", "国家秘密载体管理规定",
    "绝密、机密、秘密三级", "国家秘密的密级分为绝密、机密、秘密三级。", "一、绝密、机密、秘密三级的划分",
    "绝密\n机密\n秘密", "A. 绝密\nB. 机密\nC. 秘密\nD. 公开", "□绝密\n□机密\n□秘密", "绝密级\n机密级\n秘密级",
    "行政机关不得公开涉及国家秘密、商业秘密、个人隐私的政府信息。", "关于开展保守国家秘密法宣传教育的通知",
    "信息系统应当保证机密性、完整性和可用性", "工作人员应当签订保密承诺书，保守秘密", "保密协议",
    "乙方应对甲方的商业秘密承担保密义务。", "涉密人员登记表", "定密责任人培训", "机密文件的管理应当遵守本规定。",
    "机密级国家秘密是重要的国家秘密，泄露会使国家安全和利益遭受严重的损害。",
    "绝密级国家秘密是最重要的国家秘密。", "秘密级国家秘密是一般的国家秘密。", "确定密级应当遵守法定程序。",
    "国家秘密的保密期限，绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年。",
    "公文的密级和保密期限，如“秘密★1年”，用3号黑体字，顶格编排在版心左上角第二行。",
    "例如“机密★5年”标注在首页左上角。", "标志形式为“密级★保密期限”。", "国家秘密标志为“★”，如“绝密★长期”。",
    "“秘密★启用前”是试卷常用的标注格式。", "这是我心中的秘密，谁也不能告诉。", "他把这个秘密藏了三十年。",
    "秘密花园里开满了花。", "公开的秘密", "秘密写票处", "选举采用无记名投票，设立秘密写票处。", "秘密警察",
    "计算机密码管理制度", "手机密码不得外泄", "飞机密封件采购", "司机密切配合交警", "隔绝密闭空间作业",
    "拒绝密谈", "随机密度分布", "农机密集作业", "相机密码", "工作秘密管理办法", "泄露工作秘密的，依法给予处分",
    "个人隐私和职业秘密", "技术秘密许可合同", "审理涉及商业秘密的案件", "国家秘密、工作秘密、商业秘密、个人隐私",
    "您知道国家秘密分为几级吗？（ ）A.绝密 B.机密 C.秘密", "保密自查自评表", "密级划分标准", "密级鉴定申请",
    "是否涉密：否", "涉密情况：不涉密", "本文件不涉及国家秘密。", "此件公开发布", "密级\t无", "密级\t公开\t份数\t1",
    "密级,无,编号,3", "序号\t绝密\t机密\t秘密\t合计", "绝密级文件0件、机密级文件0件、秘密级文件0件。",
    "（机密、秘密级文件应当编号）", "对绝密级的国家秘密载体，应当采取特殊措施。", "机密性测试报告", "绝密押运",
    "王秘密", "李机密同志任组长", "张绝密、李小明、王五", "密级标识应当清晰", "传递绝密、机密、秘密文件必须专人专车。",
    "《机密花园》读后感", "电影《绝密飞行》观后感", "歌曲《秘密》", "守护国家秘密，人人有责",
    "解密后的文件可以公开。", "该文件已解密，密级：无", "密级：非密", "密级：不涉密", "保密期限：无",
    "依法保护公民、法人的商业秘密和个人信息", "秘密窃取公私财物的，构成盗窃罪。", "侦查人员秘密跟踪嫌疑人。",
    "组织秘密投票表决", "不得在非涉密计算机上处理国家秘密。", "县国家保密局",
    "（如：机密★1年）", "密级统计：机密 0 件", "机密级\t0\t台", "秘书一科", "教育系统保密工作检查", "定密责任人：张三", "密级\n\n份数",
    "密级：☐绝密 ☐机密 ☐秘密", "密级：☐绝密 ☐机密 ☐秘密 ☑非密", "密级：受控", "密级：工作秘密", "密级：待定", "密级：商密",
    "公文拟稿纸\n密级\t缓急\t份数", "发文稿纸\n密级：      紧急程度：", "收文登记簿\n序号\t文号\t密级\t份数\n1\t庐委办〔2021〕3号\t\t1",
    "代码\t名称\n0\t公开\n2\t内部\n3\t秘密\n4\t机密\n5\t绝密", "机要件收发登记", "保守党的秘密，对党忠诚", "商用密码应用安全性评估",
    "全年共收到机密级文件12份，秘密级文件35份，均已清退。", "“机密信息”是指双方约定的信息。", "次密接人员台账", "设秘密划票间",
)  # fmt: skip
HARMLESS_NAMES = (
    "机密文件管理制度", "保守国家秘密法宣传活动", "商业秘密保护指引", "绝密押运案例讲解", "计算机密码管理制度",
    "保密工作总结", "保密协议", "国家秘密载体管理规定", "秘密花园", "飞机密封件清单", "涉密人员登记表", "定密培训课件",
    "密级：无", "我们的秘密花园读后感", "商业秘密", "手机密码", "机密性测试", "工作秘密管理办法", "绝密飞行影评",
    "密级分为绝密、机密、秘密三级", "健康的秘密", "我的秘密", "商业机密", "技术机密", "严守党的秘密", "绝密接触者排查", "全年收到机密级文件12份、秘密级文件35份",
)  # fmt: skip

#: Words of offices, laws, examinations, forms and everyday life that only look like marks.
EVERYDAY = (
    "县国家保密局", "保密局", "庐江县国家保密局文件", "机要局", "县委机要局", "机要和保密局", "机要保密科", "密码管理局", "县国家密码管理局", "国家密码管理局公告", "机密局面前保持冷静",
    "秘书", "秘书长", "秘书一科", "秘书处", "秘书股", "张秘书", "秘书：李四", "中华人民共和国保守国家秘密法", "中华人民共和国保守国家秘密法实施条例", "《保守国家秘密法》",
    "保守国家秘密法宣传月", "学习《中华人民共和国保守国家秘密法》测试题", "保守国家秘密法知识竞赛", "国家秘密定密管理暂行规定", "国家秘密鉴定工作规定", "派生国家秘密定密管理暂行办法",
    "涉密信息系统集成资质管理办法", "中华人民共和国密码法", "商用密码管理条例", "密码", "密码：123456", "初始密码为身份证后六位", "请妥善保管账号和密码", "登录密码", "机密性",
    "机密性、完整性、可用性", "保密性 完整性 可用性", "机密性\t高", "数据机密性保护", "机密性等级：3级", "机密性级别：高", "保密协议", "保密协议书", "保密承诺书", "员工保密协议",
    "保密协议\n甲方：\n乙方：", "竞业限制与保密协议", "商业秘密", "商业秘密保护", "商业秘密：是指不为公众所知悉的技术信息", "商业秘密 经营秘密 技术秘密", "侵犯商业秘密罪", "商业秘密权属",
    "是否涉及商业秘密：是", "是否涉及国家秘密、商业秘密、个人隐私：否", "涉及国家秘密：否", "是否涉及国家秘密：否", "是否涉密\t否", "是否涉密：□是 ☑否", "涉密：□是 □否", "密级：公开",
    "密级：无", "密级：非密", "密级:公开", "密级： 公 开", "密级：无密级", "密级：不定密", "密级：一般", "密级：平件", "密级：普", "密级：N/A", "密级：不涉密", "密级：/",
    "密级：---", "密级：（空）", "密级：__________", "密级：            保密期限：", "密级\t\t编号\t", "密级\n", "密级(无)", "密级【公开】",
    "密级：公开□ 内部□ 秘密□ 机密□ 绝密□", "密级：公开☑ 内部□ 秘密□ 机密□ 绝密□", "密级：□秘密 □机密 □绝密 ☑不涉密", "密级： □绝密\n□机密\n□秘密\n☑公开",
    "密级（□绝密□机密□秘密☑非涉密）", "密级：绝密□ 机密□ 秘密□ 公开☑", "密级:（公开、内部、秘密、机密、绝密）", "密级（绝密、机密、秘密）：", "密级（绝密/机密/秘密/内部/公开）：公开",
    "密级(划√)：绝密 机密 秘密 公开√", "文件密级：A绝密 B机密 C秘密 D公开", "保密审查表", "保密审查表\n密级：\n审查意见：",
    "信息公开保密审查表\n信息名称\t县司法局2023年预算\n密级\t\n承办人\t张三", "政府信息公开保密审查登记表\n拟公开信息密级：\n审查人：", "保密审查意见：不涉密，同意公开。",
    "保密审查：经审查不涉及国家秘密、商业秘密和个人隐私", "保密审查结论：不涉及国家秘密", "招聘保密员", "招聘启事：县委机要局招聘密码管理人员", "诚聘秘书，要求能保守秘密", "保密员岗位职责",
    "机要员岗位职责", "岗位：机要秘书", "要求：能够保守公司商业秘密和技术秘密", "关于举办保密知识培训班的通知", "关于举办定密责任人培训班的通知", "关于开展涉密人员保密教育培训的通知", "定密培训",
    "定密责任人培训考核合格证书", "保密知识考试试卷", "保密知识试题\n1.国家秘密的密级分为（ ）。\nA.绝密、机密、秘密\nB.机密、秘密\nC.绝密、机密\nD.秘密",
    "1.国家秘密分为（ ）三级。\nA. 绝密、机密、秘密\nB. 一级、二级、三级", "2.机密级国家秘密的保密期限不超过（ ）年。\nA.10\nB.20\nC.30",
    "3.（ ）是最重要的国家秘密。\nA. 绝密\nB. 机密\nC. 秘密\nD. 内部", "3.下列属于国家秘密标志的是（ ）\nA.绝密★\nB.机密▲\nC.秘密■", "A、绝密  B、机密  C、秘密  D、内部",
    "A绝密B机密C秘密", "A.秘密\nB.机密\nC.绝密", "（A）绝密 （B）机密 （C）秘密", "答案：A.绝密", "答案：B（机密）", "单选题：泄露机密级国家秘密2件以上，应当（ ）",
    "多选题：国家秘密的密级包括：A 绝密 B 机密 C 秘密 D 商密", "判断题：绝密级国家秘密是最重要的国家秘密。（ √ ）", "判断题：机密级文件可以用普通邮寄。（×）",
    "填空：国家秘密的密级分为____、____、____三级。（绝密、机密、秘密）", "秘密选举", "秘密投票", "实行秘密投票", "采取秘密投票的方式进行选举", "秘密写票", "设立秘密写票间", "秘密写票间",
    "秘密划票处", "无记名投票、秘密写票", "村民委员会选举实行无记名投票、公开计票的方法，选举时应当设立秘密写票处。", "2021年3月5日秘密选举产生村民委员会主任", "秘密侦查", "秘密监听", "秘密录音",
    "秘密拍摄", "秘密取证", "以秘密手段获取", "秘密关押", "秘密转移财产", "秘密抓捕", "秘密潜入", "秘密会见当事人", "秘密调查组", "秘密据点", "秘密档案馆", "犯罪嫌疑人秘密窃取他人财物",
    "通信自由和通信秘密受法律的保护", "公民的通信秘密", "通信秘密", "储户秘密", "为存款人保密", "银行应当为存款人保守秘密", "审判秘密", "审判工作秘密", "侦查秘密",
    "执业中知悉的国家秘密、商业秘密", "律师应当保守在执业活动中知悉的国家秘密、商业秘密，不得泄露当事人的隐私。", "人民调解员应当保守当事人的个人隐私、商业秘密", "调解协议涉及商业秘密的不公开", "评议秘密",
    "合议庭评议秘密", "公证员保守执业秘密", "公证机构及其公证员不得泄露执业活动中知悉的秘密", "警务秘密", "警务工作秘密", "纪检监察工作秘密", "税收秘密", "统计秘密", "家庭秘密", "小秘密",
    "心中的秘密", "成功的秘密", "长寿的秘密", "长寿秘密", "幸福的秘密", "高考秘密武器", "秘密武器", "军事秘密", "国家军事机密", "天机不可泄露", "军事机密不可泄露", "商业机密",
    "商业机密保护协议", "公司机密", "公司机密信息", "客户机密资料保护制度", "机密资料管理办法", "机密文件销毁登记制度", "涉密载体销毁清单", "绝密押运", "绝密飞行", "绝密档案解密时刻",
    "机密室管理制度", "机密室", "保密室", "保密柜", "保密办", "保密工作领导小组", "县委保密委员会", "县委保密委员会办公室", "保密委", "保密工作责任制", "保密工作“三同时”",
    "保密要害部门部位", "保密技术检查", "保密自查自评", "保密工作检查情况通报", "涉密计算机", "涉密计算机台账", "涉密网络", "涉密岗位", "涉密人员分为核心涉密人员、重要涉密人员和一般涉密人员",
    "涉密等级：无", "涉密等级：一般涉密人员", "涉密程度：一般", "涉密人员\t等级\n张三\t重要", "涉密载体", "涉密载体分为绝密级、机密级和秘密级", "绝密级涉密载体应当存放在密码文件柜中",
    "涉密计算机密级标识", "机密级计算机", "机密级涉密计算机 2 台", "秘密级涉密网络", "涉密资质：乙级", "甲级、乙级、绝密级资质", "军工保密资格", "二级保密资格单位", "保密资格等级：三级",
    "保密期限：10年", "保密期限：自签订之日起5年", "保密期限二年", "保密期：永久", "保密条款", "保密义务", "保密级别：普通", "保密级别：公开", "保密级别：一般", "保密等级：A",
    "保密等级：无", "保密等级：1级", "保密费", "保密工作经费", "保密津贴", "内部资料 注意保存", "内部文件", "工作秘密", "工作秘密清单", "工作秘密事项目录", "工作秘密★", "内部★长期",
    "工作秘密★5年", "商密★3年", "商业秘密★长期", "企业秘密", "企业秘密 3年", "核心商密▲10年", "普通商密▲5年", "非密", "非密件", "非密★", "脱密期", "脱密期管理", "解密",
    "解密通知", "已解密", "解密审核", "国家秘密解除通知书", "国家秘密变更通知书", "国家秘密确定审批表", "国家秘密审核表\n密级\n保密期限\n知悉范围", "定密依据：", "拟定密级：",
    "拟定密级\t\t保密期限\t", "定密审批表", "定密审批表\n密级：□绝密 □机密 □秘密\n保密期限：", "定密责任人：张三", "定密授权", "定密授权：机密级、秘密级", "定密权限",
    "定密权限：绝密级、机密级、秘密级", "不得确定绝密级国家秘密", "中央国家机关有权确定绝密级、机密级和秘密级国家秘密", "设区的市级机关可以确定机密级和秘密级国家秘密", "县级机关可以确定秘密级国家秘密",
    "文件标注“秘密”字样", "标注“机密★5年”", "标注为“秘密★1年”的文件", "在首页左上角标注“机密”", "公文格式：份号、密级和保密期限、紧急程度", "密级和保密期限",
    "密级和保密期限。涉密公文应当根据涉密程度分别标注“绝密”“机密”“秘密”和保密期限。", "涉密公文应当根据涉密程度分别标注“绝密”“机密”“秘密”和保密期限。", "绝密、机密公文应当标明份数序号",
    "涉密公文通过机要交通传递", "绝密级公文一般不得复制、汇编，确有工作需要的，应当经发文机关或者其上级机关批准。", "复制、汇编机密级、秘密级公文，应当符合有关规定并经本机关负责人批准。", "机要文件交换站",
    "机要交通", "机要室", "机要件", "机要件登记簿\n序号\t来文单位\t密级\t份数\n1\t县委办\t\t1", "收文登记表\n来文字号\t密级\t紧急程度\n庐发〔2023〕1号\t无\t平件",
    "发文稿纸\n密级\n缓急\n签发", "公文处理单\n密级：\n缓急：\n来文单位：县司法局", "文件传阅单\n密级：无", "阅文单\n密级\t/\t份号\t/", "档案号：1-2-3\n密级：\n保管期限：永久",
    "卷内目录\n序号\t文号\t密级\t页号", "案卷封面\n密级\n保管期限\n30年", "归档文件目录\n件号\t责任者\t密级\t备注\n1\t县司法局\t\t", "保管期限：永久", "保管期限\t长期",
    "密级\t保管期限\n\t永久", "密级：\n保管期限：长期", "密级　　保管期限 30年", "密级：公开  保管期限：永久", "会议要求：遵守保密纪律，不得泄露会议秘密", "会议秘密事项不得外传",
    "严守党的秘密", "保守党的秘密", "对党忠诚，保守党和国家秘密", "党员必须严守党的纪律，保守党的秘密", "入党誓词：严守党的纪律，保守党的秘密", "党的秘密", "党内秘密", "国家秘密",
    "国家秘密受法律保护", "国家秘密是关系国家安全和利益的事项", "国家秘密 商业秘密 个人隐私", "一切国家机关都有保守国家秘密的义务", "为境外窃取、刺探、收买、非法提供国家秘密、情报罪", "故意泄露国家秘密罪",
    "过失泄露国家秘密罪", "泄露国家秘密案件查处办法", "非法获取国家秘密罪", "泄密案例：某局干部将机密级文件拍照发送", "2022年，某县干部王某将1份秘密级文件上传微信群",
    "案例一：某局工作人员擅自复印秘密级文件3份", "张某泄露绝密级国家秘密1份被判刑", "某涉密文件（秘密级）被发至微信群", "违规存储机密级文件12份", "存储处理秘密级文件资料8份、机密级文件资料2份",
    "清退中央文件：绝密0份，机密12份，秘密35份", "绝密级 0 份 机密级 3 份 秘密级 5 份", "绝密：0；机密：3；秘密：12", "绝密0件\n机密3件\n秘密12件",
    "密级\t数量\n绝密\t0\n机密\t3\n秘密\t12", "其中：机密级2件", "其中绝密文件0份", "计算机密码设置不少于8位", "手机密码", "司机密集", "农机密植", "有机密封", "随机密钥",
    "投机密谋", "飞机密布", "主机密码", "开机密码", "开机密码复杂度检查", "时机密切相关", "杜绝密切接触", "拒绝密闭", "隔绝密封", "杜绝密室逃脱安全隐患", "断绝密切往来", "绝密切断",
    "揭秘密室", "探秘密林", "解密码", "神秘密林", "诡秘密语", "隐秘密道", "秘密码头", "便秘密切相关", "行政秘密", "外交秘密", "科技秘密", "科学技术秘密", "科技保密",
    "技术秘密转让合同", "技术秘密使用费", "专利与技术秘密", "医疗秘密", "患者秘密", "保守患者秘密", "职业秘密", "委托人秘密", "密件", "密函", "密电", "密切联系群众", "密集",
    "密封", "密封线内不要答题", "密封线", "密封投标", "投标文件密封", "密级划分", "密级鉴定", "密级标志", "密级变更", "密级管理", "密级一览表", "密级标识规范", "数据密级：L1",
    "数据分类分级：公开、内部、敏感、机密", "数据级别：公开/内部/秘密/机密/绝密", "信息密级分为公开、内部、秘密、机密", "密级分为：绝密、机密、秘密", "密级分为绝密★、机密★、秘密★",
    "三级：绝密★机密★秘密", "国家秘密的标志为：绝密★、机密★、秘密★", "★为国家秘密标志，★前标密级，★后标保密期限", "（格式：密级★保密期限）", "如“机密★20年”", "例：秘密★10年",
    "示例：绝密★30年", "样式：机密★5年", "高考试卷在启用前属于绝密级", "启用前为绝密级材料", "试卷属于秘密级国家秘密", "司法考试试题、参考答案在启用前均属于国家秘密",
    "《司法行政工作国家秘密范围的规定》", "司法行政工作国家秘密及其密级具体范围的规定", "保密事项范围", "律师职业道德：保守秘密", "秘密法", "《保密法》第十四条：国家秘密的密级分为绝密、机密、秘密三级。",
    "第十四条 国家秘密的密级分为绝密、机密、秘密三级。", "第十条　绝密级国家秘密是最重要的国家秘密，泄露会使国家安全和利益遭受特别严重的损害；", "秘密级国家秘密是一般的国家秘密，泄露会使国家安全和利益遭受损害。",
    "国家秘密的保密期限，除另有规定外，绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年。", "绝密\t30年\n机密\t20年\n秘密\t10年", "绝密 30年 机密 20年 秘密 10年",
    "绝密级：30年；机密级：20年；秘密级：10年", "绝密（30年）、机密（20年）、秘密（10年）", "绝密≤30年", "绝密级不超过30年", "电视剧《秘密列车》", "歌曲：不能说的秘密",
    "电影《不能说的秘密》", "不能说的秘密", "《秘密》", "秘密花园", "秘密基地", "秘密通道", "秘密行动", "秘密警察", "秘密特工", "读书分享：《法治的秘密》", "普法微视频《保密就是保安全》",
    "保密公益宣传片", "保密宣传标语：保守国家秘密，人人有责", "保守国家秘密 维护国家安全", "严守国家机密", "严守机密", "严守秘密", "泄露机密", "泄露天机", "绝密计划（话剧）", "密室",
    "最高机密（电影）", "第一章 保密管理", "保密管理制度", "第三章 密级的确定", "三、密级", "四、密级和保密期限的确定、变更和解除", "（三）机密级事项", "（二）秘密级事项的知悉范围",
    "一、绝密级事项\n无\n二、机密级事项\n无\n三、秘密级事项\n无", "绝密级事项：无", "机密级事项：无", "本单位无绝密级、机密级、秘密级文件", "本单位不产生国家秘密", "本文件不涉密",
    "本文件密级为公开", "本件不属于国家秘密", "此件公开发布", "此件依申请公开", "此件不公开", "不予公开理由：国家秘密", "不予公开：属于国家秘密", "公开属性：主动公开",
    "公开属性：不予公开（国家秘密）", "依申请公开答复：您申请的信息属于国家秘密，不予公开", "涉及国家秘密，依法不予公开", "安全等级：三级", "网络安全等级保护", "密保问题", "密保手机", "密云县",
    "密山市", "密码箱", "密码柜", "加密狗", "加密邮件", "加密级别：256位", "SM4加密算法", "秘鲁", "秘方", "便秘", "Secret", "Confidential",
    "Top Secret", "Security level: Public", "classification: public",
)  # fmt: skip
EVERYDAY_NAMES = (
    "保密局通知", "机要局来文目录", "保守国家秘密法", "秘书科工作总结", "秘书长讲话", "商业秘密保护条例", "密码法", "机密性要求", "保密协议", "保密审查表", "招聘秘书", "保密培训通知",
    "保密知识试卷", "绝密机密秘密的区别", "定密培训", "秘密选举办法", "秘密投票流程", "秘密写票处照片", "机密室管理制度", "涉密人员名单（样表）", "机密级计算机管理规定",
    "保密法考试题（绝密机密秘密）", "国家秘密审核表", "泄密案例通报", "机要文件收发登记簿", "计算机密码", "随机密码", "无密级文件目录", "密级公开", "非密", "党的秘密", "成功的秘密",
    "秘密花园", "侵犯商业秘密案判决书", "不能说的秘密影评", "保密工作先进个人", "县委保密委", "机密文件销毁制度", "绝密级文件管理规定",
)  # fmt: skip

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WP = "xmlns:wp='http://x/wp' xmlns:v='urn:schemas-microsoft-com:vml' xmlns:wps='http://x/wps'"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ODF = (
    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
    "xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' "
)


def escaped(text: str) -> str:
    """Text for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def paragraphs(text: str) -> str:
    """Paragraphs of WordprocessingML."""
    return "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>'
        for line in text.split("\n")
    )


def packed(parts: Mapping[str, str | bytes], comment: bytes = b"") -> bytes:
    """A zip of some parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = comment
    return target.getvalue()


FILLER = "\n".join(f"第{n}条 本办法由县司法局负责解释，自发布之日起施行。" for n in range(1, 120))


def docx(
    body: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    *,
    main: str = "word/document.xml",
    before: str = "",
) -> bytes:
    """A document of Word; ``body`` is WordprocessingML, ``parts`` are further ones."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" ContentType="{kind}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE_RELS}"><Relationship Id="rId1" '
            f'Type="{_RELS}/officeDocument" Target="{main}"/></Relationships>',
            main: f"<?xml version='1.0' encoding='UTF-8'?>{before}<w:document {_W} {_WP}><w:body>"
            f"{body or paragraphs('通知')}</w:body></w:document>",
            **(parts or {}),
        }
    )


def xlsx(sheets: Mapping[str, list[list[str]]], parts: Mapping[str, str] | None = None) -> bytes:
    """A workbook with shared strings."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name.startswith("藏"):
            sheet.sheet_state = "hidden"
    target = io.BytesIO()
    book.create_sheet("表") if not sheets else None
    book.save(target)
    if not parts:
        return target.getvalue()
    with zipfile.ZipFile(target) as archive:
        every = {name: archive.read(name) for name in archive.namelist()}
    return packed({**every, **parts})


def pptx(slides: list[list[str]], parts: Mapping[str, str] | None = None) -> bytes:
    """Slides, each with some boxes."""
    a = "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
    p = "xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'"
    every = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE_RELS}"/>',
        "ppt/presentation.xml": f"<p:presentation {p}/>",
    }
    for number, boxes in enumerate(slides, 1):
        shapes = "".join(
            "<p:sp><p:txBody>"
            + "".join(f"<a:p><a:r><a:t>{escaped(li)}</a:t></a:r></a:p>" for li in box.split("\n"))
            + "</p:txBody></p:sp>"
            for box in boxes
        )
        every[f"ppt/slides/slide{number}.xml"] = f"<p:sld {a} {p}>{shapes}</p:sld>"
    return packed({**every, **(parts or {})})


def fodt(text: str) -> bytes:
    """A flat text of OpenDocument."""
    lines = "".join(f"<text:p>{escaped(line)}</text:p>" for line in text.split("\n"))
    return (
        (
            f"<?xml version='1.0' encoding='UTF-8'?><office:document {_ODF} office:version='1.2' "
            "office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text>"
            f"{lines}</office:text></office:body></office:document>"
        )
        .replace("'", '"')
        .encode()
    )


def odf(content: str, kind: str = "text", parts: Mapping[str, str] | None = None) -> bytes:
    """A packed OpenDocument; ``content`` is what stands in its body."""
    media = f"application/vnd.oasis.opendocument.{kind}"
    return packed(
        {
            "mimetype": media,
            "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:"
            "opendocument:xmlns:manifest:1.0'><manifest:file-entry manifest:full-path='/' "
            f"manifest:media-type='{media}'/></manifest:manifest>",
            "content.xml": f"<office:document-content {_ODF}><office:body><office:{kind}>{content}"
            f"</office:{kind}></office:body></office:document-content>",
            **(parts or {}),
        }
    )


def ofd(pieces: list[tuple[float, float, str]], parts: Mapping[str, str] | None = None) -> bytes:
    """A page of OFD with texts at places (across, down)."""
    ns = "xmlns:ofd='http://www.ofdspec.org/2016'"
    texts = "".join(
        f"<ofd:TextObject ID='{n}' Boundary='{x} {y} {8 * len(t)} 8'><ofd:TextCode>{escaped(t)}"
        "</ofd:TextCode></ofd:TextObject>"
        for n, (x, y, t) in enumerate(pieces, 10)
    )
    return packed(
        {
            "OFD.xml": f"<ofd:OFD {ns} DocType='OFD' Version='1.0'><ofd:DocBody><ofd:DocInfo/>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {ns}><ofd:CommonData><ofd:MaxUnitID>99</ofd:Max"
            "UnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            "</ofd:CommonData><ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/>"
            "</ofd:Pages></ofd:Document>",
            "Doc_0/Pages/Page_0/Content.xml": f"<ofd:Page {ns}><ofd:Content><ofd:Layer ID='5'>"
            f"{texts}</ofd:Layer></ofd:Content></ofd:Page>",
            **(parts or {}),
        }
    )


def rtf(text: str, *, group: str = "") -> bytes:
    """An RTF; ``group`` puts the words in a destination such as ``header``."""
    words = "".join(
        "\\par " if c == "\n" else c if c.isascii() else f"\\u{(ord(c) + 2**15) % 2**16 - 2**15}?"
        for c in text
    )
    inside = f"{{\\{group} {words}\\par}}" if group else words
    return f"{{\\rtf1\\ansi\\ansicpg936 {inside}\\par }}".encode("ascii")


def pdf(pages: list[str], change: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """A PDF of some pages of text."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target)
    for page in pages:
        canvas.setFont("STSong-Light", 16)
        for number, line in enumerate(page.split("\n")):
            canvas.drawString(70, 780 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    if change is None:
        return target.getvalue()
    with pikepdf.open(target) as opened:
        change(opened)
        changed = io.BytesIO()
        opened.save(changed)
    return changed.getvalue()


def mail(
    text: str = "见附件", subject: str = "通知", files: Mapping[str, bytes] | None = None
) -> bytes:
    """A mail."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "a@example.cn"
    message.set_content(text)
    for name, content in (files or {}).items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return bytes(message)


def mht(html: str) -> bytes:
    """A saved page."""
    body = base64.b64encode(html.encode()).decode()
    return (
        "From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
        'type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{body}\r\n--b--\r\n"
    ).encode()


def uot(text: str) -> bytes:
    """A text of UOF as LibreOffice writes it: properties stand before the words."""
    lines = "".join(
        "<字:段落><字:段落属性><字:对齐>left</字:对齐></字:段落属性><字:句><字:句属性>x</字:句属性><字:文本串>"
        f"{escaped(line)}</字:文本串></字:句></字:段落>"
        for line in text.split("\n")
    )
    spaces = "xmlns:uof='http://schemas.uof.org/cn/2003/uof' xmlns:字='http://schemas.uof.org/cn/2003/uof-wordproc'"
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><uof:UOF {spaces} uof:mimetype='vnd.uof.text'><uof:元数据><uof:页数>1"
        "</uof:页数></uof:元数据><uof:文字处理><字:主体><字:分节><字:节属性><字:节类型>new-page</字:节类型></字:节属性>"
        f"</字:分节>{lines}</字:主体></uof:文字处理></uof:UOF>"
    ).encode()


def drawn(pieces: list[tuple[float, float, float, str]]) -> bytes:
    """A page of a PDF with texts at places: across, up, size."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target)
    for x, y, size, text in pieces:
        canvas.setFont("STSong-Light", size)
        canvas.drawString(x, y, text)
    canvas.save()
    return target.getvalue()


def _field(code: str, text: str) -> str:
    """A paragraph with a field and its result."""
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    ]
    result = f"<w:r><w:t>{escaped(text)}</w:t></w:r>"
    return f"<w:p>{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{result}{marks[2]}</w:p>"


def _runs(text: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{escaped(c)}</w:t></w:r>" for c in text) + "</w:p>"


def _diagram(texts: list[str]) -> str:
    points = "".join(
        f"<d:pt><d:t><a:p><a:t>{escaped(t)}项工作</a:t></a:p></d:t></d:pt>" for t in texts[:-1]
    )
    last = f"<d:pt><d:t><a:p><a:t>{escaped(texts[-1])}</a:t></a:p></d:t></d:pt>"
    spaces = "xmlns:d='http://schemas.openxmlformats.org/drawingml/2006/diagram' xmlns:a='a'"
    return f"<d:dataModel {spaces}>{points}{last}</d:dataModel>"


def _without_directory(data: bytes) -> bytes:
    return data[: data.find(b"PK\x01\x02")]


def _wrong_crc(data: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        crc = archive.getinfo(part).CRC
    return data.replace(crc.to_bytes(4, "little"), (crc ^ 1).to_bytes(4, "little"))


def _tar(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return target.getvalue()


def _png(text: str) -> bytes:
    from PIL import Image, PngImagePlugin

    remark, target = PngImagePlugin.PngInfo(), io.BytesIO()
    remark.add_itxt("Comment", text)
    Image.new("RGB", (40, 40)).save(target, "PNG", pnginfo=remark)
    return target.getvalue()


def _part(tag: str, text: str, inner: str = "") -> str:
    return f"<w:{tag} {_W} {_WP}>{inner or paragraphs(text)}</w:{tag}>"


def _info(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.docinfo["/Keywords"] = text


def _note(pdf: pikepdf.Pdf, text: str) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=text
    )
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))


def _bookmark(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(text, 0))


def _layer(pdf: pikepdf.Pdf, text: str) -> None:
    layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=text))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(Order=[layer]))


def _xmp(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = text


def _form_data(pdf: pikepdf.Pdf, text: str) -> None:
    data = f"<x:data xmlns:x='x'><a>{escaped(text)}</a></x:data>".encode()
    pdf.Root.AcroForm = pikepdf.Dictionary(
        Fields=pikepdf.Array(), XFA=pikepdf.Array(["datasets", pdf.make_stream(data)])
    )


def _stamp(target: pikepdf.Pdf, text: str) -> None:
    with pikepdf.open(io.BytesIO(pdf([text]))) as source:
        drawing = target.copy_foreign(source.pages[0].as_form_xobject())
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=[0, 0, 595, 842],
        AP=pikepdf.Dictionary(N=drawing),
    )
    target.pages[0].Annots = pikepdf.Array([target.make_indirect(stamp)])


def _template(target: pikepdf.Pdf, text: str) -> None:
    with pikepdf.open(io.BytesIO(pdf([text]))) as source:
        page = target.copy_foreign(source.pages[0].obj)
    names = pikepdf.Dictionary(Names=pikepdf.Array(["a", page]))
    target.Root.Names = pikepdf.Dictionary(Templates=names)


def _mail_in_base64(text: str) -> bytes:
    head = (
        "From: a@example.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; "
        "boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode() + base64.encodebytes(mail(text)) + b"\r\n--b--\r\n"


def seven(files: Mapping[str, bytes]) -> bytes:
    """A 7z of some files."""
    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(content, name)
    return target.getvalue()


def _inside(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.attachments["a.docx"] = docx(paragraphs(text))


#: Places for a mark: a file's name and what makes its content of the mark.
PLACES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "docx-first": ("a.docx", lambda t: docx(paragraphs(f"{t}\n{FILLER}"))),
    "docx-later-page": (
        "a.docx",
        lambda t: docx(
            paragraphs(FILLER) + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + paragraphs(t)
        ),
    ),
    "docx-table": (
        "a.docx",
        lambda t: docx(
            paragraphs("登记表") + "<w:tbl><w:tr>"
            + "".join(f"<w:tc>{paragraphs(cell)}</w:tc>" for cell in t.split("\t"))
            + "</w:tr></w:tbl>"
        ),
    ),
    "docx-header9": ("a.docx", lambda t: docx(parts={"word/header9.xml": _part("hdr", t)})),
    "docx-footer": ("a.docx", lambda t: docx(parts={"word/footer12.xml": _part("ftr", t)})),
    "docx-comment": (
        "a.docx",
        lambda t: docx(
            parts={"word/comments.xml": _part("comments", "", f"<w:comment>{paragraphs(t)}</w:comment>")}
        ),
    ),
    "docx-footnote": (
        "a.docx",
        lambda t: docx(
            parts={"word/footnotes.xml": _part("footnotes", "", f"<w:footnote>{paragraphs(t)}</w:footnote>")}
        ),
    ),
    "docx-box": (
        "a.docx",
        lambda t: docx(
            paragraphs(FILLER)
            + f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{paragraphs(t)}</w:txbxContent>"
            "</v:textbox></w:pict></w:r></w:p>"
        ),
    ),
    "docx-wordart": (
        "a.docx",
        lambda t: docx(f'<w:p><w:r><w:pict><v:shape><v:textpath string="{escaped(t)}"/></v:shape></w:pict></w:r></w:p>'),
    ),
    "docx-alt": ("a.docx", lambda t: docx(f'<w:p><w:r><wp:docPr id="1" descr="{escaped(t)}"/></w:r></w:p>')),
    "docx-keywords": (
        "a.docx",
        lambda t: docx(parts={"docProps/core.xml": f"<c><keywords>{escaped(t)}</keywords></c>"}),
    ),
    "docx-custom": (
        "a.docx",
        lambda t: docx(
            parts={"docProps/custom.xml": f"<P><property name='x'><lpwstr>{escaped(t)}</lpwstr></property></P>"}
        ),
    ),
    "docx-main-elsewhere": ("a.docx", lambda t: docx(paragraphs(f"{t}\n{FILLER}"), main="word/main2.xml")),
    "docx-doctype": ("a.docx", lambda t: docx(paragraphs(t), before="<!DOCTYPE w [<!ENTITY e 'x'>]>")),
    "docx-deleted": (
        "a.docx",
        lambda t: docx(f"<w:p><w:del><w:r><w:delText>{escaped(t)}</w:delText></w:r></w:del></w:p>"),
    ),
    "docx-in-docx": ("a.docx", lambda t: docx(parts={"word/embeddings/a.docx": docx(paragraphs(t))})),
    "docx-3-deep": (
        "a.docx",
        lambda t: docx(parts={"word/embeddings/a.docx": docx(parts={"word/embeddings/b.docx": docx(paragraphs(t))})}),
    ),
    "fodt": ("a.fodt", fodt),
    "odt": ("a.odt", lambda t: odf("".join(f"<text:p>{escaped(x)}</text:p>" for x in t.split("\n")))),
    "odt-meta": ("a.odt", lambda t: odf("<text:p>通知</text:p>", parts={"meta.xml": f"<office:document-meta {_ODF}><meta:keyword>{escaped(t)}</meta:keyword></office:document-meta>"})),
    "xlsx-first": ("a.xlsx", lambda t: xlsx({"一": [row.split("\t") for row in t.split("\n")]})),
    "xlsx-second": ("a.xlsx", lambda t: xlsx({"一": [["甲"]], "二": [r.split("\t") for r in t.split("\n")]})),
    "xlsx-hidden": ("a.xlsx", lambda t: xlsx({"一": [["甲"]], "藏": [r.split("\t") for r in t.split("\n")]})),
    "ods": (
        "a.ods",
        lambda t: odf(
            "<table:table table:name='一'>"
            + "".join(
                "<table:table-row>"
                + "".join(f"<table:table-cell><text:p>{escaped(c)}</text:p></table:table-cell>" for c in r.split("\t"))
                + "</table:table-row>"
                for r in t.split("\n")
            )
            + "</table:table>",
            "spreadsheet",
        ),
    ),
    "pptx-third": ("a.pptx", lambda t: pptx([["甲"], ["乙"], ["丙", t]])),
    "pptx-notes": (
        "a.pptx",
        lambda t: pptx([["甲"]], {"ppt/notesSlides/notesSlide1.xml": f"<a:n xmlns:a='x'><a:p><a:t>{escaped(t)}</a:t></a:p></a:n>"}),
    ),
    "pdf-first": ("a.pdf", lambda t: pdf([f"{t}\n县司法局文件"])),
    "pdf-page-30": ("a.pdf", lambda t: pdf([*["正文。"] * 29, f"{t}\n附件"])),
    "pdf-info": ("a.pdf", lambda t: pdf(["甲"], lambda p: _info(p, t))),
    "pdf-note": ("a.pdf", lambda t: pdf(["甲"], lambda p: _note(p, t))),
    "pdf-bookmark": ("a.pdf", lambda t: pdf(["甲"], lambda p: _bookmark(p, t))),
    "pdf-layer": ("a.pdf", lambda t: pdf(["甲"], lambda p: _layer(p, t))),
    "pdf-xmp": ("a.pdf", lambda t: pdf(["甲"], lambda p: _xmp(p, t))),
    "pdf-attachment": ("a.pdf", lambda t: pdf(["甲"], lambda p: _inside(p, t))),
    "ofd": ("a.ofd", lambda t: ofd([(20, 30 + 10 * n, x) for n, x in enumerate(t.split("\n"))])),
    "ofd-late": ("a.ofd", lambda t: ofd([(20, 100, "正文。"), *((20, 20 + 9 * n, x) for n, x in enumerate(t.split("\n")))])),
    "ofd-annotation": ("a.ofd", lambda t: ofd([(20, 30, "甲")], {"Doc_0/Annots/A.xml": f"<o><Annot><Remark>{escaped(t)}</Remark></Annot></o>"})),
    "txt": ("a.txt", lambda t: f"{t}\n{FILLER}".encode()),
    "txt-gbk": ("a.txt", lambda t: f"{t}\n{FILLER}".encode("gb18030")),
    "txt-utf16": ("a.txt", lambda t: f"{t}\n{FILLER}".encode("utf-16")),
    "csv": ("a.csv", lambda t: (t.replace("\t", ",") + "\n编号,3\n名称,甲\n").encode()),
    "html": ("a.html", lambda t: f"<html><body><p>{t.replace(chr(10), '<br>')}</p><p>甲</p></body></html>".encode()),
    "html-remark": ("a.html", lambda t: f"<html><body><!-- {t} --><p>甲</p></body></html>".encode()),
    "mht": ("a.mht", lambda t: mht(f"<html><body><p>{t.replace(chr(10), '<br>')}</p></body></html>")),
    "rtf": ("a.rtf", rtf),
    "rtf-header": ("a.rtf", lambda t: rtf(t, group="header")),
    "rtf-remark": ("a.rtf", lambda t: rtf(t, group="*\\annotation")),
    "mail-text": ("a.eml", lambda t: mail(t)),
    "mail-attachment": ("a.eml", lambda t: mail(files={"a.docx": docx(paragraphs(t))})),
    "mail-deep": ("a.eml", lambda t: mail(files={"a.zip": packed({"b.zip": packed({"c.docx": docx(paragraphs(t))})})})),
    "zip": ("a.zip", lambda t: packed({"a.docx": docx(paragraphs(t))})),
    "zip-3-deep": ("a.zip", lambda t: packed({"b.zip": packed({"c.zip": packed({"d.txt": t.encode()})})})),
    "docx-mht": ("a.docx", lambda t: docx(parts={"word/afchunk.dat": mht(f"<p>{t.replace(chr(10), '<br>')}</p>")})),
    "docx-htm-gbk": ("a.docx", lambda t: docx(parts={"word/afchunk.htm": f"<html><meta charset=gb18030><body><p>{t.replace(chr(10), '<br>')}</p></body></html>".encode("gb18030")})),
    "docx-txt-utf16": ("a.docx", lambda t: docx(parts={"word/afchunk.txt": t.encode("utf-16")})),
    "docx-mail": ("a.docx", lambda t: docx(parts={"word/embeddings/a.eml": mail(files={"b.docx": docx(paragraphs(t))})})),
    "docx-7z": ("a.docx", lambda t: docx(parts={"word/embeddings/a.bin": seven({"b.txt": t.encode()})})),
    "xlsx-print-header": ("a.xlsx", lambda t: xlsx({"一": [["甲"]]}, {"xl/worksheets/sheet9.xml": f"<worksheet><oddHeader>&amp;L&amp;12{escaped(t)}&amp;R第&amp;P页</oddHeader></worksheet>"})),
    "pdf-form-data": ("a.pdf", lambda t: pdf(["甲"], lambda p: _form_data(p, t))),
    "pdf-stamp": ("a.pdf", lambda t: pdf(["甲"], lambda p: _stamp(p, t))),
    "pdf-template": ("a.pdf", lambda t: pdf(["甲"], lambda p: _template(p, t))),
    "pdf-mail": ("a.pdf", lambda t: pdf(["甲"], lambda p: p.attachments.__setitem__("a.eml", mail(files={"b.docx": docx(paragraphs(t))})))),
    "pdf-gbk-info": ("a.pdf", lambda t: pdf(["甲"], lambda p: p.docinfo.__setitem__("/Title", pikepdf.String(t.encode("gb18030"))))),
    "pdf-cut": ("a.pdf", lambda t: pdf([f"{t}\n甲", "乙"])[:-300]),
    "mail-base64-mail": ("a.eml", lambda t: _mail_in_base64(t)),
    "html-script": ("a.html", lambda t: f"<html><body>甲<script>write('{t.replace(chr(10), '<br>')}')</script></body></html>".encode()),
    "html-picture": ("a.html", lambda t: f"<html><body>甲<img src='data:image/svg+xml;base64,{base64.b64encode(fodt(t)).decode()}'></body></html>".encode()),
    "fods-object": ("a.fodt", lambda t: fodt("甲").replace(b"<office:text>", b"<office:text><office:binary-data>" + base64.encodebytes(docx(paragraphs(t))) + b"</office:binary-data>")),
    "rtf-object": ("a.rtf", lambda t: b"{\\rtf1{\\object{\\*\\objdata " + docx(paragraphs(t)).hex().encode() + b"}}x}"),
    "docx-field": ("a.docx", lambda t: docx(_field("DOCPROPERTY 密级", t) + paragraphs(FILLER))),
    "docx-ruby": ("a.docx", lambda t: docx(f"<w:p><w:r><w:ruby><w:rt><w:t>yin</w:t></w:rt><w:rubyBase><w:t>{escaped(t)}</w:t></w:rubyBase></w:ruby></w:r></w:p>" + paragraphs(FILLER))),
    "docx-header-right": ("a.docx", lambda t: docx(parts={"word/header2.xml": _part("hdr", "", f"<w:p><w:t>县政府办公室</w:t><w:tab/><w:ptab/><w:t>{escaped(t)}</w:t></w:p>")})),
    "docx-footer-page": ("a.docx", lambda t: docx(parts={"word/footer3.xml": _part("ftr", f"{t}  第1页")})),
    "docx-utf16-part": ("a.docx", lambda t: docx(parts={"word/document.xml": f"<?xml version='1.0' encoding='UTF-16'?><w:document {_W}><w:body>{_runs(t)}{paragraphs(FILLER)}</w:body></w:document>".encode("utf-16-be")})),
    "docx-diagram": ("a.docx", lambda t: docx(parts={"word/diagrams/data1.xml": _diagram([*"一二三四五六七八九", t])})),
    "docx-cut": ("a.docx", lambda t: _without_directory(docx(paragraphs(f"{t}\n{FILLER}")))),
    "docx-tail": ("a.docx", lambda t: docx(paragraphs(f"{t}\n{FILLER}")) + b"x" * 70_000),
    "docx-crc": ("a.docx", lambda t: _wrong_crc(docx(paragraphs(f"{t}\n{FILLER}")), "word/document.xml")),
    "docx-tar": ("a.docx", lambda t: docx(parts={"word/embeddings/a.bin": _tar({"b.docx": docx(paragraphs(t))})})),
    "docx-xz": ("a.docx", lambda t: docx(parts={"word/embeddings/a.bin": lzma.compress(docx(paragraphs(t)))})),
    "xlsx-formula": ("a.xlsx", lambda t: xlsx({"一": [["甲"]]}, {"xl/worksheets/sheet1.xml": f"<worksheet><sheetData><row><c t='str'><f>A1&amp;\"x\"</f><v>{escaped(t)}</v></c></row></sheetData></worksheet>"})),
    "xlsx-cut": ("a.xlsx", lambda t: _without_directory(xlsx({"一": [row.split("\t") for row in t.split("\n")]}))),
    "xlsx-format": ("a.xlsx", lambda t: xlsx({"一": [["甲"]]}, {"xl/styles2.xml": f"<s formatCode='&quot;{escaped(t)}&quot;@'/>"})),
    "pptx-letters": ("a.pptx", lambda t: pptx([["甲"], [*t]])),
    "pdf-column": ("a.pdf", lambda t: pdf(["\n".join(t[:30].replace("\n", "")) + "\n正文内容若干"])),
    "pdf-column-beside": ("a.pdf", lambda t: drawn([(40, 780 - 24 * n, 16, c) for n, c in enumerate(t[:30])] + [(120, 780 - 24 * n, 16, f"第{n}条 本办法自发布之日起施行。") for n in range(25)])),
    "pdf-footer": ("a.pdf", lambda t: drawn([(70, 700, 16, "正文内容若干"), (480, 30, 12, t.replace("\n", ""))])),
    "pdf-header-right": ("a.pdf", lambda t: drawn([(70, 800, 12, "县司法局"), (400, 800, 12, t.replace("\n", "")), (70, 700, 16, "正文")])),
    "pdf-watermark": ("a.pdf", lambda t: drawn([*((70, 780 - 24 * n, 12, f"第{n}条 本办法自发布之日起施行。") for n in range(30)), (150, 300, 60, t.replace("\n", ""))])),
    "ofd-column": ("a.ofd", lambda t: ofd([p for n, c in enumerate(t.replace("\n", "")) for p in ((20.0, 20.0 + 9 * n, c), (60.0, 20.0 + 9 * n, "正文内容"))])),
    "ofd-register": ("a.ofd", lambda t: ofd([(20, 30, "甲")], {"Doc_0/Tags/Tag.xml": f"<公文><份号>1</份号><密级>{escaped(t)}</密级></公文>"})),
    "rtf-field": ("a.rtf", lambda t: rtf(t).replace(b"936 ", b"936 {\\field{\\*\\fldinst DOCPROPERTY}{\\fldrslt ", 1)[:-1] + b"}}}"),
    "rtf-header-right": ("a.rtf", lambda t: rtf(f"县委\t{t}", group="header").replace(b"\t", b"\\tab ")),
    "html-blocks": ("a.html", lambda t: f"<html><body><p>通知内容</p>{''.join(f'<div>{c}</div>' for c in t)}<p>各乡镇：</p></body></html>".encode()),
    "uot": ("a.uot", uot),
    "fodt-utf16": ("a.fodt", lambda t: fodt(t).decode().replace("UTF-8", "UTF-16").encode("utf-16")),
    "zip-cut": ("a.zip", lambda t: _without_directory(packed({"a.docx": docx(paragraphs(t))}))),
    "png-remark": ("a.png", lambda t: _png(t)),
    "zip-comment": ("a.zip", lambda t: packed({"a.txt": "甲".encode()}, t.encode())),
}  # fmt: skip
