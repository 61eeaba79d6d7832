// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parser.h"

#include <QTest>

using namespace walkabout;
using namespace walkabout::mib;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Identity
    = "m MODULE-IDENTITY LAST-UPDATED \"202601020304Z\" ORGANIZATION \"\" CONTACT-INFO \"\" DESCRIPTION \"\" "
      "REVISION \"202601020304Z\" DESCRIPTION \"\" ::= { enterprises 99999 }\n";

QByteArray imports(const QByteArray &more = {}) {
    return "IMPORTS MODULE-IDENTITY, OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI" + more + ";\n";
}

/// An object with these clauses.
QByteArray object(const QByteArray &syntax, const QByteArray &more = {}) {
    return "a OBJECT-TYPE SYNTAX " + syntax + " MAX-ACCESS read-only STATUS current DESCRIPTION \"\" " + more
        + " ::= { m 1 } uses OBJECT IDENTIFIER ::= { enterprises 1 }\nx OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS "
          "read-only STATUS current DESCRIPTION \"\" ::= { m 2 }\n";
}

std::vector<Module> parse(const QByteArray &body) {
    return Parser(std::make_shared<const Source>(u"M"_s, "M DEFINITIONS ::= BEGIN\n" + body + "\nEND\n")).parse();
}

QStringList codesOf(const QByteArray &body) {
    QStringList codes;
    const std::vector<Module> modules = parse(body);
    for (const Diagnostic &one : modules.front().diagnostics)
        codes.append(one.code);
    codes.sort();
    return codes;
}

} // namespace

/// Rules that a module breaks all by itself: each has its code, and what keeps the rule has none.
class TestModuleCheck final : public QObject {
    Q_OBJECT

private slots:
    void saysNothingOfASoundModule() {
        QCOMPARE(codesOf(imports() + Identity + object("Integer32 (0..5 | 7)", "DEFVAL { 3 }")), QStringList());
    }

    void warnsOfDates_data() {
        QTest::addColumn<QByteArray>("updated");
        QTest::addColumn<QByteArray>("revisions"); // divided by blanks
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("none") << QByteArray("202601020304Z") << QByteArray() << QStringList();
        QTest::newRow("latest first") << QByteArray("202601020304Z") << QByteArray("202601020304Z 200001010000Z")
                                      << QStringList();
        QTest::newRow("two digits") << QByteArray("9912312359Z") << QByteArray("9912312359Z 9901010000Z")
                                    << QStringList();
        QTest::newRow("latest last") << QByteArray("202601020304Z") << QByteArray("200001010000Z 202601020304Z")
                                     << QStringList{u"revision-order"_s};
        QTest::newRow("another day") << QByteArray("202601020304Z") << QByteArray("202501020304Z")
                                     << QStringList{u"revision-missing"_s};
        QTest::newRow("no such day") << QByteArray("202602300000Z") << QByteArray() << QStringList{u"bad-date"_s};
        QTest::newRow("words") << QByteArray("today") << QByteArray() << QStringList{u"bad-date"_s};
    }
    void warnsOfDates() {
        QFETCH(QByteArray, updated);
        QFETCH(QByteArray, revisions);
        QByteArray identity = "m MODULE-IDENTITY LAST-UPDATED \"" + updated
            + "\" ORGANIZATION \"\" CONTACT-INFO \"\" DESCRIPTION \"\" ";
        for (const QByteArray &revision : revisions.split(' '))
            if (!revision.isEmpty())
                identity += "REVISION \"" + revision + "\" DESCRIPTION \"\" ";
        QTEST(codesOf(imports() + identity + "::= { enterprises 99999 }\n" + object("Integer32")), "codes");
    }

    void warnsOfWhatATypeSays_data() {
        QTest::addColumn<QByteArray>("syntax");
        QTest::addColumn<QStringList>("codes");
        const auto row = [](const char *syntax, const QStringList &codes) {
            QTest::newRow(syntax) << QByteArray(syntax) << codes;
        };
        row("INTEGER { up(1), down(2), other(-1) }", {u"number-order"_s});
        row("INTEGER { up(1), up(2) }", {u"duplicate-label"_s});
        row("INTEGER { up(1), down(1) }", {u"duplicate-number"_s});
        row("INTEGER { Up(1), Down(2) }", {u"label-upper-case"_s});
        row("INTEGER { not_up(1) }", {u"label-underscore"_s});
        row("BITS { one(0), two(1) }", {});
        row("BITS { two(1) }", {u"bit-zero-unnamed"_s});
        row("BITS { one(0), far(128) }", {u"bit-number-large"_s});
        row("BITS { one(0), far(524280) }", {u"bit-number"_s});
        row("BITS { one(0), less(-1) }", {u"bit-number"_s, u"number-order"_s});
        row("Integer32 (5..1)", {u"bad-range"_s});
        row("Integer32 (5 | 1..3)", {u"range-order"_s});
        row("Integer32 (1..5 | 3..9)", {u"range-overlap"_s});
        row("Wide (0..5 | 18446744073709551615)", {});
        row("OCTET STRING (SIZE (8 | 4))", {u"range-order"_s});
        row("Gauge32", {u"missing-import"_s});
        row("Counter", {u"missing-import"_s});
    }
    void warnsOfWhatATypeSays() {
        QFETCH(QByteArray, syntax);
        QTEST(codesOf(imports() + Identity + object(syntax)), "codes");
    }

    void holdsADefaultAgainstItsType_data() {
        QTest::addColumn<QByteArray>("syntax");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QStringList>("codes");
        const auto row = [](const char *syntax, const char *value, const QStringList &codes) {
            QTest::addRow("%s %s", syntax, value) << QByteArray(syntax) << QByteArray(value) << codes;
        };
        row("INTEGER { up(1) }", "up", {});
        row("INTEGER { up(1) }", "down", {u"defval-label"_s});
        row("INTEGER { up(1) }", "1", {u"defval-type"_s});
        row("Local", "up", {});
        row("Local", "aside", {u"defval-label"_s});
        row("Integer32 (0..5)", "5", {});
        row("Integer32 (0..5)", "6", {u"defval-range"_s});
        row("Integer32 (-5..-1)", "-3", {});
        row("Integer32", "\"text\"", {u"defval-type"_s});
        row("OCTET STRING", "\"text\"", {});
        row("OCTET STRING", "7", {u"defval-type"_s});
        row("OCTET STRING", "'0f'H", {});
        row("OCTET STRING", "'f'H", {u"hex-length"_s});
        row("OCTET STRING", "'00000001'B", {});
        row("OCTET STRING", "'1'B", {u"binary-length"_s});
        row("OCTET STRING", "''H", {});
        row("OBJECT IDENTIFIER", "zeroDotZero", {});
        row("OBJECT IDENTIFIER", "{ 0 0 }", {});
        row("BITS { one(0), two(1) }", "{ one, two }", {});
        row("BITS { one(0), two(1) }", "{}", {});
        row("BITS { one(0), two(1) }", "{ one, three }", {u"defval-label"_s});
        row("Imported", "whatever", {});
    }
    void holdsADefaultAgainstItsType() {
        QFETCH(QByteArray, syntax);
        QFETCH(QByteArray, value);
        QTEST(codesOf(imports() + Identity + "Local ::= INTEGER { up(1), down(2) }\n"
                  + object(syntax, "DEFVAL { " + value + " }")),
            "codes");
    }

    void tellsOldWordsOnce() {
        const QByteArray old = " OBJECT-TYPE SYNTAX Integer32 ACCESS write-only STATUS mandatory ::= { m 1 }\n";
        QCOMPARE(codesOf(imports(" TRAP-TYPE FROM RFC-1215") + Identity + "a" + old + "b" + old + "c" + old
                     + "t TRAP-TYPE ENTERPRISE enterprises ::= 1"),
            QStringList({u"smiv1-access"_s, u"smiv1-status"_s, u"smiv1-trap"_s, u"smiv1-write-only"_s}));
        const Diagnostic first = parse(imports() + Identity + "a" + old + "b" + old).front().diagnostics.front();
        QVERIFY2(first.message.startsWith(u"2 "), qPrintable(first.message));
        // SMIv1 may have its own words.
        QCOMPARE(codesOf("IMPORTS OBJECT-TYPE FROM RFC-1212;\na OBJECT-TYPE SYNTAX INTEGER ACCESS write-only STATUS "
                         "mandatory ::= { p 1 }"),
            QStringList());
    }

    void missesImportsAndTellsUselessOnes() {
        QCOMPARE(codesOf("IMPORTS MODULE-IDENTITY, enterprises FROM SNMPv2-SMI;\n" + Identity
                     + "a OBJECT-TYPE SYNTAX INTEGER ::= { m 1 } b OBJECT-TYPE SYNTAX INTEGER ::= { m 2 }"),
            QStringList{u"macro-not-imported"_s});
        QCOMPARE(codesOf(imports(" DisplayString FROM SNMPv2-TC") + Identity + object("Integer32")),
            QStringList{u"unused-import"_s});
    }

    void comparesASequenceWithTheColumns_data() {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("same") << QByteArray("one Integer32, two OCTET STRING (SIZE (0..4))") << QStringList();
        QTest::newRow("order") << QByteArray("two OCTET STRING, one Integer32") << QStringList{u"sequence-order"_s};
        QTest::newRow("too few") << QByteArray("one Integer32") << QStringList{u"sequence-missing"_s};
        QTest::newRow("too many") << QByteArray("one Integer32, two OCTET STRING, three Integer32")
                                  << QStringList{u"sequence-unknown"_s};
        QTest::newRow("a type of braces")
            << QByteArray("one INTEGER { up(1), down(2) }, two OCTET STRING") << QStringList();
    }
    void comparesASequenceWithTheColumns() {
        QFETCH(QByteArray, members);
        const QByteArray column = " MAX-ACCESS read-only STATUS current DESCRIPTION \"\" ::= { row ";
        QTEST(
            codesOf(imports() + Identity
                + "row OBJECT-TYPE SYNTAX Row MAX-ACCESS not-accessible STATUS current DESCRIPTION \"\" INDEX { one } "
                  "::= { m 1 }\nRow ::= SEQUENCE { "
                + members + " }\none OBJECT-TYPE SYNTAX Integer32" + column + "1 }\ntwo OBJECT-TYPE SYNTAX OCTET STRING"
                + column + "2 }"),
            "codes");
    }

    void tellsLettersOutsideOfAscii() {
        const std::vector<Module> latin = parse(imports() + Identity + object("Integer32", "UNITS \"\xb0\""));
        const std::vector<Module> utf8 = parse(imports() + Identity + object("Integer32", "UNITS \"\xc2\xb0\""));
        QCOMPARE(latin.front().diagnostics.size(), 1);
        QCOMPARE(latin.front().diagnostics.front().code, u"not-ascii"_s);
        QVERIFY(latin.front().diagnostics.front().message.contains(u"Latin-1"_s));
        QVERIFY(utf8.front().diagnostics.front().message.contains(u"UTF-8"_s));
        for (const Module &module : {latin.front(), utf8.front()})
            QCOMPARE(module.text(module.definitions[1].units), u"\u00b0"_s);
    }
};

QTEST_GUILESS_MAIN(TestModuleCheck)
#include "tst_modulecheck.moc"
