// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
namespace bytes = walkabout::bytes;

class TestBytes : public QObject {
    Q_OBJECT

private slots:
    void writesLowerCaseHexWithAnySeparator();
    void readsHexHoweverItIsSeparated_data();
    void readsHexHoweverItIsSeparated();
    void refusesWhatIsNoHex();
    void takesUtf8WithoutControlCharactersAsText();
    void takesOtherOctetsAsNoText_data();
    void takesOtherOctetsAsNoText();
    void showsControlCharactersOnOneLine();
    void appendsNumbersWithAllTheirDigits();
};

void TestBytes::writesLowerCaseHexWithAnySeparator() {
    QCOMPARE(bytes::toHex(QByteArray("\x00\x1A\xff", 3)), u"00 1a ff"_s);
    QCOMPARE(bytes::toHex(QByteArray("\x00\x1a", 2), u':'), u"00:1a"_s);
    QCOMPARE(bytes::toHex(QByteArray("\x00\x1a", 2), QChar()), u"001a"_s);
    QCOMPARE(bytes::toHex({}), u""_s);
}

void TestBytes::readsHexHoweverItIsSeparated_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << u"001a2b"_s;
    QTest::newRow("spaces") << u"00 1A 2b "_s;
    QTest::newRow("0x") << u"0x001a2b"_s;
    QTest::newRow("dashes") << u"00-1a-2b"_s;
    QTest::newRow("short colons") << u"0:1a:2b"_s;
    QTest::newRow("lines") << u"00 1a\n2b"_s;
}

void TestBytes::readsHexHoweverItIsSeparated() {
    QFETCH(QString, text);
    QCOMPARE(bytes::fromHex(text), QByteArray("\x00\x1a\x2b", 3));
}

void TestBytes::refusesWhatIsNoHex() {
    QVERIFY(!bytes::fromHex(u"0g"));
    QVERIFY(!bytes::fromHex(u"123"));
    QCOMPARE(bytes::fromHex(u""), QByteArray());
}

void TestBytes::takesUtf8WithoutControlCharactersAsText() {
    QCOMPARE(bytes::printableText(QByteArray("Zürich\r\nline\t2")), u"Zürich\r\nline\t2"_s);
    QCOMPARE(bytes::printableText(QByteArray("ends\0", 5)), u"ends"_s);
    QCOMPARE(bytes::printableText({}), u""_s);
}

void TestBytes::takesOtherOctetsAsNoText_data() {
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("NUL inside") << QByteArray("a\0b", 3);
    QTest::newRow("two NULs at the end") << QByteArray("a\0\0", 3);
    QTest::newRow("escape") << QByteArray("\x1b[0m");
    QTest::newRow("Latin-1") << QByteArray("Z\xfcrich");
    QTest::newRow("C1 control") << QByteArray("\xc2\x85");
    QTest::newRow("cut UTF-8") << QByteArray("Z\xc3");
}

void TestBytes::takesOtherOctetsAsNoText() {
    QFETCH(QByteArray, octets);
    QVERIFY(!bytes::printableText(octets));
}

void TestBytes::showsControlCharactersOnOneLine() {
    QCOMPARE(bytes::onOneLine(u"Zürich"_s), u"Zürich"_s);
    QCOMPARE(bytes::onOneLine(u"one\r\ntwo\tthree"_s), uR"(one\r\ntwo\tthree)"_s);
    QCOMPARE(bytes::onOneLine(u"\x1b[0m\x85"_s), uR"(\x1b[0m\x85)"_s);
    QCOMPARE(bytes::onOneLine({}), QString());
}

void TestBytes::appendsNumbersWithAllTheirDigits() {
    QByteArray text = "a";
    bytes::appendNumber(text, std::numeric_limits<qint64>::min());
    bytes::appendNumber(text, std::numeric_limits<quint64>::max());
    QCOMPARE(text, "a-922337203685477580818446744073709551615"_ba);
}

QTEST_GUILESS_MAIN(TestBytes)
#include "tst_bytes.moc"
