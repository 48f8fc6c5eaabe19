"""The entry point ``juanzong``."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 to 3."""
    multiprocessing.freeze_support()
    # What is loaded stays to the end; looking for garbage in it would take a third of a short
    # command's time. ``application`` switches it on again when the command is loaded.
    gc.disable()
    # Each of them looks for plugins among all that is installed; there are none for our values.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Each worker process imports this module and needs nothing of what follows.
    from app.cli.application import run_command_line

    code = run_command_line(arguments)
    gc.freeze()  # Python would look through all that is left once more, when it ends
    sys.exit(code)


if __name__ == "__main__":
    main()
