"""How 卷宗 looks: the window, on the services of ``app``."""

import builtins

# PySide6 puts an import of its own in the place of Python's, which reads the source of every module
# that is loaded from then on, to see whether it may say ``from __feature__ import``. Nothing here
# does, and a fifth of the window's start would go into it.
_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
del _import
