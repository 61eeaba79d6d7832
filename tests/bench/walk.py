#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk of many varbinds on loopback as text to /dev/null, against snmpbulkwalk on the same agent.

usage: tests/bench/walk.py [BIN-FOLDER] [VARBINDS]      needs Debian's snmp
The agent is walkabout-cli serve, in another process, with a recording made here: 10 columns of all common types.
"""
import os
import re
import subprocess
import sys
import tempfile

import pairs

ROOT = "1.3.6.1.4.1.32473.9"


def write_recording(path, varbinds):
    columns = 10
    values = ["2|{r}", "4|port {r} of the bench", "65|{r}", "66|{r}", "67|{r}", "70|1234567890{r}", "64|192.0.2.1",
              "6|1.3.6.1.4.1.32473.{r}", "4x|00005e0053ff", "2|-{r}"]
    with open(path, "w") as file:
        for column in range(columns):
            for row in range(1, varbinds // columns + 1):
                tag, value = values[column].split("|")
                file.write(f"{ROOT}.1.{column + 1}.{row}|{tag}|{value.format(r=row)}\n")


def main():
    binaries = sys.argv[1] if len(sys.argv) > 1 else "build/release/bin"
    varbinds = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        recording = os.path.join(folder, "bench.snmprec")
        write_recording(recording, varbinds)
        cli = os.path.join(binaries, "walkabout-cli")
        home = ["--config-dir", os.path.join(folder, "config")]
        agent = subprocess.Popen([cli, *home, "serve", recording, "--listen", "127.0.0.1:0", "-c", "bench"],
                                 stderr=subprocess.PIPE, text=True)
        try:
            port = None
            for line in agent.stderr:
                found = re.search(r"listening udp:127\.0\.0\.1:(\d+)", line)
                if found:
                    port = found.group(1)
                    break
            if not port:
                sys.exit("the agent did not start")

            def check(ours, theirs):
                expected = f"{varbinds:,} varbinds"
                if ours.status != 0 or expected not in ours.stderr:
                    sys.exit(f"our walk was not whole: {ours.stderr[-300:]}")
                if theirs.status != 0:
                    sys.exit(f"snmpbulkwalk failed: {theirs.stderr[-300:]}")

            target = f"127.0.0.1:{port}"
            ours = [cli, *home, "walk", "-v2c", "-c", "bench", target, ROOT]
            peer = ["snmpbulkwalk", "-v2c", "-c", "bench", target, ROOT]
            pairs.compare(f"{varbinds:,} varbinds, numeric text", ours + ["-On"], peer[:1] + ["-On"] + peer[1:], 3, check)
            pairs.compare(f"{varbinds:,} varbinds, numeric text, peer with -Cr50", ours + ["-On"],
                          peer[:1] + ["-On", "-Cr50"] + peer[1:], 3, check)
        finally:
            agent.terminate()
            agent.wait()


if __name__ == "__main__":
    main()
