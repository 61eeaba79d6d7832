#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a large MIB collection out of a small one: copies whose modules have other names and other numbers below
enterprises and mib-2, until it is as large as asked.

usage: tests/bench/bigcollection.py MIB-FOLDER OUT-FOLDER MEGABYTES
"""
import os
import re
import sys

# The language itself; every copy imports it.
LANGUAGE = {b"SNMPv2-SMI", b"SNMPv2-TC", b"SNMPv2-CONF", b"RFC1155-SMI", b"RFC-1212", b"RFC-1215", b"RFC1065-SMI"}
HEADER = re.compile(rb"^\s*([A-Za-z][\w-]*)\s+(?:\{[^}]*\}\s*)?DEFINITIONS\b", re.M)
WORD = re.compile(rb"(?<![\w-])[A-Z][\w-]*-[\w-]*(?![\w-])")
ROOT = re.compile(rb"(\{\s*(?:enterprises|mib-2|transmission|snmpModules|experimental)\s+)(\d+)")
PATH = re.compile(rb"(enterprises\(1\)\s+[\w-]*\(?)(\d+)")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    folder, out, megabytes = sys.argv[1], sys.argv[2], int(sys.argv[3])
    files = []
    names = set()
    for path, _, entries in sorted(os.walk(folder)):
        for entry in sorted(entries):
            with open(os.path.join(path, entry), "rb") as file:
                text = file.read()
            files.append((entry, text))
            names.update(HEADER.findall(text))
    names -= LANGUAGE
    size = 0
    copy = 0
    while size < megabytes * 1_000_000:
        target = os.path.join(out, f"copy{copy}")
        os.makedirs(target, exist_ok=True)
        suffix = b"" if copy == 0 else b"-C%d" % copy

        def rename(match):
            return match[0] + suffix if match[0] in names else match[0]

        def shift(match):
            return match[1] + b"%d" % (int(match[2]) + 100_000 * copy)

        for entry, text in files:
            if copy > 0 and not (set(HEADER.findall(text)) & names):
                continue
            changed = PATH.sub(shift, ROOT.sub(shift, WORD.sub(rename, text))) if copy else text
            with open(os.path.join(target, entry), "wb") as file:
                file.write(changed)
            size += len(changed)
            if size >= megabytes * 1_000_000:
                break
        copy += 1
    print(f"{out}: {size / 1e6:.0f} MB, {copy} copies")


if __name__ == "__main__":
    main()
