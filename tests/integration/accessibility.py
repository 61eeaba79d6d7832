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
    "Modules": None, "Module details": None, "Filter modules": "text", "Show source of the module": "push button",
    "MIB tree filter": None, "MIB tree options": None, "Favourite object": None, "Object back": "push button",
    "Packets": None, "Filter packets": "text", "Packet tree": None, "Packet octets": None,
    "Pause packets": None, "Show communities": None, "Copy packets as hex": None, "Save packets": None,
    "Clear packets": None, "Object forward": "push button", "Show source": "push button", "Import sheet": None,
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
    if not nodes:
        sys.exit("FAIL: what should be pressed is not there")
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


def showing(root, name):
    """Those with this name that are on screen."""
    return [node for node in named(root, name) if node.getState().contains(pyatspi.STATE_SHOWING)]


def nameless(app):
    found = []
    for node in walk(app):
        if node.getRole() in INTERACTIVE and node.getState().contains(pyatspi.STATE_SHOWING) and not node.name:
            found.append(f"{node.getRoleName()} in {node.parent.name or node.parent.getRoleName()}")
    return found


def keys_of(node):
    try:
        action = node.queryAction()
    except NotImplementedError:
        return []
    return [action.getKeyBinding(i) for i in range(action.nActions) if action.getKeyBinding(i)]


def unreachable(app):
    """What only a mouse gets at: no focus, no key. A button within a line of text does what keys do there; an entry of
    a button's menu is reached by the arrows, one of the menu bar has a key."""
    found = []
    for node in walk(app):
        state = node.getState()
        if node.getRole() in INTERACTIVE and state.contains(pyatspi.STATE_SHOWING):
            if not state.contains(pyatspi.STATE_FOCUSABLE) and node.parent.getRole() != pyatspi.ROLE_TEXT \
                    and not keys_of(node):
                found.append(f"{node.getRoleName()} {node.name}")
    for bar in walk(app):
        if bar.getRole() == pyatspi.ROLE_MENU_BAR:
            found += [f"menu item {node.name}" for node in walk(bar)
                      if node.getRole() == pyatspi.ROLE_MENU_ITEM and not keys_of(node)]
    return found


def check(app, where):
    """Each control on screen has a name and a key."""
    if found := nameless(app):
        sys.exit(f"FAIL: controls without a name, {where}: " + "; ".join(found))
    if found := unreachable(app):
        sys.exit(f"FAIL: controls without a key, {where}: " + "; ".join(found))


def type_in(nodes, text):
    able(nodes, lambda node: node.queryEditableText()).setTextContents(text)


def says(app, name, words):
    return any(words in text_of(node) for node in showing(app, name))


def rows_of(app, name):
    tables = (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE)
    return sum(node.queryTable().nRows for node in showing(app, name) if node.getRole() in tables)


def use_modules(app):
    press(named(app, "Modules")[::-1])
    for name in ("Modules", "Module details", "Filter modules", "Modules in all", "Show source of the module"):
        until(f"{name} of the Modules panel is on screen", lambda name=name: showing(app, name))
    check(app, "with the Modules panel")
    until("modules are listed", lambda: rows_of(app, "Modules") > 40)
    type_in(showing(app, "Filter modules"), "IF-MIB")
    until("modules are filtered", lambda: 0 < rows_of(app, "Modules") < 5)
    type_in(showing(app, "Filter modules"), "")


def use_filter(app):
    press(showing(app, "MIB tree filter"))
    for name in ("Filter by module", "Filter by vendor", "Filter by kind", "Filter by access", "Show obsolete",
                 "Reset MIB filter"):
        until(f"{name} is on screen", lambda name=name: showing(app, name))
    check(app, "with the MIB filter")
    type_in(showing(app, "Filter by module"), "IF-MIB")
    until("the filter is said", lambda: showing(app, "Remove MIB filter"))
    check(app, "with the filter's line")
    press(showing(app, "Remove MIB filter"))
    until("the filter is gone", lambda: not showing(app, "Remove MIB filter"))
    press(showing(app, "MIB tree filter"))
    type_in(showing(app, "Search MIBs"), "ifDescr")
    until("the search has found something", lambda: rows_of(app, "MIB search results") > 0)
    check(app, "with what a search found")
    type_in(showing(app, "Search MIBs"), "")


def use_object(app):
    for name in ("sysName", "sysContact"):
        type_in(named(app, "Address"), f"SNMPv2-MIB::{name}.0")
        press(named(app, "Get"))
        until(f"the details tell {name}", lambda name=name: says(app, "Object details", f"SNMPv2-MIB \u00b7 scalar")
              and says(app, "Object details", name))
    press(showing(app, "Favourite object"))
    until("the favourite is listed", lambda: showing(app, "Favourite objects"))
    check(app, "with favourites")
    press(showing(app, "Object back"))
    until("back leads to sysName", lambda: says(app, "Object details", "sysName"))
    press(showing(app, "Object forward"))
    until("forward leads to sysContact", lambda: says(app, "Object details", "sysContact"))


def use_packets(app):
    press([node for node in walk(app) if node.name.startswith("Packets")
           and node.getState().contains(pyatspi.STATE_SHOWING)])
    for name in ("Filter packets", "Packets", "Packet tree", "Packet octets"):
        until(f"{name} is on screen", lambda name=name: showing(app, name))
    check(app, "with the packets panel")
    until("the walk's packets are there", lambda: rows_of(app, "Packets") > 2)
    all_of_them = rows_of(app, "Packets")
    type_in(showing(app, "Filter packets"), "response")
    until("the answers alone are listed", lambda: 0 < rows_of(app, "Packets") <= all_of_them / 2)
    type_in(showing(app, "Filter packets"), "")
    press(showing(app, "Pause packets"))
    until("the pause is said", lambda: any(", paused: 0 went by" in text_of(node) for node in walk(app)))
    press(showing(app, "Pause packets"))
    press(showing(app, "Clear packets"))
    until("they are gone", lambda: rows_of(app, "Packets") == 0)


def use_source(app):
    press(showing(app, "Show source"))
    until("the source is on screen", lambda: says(app, "MIB source", "DEFINITIONS"))
    for name in ("File", "Go to line"):
        until(f"{name} of the source window is on screen", lambda name=name: showing(app, name))
    check(app, "with the source window")


def use_import(app, folder):
    path = os.path.join(folder, "a module.txt")
    with open(path, "w", encoding="ascii") as file:
        file.write("DRIVEN-MIB DEFINITIONS ::= BEGIN\nIMPORTS enterprises FROM SNMPv2-SMI;\n"
                   "driven OBJECT IDENTIFIER ::= { enterprises 99998 }\nEND\n")
    press(named(app, "Import MIBs…"))
    until("a file is asked for", lambda: showing(app, "Open"))
    type_in([node for node in walk(app) if node.getRole() == pyatspi.ROLE_TEXT and node.name.startswith("File name")
             and node.getState().contains(pyatspi.STATE_SHOWING)], path)
    press(showing(app, "Open"))
    for name in ("Import sheet", "Modules to import", "Import diagnostics", "Import", "Cancel"):
        until(f"{name} of the import is on screen", lambda name=name: showing(app, name))
    check(app, "with the import sheet")
    until("it can be imported", lambda: any(node.getState().contains(pyatspi.STATE_ENABLED) for node in showing(app, "Import")))
    press(showing(app, "Import"))
    until("the import is said", lambda: not showing(app, "Import sheet"))
    type_in(showing(app, "Search MIBs"), "driven")
    until("the imported module is in the tree", lambda: rows_of(app, "MIB search results") > 0)


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

            check(app, "as the program opens")

            def rows():
                return sum(table.queryTable().nRows for table in named(app, "Results"))

            until("the walk's rows are in Results", lambda: rows() > 100)
            # A tool bar or a label may carry the same word: what counts is that one of them can be typed in, or pressed.
            able(named(app, "Address"), lambda node: node.queryEditableText()).setTextContents("SNMPv2-MIB::sysName.0")
            press(named(app, "Get"))
            until("Summary tells of the one varbind read",
                  lambda: any("1 varbind" in f"{text_of(node)} {node.name} {node.description}" for node in walk(app)
                              if "varbind" in f"{text_of(node)} {node.name} {node.description}"))
            use_object(app)
            use_filter(app)
            use_packets(app)
            use_modules(app)
            use_import(app, config)
            use_source(app)
            print("the window can be driven by names alone")
        finally:
            window.terminate()
            window.wait()


if __name__ == "__main__":
    main()
