import ctypes
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.confinement import windows
from app.confinement.limits import GIGABYTE, MEGABYTE, Machine, office_limits, worker_limits
from app.faults import problem_of_fault
from app.intake.manifest.rows import read_manifest
from app.isolation import Broken, Crashed, OutOfMemory, Overdue, TooDeep, TooMuchOutput
from app.names.problems import describe_problem
from app.problems import ProblemKind
from app.table_files.errors import TableUnreadable

bytes_of_memory = st.integers(min_value=0, max_value=1 << 40)


def test_two_workers_or_libreoffice_fit_a_pc_of_four_gigabytes():
    machine = Machine(total=4 * GIGABYTE, available=2 * GIGABYTE + 512 * MEGABYTE)
    assert 2 * worker_limits(machine).memory <= machine.available
    assert office_limits(machine).memory <= machine.available


@given(total=bytes_of_memory, available=bytes_of_memory)
def test_limits_have_a_floor_and_a_ceiling(total, available):
    machine = Machine(total, available)
    assert 768 * MEGABYTE <= worker_limits(machine).memory <= 2 * GIGABYTE
    assert GIGABYTE <= office_limits(machine).memory <= 3 * GIGABYTE


@given(total=bytes_of_memory, available=bytes_of_memory, ceiling=bytes_of_memory)
def test_no_limit_is_above_what_the_system_grants(total, available, ceiling):
    machine = Machine(total, available, ceiling)
    assert worker_limits(machine).memory <= ceiling
    assert office_limits(machine).memory <= ceiling


@given(available=bytes_of_memory, less=bytes_of_memory)
def test_less_free_memory_never_raises_a_limit(available, less):
    fuller = Machine(1 << 40, max(0, available - less))
    assert worker_limits(fuller).memory <= worker_limits(Machine(1 << 40, available)).memory
    assert office_limits(fuller).memory <= office_limits(Machine(1 << 40, available)).memory


def test_structures_of_job_objects_are_laid_out_as_windows_has_them():
    # winnt.h on 64 bits: 64 + 48 + 4 × 8 bytes.
    told = windows._ExtendedLimits
    assert ctypes.sizeof(windows._BasicLimits) >= 64  # DWORD is larger elsewhere
    assert ctypes.sizeof(windows._Counters) == 48
    assert told.PeakJobMemoryUsed.offset - told.ProcessMemoryLimit.offset == 24
    assert told.ProcessMemoryLimit.offset - told.IoInfo.offset == 48


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Overdue(30.4), ProblemKind.TIMED_OUT),
        (OutOfMemory(1 << 30), ProblemKind.MEMORY_EXCEEDED),
        (TooMuchOutput(1 << 31), ProblemKind.OUTPUT_EXCEEDED),
        (TooDeep(), ProblemKind.NESTED_TOO_DEEP),
        (Crashed("gone"), ProblemKind.READER_CRASHED),
        (Broken("gone"), ProblemKind.DAMAGED),
    ],
)
def test_a_broken_limit_is_named_and_not_called_damaged(fault, kind):
    problem = problem_of_fault(fault, "PDF", ProblemKind.DAMAGED)
    assert problem.kind is kind
    assert problem.blocking
    assert ("文件已损坏" in describe_problem(problem).reason) == (kind is ProblemKind.DAMAGED)


def test_the_limit_is_told_in_megabytes():
    told = describe_problem(problem_of_fault(OutOfMemory(1 << 30), "PDF")).reason
    assert "1024 MB" in told


def test_a_list_that_unpacks_to_too_much_is_refused(tmp_path):
    path = tmp_path / "清单.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", bytes(80 << 20))
    with pytest.raises(TableUnreadable) as refused:
        read_manifest(path)
    assert "展开后过大" in refused.value.detail
