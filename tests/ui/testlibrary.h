// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/compiler.h"

#include <QFile>
#include <QTemporaryDir>

namespace walkabout::test {

/// A module with one of everything that the panels show, compiled with the modules that ship with the program.
class TestLibrary final {
public:
    TestLibrary() {
        QFile file(m_folder.filePath(QStringLiteral("TEST-MIB")));
        if (file.open(QIODevice::WriteOnly))
            file.write(Text);
        file.close();
        Collection collection;
        collection.folders = {
            {m_folder.path(), Collection::User}, {QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}};
        m_library = compileLibrary(collection);
    }

    [[nodiscard]] const Library::Pointer &get() const { return m_library; }
    [[nodiscard]] Library::Pointer compiledAgain() const {
        Collection collection;
        collection.folders = {
            {m_folder.path(), Collection::User}, {QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}};
        return compileLibrary(collection);
    }

private:
    static constexpr const char *Text = R"(
TEST-MIB DEFINITIONS ::= BEGIN
IMPORTS
    MODULE-IDENTITY, OBJECT-TYPE, NOTIFICATION-TYPE, Integer32, Counter32, IpAddress, enterprises FROM SNMPv2-SMI
    TEXTUAL-CONVENTION, DisplayString, MacAddress FROM SNMPv2-TC;

testMib MODULE-IDENTITY
    LAST-UPDATED "202611220000Z"
    ORGANIZATION "The Test Makers"
    CONTACT-INFO "nobody@example.org"
    DESCRIPTION "Objects for tests."
    REVISION "202611220000Z"
    DESCRIPTION "First."
    ::= { enterprises 99999 }

TestState ::= TEXTUAL-CONVENTION
    STATUS current
    DESCRIPTION "How a port stands."
    SYNTAX INTEGER { up(1), down(2) }

testObjects OBJECT IDENTIFIER ::= { testMib 1 }

testName OBJECT-TYPE
    SYNTAX DisplayString (SIZE (0..16))
    MAX-ACCESS read-write
    STATUS current
    DESCRIPTION
        "The name of it.
         It goes on in the same paragraph.

         A second paragraph <with> marks."
    ::= { testObjects 1 }

testOld OBJECT-TYPE
    SYNTAX Integer32
    MAX-ACCESS read-only
    STATUS obsolete
    DESCRIPTION "Gone."
    ::= { testObjects 2 }

testTable OBJECT-TYPE
    SYNTAX SEQUENCE OF TestEntry
    MAX-ACCESS not-accessible
    STATUS current
    DESCRIPTION "Ports."
    ::= { testObjects 3 }

testEntry OBJECT-TYPE
    SYNTAX TestEntry
    MAX-ACCESS not-accessible
    STATUS current
    DESCRIPTION "A port."
    INDEX { testPort, testAddress }
    ::= { testTable 1 }

TestEntry ::= SEQUENCE {
    testPort Integer32, testAddress IpAddress, testDescr DisplayString, testState TestState, testErrors Counter32,
    testMac MacAddress, testFlags BITS }

testPort OBJECT-TYPE
    SYNTAX Integer32 (1..100)
    MAX-ACCESS read-only
    STATUS current
    DESCRIPTION "The port."
    ::= { testEntry 1 }

testAddress OBJECT-TYPE
    SYNTAX IpAddress
    MAX-ACCESS not-accessible
    STATUS current
    DESCRIPTION "The address."
    ::= { testEntry 2 }

testDescr OBJECT-TYPE
    SYNTAX DisplayString
    MAX-ACCESS read-only
    STATUS current
    DESCRIPTION "The words."
    ::= { testEntry 3 }

testState OBJECT-TYPE
    SYNTAX TestState
    MAX-ACCESS read-write
    STATUS current
    DESCRIPTION "How it stands."
    ::= { testEntry 4 }

testErrors OBJECT-TYPE
    SYNTAX Counter32
    UNITS "frames"
    MAX-ACCESS read-only
    STATUS current
    DESCRIPTION "Errors."
    ::= { testEntry 5 }

testMac OBJECT-TYPE
    SYNTAX MacAddress
    MAX-ACCESS read-write
    STATUS current
    DESCRIPTION "The MAC address."
    ::= { testEntry 6 }

testFlags OBJECT-TYPE
    SYNTAX BITS { fast(0), quiet(1), far(9) }
    MAX-ACCESS read-write
    STATUS current
    DESCRIPTION "Flags."
    ::= { testEntry 7 }

testLevel OBJECT-TYPE
    SYNTAX Integer32 (-5..20)
    UNITS "dB"
    MAX-ACCESS read-write
    STATUS current
    DESCRIPTION "The level."
    ::= { testObjects 4 }

testEvents OBJECT IDENTIFIER ::= { testMib 0 }

testEvent NOTIFICATION-TYPE
    OBJECTS { testState, testDescr }
    STATUS current
    DESCRIPTION "Something happened."
    ::= { testEvents 1 }

testLost OBJECT IDENTIFIER ::= { nowhere 3 }
END
)";

    QTemporaryDir m_folder;
    Library::Pointer m_library;
};

inline const Oid TestRoot{1, 3, 6, 1, 4, 1, 99999};
inline const Oid TestEntryOid{1, 3, 6, 1, 4, 1, 99999, 1, 3, 1};

} // namespace walkabout::test
