#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window from outside through the accessibility bus, as a screen reader does.

usage: dbus-run-session -- xvfb-run -a tests/integration/accessibility.py BIN-FOLDER
Exit status 0: every control is there by its name, and a GET by those names works. 77: no accessibility bus here.
"""
import os
import subprocess
import sys
import tempfile
import time

try:
    import pyatspi
except ImportError:
    print("SKIP   : python3-pyatspi is not installed")
    sys.exit(77)

NAMES = {
    "Address": "text", "Device": None, "Get": "push button", "Next": "push button", "Bulk": "push button",
    "Walk": "push button", "Table": "push button", "Set": "push button", "Stop": "push button", "Allow writes": None,
    "MIB tree": None, "Search MIBs": "text", "Devices": None, "Object details": None, "Filter results": "text",
    "Traps": None, "Trap bindings": None, "Filter traps": "text", "Start listening": None, "Summary": None,
}
INTERACTIVE = {pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_COMBO_BOX,
               pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_TREE, pyatspi.ROLE_TABLE, pyatspi.ROLE_SPIN_BUTTON}


def walk(node, depth=0):
    yield node
    # Cells are the models' business, and a tree of all modules has many.
    if depth > 40 or node.getRole() in (pyatspi.ROLE_TREE, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_LIST):
        return
    for i in range(node.childCount):
        try:
            child = node.getChildAtIndex(i)
        except Exception:
            continue
        if child is not None:
            yield from walk(child, depth + 1)


def until(what, found, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            result = found()
        except Exception:
            result = None
        if result:
            return result
        time.sleep(0.2)
    sys.exit(f"FAIL: {what} within {seconds} s")


def application():
    desktop = pyatspi.Registry.getDesktop(0)
    for i in range(desktop.childCount):
        child = desktop.getChildAtIndex(i)
        if child is not None and child.name.lower().startswith("walkabout"):
            return child
    return None


def named(root, name):
    return [node for node in walk(root) if node.name == name]


def able(nodes, interface):
    for node in nodes:
        try:
            return interface(node)
        except NotImplementedError:
            continue
    sys.exit(f"FAIL: none of the {len(nodes)} controls named {nodes[0].name} can be used")


def press(nodes):
    seen = []
    for node in nodes:
        try:
            action = node.queryAction()
        except NotImplementedError:
            continue
        for i in range(action.nActions):
            seen.append(f"{node.getRoleName()}: {action.getName(i)}")
            if action.getName(i).lower() in ("press", "click", "toggle"):
                action.doAction(i)
                return
    sys.exit(f"FAIL: nothing named {nodes[0].name} can be pressed: {seen}")


def text_of(node):
    try:
        interface = node.queryText()
        return interface.getText(0, -1) or node.name
    except NotImplementedError:
        return f"{node.name} {node.description}"


def main():
    binaries = sys.argv[1]
    with tempfile.TemporaryDirectory() as config:
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", NO_AT_BRIDGE="0")
        window = subprocess.Popen([os.path.join(binaries, "walkabout"), "--config-dir", config, "demo", "IF-MIB::ifTable", "--walk"],
                                  env=environment)
        try:
            app = until("the program is on the accessibility bus", application)
            until("the Results table is there", lambda: named(app, "Results"))
            missing = [name for name in NAMES if not named(app, name)]
            if missing:
                sys.exit(f"FAIL: no control is named {', '.join(missing)}")

            nameless = []
            for node in walk(app):
                state = node.getState()
                if node.getRole() in INTERACTIVE and state.contains(pyatspi.STATE_SHOWING) and not node.name:
                    nameless.append(f"{node.getRoleName()} in {node.parent.name or node.parent.getRoleName()}")
            if nameless:
                sys.exit("FAIL: controls without a name: " + "; ".join(nameless))

            def rows():
                return sum(table.queryTable().nRows for table in named(app, "Results"))

            until("the walk's rows are in Results", lambda: rows() > 100)
            # A tool bar or a label may carry the same word: what counts is that one of them can be typed in, or pressed.
            able(named(app, "Address"), lambda node: node.queryEditableText()).setTextContents("SNMPv2-MIB::sysName.0")
            press(named(app, "Get"))
            until("Summary tells of the one varbind read",
                  lambda: any("1 varbind" in f"{text_of(node)} {node.name} {node.description}" for node in walk(app)
                              if "varbind" in f"{text_of(node)} {node.name} {node.description}"))
            print("the window can be driven by names alone")
        finally:
            window.terminate()
            window.wait()


if __name__ == "__main__":
    main()
