"""Words for what can be wrong with a file."""

from app.names.sentence import Defaulting, Sentence, filled
from app.problems import Problem, ProblemKind
from app.translating import Translate, chinese

#: Each kind in a few characters, for tables.
PROBLEM_NAMES = {
    ProblemKind.EMPTY_FILE: "空文件",
    ProblemKind.DAMAGED: "已损坏",
    ProblemKind.PASSWORD_REQUIRED: "有密码",
    ProblemKind.UNSUPPORTED: "不能印成页面",
    ProblemKind.WRONG_SUFFIX: "后缀不符",
    ProblemKind.PHOTO_TINY: "照片太小",
    ProblemKind.PHOTO_BLURRED: "照片模糊",
    ProblemKind.PHOTO_ALIKE: "照片相似",
    ProblemKind.OUTSIDE_PERIOD: "超出年限",
    ProblemKind.ADDRESS_MISSING: "缺网址",
    ProblemKind.LOOKUP_TIME_MISSING: "缺检索时间",
    ProblemKind.DUPLICATE_CONTENT: "内容重复",
    ProblemKind.INTERNAL_MARK: "有内部标志",
    ProblemKind.SECRET_WIPED: "涉密，已清除",
    ProblemKind.CONVERTER_MISSING: "缺转换程序",
    ProblemKind.CONVERSION_FAILED: "转换失败",
    ProblemKind.TIMED_OUT: "处理超时",
    ProblemKind.MEMORY_EXCEEDED: "内存超限",
    ProblemKind.OUTPUT_EXCEEDED: "展开超限",
    ProblemKind.NESTED_TOO_DEEP: "嵌套层数过多",
    ProblemKind.CONTENT_TOO_LARGE: "内容过多",
    ProblemKind.READER_CRASHED: "读取中断",
    ProblemKind.READER_MISSING: "缺读取部件",
    ProblemKind.PAGES_LOST: "页数不符",
    ProblemKind.TEXT_DISAGREES: "版式还原不完整",
    ProblemKind.REPAIRED: "已修复",
    ProblemKind.RASTERISED: "转为图像页",
    ProblemKind.PAGES_CHOSEN: "选页装订",
    ProblemKind.PAGE_SETUP_STALE: "页面设置未用",
    ProblemKind.SIGNATURE_NOT_CARRIED: "签章仅存图样",
    ProblemKind.REGISTER_SHEET_ONLY: "以登记页代替",
    ProblemKind.ORIGINAL_MISSING: "原件缺失",
    ProblemKind.ORIGINAL_ALTERED: "原件被改动",
    ProblemKind.ATTACHMENTS_NOT_CARRIED: "内嵌附件",
    ProblemKind.ARCHIVE_TOO_LARGE: "压缩包过大",
    ProblemKind.ARCHIVE_TOOL_MISSING: "缺解压程序",
    ProblemKind.ARCHIVE_MEMBER_UNSAFE: "包内有异常项",
    ProblemKind.PROGRAM: "程序",
    ProblemKind.SHORTCUT: "快捷方式",
    ProblemKind.WEB_SHORTCUT: "网址快捷方式",
    ProblemKind.DISK_IMAGE: "磁盘映像",
    ProblemKind.MACROS: "含宏",
    ProblemKind.NOT_LOOKED_THROUGH: "内部未查完",
    ProblemKind.PICTURES_NOT_STORED: "缺图片",
    ProblemKind.MEDIA_NOT_CARRIED: "音视频未印",
    ProblemKind.OUTSIDE_CONTENT: "引用外部内容",
    # Word processing and slides.
    ProblemKind.PARTS_NOT_CARRIED: "正文缺部分",
    ProblemKind.TEXT_NOT_CARRIED: "文字转出不全",
    ProblemKind.TRACKED_CHANGES: "修订未接受",
    ProblemKind.CHANGES_MARKED: "带修订痕迹",
    ProblemKind.COMMENTS: "有批注",
    ProblemKind.HIDDEN_TEXT: "有隐藏文字",
    ProblemKind.HIDDEN_SLIDES: "有隐藏幻灯片",
    ProblemKind.ALL_SLIDES_HIDDEN: "幻灯片全隐藏",
    # Spreadsheets.
    ProblemKind.NOTHING_TO_PRINT: "没有可印内容",
    ProblemKind.HIDDEN_SHEETS: "有隐藏工作表",
    ProblemKind.HIDDEN_ROWS: "有隐藏行",
    ProblemKind.FILTERED_ROWS: "筛选隐藏了行",
    ProblemKind.HIDDEN_COLUMNS: "有隐藏列",
    ProblemKind.ROWS_NOT_PRINTED: "打印区域外有行",
    ProblemKind.COLUMNS_NOT_PRINTED: "打印区域外有列",
    ProblemKind.NUMBERS_TOO_WIDE: "列太窄",
    ProblemKind.FIT_UNREADABLE: "缩印过小",
    ProblemKind.VALUES_NOT_STORED: "公式没有结果",
    ProblemKind.FIELDS_NOT_STORED: "日期域为空",
    ProblemKind.LINKED_WORKBOOKS: "引用外部表格",
    # PDF.
    ProblemKind.DYNAMIC_FORM: "动态表单",
    ProblemKind.PORTFOLIO: "PDF 包",
    ProblemKind.REVIEW_NOTES: "批注未印",
    ProblemKind.NOT_PRINTED: "有不打印内容",
    ProblemKind.VALUES_NOT_SHOWN: "填写未显示",
    ProblemKind.SIGNATURE_NOT_SHOWN: "签章无图样",
    ProblemKind.LAYERS_NOT_PRINTED: "图层不打印",
    ProblemKind.FONTS_NOT_EMBEDDED: "字体未嵌入",
    ProblemKind.NOT_LAID_BESIDE: "原件未随卷",
    ProblemKind.ACTIVE_LEFT_OUT: "脚本未带入",
    ProblemKind.OUTSIDE_NOT_CARRIED: "引用外部内容",
    # Pictures, saved web pages and mail.
    ProblemKind.FRAMES_NOT_CARRIED: "只装首幅",
    ProblemKind.THUMBNAILS_LEFT_OUT: "缩略图未装",
    ProblemKind.PICTURE_CUT: "长图分页",
    ProblemKind.FRAMES_NOT_STORED: "缺内嵌网页",
    ProblemKind.DRAWINGS_NOT_CARRIED: "缺图形",
    ProblemKind.DRAWING_WORDS_NOT_CARRIED: "图中缺文字",
    ProblemKind.PAGE_WITHOUT_TEXT: "网页无正文",
    ProblemKind.MAIL_ATTACHMENTS_LEFT: "缺邮件附件",
    ProblemKind.MAIL_TEXT_LOCKED: "邮件已加密",
    # OFD and plain text.
    ProblemKind.PARTS_NOT_DRAWN: "有内容未转出",
    ProblemKind.PAGES_DARK: "页面大片深色",
    ProblemKind.CHARACTERS_NOT_SHOWN: "有字印不出",
    ProblemKind.PRIVATE_CHARACTERS: "有自造字",
    ProblemKind.TEXT_UNDECODED: "有乱码",
    ProblemKind.TEXT_BLANK: "没有文字",
    # Archives and packages.
    ProblemKind.ARCHIVE_EMPTY: "空压缩包",
    ProblemKind.ARCHIVE_ONLY_FOLDERS: "包内无文件",
    ProblemKind.ARCHIVE_ONLY_LEFTOVERS: "包内无材料",
    ProblemKind.ARCHIVE_PART_MISSING: "缺分卷",
    ProblemKind.ARCHIVE_METHOD_UNKNOWN: "压缩方法不支持",
    ProblemKind.ARCHIVE_FORMAT_UNKNOWN: "未解开",
    ProblemKind.ARCHIVE_TOO_DEEP: "压缩包层数过多",
    ProblemKind.ARCHIVE_MEMBERS_LOST: "包内有未取出",
    ProblemKind.ARCHIVE_CLOSED: "压缩包未展开",
}

_PROBLEMS: dict[ProblemKind, Sentence] = {
    ProblemKind.EMPTY_FILE: Sentence(
        "文件是空的（0 字节）", "请重新从原处复制，或换一份完整的文件"
    ),
    ProblemKind.DAMAGED: Sentence(
        "文件已损坏，读不出内容（{label}）", "请用原来的软件打开确认后另存一份，再重新添加"
    ),
    ProblemKind.PASSWORD_REQUIRED: Sentence(
        "文件设有打开密码（{label}）", "请用原来的软件打开，取消密码后另存，再重新添加"
    ),
    ProblemKind.UNSUPPORTED: Sentence(
        "这种文件不能直接印成页面（{label}）",
        "卷内将放一张登记页，原件随卷另存；也可另附打印的 PDF",
    ),
    ProblemKind.WRONG_SUFFIX: Sentence(
        "文件名后缀是 {suffix}，内容其实是 {label}", "已按实际内容处理，建议把后缀改正"
    ),
    ProblemKind.PHOTO_TINY: Sentence(
        "照片太小（{width}×{height} 像素），打印会模糊", "请换用原始照片，不要用聊天软件的缩略图"
    ),
    ProblemKind.PHOTO_BLURRED: Sentence("照片可能模糊不清", "请核对能否看清，必要时重新拍摄或扫描"),
    ProblemKind.PHOTO_ALIKE: Sentence(
        "与另一张照片很像：{others}",
        "同一张照片不宜用来证明两件事；连拍可只留一张，确有需要的写明理由留用",
    ),
    ProblemKind.OUTSIDE_PERIOD: Sentence(
        "材料日期 {date} 早于要求的 {since_year} 年",
        "请核对是否放错要点，或补充 {since_year} 年以来的材料",
    ),
    ProblemKind.ADDRESS_MISSING: Sentence(
        "没有写明网址，看的人找不到原网页", "请在著录里填写网址；手机应用里的页面，可复制链接后粘贴"
    ),
    ProblemKind.LOOKUP_TIME_MISSING: Sentence(
        "没有写明检索时间", "请在著录里填写检索时间，如 2021-04-09 15:30；只记得日期，就填日期"
    ),
    ProblemKind.DUPLICATE_CONTENT: Sentence(
        "内容与已有材料相同：{used_at}", "原件只存一份，可继续使用；如属误加请移除"
    ),
    ProblemKind.SECRET_WIPED: Sentence(
        "带有密级标志，已从工作区清除",
        "请按规定线下报送；备份里可能还有，请一并处理",
    ),
    ProblemKind.INTERNAL_MARK: Sentence(
        "首页有“{mark}”字样", "请先确认该材料可以对外提供，再装入卷宗"
    ),
    ProblemKind.CONVERTER_MISSING: Sentence(
        "本机没有找到 LibreOffice，{label} 暂时不能转成页面",
        "请安装 LibreOffice，或在设置中指定它的位置，也可另附打印的 PDF",
    ),
    ProblemKind.CONVERSION_FAILED: Sentence(
        "转成页面时失败（{label}）", "请用原来的软件打开确认，或另附打印的 PDF"
    ),
    ProblemKind.TIMED_OUT: Sentence(
        "处理超过 {seconds} 秒仍未完成，已停止", "请拆分或精简后重试，或另附打印的 PDF"
    ),
    ProblemKind.MEMORY_EXCEEDED: Sentence(
        "这个文件展开后太大，处理它需要的内存超过本机给的上限（{megabytes} MB），已停止",
        "请用原来的软件拆分、精简或压缩图片后另存，再重新添加，或另附打印的 PDF；"
        "确属正常的大文件，可关闭其他程序或换内存更大的电脑重试",
    ),
    ProblemKind.OUTPUT_EXCEEDED: Sentence(
        "这个文件展开后太大，写出的内容超过上限（{megabytes} MB），已停止",
        "请用原来的软件拆分或精简后另存，再重新添加，或另附打印的 PDF",
    ),
    ProblemKind.NESTED_TOO_DEEP: Sentence(
        "文件里的内容一层套一层，层数超过本软件能读的限度（{label}），已停止",
        "请用原来的软件打开，把里层的内容另存为单独的文件再添加，或另附打印的 PDF",
    ),
    ProblemKind.CONTENT_TOO_LARGE: Sentence(
        "文件内容过多，超过本软件能读的限度（{label}），已停止",
        "请用原来的软件拆分或精简后另存，再重新添加，或另附打印的 PDF",
    ),
    ProblemKind.READER_CRASHED: Sentence(
        "读这个文件的程序中途退出（{label}），文件可能已损坏，也可能结构异常",
        "请用原来的软件打开确认后另存一份，再重新添加，或另附打印的 PDF",
    ),
    ProblemKind.READER_MISSING: Sentence(
        "本软件缺少读这种文件的部件，或部件被安全软件拦住了（{label}），文件没有读，与文件本身无关",
        "请检查安全软件是否隔离了本软件的文件，必要时重新安装本软件，再重新添加",
    ),
    ProblemKind.PAGES_LOST: Sentence(
        "应有 {expected} 页，转出 {found} 页，页数不符，未采用", "请另附打印的 PDF"
    ),
    ProblemKind.TEXT_DISAGREES: Sentence(
        "OFD 版式还原不完整（文字吻合 {percent}%），未采用",
        "请用 OFD 阅读器打印为 PDF，附上打印的 PDF",
    ),
    ProblemKind.REPAIRED: Sentence("PDF 结构有缺陷，已修复后装订"),
    ProblemKind.PAGES_CHOSEN: Sentence("只装订第{pages}页（共{count}页）：{reason}"),
    ProblemKind.PAGE_SETUP_STALE: Sentence(
        "设置页面时有{then}页，现在是{now}页，原来的页面设置没有使用，全部页面照装",
        "请重新设置页面",
    ),
    ProblemKind.RASTERISED: Sentence("第 {pages} 页不符合长期保存格式，已转为图像页并保留文字层"),
    ProblemKind.SIGNATURE_NOT_CARRIED: Sentence(
        "原件带电子签章，装订页只保留签章图样", "验证签章请使用原件"
    ),
    ProblemKind.ATTACHMENTS_NOT_CARRIED: Sentence(
        "文件内嵌 {count} 个附件{named}，装订页不含附件内容",
        "请在这件材料的“处理…”里取出，随件附上或另作一件",
    ),
    ProblemKind.REGISTER_SHEET_ONLY: Sentence("以登记页代替，原件随卷另存"),
    ProblemKind.ARCHIVE_TOO_LARGE: Sentence(
        "压缩包解开后过大（超过 {gigabytes} GB、{members} 个文件，或压缩比异常），没有展开",
        "请自行解压、核对后，把文件夹直接添加进来",
    ),
    ProblemKind.ARCHIVE_TOOL_MISSING: Sentence(
        "本机没有能解开 {label} 的程序，没有展开",
        "请用解压软件解开后添加文件夹，或改压成 ZIP",
    ),
    ProblemKind.PROGRAM: Sentence(
        "是程序或脚本，不是证据材料，不收、不装订、不随卷另存",
        "需要证明系统建设情况的，请截图或导出数据后添加",
    ),
    ProblemKind.SHORTCUT: Sentence(
        "是快捷方式，不是文件本身，不收、不装订、不随卷另存",
        "指向网页的，请打开网页另存为 PDF 或截图；指向文件的，请添加那个文件",
    ),
    ProblemKind.WEB_SHORTCUT: Sentence(
        "只是网址（{address}）的快捷方式，没有网页的内容，不能作为材料",
        "请把网页另存为 PDF、单个文件（.mhtml）或截图，与快捷方式同名、放在一起，网址会自动填上",
    ),
    ProblemKind.DISK_IMAGE: Sentence(
        "是光盘或磁盘映像，不收、不装订、不随卷另存",
        "请打开映像，把里面的材料复制出来，再添加文件夹",
    ),
    ProblemKind.MACROS: Sentence(
        "文件带有宏，转换时没有运行，装订页不受宏影响",
        "请核对页面内容；需要把原件交给别人的，请另存为不带宏的格式",
    ),
    ProblemKind.ARCHIVE_MEMBER_UNSAFE: Sentence(
        "压缩包里的这一项不是普通文件，或路径指向包外，没有导入",
        "请自行解压、核对后单独添加",
    ),
    ProblemKind.ORIGINAL_ALTERED: Sentence(
        "库里的原件被改动过，不再是收取时的内容",
        "请重新添加同一文件，或恢复备份；然后重新生成",
    ),
    ProblemKind.ORIGINAL_MISSING: Sentence(
        "原件库中找不到这份原件", "请运行体检，并从备份恢复或重新添加"
    ),
    ProblemKind.NOT_LOOKED_THROUGH: Sentence(
        "文件内部没有全部查看（{label}），可能有装订页上看不到的内容",
        "请用原来的软件打开，与装订页核对",
    ),
    ProblemKind.PICTURES_NOT_STORED: Sentence(
        "{count} 张图片{named}没有存在文件里，装订页上看不到",
        "请用原来的软件打开，把图片嵌入后另存，或另附打印的 PDF",
    ),
    ProblemKind.MEDIA_NOT_CARRIED: Sentence(
        "{count} 处音频、视频或三维模型不能印成页面",
        "需要时请把它们另存后单独添加",
    ),
    ProblemKind.OUTSIDE_CONTENT: Sentence(
        "有 {count} 处内容要从文件以外读取{named}，没有读取，装订页上只有文件里存下的部分",
        "请用原来的软件打开，把这些内容存进文件后重新添加，或另附打印的 PDF",
    ),
    # Word processing and slides.
    ProblemKind.PARTS_NOT_CARRIED: Sentence(
        "正文中插入的 {count} 个外部部分没有转出，装订页上缺这些内容",
        "请用 Word 打开核对，另存一份后重新添加，或另附打印的 PDF",
    ),
    ProblemKind.TEXT_NOT_CARRIED: Sentence(
        "原件正文约有 {expected} 字，装订页上只有 {found} 字，可能有内容没有转出",
        "请与原件核对，必要时另附打印的 PDF",
    ),
    ProblemKind.TRACKED_CHANGES: Sentence(
        "有 {count} 处修订没有接受或拒绝，装订页按接受后的样子印，不印已删去的文字",
        "请核对哪一稿是定稿；需要印出修订痕迹的，请选择带修订痕迹装订",
    ),
    ProblemKind.CHANGES_MARKED: Sentence(
        "装订页带修订痕迹（{count} 处修订），已删去的文字也印在页上"
    ),
    ProblemKind.COMMENTS: Sentence(
        "有 {count} 条批注，装订页上不印", "批注也要装订的，请选择印出批注"
    ),
    ProblemKind.HIDDEN_TEXT: Sentence(
        "有 {count} 处隐藏文字（共 {characters} 字），装订页上不印",
        "请核对原件；这些文字也要装订的，请选择印出隐藏内容",
    ),
    ProblemKind.HIDDEN_SLIDES: Sentence(
        "{total} 张幻灯片中有 {count} 张是隐藏的（第 {slides} 张），装订页上不印",
        "请核对原件；隐藏的幻灯片也要装订的，请选择印出隐藏内容",
    ),
    ProblemKind.ALL_SLIDES_HIDDEN: Sentence(
        "{count} 张幻灯片全部设为隐藏，已全部印出", "请核对这份演示文稿是否应当作为材料"
    ),
    # Spreadsheets.
    ProblemKind.NOTHING_TO_PRINT: Sentence(
        "工作簿里没有可以印出的内容：是空的，或内容都被隐藏、都在打印区域外（{label}）",
        "请核对是否放错文件；内容被隐藏或不在打印区域的，请改好后另存，再重新添加",
    ),
    ProblemKind.HIDDEN_SHEETS: Sentence(
        "有 {count} 张隐藏的工作表{named}，装订页上不印",
        "请核对原件；隐藏的工作表也要装订的，请选择印出隐藏内容",
    ),
    ProblemKind.HIDDEN_ROWS: Sentence(
        "有 {count} 行隐藏的内容，装订页上不印",
        "请核对原件；隐藏的行也要装订的，请选择印出隐藏内容",
    ),
    ProblemKind.FILTERED_ROWS: Sentence(
        "表格正在筛选，有 {count} 行没有显示，装订页上不印",
        "要装订全部内容的，请选择印出隐藏内容，或清除筛选后另存，再重新添加",
    ),
    ProblemKind.HIDDEN_COLUMNS: Sentence(
        "有 {count} 列隐藏的内容{named}，装订页上不印",
        "请核对原件；隐藏的列也要装订的，请选择印出隐藏内容",
    ),
    ProblemKind.ROWS_NOT_PRINTED: Sentence(
        "打印区域外还有 {count} 行，装订页上不印",
        "要装订全部内容的，请在原表中取消打印区域后另存，再重新添加",
    ),
    ProblemKind.COLUMNS_NOT_PRINTED: Sentence(
        "打印区域外还有 {count} 列{named}，装订页上不印",
        "要装订全部内容的，请在原表中取消打印区域后另存，再重新添加",
    ),
    ProblemKind.NUMBERS_TOO_WIDE: Sentence(
        "有 {count} 个数字或日期所在的列太窄，会显示成 ####，装订时已把列加宽",
        "请核对装订页；加宽后仍不清楚的，请在原表中调整列宽后另存",
    ),
    ProblemKind.FIT_UNREADABLE: Sentence(
        "{count} 张工作表按原设定缩印，字只有约 {size} 磅，看不清，已改为按纸宽分页",
        "请核对装订页；要保留原来的版面，请在原表中改用大纸或分页后另存",
    ),
    ProblemKind.VALUES_NOT_STORED: Sentence(
        "有 {count} 个公式（今天的日期、随机数等）没有存下结果，装订页上印成 #N/A",
        "请用 Excel 或 WPS 打开，核对后保存一次，再重新添加",
    ),
    ProblemKind.FIELDS_NOT_STORED: Sentence(
        "有 {count} 处日期、时间或文件名要到打开时才生成，文件里没有存下，装订页上空着",
        "需要印出的，请在原文件中改为固定的文字后另存，再重新添加",
    ),
    ProblemKind.LINKED_WORKBOOKS: Sentence(
        "表中数据取自另外 {count} 个工作簿，装订页上印的是文件里存下的数值",
        "请核对数值是否与来源一致",
    ),
    # PDF.
    ProblemKind.DYNAMIC_FORM: Sentence(
        "这是动态表单（XFA），页面上只有“请稍候”一类的提示，没有表单内容",
        "请用 Adobe Reader 打开，打印成 PDF 后重新添加",
    ),
    ProblemKind.PORTFOLIO: Sentence(
        "这是 PDF 包，里面有 {count} 个文件{named}，装订的只是它的封面页",
        "请在这件材料的“处理…”里取出，随件附上或另作一件",
    ),
    ProblemKind.REVIEW_NOTES: Sentence(
        "有 {count} 条批注，批注的文字没有印在装订页上",
        "需要留存时，请在阅读器中连同批注摘要打印成 PDF，再重新添加",
    ),
    ProblemKind.NOT_PRINTED: Sentence(
        "有 {count} 处批注、图章、文字或表单内容设为不打印，装订页上没有",
        "需要时请在原来的软件中改为可打印，另存或打印成 PDF 后重新添加",
    ),
    ProblemKind.VALUES_NOT_SHOWN: Sentence(
        "有 {count} 个表单域填了内容却没有显示出来，装订页上也没有",
        "请用 Adobe Reader 点开这些域核对，另存或打印成 PDF 后重新添加",
    ),
    ProblemKind.SIGNATURE_NOT_SHOWN: Sentence(
        "有 {count} 个电子签章没有图样或设为不打印，装订页上看不到", "验证签章请使用原件"
    ),
    ProblemKind.LAYERS_NOT_PRINTED: Sentence(
        "有 {count} 个图层设为不打印{named}，装订页上没有",
        "需要时请在原来的软件中打开图层，打印成 PDF 后重新添加",
    ),
    ProblemKind.NOT_LAID_BESIDE: Sentence(
        "文件内有（或无法排除）程序、快捷方式、宏或脚本，原件没有随卷另存",
        "需要交出原件的，请把里面的材料取出来，去掉程序、宏和脚本后重新添加",
    ),
    ProblemKind.ACTIVE_LEFT_OUT: Sentence(
        "原件带有 {count} 处脚本或打开外部文件、程序的动作，装订页不含这些动作"
    ),
    ProblemKind.OUTSIDE_NOT_CARRIED: Sentence(
        "有 {count} 处内容引自别的文件，装订页只印这份文件里存有的样子",
        "请在能看到完整内容的电脑上打印成 PDF，再用“新版本”替换",
    ),
    ProblemKind.FONTS_NOT_EMBEDDED: Sentence(
        "有 {count} 种字体没有嵌入文件{named}，装订页上用相近的字体显示",
        "请核对字形和版面，必要时用原来的软件嵌入字体后另存，再重新添加",
    ),
    # Pictures, saved web pages and mail.
    ProblemKind.FRAMES_NOT_CARRIED: Sentence(
        "动图或连拍共 {count} 幅，装订页只有第 1 幅", "需要其余各幅时，请另存为图片后单独添加"
    ),
    ProblemKind.THUMBNAILS_LEFT_OUT: Sentence(
        "文件里另有 {count} 幅缩略图或蒙版，没有当作页面装订"
    ),
    ProblemKind.PICTURE_CUT: Sentence(
        "图片很长（{width}×{height} 像素），装订时切成几页，页下有序号",
        "请核对切开的地方是否清楚，必要时另附打印的 PDF",
    ),
    ProblemKind.FRAMES_NOT_STORED: Sentence(
        "{count} 个内嵌网页没有存在文件里，装订页上看不到",
        "请在浏览器中打开内嵌的网页另存，或打印为 PDF 后添加",
    ),
    ProblemKind.DRAWINGS_NOT_CARRIED: Sentence(
        "{count} 处图形要靠脚本绘制，装订页上看不到", "请在浏览器中打开，打印为 PDF 后添加"
    ),
    ProblemKind.DRAWING_WORDS_NOT_CARRIED: Sentence(
        "图里有 {count} 处文字只有浏览器能显示，装订页上看不到",
        "请在浏览器中打开，打印为 PDF 后添加",
    ),
    ProblemKind.PAGE_WITHOUT_TEXT: Sentence(
        "网页的正文要靠脚本显示，文件里没有文字，装订页可能是空白",
        "请在浏览器中打开，等文字显示后打印为 PDF，再添加",
    ),
    ProblemKind.MAIL_ATTACHMENTS_LEFT: Sentence(
        "邮件的 {count} 个附件{named}没有装订", "请在邮件程序中把附件另存，作为本件的附件添加"
    ),
    ProblemKind.MAIL_TEXT_LOCKED: Sentence(
        "邮件正文已加密或封在数字签名里，装订页上只有信头",
        "请在邮件程序中打开，打印为 PDF 后添加",
    ),
    # OFD and plain text.
    ProblemKind.PARTS_NOT_DRAWN: Sentence(
        "第 {pages} 页有内容没有转出（{label}）",
        "请与原件核对，必要时用 OFD 阅读器打印为 PDF 后附上",
    ),
    ProblemKind.PAGES_DARK: Sentence(
        "第 {pages} 页大部分是深色，可能与原件不符",
        "请与原件核对，必要时用 OFD 阅读器打印为 PDF 后附上",
    ),
    ProblemKind.CHARACTERS_NOT_SHOWN: Sentence(
        "有 {count} 个生僻字或符号没有字体，可能印成〓、空白或方框：{characters}",
        "请与原件核对，必要时在原来的电脑上打印为 PDF 后附上",
    ),
    ProblemKind.PRIVATE_CHARACTERS: Sentence(
        "有 {count} 个自造字没有标准编码，可能印成〓或别的字：{characters}",
        "请在原来的电脑上打印为 PDF 后附上，或改用标准汉字",
    ),
    ProblemKind.TEXT_BLANK: Sentence(
        "文件里只有空白，没有文字", "请核对是否拿错了文件，或换一份完整的文件"
    ),
    ProblemKind.TEXT_UNDECODED: Sentence(
        "有 {count} 处文字读不出来，印成了〓",
        "请用原来的软件打开核对，另存为 UTF-8 编码后重新添加",
    ),
    # Archives and packages.
    ProblemKind.ARCHIVE_EMPTY: Sentence(
        "压缩包是空的，里面没有文件", "请向提供的人要一份完整的，或移除这一件"
    ),
    ProblemKind.ARCHIVE_ONLY_FOLDERS: Sentence(
        "压缩包里只有 {count} 个空文件夹，没有文件",
        "请向提供的人要一份完整的，或移除这一件",
    ),
    ProblemKind.ARCHIVE_ONLY_LEFTOVERS: Sentence(
        "压缩包里只有 {count} 个系统文件、临时文件或链接{named}，没有材料",
        "请向提供的人要一份完整的，或移除这一件",
    ),
    ProblemKind.ARCHIVE_PART_MISSING: Sentence(
        "这是分卷压缩包的一卷，缺少“{missing}”，打不开",
        "请把各卷放在同一个文件夹里一起添加，或解开后添加文件夹",
    ),
    ProblemKind.ARCHIVE_METHOD_UNKNOWN: Sentence(
        "压缩方法 {method} 在本软件里解不开",
        "请用原来的压缩软件解开后添加文件夹，或重新压成普通的 ZIP",
    ),
    ProblemKind.ARCHIVE_FORMAT_UNKNOWN: Sentence(
        "本软件不能解开 {label}，没有展开",
        "请用解压软件解开后添加文件夹，或改压成 ZIP",
    ),
    ProblemKind.ARCHIVE_TOO_DEEP: Sentence(
        "压缩包里套压缩包超过 {levels} 层，这一层没有展开",
        "请自行解开后添加文件夹",
    ),
    ProblemKind.ARCHIVE_CLOSED: Sentence(
        "压缩包没有展开，里面的文件不在卷内", "请解开后添加文件夹，或确认不必装订"
    ),
    ProblemKind.ARCHIVE_MEMBERS_LOST: Sentence(
        "压缩包里有 {count} 个文件没有取出{named}",
        "请用解压软件解开，把这些文件单独添加",
    ),
}


def problem_name(kind: str, translate: Translate = chinese) -> str:
    """Name a problem in a few characters, for tables; ``kind`` is its identifier."""
    return translate(PROBLEM_NAMES[ProblemKind(kind)])


def describe_problem(problem: Problem, translate: Translate = chinese) -> Sentence:
    """Word a problem of a file."""
    detail = Defaulting(problem.detail)
    if "label" in detail:
        detail["label"] = translate(str(detail["label"]))
    detail["named"] = translate("（{names}）").format_map(detail) if "names" in detail else ""
    return filled(_PROBLEMS[problem.kind], detail, translate)
