#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A storm of v2c traps with 4 varbinds on loopback: what walkabout-cli keeps in its journal, against what snmptrapd
writes into a file.

usage: tests/bench/traps.py [BIN-FOLDER] [RATE...] [--seconds N]      needs Debian's snmptrapd for its half
Rates are traps a second (20000). The sender is this program, in another process than the receiver.
"""
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time


def tlv(tag, contents):
    length = bytes([len(contents)]) if len(contents) < 128 else b"\x81" + bytes([len(contents)])
    return bytes([tag]) + length + contents


def trap(number):
    """linkDown with ifIndex, ifAdminStatus, ifOperStatus and ifDescr; its number stands in its uptime."""
    def varbind(oid, value):
        return tlv(0x30, tlv(0x06, bytes.fromhex(oid)) + value)
    port = number % 100 + 1
    entry = "2b06010201020201"
    binds = b"".join([
        varbind("2b06010201010300", tlv(0x43, (number & 0x7fffffff).to_bytes(4, "big"))),
        varbind("2b060106030101040100", tlv(0x06, bytes.fromhex("2b060106030101" + "0503"))),
        varbind(f"{entry}01{port:02x}", tlv(0x02, bytes([port]))),
        varbind(f"{entry}07{port:02x}", tlv(0x02, b"\x01")),
        varbind(f"{entry}08{port:02x}", tlv(0x02, b"\x02")),
        varbind(f"{entry}02{port:02x}", tlv(0x04, b"port %d of the bench" % port))])
    pdu = tlv(0xa7, tlv(0x02, b"\x01") + tlv(0x02, b"\x00") * 2 + tlv(0x30, binds))
    return tlv(0x30, tlv(0x02, b"\x01") + tlv(0x04, b"public") + pdu)


def storm(port, rate, seconds):
    """Sends in bursts of a millisecond; how many a second it managed."""
    traps = [trap(number) for number in range(1000)]
    out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    out.connect(("127.0.0.1", port))
    total = rate * seconds
    sent = 0
    began = time.monotonic()
    while sent < total:
        due = min(total, int((time.monotonic() - began) * rate) + 1)
        while sent < due:
            out.send(traps[sent % 1000])
            sent += 1
        time.sleep(0.001)
    return sent, sent / (time.monotonic() - began)


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def report(name, sent, rate, kept, process):
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    print(f"  {name:14} sent {sent:8,} at {rate:7,.0f}/s   kept {kept():8,}   lost {sent - kept():7,}"
          f"   cpu {usage.ru_utime + usage.ru_stime:6.2f} s   peak {usage.ru_maxrss / 1024:5.0f} MB")


def ours(bin_folder, folder, rate, seconds):
    journal = os.path.join(folder, f"{rate}.sqlite")
    process = subprocess.Popen(
        [os.path.join(bin_folder, "walkabout-cli"), "--config-dir", os.path.join(folder, "config"), "traps",
         "--listen", "127.0.0.1:0", "--journal", journal],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    port = int(process.stderr.readline().rsplit(":", 1)[1])
    sent, managed = storm(port, rate, seconds)
    time.sleep(2)
    process.send_signal(signal.SIGTERM)

    def kept():
        with sqlite3.connect(journal) as database:
            return database.execute("SELECT count(*) FROM head WHERE flags & 8 = 0").fetchone()[0]
    report("walkabout-cli", sent, managed, kept, process)
    return journal


def theirs(folder, rate, seconds):
    log = os.path.join(folder, f"snmptrapd{rate}.log")
    config = os.path.join(folder, "snmptrapd.conf")
    with open(config, "w") as file:
        file.write("disableAuthorization yes\n")
    port = free_port()
    process = subprocess.Popen(["snmptrapd", "-f", "-C", "-c", config, "-Lf", log, "-On", f"udp:127.0.0.1:{port}"],
                               env={**os.environ, "SNMP_PERSISTENT_DIR": folder, "MIBS": ""})
    time.sleep(1)
    sent, managed = storm(port, rate, seconds)
    time.sleep(2)
    process.send_signal(signal.SIGTERM)

    def kept():
        with open(log, errors="replace") as file:
            return sum(".1.3.6.1.6.3.1.1.4.1.0" in line for line in file)
    report("snmptrapd", sent, managed, kept, process)


def main():
    arguments = sys.argv[1:]
    seconds = 30
    if "--seconds" in arguments:
        at = arguments.index("--seconds")
        seconds = int(arguments[at + 1])
        del arguments[at:at + 2]
    bin_folder = "build/release/bin"
    if arguments and not arguments[0].isdigit():
        bin_folder = arguments.pop(0)
    rates = [int(rate) for rate in arguments] or [20000]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        for rate in rates:
            print(f"{rate:,} traps a second for {seconds} s")
            ours(bin_folder, folder, rate, seconds)
            theirs(folder, rate, seconds)


if __name__ == "__main__":
    main()
