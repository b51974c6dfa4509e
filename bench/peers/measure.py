"""Runs one program and says what it took. Knows the standard library only: a child's peak memory counts from the fork, so
whoever calls this must itself be small."""

import os
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

OUT_OF_MEMORY = ("MemoryError", "OutOfMemory", "Out of Memory", "bad_alloc", "Cannot allocate memory")


@dataclass
class Run:
    status: str  # ok, or in words why there is no result
    wall: float  # seconds
    cpu: float  # seconds, user and system, all threads
    peak: int  # bytes resident at most
    last_line: str  # of standard output


def _first_to_go():
    """When memory ends, the kernel is to take the program that is measured, nothing else."""
    try:
        Path("/proc/self/oom_score_adj").write_text("1000")
    except OSError:
        pass  # not Linux


def measure(command, log, limit):
    """Runs the command, output into the file `log`, for at most `limit` seconds."""
    with open(log, "w+") as output:
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True, preexec_fn=_first_to_go)
        late = threading.Event()

        def stop():
            late.set()
            os.killpg(child.pid, signal.SIGKILL)

        timer = threading.Timer(limit, stop)
        timer.start()
        _, code, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(code)
        output.seek(0)
        text = output.read()
    if late.is_set():
        status = f"stopped after {limit} s"
    elif child.returncode == 0:
        status = "ok"
    elif child.returncode == -signal.SIGKILL or any(sign in text for sign in OUT_OF_MEMORY):
        status = "out of memory"
    else:
        status = f"failed ({child.returncode}), see {log}"
    return Run(status, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, text.rstrip().rpartition("\n")[2])
