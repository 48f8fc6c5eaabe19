"""Compile, add one file, compile again, all in one process, as an open window does it.

Usage: python -m benchmarks.recompile WORKSPACE OUT FILE INDICATOR UNIT; prints the seconds of both.
"""

import json
import sys
from pathlib import Path

from app.bootstrap import open_services
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob


def main(workspace: Path, out: Path, file: Path, indicator: str, unit: str) -> None:
    """Print the seconds of the cold compile and of the one after the change, as JSON."""
    job = SilentJob()
    with open_services(workspace) as services:
        options = services.settings.dossier_options()
        cold = services.dossiers.compile(out, options, job)
        request = AttachRequest((file,), Target(indicator, "材料查证", unit))
        attach_files(services.workspace, services.workers, request, job)
        again = services.dossiers.compile(out, options, job)
    made = [dossier.indicator for dossier in again.dossiers if dossier.fresh]
    if made != [indicator]:
        raise SystemExit(f"应只重编指标 {indicator}，实际重编 {made}")
    print(json.dumps({"cold": cold.seconds, "again": again.seconds}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], sys.argv[5])
