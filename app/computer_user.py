"""Who is logged in at this computer."""

import contextlib
import getpass


def current_user() -> str:
    """The name of the user who is logged in at this computer."""
    with contextlib.suppress(OSError, KeyError):
        return getpass.getuser()
    return "—"
