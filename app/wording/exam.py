"""Words for the errors of exams."""

from collections.abc import Mapping

from app.errors import JuanzongError
from app.verification.exam import errors

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.NoExamTask: ("{unit}没有随机抽考的任务", "请核对单位和指标；责任分工在“设置”里查看"),
    errors.BlueprintUnknown: (
        "没有“{blueprint}”这个组卷方案，或有几个都符合",
        "可用：{available}",
    ),
    errors.BlueprintInvalid: (
        "组卷方案 {path} 有问题：{findings}",
        "请按所列的行改正；改正前用自带的方案",
    ),
    errors.BankTooSmall: (
        "题库里有效的题目不够：{lacks}",
        "请补充题目，或减少方案里的题数；过了有效期的题不会抽到",
    ),
    errors.QuestionImpossible: ("题目不完整：{faults}", "请改正后再保存"),
    errors.BankFileRefused: (
        "{name} 有 {count} 处要改：{faults}",
        "请按所列的行改正后重新导入；这次一道题都没有收",
    ),
    errors.ExamUnknown: ("没有“{exam}”这场考试，或有几场都符合", "已登记的考试：{available}"),
    errors.NoPaper: ("“{exam}”还没有组卷", "请先按组卷方案抽题"),
    errors.PaperInUse: (
        "“{exam}”已经录入 {count} 人的答卷，不能重新组卷或抽人",
        "确要重来，请另登记一场考试",
    ),
    errors.NobodyListed: ("“{exam}”的名单里没有人", "请先粘贴名单：姓名、单位、职务"),
    errors.TooFewPeople: ("名单上共 {listed} 人，抽不出 {wanted} 人", "请改抽取的人数"),
    errors.PersonUnknown: ("“{exam}”没有考号为 {number} 的考生", "请核对考号"),
    errors.PeopleListRefused: (
        "名单有问题：{faults}",
        "请改正后重新粘贴；这次一个人都没有收",
    ),
    errors.AnswersRefused: ("有的答案不能收：{faults}", "请核对后重新录入；这次什么都没有存"),
    errors.NobodyForMakeup: ("“{exam}”没有需要补考的人", "缺考的请先标明，成绩请先录完"),
    errors.NoResults: ("“{exam}”还没有成绩", "请先录入答卷"),
}
