"""A program at work, to be killed: takes files in, copies them out, converts them.

    python -m tests.attack.busy WORKSPACE FILE …

It prints the name of each file once the program has reported it as taken in.
"""

import sys
from pathlib import Path


def main() -> None:
    """Work until everything is done, or somebody ends it."""
    # Each worker imports this module first and needs nothing of what follows, as with the program.
    from app.bootstrap import open_services
    from app.evidence.places import Target
    from app.intake.attach import attach_files
    from app.intake.report import AttachState
    from app.intake.requests import AttachRequest
    from app.jobs import SilentJob
    from app.preview.copies import copy_for_opening, source_of

    root, *names = map(Path, sys.argv[1:])
    with open_services(root) as services:
        job, workspace = SilentJob(), services.workspace
        for path in names:
            request = AttachRequest((path,), Target("60", "材料查证", "县司法局"))
            report = attach_files(workspace, services.workers, request, job)
            added = [one.file for one in report.outcomes if one.state is AttachState.ADDED]
            sys.stdout.write("".join(f"{name}\n" for name in added))
            sys.stdout.flush()
        stored = sorted(workspace.originals.stored())
        for sha256 in stored:
            original = workspace.originals.path(sha256)
            copy_for_opening(workspace, services.workers, original, sha256, sha256, job)
        services.conversion.render([source_of(workspace, one, one) for one in stored], job)


if __name__ == "__main__":
    main()
