"""Asking for a pass-phrase: hidden at a terminal, else the next line of the input."""

import sys

import typer

from app.identity.service import Identity

#: What it means that no pass-phrase is set.
NO_PASSPHRASE = (
    "未设置：能用这台电脑、拿到这个文件夹或它的备份的人，都能以本工作区的名义制作数据包、打开加密包"
)
WEAK_PASSPHRASE = "现在的口令太短或太容易猜，请用 identity passphrase 换一个。"


def ask_passphrase(words: str = "口令", *, twice: bool = False) -> str:
    """Ask for a pass-phrase; ``twice`` where a slip could not be noticed later."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    again = "再输入一次" if twice else False
    answer: str = typer.prompt(words, hide_input=True, confirmation_prompt=again, err=True)
    return answer


def unlock(identity: Identity) -> None:
    """Ask for the pass-phrase if the workspace has one that was not given yet.

    Raises:
        PassphraseWrong: it does not fit.
    """
    if identity.locked:
        identity.unlock(ask_passphrase("工作区口令"))
        if identity.weak:
            typer.echo(WEAK_PASSPHRASE, err=True)
