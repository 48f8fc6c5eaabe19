"""How 卷宗 looks: the window, on the services of ``app``."""

import builtins

# PySide6 replaces Python's import by its own, which reads the source of every module that is loaded
# later and looks for ``from __feature__ import``. Nothing here uses that, and it would take a fifth
# of the time that the window needs to start.
_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
del _import
