#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minute by the accessibility bus alone: demo, table, filter, palette, and each dialog's controls by name.

usage: dbus-run-session -- xvfb-run -a tests/integration/accessibleminute.py BIN-FOLDER
Exit status as accessibility.py's, whose means it uses.
"""
import os
import subprocess
import sys
import tempfile

from accessibility import (application, check, named, press, pyatspi, rows_of, showing, text_of, type_in, until, walk)

DIALOGS = {  # an action by its name, and the window that it opens
    "Add Device…": "Device", "About Walkabout": "About Walkabout",
}
PANELS = ("MIB", "Details", "Devices", "Modules", "Traps", "Packets", "Log")
NAMED_TOO = {pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_LIST, pyatspi.ROLE_CHECK_MENU_ITEM,
             pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_MENU, pyatspi.ROLE_SLIDER, pyatspi.ROLE_DIALOG}


def check_all(app, where):
    check(app, where)
    found = [f"{node.getRoleName()} in {node.parent.name or node.parent.getRoleName()}" for node in walk(app)
             if node.getRole() in NAMED_TOO and node.getState().contains(pyatspi.STATE_SHOWING) and not node.name]
    if found:
        sys.exit(f"FAIL: without a name, {where}: " + "; ".join(found))


def table_of(app, name):
    tables = (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE)
    return next(node.queryTable() for node in showing(app, name) if node.getRole() in tables)


def cells(app, name):
    """The texts that a screen reader would say, row by row."""
    table = table_of(app, name)
    columns = min(table.nColumns, 6)
    return [[table.getAccessibleAt(row, column).name for column in range(columns)] for row in range(min(table.nRows, 12))]


def use_demo(app):
    check_all(app, "on the start page")
    press(showing(app, "Try the demo switch"))
    until("the demo's table has its rows", lambda: rows_of(app, "Table view") >= 24)
    check_all(app, "with the demo's table")
    until("its cells can be read", lambda: any("Gi" in text or "eth" in text.lower() or "port" in text.lower()
                                               for row in cells(app, "Table view") for text in row))
    empty = sum(not text for row in cells(app, "Table view") for text in row)
    if empty > 20:
        sys.exit(f"FAIL: {empty} of the first cells say nothing: {cells(app, 'Table view')}")
    until("the figures are said", lambda: any("ms round trip" in text_of(node) for node in showing(app, "Summary")))


def use_filter_line(app):
    whole = rows_of(app, "Table view")
    type_in(showing(app, "Filter results"), "down")
    until("the table is filtered", lambda: 0 < rows_of(app, "Table view") < whole)
    type_in(showing(app, "Filter results"), "")
    until("all rows are back", lambda: rows_of(app, "Table view") == whole)


def use_palette(app):
    press(named(app, "Command Palette"))
    until("the palette is there", lambda: showing(app, "Palette") and showing(app, "Palette offers"))
    check_all(app, "with the palette")
    type_in(showing(app, "Palette"), "> reset layout")
    until("what Enter would do is said",
          lambda: any("Reset Layout" in node.description for node in showing(app, "Palette")))
    press(named(app, "Command Palette"))
    until("the palette is gone", lambda: not showing(app, "Palette"))


def use_panels(app):
    menu = named(app, "Unlock Panels")[0].parent
    for name in PANELS:
        toggles = [node for node in walk(menu) if node.name.split(" ")[0] == name]
        if not toggles:
            sys.exit(f"FAIL: no panel {name} in View")
        if not toggles[0].getState().contains(pyatspi.STATE_CHECKED):
            press(toggles)
        check_all(app, f"with the panel {name}")
    until("an empty panel says what to do",
          lambda: any("Send Notification" in node.description for node in showing(app, "Traps")))


def dialogs(app):
    windows = {pyatspi.ROLE_DIALOG, pyatspi.ROLE_ALERT, pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW}
    found = []
    for i in range(app.childCount):
        child = app.getChildAtIndex(i)
        if child is not None and child.getRole() in windows and child.getState().contains(pyatspi.STATE_SHOWING):
            found.append(child)
    return found


def use_dialogs(app):
    for action, title in DIALOGS.items():
        before = len(dialogs(app))
        if not named(app, action):
            sys.exit(f"FAIL: no action {action}")
        press(named(app, action))
        until(f"{title} opens", lambda: len(dialogs(app)) > before)
        check_all(app, f"with {title}")
        opened = dialogs(app)[-1]
        ways = [node for node in walk(opened) if node.name in ("Cancel", "Close", "OK")
                and node.getRole() == pyatspi.ROLE_PUSH_BUTTON]
        if not ways:
            sys.exit(f"FAIL: {title} cannot be closed: {[node.name for node in walk(opened)]}")
        press(ways)
        until(f"{title} closes", lambda: len(dialogs(app)) == before)


def main():
    with tempfile.TemporaryDirectory() as config:
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", NO_AT_BRIDGE="0")
        window = subprocess.Popen([os.path.join(sys.argv[1], "walkabout"), "--config-dir", config], env=environment)
        try:
            app = until("the program is on the accessibility bus", application)
            until("the start page is there", lambda: showing(app, "Try the demo switch"))
            use_demo(app)
            use_filter_line(app)
            use_palette(app)
            use_panels(app)
            use_dialogs(app)
            print("the first minute can be lived by names alone")
        finally:
            window.terminate()
            window.wait()


if __name__ == "__main__":
    main()
