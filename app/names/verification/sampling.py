"""How a draw by lot is made, in words that its record prints.

They say all that is needed to repeat it without this program; ``app.verification.sampling`` does
exactly this.
"""

#: The method of a draw from one list.
METHOD = (
    "抽取办法：在抽签种子后面换一行，写上名单里的一项，按 UTF-8 编码算出 SHA-256 值"
    "（64 位十六进制数），作为这一项的签号；名单各项按签号从小到大排列，排在前面的即为抽中。"
    "名单的先后不影响结果，同一种子、同一名单无论何时何地重抽，结果都相同。"
)
#: The method of a draw by groups.
METHOD_BY_GROUP = (
    "抽取办法：在抽签种子后面换一行写上组名，再换一行写上该组名单里的一项，"
    "按 UTF-8 编码算出 SHA-256 值（64 位十六进制数），作为这一项的签号；"
    "每组各项按签号从小到大排列，按该组应抽数取排在前面的。"
    "名单的先后不影响结果，同一种子、同一名单无论何时何地重抽，结果都相同。"
)
#: How numbers for groups come about.
ALLOCATION = (
    "各组应抽数：按各组数量占比分配；不足最少应抽数的组，给最少应抽数，其余各组再按占比分配；"
    "先取整数部分，"
    "剩下的依次给小数部分大的组（最大余数法）；小数部分相同的，按组名的编码顺序。"
)
#: How anyone checks it on a computer without this program.
CHECK = "核对办法：在 Linux 上执行 printf '%s\\n%s' 种子 项目 | sha256sum，即得这一项的签号。"
