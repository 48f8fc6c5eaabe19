"""RTF as a person chose to have it bound."""

import re

from app.findings.rich_text import DELETED, INSERTED, Token, is_on, tokens

#: Hidden on a screen that shows the text as a web page, and printed.
_WEB_HIDDEN = re.compile(rb"\\webhidden(?![a-z0-9-])")

#: Control words that print something, or end a line.
_PRINTING = frozenset(
    b"par line tab page column u emdash endash emspace enspace qmspace bullet lquote rquote "
    b"ldblquote rdblquote chpgn chdate chtime chftn sectnum zwj zwnj softline softpage".split()
)
#: Marks of changes in how the text looks.
_LOOKS = frozenset({b"crauth", b"crdate"})


def settle_rtf(data: bytes, *, accepted: bool, unhidden: bool) -> bytes:
    """Return the file without deleted words and marks of changes, and without hidden words."""
    data = _WEB_HIDDEN.sub(rb"\\webhidden0", data)
    if not (accepted or unhidden):
        return data
    settling = _Settling(accepted=accepted, unhidden=unhidden)
    return b"".join(token.raw for token in tokens(data) if settling.keeps(token))


class _Settling:
    def __init__(self, *, accepted: bool, unhidden: bool) -> None:
        self._accepted, self._unhidden = accepted, unhidden
        self._deleted: list[bool] = [False]
        self._dropping = 0  # how many groups are open inside one that is dropped as a whole

    def keeps(self, token: Token) -> bool:
        """Say whether a token stays; to be asked for each in its order."""
        if token.brace:
            return self._brace(token)
        if self._dropping:
            return False
        word = token.word
        if self._unhidden and word == b"v":
            return False
        if not self._accepted:
            return True
        if word in DELETED:
            self._deleted[-1] = is_on(token)
            return False
        if word in INSERTED or word in _LOOKS:
            return False
        if word == b"plain":
            self._deleted[-1] = False
        if not self._deleted[-1]:
            return True
        return bool(word) and word not in _PRINTING and word != b"*"

    def _brace(self, token: Token) -> bool:
        if self._dropping:
            self._dropping += 1 if token.brace == b"{" else -1
            return False
        if token.brace == b"{":
            if self._deleted[-1]:
                self._dropping = 1
                return False
            self._deleted.append(False)
        elif len(self._deleted) > 1:
            self._deleted.pop()
        return True
