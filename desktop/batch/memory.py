"""A cap on the memory of this process: to whoever asks for more, a MemoryError is raised."""

from __future__ import annotations

import sys
from pathlib import Path


def cap_memory(more: int) -> None:
    """Let this process have `more` bytes beyond what it has now, from now on.

    Linux counts addresses (setrlimit(2), RLIMIT_AS), Windows what is committed (winnt.h,
    JOB_OBJECT_LIMIT_PROCESS_MEMORY). macOS keeps to neither.
    """
    if sys.platform == "win32":
        _set_job_limit(_committed() + more)
    else:
        import resource

        limit = _addresses() + more
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_MEMORY = 0x100
    _EXTENDED_LIMITS = 9

    class _BasicLimits(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("basic", _BasicLimits),
            ("counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("process_peak", ctypes.c_size_t),
            ("job_peak", ctypes.c_size_t),
        )

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS; `committed` is its PagefileUsage."""

        _fields_ = (
            ("size", wintypes.DWORD),
            ("faults", wintypes.DWORD),
            ("others", ctypes.c_size_t * 6),
            ("committed", ctypes.c_size_t),
            ("peak", ctypes.c_size_t),
        )

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.GetCurrentProcess.restype = wintypes.HANDLE
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    _kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _kernel.SetInformationJobObject.argtypes = (
        wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
    )  # fmt: skip
    _kernel.K32GetProcessMemoryInfo.argtypes = (
        wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD,
    )  # fmt: skip

    def _committed() -> int:
        counters = _Counters(size=ctypes.sizeof(_Counters))
        _done(
            _kernel.K32GetProcessMemoryInfo(
                _kernel.GetCurrentProcess(), ctypes.byref(counters), counters.size
            )
        )
        return int(counters.committed)

    def _set_job_limit(limit: int) -> None:
        """Put this process into a job of its own, which is there as long as the process."""
        limits = _ExtendedLimits(process_memory=limit)
        limits.basic.flags = _PROCESS_MEMORY
        job = wintypes.HANDLE(_done(_kernel.CreateJobObjectW(None, None)))
        _done(
            _kernel.SetInformationJobObject(
                job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
        )
        _done(_kernel.AssignProcessToJobObject(job, _kernel.GetCurrentProcess()))
        _kernel.CloseHandle(job)

    def _done(answer: int | None) -> int:
        if not answer:
            raise ctypes.WinError(ctypes.get_last_error())
        return answer

else:

    def _addresses() -> int:
        """What this process has of them, where the system tells."""
        import resource

        told = Path("/proc/self/statm")
        pages = int(told.read_text("ascii").split()[0]) if told.exists() else 0
        return pages * resource.getpagesize()
