"""The entry point ``juanzong``."""

import gc
import multiprocessing
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 to 3."""
    multiprocessing.freeze_support()
    # What is loaded stays; looking through it for garbage again and again takes a tenth of a start.
    gc.set_threshold(50_000)
    # Each worker process imports this module and needs nothing of what follows.
    from app.cli.application import run_command_line

    code = run_command_line(arguments)
    # Python would look through all that was loaded once more: a fifth of a short command.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
