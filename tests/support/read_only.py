"""Folders that really cannot be written in, also not by root."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def in_namespace(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python code that may mount what it likes; nobody else sees it."""
    command = ["unshare", "-m", sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


def demand_mounting(tmp_path: Path) -> None:
    """Skip where the system does not let a test mount anything."""
    if os.name == "nt" or not Path("/usr/bin/unshare").exists():
        pytest.skip("nothing can be mounted here")
    probe = (
        "import subprocess, sys; "
        "sys.exit(subprocess.call(['mount', '-t', 'tmpfs', 'x', sys.argv[1]]))"
    )
    try:
        if in_namespace(probe, tmp_path).returncode != 0:
            pytest.skip("nothing can be mounted here")
    except OSError:
        pytest.skip("nothing can be mounted here")
