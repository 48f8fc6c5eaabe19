"""Families on Windows: job objects, which limit memory and end with the program.

The program holds the only handle of a job; when it ends, however it ends, Windows closes the
handle and kills what is in the job. Workers open the job by its name, join, and close it again.
The structures are those of ``winnt.h``.
"""

import ctypes
import os
import subprocess
import sys
import uuid
from ctypes import wintypes

import psutil

from app.confinement.limits import Limits
from app.confinement.model import Launch, Ticket

_EXTENDED_LIMIT_INFORMATION = 9
_LIMIT_PROCESS_MEMORY = 0x0000_0100
_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x0000_0400
_LIMIT_KILL_ON_JOB_CLOSE = 0x0000_2000
_RIGHT_ASSIGN_PROCESS = 0x0001
_CREATE_SUSPENDED = 0x0000_0004
_CREATE_NO_WINDOW = 0x0800_0000
_KILLED = 1


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", wintypes.DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", wintypes.DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", wintypes.DWORD),
        ("SchedulingClass", wintypes.DWORD),
    )


class _Counters(ctypes.Structure):
    """IO_COUNTERS."""

    _fields_ = (
        ("ReadOperationCount", ctypes.c_uint64),
        ("WriteOperationCount", ctypes.c_uint64),
        ("OtherOperationCount", ctypes.c_uint64),
        ("ReadTransferCount", ctypes.c_uint64),
        ("WriteTransferCount", ctypes.c_uint64),
        ("OtherTransferCount", ctypes.c_uint64),
    )


class _ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", _Counters),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


if sys.platform == "win32":

    class JobFamily:
        """A job object of which this program holds the only handle."""

        def __init__(self, limits: Limits) -> None:
            self._limits = limits
            self._name = f"Local\\juanzong-{os.getpid()}-{uuid.uuid4().hex}"
            self._system = _kernel()
            # No security attributes: the handle is not inherited, so that no child keeps the job.
            self._job = _checked(self._system.CreateJobObjectW(None, self._name))
            told = _ExtendedLimits()
            told.BasicLimitInformation.LimitFlags = (
                _LIMIT_KILL_ON_JOB_CLOSE | _LIMIT_PROCESS_MEMORY | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION
            )
            told.ProcessMemoryLimit = limits.memory
            try:
                _checked(
                    self._system.SetInformationJobObject(
                        self._job,
                        _EXTENDED_LIMIT_INFORMATION,
                        ctypes.byref(told),
                        ctypes.sizeof(told),
                    )
                )
            except OSError:
                self._system.CloseHandle(self._job)
                raise

        @property
        def ticket(self) -> Ticket:
            """What a worker gets to join."""
            return Ticket(self._name, self._limits)

        def start(self, launch: Launch) -> "subprocess.Popen[bytes]":
            """Start a program suspended, put it into the job, let it go. Raises ``OSError``.

            So it cannot start anything before it is in the job; what it starts then is in it too.
            """
            process = subprocess.Popen(
                launch.command,
                cwd=launch.folder,
                env=dict(launch.environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=launch.errors,
                creationflags=_CREATE_NO_WINDOW | _CREATE_SUSPENDED,
            )
            try:
                handle = int(process._handle)  # type: ignore[attr-defined]  # noqa: SLF001
                _checked(self._system.AssignProcessToJobObject(self._job, handle))
                psutil.Process(process.pid).resume()
            except (OSError, psutil.Error):
                process.kill()
                raise
            return process

        def close(self) -> None:
            """Kill what is in the job and let go of it."""
            if self._job:
                self._system.TerminateJobObject(self._job, _KILLED)
                self._system.CloseHandle(self._job)
                self._job = 0

    def join_job(ticket: Ticket) -> None:
        """Join the job; its limits hold from then on."""
        system = _kernel()
        job = _checked(system.OpenJobObjectW(_RIGHT_ASSIGN_PROCESS, 0, str(ticket.family)))
        try:
            _checked(system.AssignProcessToJobObject(job, system.GetCurrentProcess()))
        finally:
            system.CloseHandle(job)

    def _kernel() -> ctypes.WinDLL:
        """The functions with their types: without them handles would be cut to 32 bits."""
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        handle, flag, number = wintypes.HANDLE, wintypes.BOOL, wintypes.DWORD
        system.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
        system.CreateJobObjectW.restype = handle
        system.OpenJobObjectW.argtypes = (number, flag, wintypes.LPCWSTR)
        system.OpenJobObjectW.restype = handle
        system.SetInformationJobObject.argtypes = (handle, ctypes.c_int, wintypes.LPVOID, number)
        system.SetInformationJobObject.restype = flag
        system.AssignProcessToJobObject.argtypes = (handle, handle)
        system.AssignProcessToJobObject.restype = flag
        system.TerminateJobObject.argtypes = (handle, wintypes.UINT)
        system.TerminateJobObject.restype = flag
        system.GetCurrentProcess.argtypes = ()
        system.GetCurrentProcess.restype = handle
        system.CloseHandle.argtypes = (handle,)
        system.CloseHandle.restype = flag
        return system

    def _checked(result: int | None) -> int:
        if not result:
            raise ctypes.WinError(ctypes.get_last_error())
        return result
