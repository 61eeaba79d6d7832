// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace walkabout::test {

/// BIG-MIB: every other branch obsolete as a whole, a writable object in every tenth place.
inline QByteArray bigModule(int branches, int leaves) {
    QByteArray text = R"(BIG-MIB DEFINITIONS ::= BEGIN
IMPORTS OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI;
big OBJECT IDENTIFIER ::= { enterprises 99996 }
)";
    for (int branch = 1; branch <= branches; ++branch) {
        const QByteArray above = "bigBranch" + QByteArray::number(branch);
        text += above + " OBJECT IDENTIFIER ::= { big " + QByteArray::number(branch) + " }\n";
        for (int leaf = 1; leaf <= leaves; ++leaf) {
            const QByteArray number = QByteArray::number(leaf);
            text += "big" + QByteArray::number(branch) + "Leaf" + number + " OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS "
                + (leaf % 10 == 0 ? "read-write" : "read-only") + " STATUS "
                + (branch % 2 == 0 ? "obsolete" : "current") + " DESCRIPTION \"The measure of place " + number
                + " in its branch.\" ::= { " + above + " " + number + " }\n";
        }
    }
    return text + "END\n";
}

} // namespace walkabout::test
