#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ifTable and ifXTable of a device of 1,000 ports as one table, against snmpbulkwalk of the same two: on loopback and
20 ms away. Pair by pair: first rows and the first whole row, far away also the round trips that lie behind them as the
network in between counts them; the whole in times of the peer.

usage: tests/bench/tables.py [BIN-FOLDER] [PORTS]      needs Debian's snmp
The device is walkabout-cli serve, in another process, with a recording made here.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

import relay
import walk

IF, IFX = "1.3.6.1.2.1.2.2.1", "1.3.6.1.2.1.31.1.1.1"


def write_recording(path, ports):
    plain = {1: "2|{p}", 2: "4|GigabitEthernet1/0/{p}", 3: "2|6", 4: "2|1500", 5: "66|1000000000", 6: "4x|00005e{p:06x}",
             7: "2|1", 8: "2|1", 9: "67|{p}", 22: "6|0.0"}
    extended = {1: "4|Gi1/0/{p}", 14: "2|1", 15: "66|1000", 16: "2|2", 17: "2|1", 18: "4|to rack {p}", 19: "67|0"}
    with open(path, "w") as file:
        for entry, columns, own in ((IF, range(1, 23), plain), (IFX, range(1, 20), extended)):
            for column in columns:
                wide = entry == IFX and 6 <= column <= 13
                for port in range(1, ports + 1):
                    tag, value = own.get(column, "70|12345678901{p}" if wide else "65|{p}").split("|")
                    file.write(f"{entry}.{column}.{port}|{tag}|{value.format(p=port)}\n")


def peer(port, letters):
    started = time.monotonic()
    for root in (IF, IFX):
        subprocess.run(["snmpbulkwalk", "-v2c", "-c", "bench", "-On", "-m", "", *letters, f"127.0.0.1:{port}", root],
                       stdout=subprocess.DEVNULL, check=True)
    return (time.monotonic() - started) * 1000


def compare(name, binaries, port, letters, ports, pairs, far=None):
    first, row, ratios, walls = [], [], [], []
    for _ in range(pairs):
        if far:
            far.passed.clear()
        out = subprocess.run([os.path.join(binaries, "bench_tables"), str(port), "bench"], capture_output=True, text=True,
                             check=True).stdout.split()
        if out[5] != "whole" or int(out[4]) != 41 * ports:
            sys.exit(f"our table was not whole: {out}")
        for times, ms, moment in ((first, out[0], out[6]), (row, out[1], out[7])):
            times.append((float(ms), far.round_trips(float(moment)) if far else 0))
        theirs = peer(port, letters)
        walls.append((float(out[2]), theirs))
        ratios.append(float(out[2]) / theirs)
    middle = statistics.median
    print(f"{name}: {pairs} pairs, medians")
    for what, times in (("first rows", first), ("first whole row", row)):
        trips = f", {max(t[1] for t in times)} round trips at most" if far else ""
        print(f"  {what} after {middle(t[0] for t in times):.1f} ms{trips}")
    print(f"  whole {middle(w[0] for w in walls):.0f} ms, snmpbulkwalk {' '.join(letters)} {middle(w[1] for w in walls):.0f} ms:"
          f" {middle(ratios):.2f} of it (from {min(ratios):.2f} to {max(ratios):.2f})")


def main():
    binaries = sys.argv[1] if len(sys.argv) > 1 else "build/release/bin"
    ports = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as folder:
        write_recording(os.path.join(folder, "bench1.snmprec"), ports)
        agent = walk.Agent(os.path.join(binaries, "walkabout-cli"), folder, 1, ["-c", "bench"])
        try:
            for letters in (["-Cr10"], ["-Cr50"]):
                compare(f"{ports} ports, loopback", binaries, agent.port, letters, ports, 5)
            far = relay.Relay(agent.port, delay=0.010)
            compare(f"{ports} ports, 20 ms away", binaries, far.port, ["-Cr50"], ports, 3, far)
            far.stop()
        finally:
            agent.stop()


if __name__ == "__main__":
    main()
