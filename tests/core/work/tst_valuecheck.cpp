// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/change.h"

#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

/// One object for each kind of SYNTAX that RFC 2578 gives (7.1, 9).
const QByteArray Module = R"(RULES-MIB DEFINITIONS ::= BEGIN
IMPORTS
    MODULE-IDENTITY, OBJECT-TYPE, Integer32, Unsigned32, Gauge32, Counter64, TimeTicks, IpAddress, enterprises FROM SNMPv2-SMI
    DisplayString, MacAddress, DateAndTime, TruthValue FROM SNMPv2-TC;
rules MODULE-IDENTITY LAST-UPDATED "202601010000Z" ORGANIZATION "o" CONTACT-INFO "c" DESCRIPTION "d" ::= { enterprises 99997 }
anyInteger OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 1 }
rangeUnion OBJECT-TYPE SYNTAX Integer32 (-3..-1 | 5 | 10..12) MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 2 }
anyUnsigned OBJECT-TYPE SYNTAX Unsigned32 MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 3 }
bigUnsigned OBJECT-TYPE SYNTAX Unsigned32 (3000000000..4294967295) MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 4 }
gauge OBJECT-TYPE SYNTAX Gauge32 (0..100) MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 5 }
label OBJECT-TYPE SYNTAX INTEGER { low(-1), none(0), high(7) } MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 6 }
truth OBJECT-TYPE SYNTAX TruthValue MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 7 }
sizeUnion OBJECT-TYPE SYNTAX OCTET STRING (SIZE (0 | 4..6 | 16)) MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 8 }
text OBJECT-TYPE SYNTAX DisplayString (SIZE (1..4)) MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 9 }
mac OBJECT-TYPE SYNTAX MacAddress MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 10 }
date OBJECT-TYPE SYNTAX DateAndTime MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 11 }
flags OBJECT-TYPE SYNTAX BITS { first(0), second(1), tenth(9) } MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 12 }
address OBJECT-TYPE SYNTAX IpAddress MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 13 }
ticks OBJECT-TYPE SYNTAX TimeTicks MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 14 }
pointer OBJECT-TYPE SYNTAX OBJECT IDENTIFIER MAX-ACCESS read-write STATUS current DESCRIPTION "d" ::= { rules 15 }
fixed OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS current DESCRIPTION "d" ::= { rules 16 }
END
)";

} // namespace

/// What an editor takes is what RFC 2578 allows there, typed as text or by a letter, and nothing else.
class TestValueCheck final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(Module); }

    void takesWhatTheSyntaxAllows_data() {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QChar>("letter");
        QTest::addColumn<QStringList>("yes");
        QTest::addColumn<QStringList>("no");
        const QChar own = u'=';
        const auto row = [](const char *name, const QString &object, QChar letter, const QStringList &yes,
                             const QStringList &no) { QTest::newRow(name) << object << letter << yes << no; };
        row("Integer32", u"anyInteger"_s, own, {u"-2147483648"_s, u"0"_s, u"2147483647"_s},
            {u"-2147483649"_s, u"2147483648"_s, u""_s, u"1.5"_s, u"0x10"_s, u"one"_s});
        row("a union of ranges", u"rangeUnion"_s, own, {u"-3"_s, u"-1"_s, u"5"_s, u"10"_s, u"12"_s},
            {u"-4"_s, u"0"_s, u"4"_s, u"6"_s, u"9"_s, u"13"_s});
        row("a union of ranges, by letter", u"rangeUnion"_s, u'i', {u"-3"_s, u"5"_s, u"12"_s},
            {u"-4"_s, u"6"_s, u"13"_s});
        row("Unsigned32", u"anyUnsigned"_s, own, {u"0"_s, u"4294967295"_s}, {u"-1"_s, u"4294967296"_s});
        row("ranges over 2^31", u"bigUnsigned"_s, own, {u"3000000000"_s, u"4294967295"_s}, {u"2999999999"_s, u"-1"_s});
        row("ranges over 2^31, by letter", u"bigUnsigned"_s, u'u', {u"3000000000"_s}, {u"2999999999"_s});
        row("Gauge32", u"gauge"_s, own, {u"0"_s, u"100"_s}, {u"101"_s, u"-1"_s});
        row("labels", u"label"_s, own, {u"low"_s, u"none(0)"_s, u"7"_s, u"-1"_s},
            {u"1"_s, u"middle"_s, u"low(7)"_s, u""_s});
        row("labels, by letter", u"label"_s, u'i', {u"7"_s, u"-1"_s}, {u"1"_s, u"8"_s});
        row("TruthValue", u"truth"_s, own, {u"true"_s, u"2"_s}, {u"0"_s, u"3"_s, u"yes"_s});
        row("a union of sizes", u"sizeUnion"_s, own, {u""_s, u"abcd"_s, u"abcdef"_s, QString(16, u'x')},
            {u"a"_s, u"abc"_s, u"abcdefg"_s, QString(15, u'x'), QString(17, u'x')});
        row("a union of sizes, in hex", u"sizeUnion"_s, u'x', {u"00 01 02 03"_s},
            {u"00"_s, u"00 01 02 03 04 05 06"_s, u"0g"_s});
        row("octets, not letters", u"text"_s, own, {u"a"_s, u"abcd"_s, u"üü"_s}, {u""_s, u"abcde"_s, u"üüü"_s});
        row("MacAddress", u"mac"_s, own, {u"00:1a:2b:3c:4d:5e"_s},
            {u"00:1a:2b:3c:4d"_s, u"00:1a:2b:3c:4d:5e:6f"_s, u"mac"_s});
        row("MacAddress, in hex", u"mac"_s, u'x', {u"001a2b3c4d5e"_s}, {u"001a2b3c4d"_s});
        row("DateAndTime", u"date"_s, own, {u"2026-11-22 03:04:05"_s, u"2026-11-22 03:04:05 +01:00"_s},
            {u"yesterday"_s, u"2026-13-01 00:00:00"_s});
        row("DateAndTime, in hex", u"date"_s, u'x', {u"07ea0b1603040500"_s, u"07ea0b16030405002b0100"_s},
            {u"07ea0b160304050000"_s});
        row("BITS", u"flags"_s, own, {u""_s, u"first"_s, u"first tenth(9)"_s}, {u"third"_s, u"2"_s});
        row("IpAddress", u"address"_s, own, {u"192.0.2.1"_s, u"0.0.0.0"_s}, {u"192.0.2"_s, u"192.0.2.256"_s, u"::1"_s});
        row("TimeTicks", u"ticks"_s, own, {u"0"_s, u"4294967295"_s}, {u"-1"_s, u"4294967296"_s});
        row("OBJECT IDENTIFIER", u"pointer"_s, own, {u"1.3.6"_s, u"sysDescr.0"_s}, {u"nowhere"_s, u"1.3.4294967296"_s});
        row("another type than its own", u"anyInteger"_s, u's', {}, {u"1"_s});
        row("unsigned for signed", u"anyInteger"_s, u'u', {}, {u"1"_s});
        row("what can only be read", u"fixed"_s, own, {}, {u"1"_s});
        row("what can only be read, by letter", u"fixed"_s, u'i', {}, {u"1"_s});
    }
    void takesWhatTheSyntaxAllows() {
        QFETCH(const QString, object);
        QFETCH(const QChar, letter);
        QFETCH(const QStringList, yes);
        QFETCH(const QStringList, no);
        const Oid instance = m_library->named(object).first().oid() + 0U;
        const auto takes = [&](const QString &text) {
            const auto made = change::make(*m_library, instance, text, letter);
            return made && !change::refusal(*m_library, *made);
        };
        for (const QString &text : yes)
            QVERIFY2(takes(text), qPrintable(text));
        for (const QString &text : no)
            QVERIFY2(!takes(text), qPrintable(text));
    }

    void whatNoModuleKnowsIsNobodysToRefuse() {
        QVERIFY(!change::refusal(*m_library, {{1, 3, 6, 1, 4, 1, 99998, 1, 0}, Value::integer(-5)}));
    }

private:
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestValueCheck)
#include "tst_valuecheck.moc"
