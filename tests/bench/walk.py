#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks on loopback as text to /dev/null, against snmpbulkwalk on the same agent: many varbinds, SNMPv3, a network
that takes 20 ms for a round trip, one that loses 5 % of the datagrams each way.

usage: tests/bench/walk.py [BIN-FOLDER] [VARBINDS]      needs Debian's snmp
The agent is walkabout-cli serve, in another process, with a recording made here: 10 columns of all common types.
"""
import os
import re
import subprocess
import sys
import tempfile

import pairs
import relay

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


class Agent:
    """walkabout-cli serve of a recording made here."""

    def __init__(self, cli, folder, varbinds, letters):
        recording = os.path.join(folder, f"bench{varbinds}.snmprec")
        if not os.path.exists(recording):
            write_recording(recording, varbinds)
        self.home = ["--config-dir", os.path.join(folder, "config")]
        self.process = subprocess.Popen([cli, *self.home, "serve", recording, "--listen", "127.0.0.1:0", *letters],
                                        stderr=subprocess.PIPE, text=True)
        self.port = None
        for line in self.process.stderr:
            found = re.search(r"listening udp:127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                break
        if not self.port:
            sys.exit("the agent did not start")

    def stop(self):
        self.process.terminate()
        self.process.wait()


COMMUNITY = ["-v2c", "-c", "bench"]
USER = ["-v3", "-l", "authPriv", "-u", "bench", "-a", "SHA-256", "-A", "bench pass-phrase", "-x", "AES", "-X",
        "bench pass-phrase"]


def compare(name, cli, home, letters, port, varbinds, ours, theirs, count=3):
    """theirs: letters for snmpbulkwalk alone."""

    def check(run, peer):
        if run.status != 0 or f"{varbinds:,} varbinds" not in run.stderr:
            sys.exit(f"our walk was not whole: {run.stderr[-300:]}")
        if peer.status != 0:
            print(f"  snmpbulkwalk gave up: {peer.stderr.strip()[-100:]}")

    target = f"127.0.0.1:{port}"
    pairs.compare(name, [cli, *home, "walk", *letters, *ours, target, ROOT],
                  ["snmpbulkwalk", *letters, *theirs, target, ROOT], count, check)


def main():
    binaries = sys.argv[1] if len(sys.argv) > 1 else "build/release/bin"
    varbinds = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    cli = os.path.join(binaries, "walkabout-cli")
    with tempfile.TemporaryDirectory() as folder:
        agent = Agent(cli, folder, varbinds, ["-c", "bench"])
        try:
            for name, ours, theirs in (("numeric text", ["-On"], ["-On"]),
                                       ("numeric text, peer with -Cr50", ["-On"], ["-On", "-Cr50"]),
                                       ("named text", [], [])):
                compare(f"{varbinds:,} varbinds, {name}", cli, agent.home, COMMUNITY, agent.port, varbinds, ours, theirs)
        finally:
            agent.stop()
        some = varbinds // 4
        agent = Agent(cli, folder, some, ["-c", "bench", *USER])
        try:
            for theirs in ([], ["-Cr50"]):
                compare(f"{some:,} varbinds, SNMPv3 SHA-256/AES-128, peer {' '.join(theirs) or 'as it is'}", cli, agent.home,
                        USER, agent.port, some, ["-On"], ["-On", *theirs])
        finally:
            agent.stop()
        agent = Agent(cli, folder, 50_000, ["-c", "bench"])
        try:
            far = relay.Relay(agent.port, delay=0.010)
            for theirs, count in ((["-Cr10"], 1), (["-Cr50"], 2)):
                compare(f"50,000 varbinds, 20 ms away, peer {theirs[0]}", cli, agent.home, COMMUNITY, far.port, 50_000,
                        ["-On"], ["-On", *theirs], count)
            far.stop()
        finally:
            agent.stop()
        agent = Agent(cli, folder, 5_000, ["-c", "bench"])
        try:
            lossy = relay.Relay(agent.port, loss=0.05)
            compare("5,000 varbinds, 5 % lost each way", cli, agent.home, COMMUNITY, lossy.port, 5_000, ["-On"], ["-On"])
            lossy.stop()
        finally:
            agent.stop()


if __name__ == "__main__":
    main()
