"""What to do about an error, for a person at the window.

Only where the general remedy names commands of the command line, which nobody types there.
"""

from collections.abc import Mapping

from app import errors
from app.completeness import errors as completeness
from app.evidence import errors as evidence
from app.exchange import errors as exchange
from app.exchange.merge import errors as merge
from app.framework import errors as framework
from app.identity import errors as identity
from app.intake import errors as intake
from app.rectification import errors as rectification
from app.reports import errors as reports
from app.review import errors as review
from app.verification.web_check import capture_errors as captures
from app.workspace import errors as workspace

#: The remedy of each such error.
REMEDIES: Mapping[type[errors.JuanzongError], str] = {
    completeness.FigureNotNamed: "请写数值，或先清空原来填的",
    errors.DatabaseDamaged: "请再打开一次，按提示恢复备份 {backup}。恢复时现在的状态会另存",
    errors.TargetExists: "请换一个文件名，或先移走原来的文件",
    captures.FolderNotNamed: "请选择一个文件夹",
    evidence.FindingNameUnknown: "请在材料的“存疑”里选",
    evidence.FindingUnknown: "请在材料的“存疑”里看现在有哪些",
    evidence.ItemUnknown: "请刷新后再选，它可能已被移除",
    evidence.NoItemsNamed: "请先选中材料",
    evidence.PlaceAmbiguous: "请在材料库里选一处再移动，可选：{places}",
    exchange.PackageSealed: "工作区设有口令的，请先输入口令解锁；不是发给本工作区的，打不开",
    exchange.SecretsToSend: (
        "请把这些材料移到回收站（其原件不随包），再重新打包；涉密材料按规定线下报送"
    ),
    framework.FrameworkAltered: "请在开始页或“设置→备份”恢复最近的完好备份",
    identity.KeyOfAnotherPartner: (
        "一个密钥只能属于一个单位，可能有人冒充：请向两个单位核实；确实认错了的，"
        "到“设置→身份与口令”取消对认错单位的信任，再合并"
    ),
    identity.PeerUnconfirmed: ("请打电话或当面请对方念出指纹，一致后在这里确认；每个单位只需一次"),
    intake.CompanionUnclear: "请选择打印的 PDF",
    intake.NothingNamed: "请先选文件",
    merge.PackageDiverged: (
        "请该单位确定以哪一份为准，在那一份里制作“以本机为准”的全量包重新报来；现有内容没有改动"
    ),
    merge.RecipientRequired: "请选择发给哪些单位",
    merge.RecordOfAnotherOwner: (
        "两个单位不会有同一条记录，请向 {sender} 和 {owner} 核实；是 {owner} 先前的包冒用了的，"
        "请在“报送→收发记录”里撤销那次合并，再合并这个包。现有内容没有改动"
    ),
    rectification.NoticeClosed: "确需重新整改，请先按“恢复整改”",
    rectification.NoticeIncomplete: "请先补齐；确需销号的，按“销号”并写明原因",
    rectification.NoticeUnknown: "请在“整改”页查看台账",
    rectification.NotReturned: "请在“审核”页查看它的经过",
    reports.ReportNotForUnit: "请改选全县",
    review.ItemNotInSlot: "请在“审核”页查看这里的材料",
    review.MoveNotPossible: "请先在“审核”页看它的经过",
    review.ReasonUnknown: "请在退回时列出的原因里选",
    review.ReviewUnknown: "请在“审核”页查看它的经过",
    review.SlotNotNamed: "请先选指标和核验任务",
    review.UnitNotNamed: "请先选责任单位",
    workspace.BackupAltered: "请在“设置→备份”里换一份备份；工作区没有改动",
    workspace.BackupUnknown: "请在“设置→备份”里选现有的备份",
    workspace.ContentChanged: (
        "请在“设置→备份”恢复改动之前的备份；没有备份的，请先体检，逐条核对，再由管理员认可现状"
    ),
    workspace.NotAWorkspace: "请选择含有 juanzong.db 的文件夹，或按“新建工作区…”新建",
}

#: The same where an error has nothing to offer.
OTHERWISE: Mapping[type[errors.JuanzongError], str] = {
    errors.DatabaseDamaged: (
        "工作区里没有备份；另一磁盘上如有备份，请用它恢复，否则请由对方发恢复包"
    ),
    errors.UnitUnknown: "请核对写法，全部责任单位列在“设置→单位”",
    intake.EmbeddedUnknown: "请看哪些材料的“存疑”里有“内嵌附件”",
}
