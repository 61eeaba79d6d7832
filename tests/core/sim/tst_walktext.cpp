// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/recording.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;

class TestWalkText final : public QObject {
    Q_OBJECT

private slots:
    void readsWhatSnmpwalkPrints_data();
    void readsWhatSnmpwalkPrints();
    void readsTextsAndHexOverLines();
    void keepsEmptyLinesInsideQuotes();
    void asksForNames();
    void saysWhyALineIsBad_data();
    void saysWhyALineIsBad();
    void readsSimpleAgentProsLines();
    void readsFilesOfOtherSystems();
    void bringsBackEveryValueItWrote_data();
    void bringsBackEveryValueItWrote();
};

namespace {

Recording parse(const QByteArray &text, const Recording::Names &names = {}) {
    return Recording::parse(text, Recording::Format::SnmpWalk, names);
}

} // namespace

void TestWalkText::readsWhatSnmpwalkPrints_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Value>("value");
    const auto row = [](const char *text, const Value &value) { QTest::newRow(text) << QByteArray(text) << value; };
    const Value address = *Value::ipAddress(QByteArray::fromHex("c0000207"));
    row("INTEGER: -7", Value::integer(-7));
    row("INTEGER: up(1)", Value::integer(1));
    row("INTEGER: 12.5", Value::integer(125));
    row("INTEGER: 90 seconds", Value::integer(90));
    row("INTEGER:: 6", Value::integer(6));
    row("Gauge32: 1000000000 bits per second", Value::gauge32(1000000000));
    row("Unsigned32: 5", Value::gauge32(5));
    row("Counter32:  202039", Value::counter32(202039));
    row("Counter64: 18446744073709551615", Value::counter64(18446744073709551615U));
    row("Timeticks: (123) 0:00:01.23", Value::timeTicks(123));
    row("Timeticks:: (5) 9:24:32.17", Value::timeTicks(5));
    row("8074", Value::timeTicks(8074));
    row("STRING: \"a \\\"quoted\\\" \\\\ word\"", Value::octets("a \"quoted\" \\ word"));
    row("STRING: bare text, C:\\dir\\", Value::octets("bare text, C:\\dir\\"));
    row("STRING:: \"D:\\\"", Value::octets("D:\\"));
    row("STRING: ", Value::octets({}));
    row("\"\"", Value::octets({}));
    row("Hex-STRING: 00 1A FF ", Value::octets(QByteArray::fromHex("001aff")));
    row("BITS: C0 0 1 one(0) two(1)", Value::octets(QByteArray::fromHex("c00001")));
    row("OID: .1.3.6.1.4.1.32473", Value::oid(Oid{1, 3, 6, 1, 4, 1, 32473}));
    row("OID: iso.3.6.1.4.1.32473", Value::oid(Oid{1, 3, 6, 1, 4, 1, 32473}));
    row("OID: SNMPv2-SMI::enterprises.32473.1", Value::oid(Oid{1, 3, 6, 1, 4, 1, 32473, 1}));
    row("OID: .iso.org.dod.internet.private.enterprises.32473", Value::oid(Oid{1, 3, 6, 1, 4, 1, 32473}));
    row("IpAddress: 192.0.2.7", address);
    row("Network Address: C0:00:02:07", address);
    row("Opaque: Float: 1.500000", Value::opaqueFloat(1.5F));
    row("OPAQUE: 9F 78 04 3F C0 00 00", Value::opaqueFloat(1.5F));
    row("NULL", Value());
    row("Wrong Type (should be Gauge32 or Unsigned32): INTEGER: 161", Value::integer(161));
}

void TestWalkText::readsWhatSnmpwalkPrints() {
    QFETCH(QByteArray, text);
    QFETCH(Value, value);
    for (const char *name :
        {".1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.1.1.0 ", "iso.3.6.1.2.1.1.1.0", "SNMPv2-SMI::mib-2.1.1.0"}) {
        const Recording recording = parse(name + (" = " + text) + '\n');
        QVERIFY2(recording.badLines().isEmpty(), qPrintable(recording.badLines().value(0).reason));
        QCOMPARE(recording.varBinds(), VarBinds({{Oid{1, 3, 6, 1, 2, 1, 1, 1, 0}, value}}));
    }
}

void TestWalkText::readsTextsAndHexOverLines() {
    const Recording recording
        = parse(".1.3.6.1.2.1.1.1.0 = STRING: \"Example OS\r\nrelease = 5\r\n(c) Example\"\n"
                ".1.3.6.1.2.1.1.4.0 = STRING: bare\nand more\n"
                ".1.3.6.1.2.1.2.2.1.6.1 = Hex-STRING: 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F \n10 11 \n"
                ".1.3.6.1.2.1.2.2.1.6.2 = Hex-STRING: 41 0A   [A.]\n42   [B]\n# the end\n");
    QCOMPARE(recording.badLines().size(), 0);
    QCOMPARE(recording.varBinds().size(), 4);
    QCOMPARE(recording.varBinds()[0].value, Value::octets("Example OS\r\nrelease = 5\r\n(c) Example"));
    QCOMPARE(recording.varBinds()[1].value, Value::octets("bare\nand more"));
    QCOMPARE(recording.varBinds()[2].value.octets().size(), 18);
    QCOMPARE(recording.varBinds()[3].value, Value::octets("A\nB"));
}

void TestWalkText::keepsEmptyLinesInsideQuotes() {
    const Recording recording
        = parse("\n.1.3.6.1.2.1.1.1.0 = STRING: \"one\n\n# two\n\"\n\n.1.3.6.1.2.1.1.7.0 = INTEGER: 72\n\n");
    QCOMPARE(recording.badLines().size(), 0);
    QCOMPARE(recording.varBinds()[0].value, Value::octets("one\n\n# two\n"));
    QCOMPARE(recording.varBinds()[1].value, Value::integer(72));
}

void TestWalkText::asksForNames() {
    const auto names = [](QStringView name) -> std::optional<Oid> {
        return name == u"IF-MIB::ifDescr.3" ? std::optional(Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 2, 3}) : std::nullopt;
    };
    const Recording recording = parse("IF-MIB::ifDescr.3 = STRING: eth0\nX-MIB::odd.1 = INTEGER: 1\n", names);
    QCOMPARE(recording.varBinds(), VarBinds({{Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 2, 3}, Value::octets("eth0")}}));
    QCOMPARE(recording.badLines().size(), 1);
    QCOMPARE(recording.badLines()[0].line, 2);
    QVERIFY(recording.badLines()[0].reason.contains(u"X-MIB::odd.1"_s));
}

void TestWalkText::saysWhyALineIsBad_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *text, const QString &reason) {
        QTest::newRow(name) << QByteArray(".1.3.6.1.2.1.1.1.0 = ") + text << reason;
    };
    row("nothing behind the sign", "", u"cut off"_s);
    row("no number", "INTEGER: ", u"INTEGER"_s);
    row("open quotes", "STRING: \"half a tex", u"STRING"_s);
    row("half an octet", "Hex-STRING: 00 1", u"Hex-STRING"_s);
    row("unknown type", "Colour: red", u"no known type"_s);
    row("exception", "No Such Instance currently exists at this OID", u"No Such Instance"_s);
    row("end", "No more variables left in this MIB View (It is past the end of the MIB tree)", u"No more variables"_s);
    row("out of range", "Counter32: 4294967296", u"Counter32"_s);
    QTest::newRow("a torn line") << QByteArray("i") << u"no varbind"_s;
    QTest::newRow("an OID no packet can carry") << QByteArray(".3.1 = INTEGER: 1") << u"object identifier"_s;
}

void TestWalkText::saysWhyALineIsBad() {
    QFETCH(QByteArray, line);
    QFETCH(QString, reason);
    const Recording recording = parse(line + "\n.1.3.6.1.2.1.1.7.0 = INTEGER: 72\n");
    QCOMPARE(recording.varBinds().size(), 1);
    QCOMPARE(recording.badLines().size(), 1);
    QCOMPARE(recording.badLines()[0].line, 1);
    QVERIFY2(recording.badLines()[0].reason.contains(reason), qPrintable(recording.badLines()[0].reason));
}

void TestWalkText::readsSimpleAgentProsLines() {
    const Recording recording = parse("1.3.6.1.2.1.1.1.0    , OctetString , Example, with a comma\n"
                                      "1.3.6.1.2.1.1.3.0    , TimeTicks   , 200846\n"
                                      "1.3.6.1.2.1.2.2.1.6.1, OctetString , 0x00005e005301\n");
    QCOMPARE(recording.badLines().size(), 0);
    QCOMPARE(recording.varBinds()[0].value, Value::octets("Example, with a comma"));
    QCOMPARE(recording.varBinds()[1].value, Value::timeTicks(200846));
    QCOMPARE(recording.varBinds()[2].value, Value::octets(QByteArray::fromHex("00005e005301")));
}

void TestWalkText::readsFilesOfOtherSystems() {
    const QString text = u".1.3.6.1.2.1.1.5.0 = STRING: \"a\"\r\n.1.3.6.1.2.1.1.6.0 = STRING: b\r\n"_s;
    const VarBinds expected = parse(text.toUtf8()).varBinds();
    QCOMPARE(expected[1].value, Value::octets("b"));
    const QByteArray utf16 = "\xff\xfe" + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QCOMPARE(parse(utf16).varBinds(), expected);
    QCOMPARE(parse("\xef\xbb\xbf" + text.toUtf8()).varBinds(), expected);
}

void TestWalkText::bringsBackEveryValueItWrote_data() {
    QTest::addColumn<Value>("value");
    QTest::newRow("quotes") << Value::octets("a \"b\" \\c\\");
    QTest::newRow("lines") << Value::octets("a\n\n.1.3 = b\n");
    QTest::newRow("a line that looks like the next varbind") << Value::octets("a\n.1.3.6.1 = INTEGER: 5\nb");
    QTest::newRow("carriage returns") << Value::octets("a\r\nb");
    QTest::newRow("octets") << Value::octets(QByteArray::fromHex("00ff80"));
    QTest::newRow("empty") << Value::octets({});
    QTest::newRow("float") << Value::opaqueFloat(0.1F);
    QTest::newRow("double") << Value::opaqueDouble(0.1);
    QTest::newRow("negative 64") << Value::opaqueInteger64(-129);
    QTest::newRow("unsigned 64") << Value::opaqueUnsigned64(18446744073709551615U);
    QTest::newRow("opaque") << Value::opaque(QByteArray::fromHex("0102"));
    QTest::newRow("nsap") << Value::nsap(QByteArray::fromHex("4700"));
    QTest::newRow("ticks") << Value::timeTicks(4294967295U);
    QTest::newRow("oid") << Value::oid(Oid{0, 0});
    QTest::newRow("null") << Value();
}

void TestWalkText::bringsBackEveryValueItWrote() {
    QFETCH(Value, value);
    const Recording written({{Oid{1, 3, 6, 1, 1}, value}, {Oid{1, 3, 6, 1, 2}, Value::integer(2)}});
    const QByteArray text = written.write(Recording::Format::SnmpWalk);
    const Recording read = parse(text);
    QVERIFY2(read.badLines().isEmpty(), text.constData());
    QCOMPARE(read.varBinds(), written.varBinds());
}

QTEST_GUILESS_MAIN(TestWalkText)
#include "tst_walktext.moc"
