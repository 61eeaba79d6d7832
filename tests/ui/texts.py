#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text that a person reads in the window goes through tr().

usage: tests/ui/texts.py SOURCE-FOLDER
Reads ui/*.cpp: a literal with a word in it may stand in no call that shows text, unless tr() is around it.
"""
import pathlib
import re
import sys

SHOWN = (r"setText|setPlainText|setToolTip|setStatusTip|setWhatsThis|setWindowTitle|setPlaceholderText|setAccessibleName"
         r"|setAccessibleDescription|setTabText|setTitle|setLabelText|setSuffix|setPrefix|setSpecialValueText"
         r"|addAction|addMenu|addItem|addTab|addRow|addToolBar|addPermanentWidget|showMessage|complain|tell"
         r"|new Q(?:Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|Menu|DockWidget)")
LITERAL = r'(?:u"((?:[^"\\]|\\.)*)"_s|QStringLiteral\(\s*"((?:[^"\\]|\\.)*)"\)|QString::from\w+\(\s*"((?:[^"\\]|\\.)*)")'
CALL = re.compile(rf"\b(?:{SHOWN})\(\s*{LITERAL}")
WORD = re.compile(r"[A-Za-z]{2,}")


def strays(text):
    for match in CALL.finditer(text):
        literal = next(group for group in match.groups() if group is not None)
        if WORD.search(re.sub(r"%\d|%L\d|<[^>]*>|&\w+;", "", literal)):
            yield text.count("\n", 0, match.start()) + 1, literal


def main():
    # It finds what it is for.
    assert list(strays('label->setText(u"Nothing here"_s);')), "the search itself is broken"
    assert not list(strays('label->setText(tr("Nothing here")); label->setText(u"%1 · %2"_s);')), "it finds too much"
    found = []
    files = sorted(pathlib.Path(sys.argv[1], "ui").rglob("*.cpp"))
    for path in files:
        found += [f"{path}:{line}: {literal}" for line, literal in strays(path.read_text(encoding="utf-8"))]
    if found:
        sys.exit("not in tr():\n" + "\n".join(found))
    print(f"{len(files)} files show their texts through tr()")


if __name__ == "__main__":
    main()
