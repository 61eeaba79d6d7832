#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From exec to the window's first paint.

usage: tests/bench/start.py [BIN-FOLDER] [RUNS]      on a display; without one: xvfb-run -a tests/bench/start.py
The program logs its first paint to the category walkabout.ui at debug level; the clock runs here, outside.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time


def main():
    binaries = sys.argv[1] if len(sys.argv) > 1 else "build/release/bin"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    environment = dict(os.environ, QT_LOGGING_RULES="walkabout.ui.debug=true", QT_ASSUME_STDERR_HAS_CONSOLE="1")
    seconds = []
    with tempfile.TemporaryDirectory() as config:
        for _ in range(runs + 1):  # the first warms the disk's cache
            started = time.monotonic()
            window = subprocess.Popen([os.path.join(binaries, "walkabout"), "--config-dir", config, "--log-level", "debug"],
                                      stderr=subprocess.PIPE, text=True, env=environment)
            for line in window.stderr:
                if "first paint" in line:
                    seconds.append(time.monotonic() - started)
                    break
            window.terminate()
            window.wait()
    seconds = seconds[1:]
    if not seconds:
        sys.exit("the window never said that it painted")
    print(f"first paint: median {statistics.median(seconds):.3f} s of {len(seconds)} starts "
          f"(from {min(seconds):.3f} to {max(seconds):.3f})")


if __name__ == "__main__":
    main()
