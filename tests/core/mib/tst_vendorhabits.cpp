// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Head = "HABIT-MIB DEFINITIONS ::= BEGIN\n";
const QByteArray Imports = "IMPORTS MODULE-IDENTITY, OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI;\n";
const QByteArray FewImports = "IMPORTS MODULE-IDENTITY, OBJECT-TYPE, enterprises FROM SNMPv2-SMI;\n";
const QByteArray LeastImports = "IMPORTS MODULE-IDENTITY, enterprises FROM SNMPv2-SMI;\n";
const QByteArray Identity = "habit MODULE-IDENTITY LAST-UPDATED \"202601020304Z\" ORGANIZATION \"\" CONTACT-INFO \"\" "
                            "DESCRIPTION \"\" ::= { enterprises 99999 }\n";

/// An object at this place below the identity.
QByteArray object(const QByteArray &name, int place, const QByteArray &syntax = "Integer32") {
    return name + " OBJECT-TYPE SYNTAX " + syntax + " MAX-ACCESS read-only STATUS current DESCRIPTION \"\" ::= { habit "
        + QByteArray::number(place) + " }\n";
}

/// A sound module but for what stands from line 4 on.
QByteArray module(const QByteArray &body) {
    const QByteArray &imports = body.contains("Integer32") ? Imports
        : body.contains("OBJECT-TYPE")                     ? FewImports
                                                           : LeastImports;
    return Head + imports + Identity + body + "END\n";
}

} // namespace

/// What vendors write though the standards do not allow it: each habit has its codes at their lines, no others, and
/// what can be placed is placed.
class TestVendorHabits final : public QObject {
    Q_OBJECT

private slots:
    void areTold_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("codes"); // "line code"
        QTest::addColumn<QStringList>("placed"); // "name arcs", below enterprises 99999, by OID
        QTest::addColumn<QStringList>("unplaced");
        const auto row
            = [](const char *habit, const QByteArray &text, const QStringList &codes, const QStringList &placed,
                  const QStringList &unplaced = {}) { QTest::newRow(habit) << text << codes << placed << unplaced; };
        const QByteArray a = object("a", 1);

        row("none", module(a), {}, {u"habit"_s, u"a 1"_s});

        // Names.
        row("an underscore", module(object("a_b", 1)), {u"4 name-underscore"_s}, {u"habit"_s, u"a_b 1"_s});
        row("an underscore in a label", module(object("a", 1, "INTEGER { not_up(1) }")), {u"4 label-underscore"_s},
            {u"habit"_s, u"a 1"_s});
        row("an upper-case label", module(object("a", 1, "INTEGER { Up(1) }")), {u"4 label-upper-case"_s},
            {u"habit"_s, u"a 1"_s});
        row("an upper-case name", module(object("Ab", 1)), {u"4 name-upper-case"_s}, {u"habit"_s, u"Ab 1"_s});
        row("a lower-case type", module("small ::= Integer32 (0..5)\n" + object("a", 1, "small")),
            {u"4 name-lower-case"_s}, {u"habit"_s, u"a 1"_s});
        row("a name of 70", module(object(QByteArray(70, 'n'), 1)), {u"4 name-too-long"_s},
            {u"habit"_s, QString(70, u'n') + u" 1"_s});
        row("names of 40", module(object(QByteArray(40, 'n'), 1) + object(QByteArray(40, 'o'), 2)), {u"4 long-names"_s},
            {u"habit"_s, QString(40, u'n') + u" 1"_s, QString(40, u'o') + u" 2"_s});
        row("words of the language as names",
            module("current OBJECT IDENTIFIER ::= { habit 1 }\nmandatory OBJECT IDENTIFIER ::= { current 2 }\n"
                   "optional OBJECT IDENTIFIER ::= { mandatory 3 }\n"
                + object("a", 4, "INTEGER { current(1), mandatory(2), deprecated(3) }")),
            {}, {u"habit"_s, u"current 1"_s, u"mandatory 1.2"_s, u"optional 1.2.3"_s, u"a 4"_s});

        // Imports.
        row("a wrong module",
            Head
                + "IMPORTS MODULE-IDENTITY, OBJECT-TYPE, enterprises FROM SNMPv2-SMI\n"
                  "    DisplayString FROM SNMPv2-CONF;\n"
                + Identity + object("a", 1, "DisplayString") + "END\n",
            {u"3 import-not-found"_s, u"5 wrong-import"_s}, {u"habit"_s, u"a 1"_s});
        row("none of a name that a known module has", module(object("a", 1, "DisplayString")), {u"4 missing-import"_s},
            {u"habit"_s, u"a 1"_s});
        row("none at all", Head + Identity + a + "END\n",
            {u"2 macro-not-imported"_s, u"2 missing-import"_s, u"3 macro-not-imported"_s, u"3 missing-import"_s},
            {u"habit"_s, u"a 1"_s});
        row("names of SMIv1 from a module of SMIv2",
            Head
                + "IMPORTS MODULE-IDENTITY, OBJECT-TYPE, enterprises, Counter, Gauge, NetworkAddress FROM SNMPv2-SMI;\n"
                + Identity + object("a", 1, "Counter") + object("b", 2, "Gauge") + object("c", 3, "NetworkAddress")
                + "END\n",
            {}, {u"habit"_s, u"a 1"_s, u"b 2"_s, u"c 3"_s});
        row("names of SMIv2 from a module of SMIv1",
            Head + "IMPORTS MODULE-IDENTITY, OBJECT-TYPE, enterprises, Counter32, Gauge32 FROM RFC1155-SMI;\n"
                + Identity + object("a", 1, "Counter32") + object("b", 2, "Gauge32") + "END\n",
            {}, {u"habit"_s, u"a 1"_s, u"b 2"_s});
        row("no semicolon",
            Head + "IMPORTS MODULE-IDENTITY, OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI\n" + Identity + a
                + "END\n",
            {u"3 missing-semicolon"_s}, {u"habit"_s, u"a 1"_s});

        // The module as a whole.
        row("no MODULE-IDENTITY",
            Head + "IMPORTS OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI;\n"
                + "habit OBJECT IDENTIFIER ::= { enterprises 99999 }\n" + a + "END\n",
            {u"1 missing-module-identity"_s}, {u"habit"_s, u"a 1"_s});
        row("a header of four lines", "HABIT-MIB\nDEFINITIONS\n::=\nBEGIN\n" + Imports + Identity + a + "END\n", {},
            {u"habit"_s, u"a 1"_s});
        row("a header without BEGIN", "HABIT-MIB DEFINITIONS ::=\n" + Imports + Identity + a + "END\n",
            {u"2 missing-begin"_s}, {u"habit"_s, u"a 1"_s});
        row("an OID in the header",
            "HABIT-MIB { iso org(3) dod(6) 1 }\nDEFINITIONS IMPLICIT TAGS ::= BEGIN\n" + Imports + Identity + a
                + "END\n",
            {}, {u"habit"_s, u"a 1"_s});
        row("no END", Head + Imports + Identity + a, {u"4 missing-end"_s}, {u"habit"_s, u"a 1"_s});
        row("several modules in a file",
            module(a)
                + "MORE-MIB DEFINITIONS ::= BEGIN\nIMPORTS a FROM HABIT-MIB;\nb OBJECT IDENTIFIER ::= { a 7 }\nEND\n",
            {}, {u"habit"_s, u"a 1"_s, u"b 1.7"_s});

        // Comments.
        row("hyphens in a row", module("----------\n--- note ---\n" + a + "-- --\n-----\n"), {},
            {u"habit"_s, u"a 1"_s});
        row("a comment that ends early",
            module("-- one -- and more of it\na OBJECT-TYPE SYNTAX INTEGER { up(1) -- one -- , down(2) -- two -- }\n"
                   "    MAX-ACCESS read-only STATUS current DESCRIPTION \"\" ::= { habit 1 }\n"),
            {}, {u"habit"_s, u"a 1"_s});
        row("a definition behind a comment", module("-- old -- " + a), {}, {u"habit"_s, u"a 1"_s});

        // Stray signs.
        row("semicolons", module("a OBJECT IDENTIFIER ::= { habit 1 };\nb OBJECT IDENTIFIER ::= { habit 2 };\n"),
            {u"4 stray-token"_s, u"5 stray-token"_s}, {u"habit"_s, u"a 1"_s, u"b 2"_s});
        row("a closing brace", module(a + "}\n" + object("b", 2)), {u"5 unexpected-token"_s},
            {u"habit"_s, u"a 1"_s, u"b 2"_s});
        row("a comma behind the last label", module(object("a", 1, "INTEGER { up(1), down(2), }")),
            {u"4 stray-token"_s}, {u"habit"_s, u"a 1"_s});

        // Bytes.
        row("Latin-1",
            module("a OBJECT-TYPE SYNTAX Integer32 UNITS \"\xb0\" MAX-ACCESS read-only STATUS current "
                   "DESCRIPTION \"\" ::= { habit 1 }\n"),
            {u"4 not-ascii"_s}, {u"habit"_s, u"a 1"_s});
        row("UTF-8",
            module("a OBJECT-TYPE SYNTAX Integer32 UNITS \"\xc2\xb0\" MAX-ACCESS read-only STATUS current "
                   "DESCRIPTION \"\" ::= { habit 1 }\n"),
            {u"4 not-ascii"_s}, {u"habit"_s, u"a 1"_s});
        row("UTF-8 with its mark", "\xef\xbb\xbf" + module(object("a_b", 1)), {u"4 name-underscore"_s},
            {u"habit"_s, u"a_b 1"_s});
        row("CR alone", module(object("a_b", 1)).replace('\n', '\r'), {u"4 name-underscore"_s},
            {u"habit"_s, u"a_b 1"_s});
        row("CR and LF", module(object("a_b", 1)).replace("\n", "\r\n"), {u"4 name-underscore"_s},
            {u"habit"_s, u"a_b 1"_s});
        row("form feeds", module("\f\n" + a + "\f" + object("b_c", 2)), {u"6 name-underscore"_s},
            {u"habit"_s, u"a 1"_s, u"b_c 2"_s});
        row("the end of a file of DOS", module(a) + "\x1a", {}, {u"habit"_s, u"a 1"_s});
        row("pages of an RFC",
            module("a OBJECT-TYPE SYNTAX Integer32\n\nSomebody & Others      Standards Track        [Page 12]\n\f\n"
                   "RFC 2863          The Interfaces Group MIB          June 2000\n\n"
                   "    MAX-ACCESS read-only STATUS current DESCRIPTION \"\" ::= { habit 1 }\n"
                   "Somebody & Others      Standards Track        [Page 13]\n\f\n"
                   "RFC 2863          The Interfaces Group MIB          June 2000\n\n"
                + object("b", 2)),
            {u"10 page-break"_s}, {u"habit"_s, u"a 1"_s, u"b 2"_s});

        // Texts.
        row("quotation marks within a text",
            module("a OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS current\n"
                   "    DESCRIPTION \"The \"real\" value, and the \"one of another day\".\"\n    ::= { habit 1 }\n"
                + object("b", 2)),
            {u"5 quote-in-text"_s, u"5 quote-in-text"_s}, {u"habit"_s, u"a 1"_s, u"b 2"_s});
        row("quotation marks written twice",
            module("a OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS current\n"
                   "    DESCRIPTION \"The \"\"real\"\" value.\"\n    ::= { habit 1 }\n"
                + object("b", 2)),
            {}, {u"habit"_s, u"a 1"_s, u"b 2"_s});
        row("words right behind a text",
            module("a OBJECT-TYPE SYNTAX Integer32 UNITS \"s\"MAX-ACCESS read-only STATUS current DESCRIPTION "
                   "\"One.\"::= { habit 1 }\nT ::= TEXTUAL-CONVENTION STATUS current DESCRIPTION \"\"SYNTAX "
                   "Integer32\n"
                + object("b", 2)),
            {u"5 macro-not-imported"_s}, {u"habit"_s, u"a 1"_s, u"b 2"_s});
        row("a text that is not closed",
            module(
                "a OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS current\n"
                "    DESCRIPTION \"The value.\n    ::= { habit 1 }\n"
                "b OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS current\n    DESCRIPTION \"The other.\"\n"
                "    ::= { habit 2 }\n"),
            {u"5 missing-quote"_s}, {u"habit"_s, u"a 1"_s, u"b 2"_s});

        // Errors: what stands behind is read.
        row("an unknown parent", module("a OBJECT IDENTIFIER ::= { nowhere 1 }\n" + object("b", 2)),
            {u"4 unknown-parent"_s}, {u"habit"_s, u"b 2"_s}, {u"a"_s});
        row("a definition of which no word is right", module("a OBJECT-TYPE SYNTAX ] garbage\n" + object("b", 2)),
            {u"4 missing-value"_s, u"4 missing-syntax"_s, u"4 unexpected-token"_s, u"4 unexpected-token"_s},
            {u"habit"_s, u"b 2"_s}, {u"a"_s});
        row("a list that is not closed",
            module("a OBJECT-TYPE SYNTAX INTEGER { up(1), down(2)\n    MAX-ACCESS read-only STATUS current DESCRIPTION "
                   "\"\" ::= { habit 1 }\n"
                + object("b", 2)),
            {u"4 missing-brace"_s}, {u"habit"_s, u"a 1"_s, u"b 2"_s});
        row("words of its own for access and status",
            module("a OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS readable STATUS alive DESCRIPTION \"\" ::= { habit 1 }\n"
                + object("b", 2)),
            {u"4 unknown-access"_s, u"4 unknown-status"_s}, {u"habit"_s, u"a 1"_s, u"b 2"_s});
        row("a number beyond 64 bits", module(object("a", 1, "Integer32 (0..99999999999999999999)")),
            {u"4 number-too-large"_s}, {u"habit"_s, u"a 1"_s});

        // Tables.
        const auto table = [&](const QByteArray &index, const QByteArray &syntax) {
            const QByteArray hidden = " MAX-ACCESS not-accessible STATUS current DESCRIPTION \"\" ";
            return module("t OBJECT-TYPE SYNTAX SEQUENCE OF E" + hidden + "::= { habit 1 }\ne OBJECT-TYPE SYNTAX E"
                + hidden + index + " ::= { t 1 }\nE ::= SEQUENCE { c " + syntax + " }\nc OBJECT-TYPE SYNTAX " + syntax
                + " MAX-ACCESS read-only STATUS current DESCRIPTION \"\" ::= { e 1 }\n");
        };
        const QStringList rows{u"habit"_s, u"t 1"_s, u"e 1.1"_s, u"c 1.1.1"_s};
        row("an index that may be negative", table("INDEX { c }", "Integer32 (-5..5)"), {u"5 index-negative"_s}, rows);
        row("an index of any length", table("INDEX { c }", "OCTET STRING"), {u"5 index-size"_s}, rows);
        row("a counter as index",
            table("INDEX { c }", "Counter64")
                .replace("OBJECT-TYPE, enterprises", "OBJECT-TYPE, Counter64, enterprises"),
            {u"5 index-type"_s}, rows);
        row("more columns of a row that is unknown", table("AUGMENTS { nowhereEntry }", "Integer32"),
            {u"5 unknown-augments"_s}, rows);
    }
    void areTold() {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const auto library = compiled(folder, text);
        QStringList codes;
        for (const Diagnostic &one : library->diagnosticsOf(folder.filePath(FileName)))
            codes.append(u"%1 %2"_s.arg(one.line).arg(one.code));
        QTEST(codes, "codes");
        QStringList placed;
        const Oid root{1, 3, 6, 1, 4, 1, 99999};
        for (qsizetype i = 0; i < library->nodeCount(); ++i) {
            const NodeRef node = library->at(i);
            if (node.oid().startsWith(root))
                placed.append((node.name() + u' ' + node.oid().mid(root.size()).toString()).trimmed());
        }
        QTEST(placed, "placed");
        QStringList unplaced;
        for (const Unplaced &one : library->unplaced())
            unplaced.append(one.name);
        QTEST(unplaced, "unplaced");
    }

    void aFileMayHaveAnyName() {
        const QTemporaryDir folder;
        const auto library = compiled(folder, module(object("a", 1)));
        QCOMPARE(library->module(u"HABIT-MIB")->file, folder.filePath(FileName));
        QVERIFY(!library->module(u"some-old-name"));
    }

    void aFileLargerThanAnyModuleIsNotRead() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(FileName));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(1) << 31)); // a hole
        file.close();
        const auto library = compileLibrary({{{folder.path(), Collection::User}}});
        QCOMPARE(library->diagnostics().size(), 1);
        QCOMPARE(library->diagnostics().first().code, u"large-file"_s);
    }

private:
    static constexpr auto FileName = "some-old-name.my"_L1;

    static Library::Pointer compiled(const QTemporaryDir &folder, const QByteArray &text) {
        QFile file(folder.filePath(FileName));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the module cannot be written");
        file.close();
        return compileLibrary(
            {{{folder.path(), Collection::User}, {QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}});
    }
};

QTEST_GUILESS_MAIN(TestVendorHabits)
#include "tst_vendorhabits.moc"
