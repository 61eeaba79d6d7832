#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of MIB modules loaded from nothing, against snmptranslate -m ALL on the same files flattened into one folder.

usage: tests/bench/mibs.py MIB-FOLDER [BIN-FOLDER]      needs Debian's snmp
"""
import os
import shutil
import sys
import tempfile

import pairs


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = sys.argv[1]
    binaries = sys.argv[2] if len(sys.argv) > 2 else "build/release/bin"
    with tempfile.TemporaryDirectory() as flat:
        files = 0
        for path, _, names in os.walk(folder):
            for name in names:
                target = os.path.join(flat, name)
                if os.path.exists(target):
                    target = os.path.join(flat, f"{files}-{name}")
                shutil.copy(os.path.join(path, name), target)
                files += 1
        with tempfile.TemporaryDirectory() as config:
            # The compiled library of the run before would make it a matter of milliseconds.
            ours = ["sh", "-c", 'rm -rf "$0/cache"; exec "$@"', config, os.path.join(binaries, "walkabout-cli"), "--config-dir", config, "--mib-dir", flat, "translate", "1.3.6.1"]
            peer = ["snmptranslate", "-M", flat, "-m", "ALL", "1.3.6.1"]

            def check(our_run, peer_run):
                if our_run.status != 0 or peer_run.status != 0:
                    sys.exit(f"a run failed: {our_run.stderr[-300:]}{peer_run.stderr[-300:]}")

            quiet = dict(os.environ, MIBS="")
            pairs.compare(f"{files} files of {folder}", ours, peer, 5, check, quiet)


if __name__ == "__main__":
    main()
