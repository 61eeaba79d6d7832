// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/index.h"

#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestIndex final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary(test::testModule() + R"(
OLD-MIB DEFINITIONS ::= BEGIN
IMPORTS enterprises, NetworkAddress FROM RFC1155-SMI OBJECT-TYPE FROM RFC-1212;
old OBJECT IDENTIFIER ::= { enterprises 99998 }
oldTable OBJECT-TYPE SYNTAX SEQUENCE OF OldEntry ACCESS not-accessible STATUS mandatory ::= { old 1 }
oldEntry OBJECT-TYPE SYNTAX OldEntry ACCESS not-accessible STATUS mandatory INDEX { oldIf, oldNet } ::= { oldTable 1 }
OldEntry ::= SEQUENCE { oldIf INTEGER, oldNet NetworkAddress }
oldIf OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory ::= { oldEntry 1 }
oldNet OBJECT-TYPE SYNTAX NetworkAddress ACCESS read-only STATUS mandatory ::= { oldEntry 2 }
END
)");
        QVERIFY(m_library);
    }

    void splitsAndJoins_data() {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("instance");
        QTest::addColumn<QStringList>("texts");
        const QString mac = u".0.26.43.60.77.94"_s;
        const QString macText = u"00:1a:2b:3c:4d:5e"_s;
        QTest::newRow("one integer") << u"ifEntry"_s << u"10107"_s << QStringList{u"10107"_s};
        QTest::newRow("IPv4") << u"testAddrEntry"_s << u"1.4.10.0.0.1.2"_s + mac
                              << QStringList{u"ipv4"_s, u"10.0.0.1"_s, u"fast"_s, macText};
        QTest::newRow("IPv6") << u"testAddrEntry"_s << u"2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1.1"_s + mac
                              << QStringList{u"ipv6"_s, u"2001:db8::1"_s, u"slow"_s, macText};
        QTest::newRow("IPv4 with zone") << u"testAddrEntry"_s << u"3.8.10.0.0.1.0.0.1.2.2"_s + mac
                                        << QStringList{u"ipv4z"_s, u"10.0.0.1%258"_s, u"fast"_s, macText};
        QTest::newRow("IPv6 with zone") << u"testAddrEntry"_s
                                        << u"4.20.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.7.0.0.0.3.1"_s + mac
                                        << QStringList{u"ipv6z"_s, u"fe80::7%3"_s, u"slow"_s, macText};
        QTest::newRow("a host name") << u"testAddrEntry"_s << u"16.3.97.46.98.1"_s + mac
                                     << QStringList{u"dns"_s, u"a.b"_s, u"slow"_s, macText};
        QTest::newRow("an unknown address")
            << u"testAddrEntry"_s << u"0.0.1"_s + mac << QStringList{u"unknown"_s, u"0x"_s, u"slow"_s, macText};
        QTest::newRow("an address that does not fit its type")
            << u"testAddrEntry"_s << u"1.2.10.0.9"_s + mac << QStringList{u"ipv4"_s, u"0x0a00"_s, u"9"_s, macText};
        QTest::newRow("OID, string, implied")
            << u"testNameEntry"_s << u"3.1.3.6.2.97.98.120.121"_s << QStringList{u"1.3.6"_s, u"ab"_s, u"xy"_s};
        QTest::newRow("empty OID, string and implied")
            << u"testNameEntry"_s << u"0.0"_s << QStringList{u""_s, u""_s, u""_s};
        QTest::newRow("octets that are no text")
            << u"testNameEntry"_s << u"0.2.0.255.120"_s << QStringList{u""_s, u"0x00ff"_s, u"x"_s};
        QTest::newRow("text that looks like hex")
            << u"testNameEntry"_s << u"0.4.48.120.97.97.120"_s << QStringList{u""_s, u"0x30786161"_s, u"x"_s};
        QTest::newRow("AUGMENTS") << u"testMoreEntry"_s << u"0.1.97.98"_s << QStringList{u""_s, u"a"_s, u"b"_s};
        QTest::newRow("IpAddress and the largest number")
            << u"testIpEntry"_s << u"192.0.2.1.4294967295"_s << QStringList{u"192.0.2.1"_s, u"4294967295"_s};
        QTest::newRow("NetworkAddress has five parts")
            << u"oldEntry"_s << u"7.1.10.0.0.1"_s << QStringList{u"7"_s, u"10.0.0.1"_s};
    }
    void splitsAndJoins() {
        QFETCH(const QString, row);
        QFETCH(const QString, instance);
        QFETCH(const QStringList, texts);
        const Oid oid = *Oid::parse(instance);
        const auto values = index::split(node(row), oid);
        QVERIFY(values);
        QStringList found;
        for (const IndexValue &value : *values)
            found.append(value.text);
        QCOMPARE(found, texts);
        QCOMPARE(index::join(node(row), *values), oid);
        QCOMPARE(index::joinTexts(node(row), texts), oid);
    }

    void refusesASuffixThatDoesNotFit_data() {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("instance");
        QTest::newRow("too short") << u"testIpEntry"_s << u"192.0.2.1"_s;
        QTest::newRow("too long") << u"ifEntry"_s << u"1.2"_s;
        QTest::newRow("an octet over 255") << u"testIpEntry"_s << u"192.0.2.256.1"_s;
        QTest::newRow("a count beyond the end") << u"testNameEntry"_s << u"4294967295.1.2"_s;
        QTest::newRow("a NetworkAddress of another family") << u"oldEntry"_s << u"7.2.10.0.0.1"_s;
        QTest::newRow("no row at all") << u"testScalars"_s << u"1"_s;
    }
    void refusesASuffixThatDoesNotFit() {
        QFETCH(const QString, row);
        QFETCH(const QString, instance);
        QVERIFY(!index::split(node(row), *Oid::parse(instance)));
    }

    void namesItsValues() {
        const auto values = index::split(node(u"testMoreEntry"_s), {0, 1, 97, 98});
        QVERIFY(values);
        QCOMPARE(values->size(), 3);
        QCOMPARE(values->at(1).name, u"testNameGroup"_s);
        QVERIFY(!values->at(1).implied);
        QVERIFY(values->at(2).implied);
        QCOMPARE(std::get<QByteArray>(values->at(2).value), QByteArray("b"));
    }

    void readsWhatPeopleType() {
        const NodeRef addresses = node(u"testAddrEntry"_s);
        QCOMPARE(index::joinTexts(addresses, {u"1"_s, u"10.0.0.1"_s, u"2"_s, u"00-1A-2B-3C-4D-5E"_s}),
            Oid({1, 4, 10, 0, 0, 1, 2, 0, 26, 43, 60, 77, 94}));
        QCOMPARE(
            index::joinTexts(addresses, {u"ipv4"_s, u"2001:db8::1"_s, u"2"_s, u"00:1a:2b:3c:4d:5e"_s}), std::nullopt);
        QCOMPARE(
            index::joinTexts(addresses, {u"ipv4"_s, u"10.0.0.1"_s, u"quick"_s, u"00:1a:2b:3c:4d:5e"_s}), std::nullopt);
        QCOMPARE(index::joinTexts(addresses, {u"ipv4"_s, u"10.0.0.1"_s, u"2"_s, u"00:1a:2b:3c:4d"_s}), std::nullopt);
        QCOMPARE(index::joinTexts(addresses, {u"ipv4"_s}), std::nullopt);
        QCOMPARE(index::joinTexts(node(u"ifEntry"_s), {u"-1"_s}), std::nullopt);
        QCOMPARE(index::joinTexts(node(u"ifEntry"_s), {u"4294967296"_s}), std::nullopt);
        QCOMPARE(index::joinTexts(node(u"testNameEntry"_s), {u""_s, u""_s, QString(200, u'x')}), std::nullopt);
    }

private:
    [[nodiscard]] NodeRef node(const QString &name) const { return m_library->named(name).value(0); }

    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestIndex)
#include "tst_index.moc"
