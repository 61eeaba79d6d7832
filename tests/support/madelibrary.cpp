// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"

#include "core/mib/compiler.h"

#include <QFile>
#include <QTemporaryDir>

namespace walkabout::test {

Library::Pointer madeLibrary(const QByteArray &moduleText) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("TEST-MIB.txt")));
    if (!file.open(QIODevice::WriteOnly) || file.write(moduleText) != moduleText.size())
        qFatal("the test module cannot be written");
    file.close();
    Collection collection;
    if (!moduleText.isEmpty())
        collection.folders.append({folder.path(), Collection::User});
    collection.folders.append({QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped});
    return compileLibrary(collection);
}

QByteArray testModule() {
    return R"(TEST-MIB DEFINITIONS ::= BEGIN
IMPORTS
    MODULE-IDENTITY, OBJECT-TYPE, Integer32, Unsigned32, Counter64, TimeTicks, IpAddress, Gauge32, enterprises FROM SNMPv2-SMI
    TEXTUAL-CONVENTION, DisplayString, MacAddress, DateAndTime, TruthValue, RowStatus, TimeStamp FROM SNMPv2-TC
    InetAddressType, InetAddress FROM INET-ADDRESS-MIB;

testMib MODULE-IDENTITY
    LAST-UPDATED "202601010000Z"
    ORGANIZATION "Tests"
    CONTACT-INFO "none"
    DESCRIPTION "Objects for tests."
    ::= { enterprises 99999 }

Tenths ::= TEXTUAL-CONVENTION
    DISPLAY-HINT "d-1"
    STATUS current
    DESCRIPTION "Tenths."
    SYNTAX Integer32

Features ::= TEXTUAL-CONVENTION
    STATUS current
    DESCRIPTION "Bits."
    SYNTAX BITS { bridge(0), router(1), phone(9) }

testScalars OBJECT IDENTIFIER ::= { testMib 1 }

testLevel OBJECT-TYPE
    SYNTAX Integer32 (-5..5 | 10)
    MAX-ACCESS read-write STATUS current DESCRIPTION "A bounded number." ::= { testScalars 1 }
testTemperature OBJECT-TYPE
    SYNTAX Tenths
    UNITS "degrees"
    MAX-ACCESS read-write STATUS current DESCRIPTION "A hinted number." ::= { testScalars 2 }
testName OBJECT-TYPE
    SYNTAX DisplayString (SIZE (2..8))
    MAX-ACCESS read-write STATUS current DESCRIPTION "A bounded text." ::= { testScalars 3 }
testMac OBJECT-TYPE
    SYNTAX MacAddress
    MAX-ACCESS read-write STATUS current DESCRIPTION "A hardware address." ::= { testScalars 4 }
testWhen OBJECT-TYPE
    SYNTAX DateAndTime
    MAX-ACCESS read-write STATUS current DESCRIPTION "A date." ::= { testScalars 5 }
testFeatures OBJECT-TYPE
    SYNTAX Features
    MAX-ACCESS read-write STATUS current DESCRIPTION "Bits." ::= { testScalars 6 }
testRaw OBJECT-TYPE
    SYNTAX OCTET STRING
    MAX-ACCESS read-write STATUS current DESCRIPTION "Octets." ::= { testScalars 7 }
testTotal OBJECT-TYPE
    SYNTAX Counter64
    MAX-ACCESS read-only STATUS current DESCRIPTION "A counter." ::= { testScalars 8 }
testCount OBJECT-TYPE
    SYNTAX Unsigned32
    MAX-ACCESS read-write STATUS current DESCRIPTION "Unsigned." ::= { testScalars 9 }
testPeer OBJECT-TYPE
    SYNTAX IpAddress
    MAX-ACCESS read-write STATUS current DESCRIPTION "An address." ::= { testScalars 10 }
testPointer OBJECT-TYPE
    SYNTAX OBJECT IDENTIFIER
    MAX-ACCESS read-write STATUS current DESCRIPTION "An object." ::= { testScalars 11 }
testDelay OBJECT-TYPE
    SYNTAX TimeTicks
    MAX-ACCESS read-write STATUS current DESCRIPTION "A time." ::= { testScalars 12 }
testMode OBJECT-TYPE
    SYNTAX INTEGER { slow(1), fast(2) }
    MAX-ACCESS read-write STATUS current DESCRIPTION "A choice." ::= { testScalars 13 }

testAddrTable OBJECT-TYPE
    SYNTAX SEQUENCE OF TestAddrEntry
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "By internet address." ::= { testMib 2 }
testAddrEntry OBJECT-TYPE
    SYNTAX TestAddrEntry
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "A row."
    INDEX { testAddrType, testAddr, testAddrMode, testAddrMac } ::= { testAddrTable 1 }
TestAddrEntry ::= SEQUENCE { testAddrType InetAddressType, testAddr InetAddress, testAddrMode INTEGER, testAddrMac MacAddress, testAddrState INTEGER, testAddrStatus RowStatus }
testAddrType OBJECT-TYPE
    SYNTAX InetAddressType
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "Its type." ::= { testAddrEntry 1 }
testAddr OBJECT-TYPE
    SYNTAX InetAddress
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "Its address." ::= { testAddrEntry 2 }
testAddrMode OBJECT-TYPE
    SYNTAX INTEGER { slow(1), fast(2) }
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "Its mode." ::= { testAddrEntry 3 }
testAddrMac OBJECT-TYPE
    SYNTAX MacAddress
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "Its port." ::= { testAddrEntry 4 }
testAddrState OBJECT-TYPE
    SYNTAX INTEGER { up(1), down(2) }
    MAX-ACCESS read-only STATUS current DESCRIPTION "Its state." ::= { testAddrEntry 5 }
testAddrStatus OBJECT-TYPE
    SYNTAX RowStatus
    MAX-ACCESS read-create STATUS current DESCRIPTION "Its row." ::= { testAddrEntry 6 }

testNameTable OBJECT-TYPE
    SYNTAX SEQUENCE OF TestNameEntry
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "By names." ::= { testMib 3 }
testNameEntry OBJECT-TYPE
    SYNTAX TestNameEntry
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "A row."
    INDEX { testNameOid, testNameGroup, IMPLIED testNameKey } ::= { testNameTable 1 }
TestNameEntry ::= SEQUENCE { testNameOid OBJECT IDENTIFIER, testNameGroup OCTET STRING, testNameKey DisplayString, testNameValue Integer32 }
testNameOid OBJECT-TYPE
    SYNTAX OBJECT IDENTIFIER
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "An object." ::= { testNameEntry 1 }
testNameGroup OBJECT-TYPE
    SYNTAX OCTET STRING (SIZE (0..32))
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "A group." ::= { testNameEntry 2 }
testNameKey OBJECT-TYPE
    SYNTAX DisplayString
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "A key." ::= { testNameEntry 3 }
testNameValue OBJECT-TYPE
    SYNTAX Integer32
    MAX-ACCESS read-only STATUS current DESCRIPTION "A value." ::= { testNameEntry 4 }

testMoreTable OBJECT-TYPE
    SYNTAX SEQUENCE OF TestMoreEntry
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "More of each name." ::= { testMib 4 }
testMoreEntry OBJECT-TYPE
    SYNTAX TestMoreEntry
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "A row."
    AUGMENTS { testNameEntry } ::= { testMoreTable 1 }
TestMoreEntry ::= SEQUENCE { testMoreValue Integer32 }
testMoreValue OBJECT-TYPE
    SYNTAX Integer32
    MAX-ACCESS read-only STATUS current DESCRIPTION "A value." ::= { testMoreEntry 1 }

testIpTable OBJECT-TYPE
    SYNTAX SEQUENCE OF TestIpEntry
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "By address and number." ::= { testMib 5 }
testIpEntry OBJECT-TYPE
    SYNTAX TestIpEntry
    MAX-ACCESS not-accessible STATUS current DESCRIPTION "A row."
    INDEX { testIpAddr, testIpNumber } ::= { testIpTable 1 }
TestIpEntry ::= SEQUENCE { testIpAddr IpAddress, testIpNumber Unsigned32, testIpSeen TimeTicks }
testIpAddr OBJECT-TYPE
    SYNTAX IpAddress
    MAX-ACCESS read-only STATUS current DESCRIPTION "An address." ::= { testIpEntry 1 }
testIpNumber OBJECT-TYPE
    SYNTAX Unsigned32 (0..4294967295)
    MAX-ACCESS read-only STATUS current DESCRIPTION "A number." ::= { testIpEntry 2 }
testIpSeen OBJECT-TYPE
    SYNTAX TimeTicks
    MAX-ACCESS read-only STATUS current DESCRIPTION "A time." ::= { testIpEntry 3 }
END
)";
}

} // namespace walkabout::test
