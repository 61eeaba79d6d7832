# SPDX-License-Identifier: GPL-3.0-or-later
"""Times two commands in alternating pairs and prints medians and the ratio pair by pair.

The machine's speed drifts, so only the ratio of neighbours is to be trusted. CPU and memory are the
operating system's own account of the finished process (wait4).
"""
import os
import statistics
import subprocess
import time


class Run:
    def __init__(self, command, environment=None):
        started = time.monotonic()
        with open(os.devnull, "wb") as null:
            process = subprocess.Popen(command, stdout=null, stderr=subprocess.PIPE, env=environment)
            self.stderr = process.stderr.read().decode(errors="replace")
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - started
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak_mb = usage.ru_maxrss / 1024
        self.status = process.returncode


def compare(name, ours, theirs, pairs=5, check=lambda ours, theirs: None, theirs_environment=None):
    """ours and theirs are commands; check raises if a run did not do the whole work."""
    runs = []
    for _ in range(pairs):
        pair = (Run(ours), Run(theirs, theirs_environment))
        check(*pair)
        runs.append(pair)
    median = statistics.median
    print(f"{name}: {pairs} pairs, medians")
    for label, which in (("walkabout", 0), ("peer", 1)):
        print(f"  {label:10} wall {median(r[which].wall for r in runs):7.2f} s"
              f"   cpu {median(r[which].cpu for r in runs):7.2f} s"
              f"   peak {median(r[which].peak_mb for r in runs):6.0f} MB")
    for label, figure in (("wall", "wall"), ("cpu", "cpu")):
        ratios = sorted(getattr(theirs_run, figure) / max(getattr(ours_run, figure), 1e-3) for ours_run, theirs_run in runs)
        print(f"  peer / walkabout, {label}: median {median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f})")
    return runs
