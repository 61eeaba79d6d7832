// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parser.h"

#include <QTest>

#include <ctime>

using namespace walkabout;
using namespace walkabout::mib;
using namespace Qt::StringLiterals;

class TestParser final : public QObject {
    Q_OBJECT

private slots:
    void readsEveryClauseOfAnObject() {
        const Module module = parseOne(R"(
thing OBJECT-TYPE
    SYNTAX INTEGER { up(1), down(2) }
    UNITS "seconds" MAX-ACCESS read-write STATUS current
    DESCRIPTION "What it is." REFERENCE "RFC 1"
    INDEX { a, IMPLIED b } DEFVAL { up } ::= { parent 7 })");
        QCOMPARE(codes(module), u"missing-module-identity,macro-not-imported"_s);
        QCOMPARE(module.definitions.size(), size_t(1));
        const Definition &thing = module.definitions.front();
        QCOMPARE(module.text(thing.name), u"thing"_s);
        QCOMPARE(thing.line, 2);
        QCOMPARE(thing.column, 1);
        QCOMPARE(thing.access, Access::ReadWrite);
        QCOMPARE(thing.status, Status::Current);
        QCOMPARE(module.text(thing.units), u"seconds"_s);
        QCOMPARE(module.text(thing.description), u"What it is."_s);
        QCOMPARE(module.text(thing.defaultValue), u"up"_s);
        const auto enums = sliced(module.enums, thing.syntax.enums);
        QCOMPARE(enums.size(), size_t(2));
        QCOMPARE(module.text(enums[1].label), u"down"_s);
        const auto index = sliced(module.mentions, thing.index);
        QCOMPARE(index.size(), size_t(2));
        QVERIFY(index[1].implied && !index[0].implied);
    }

    void keepsBoundsExact_data() {
        QTest::addColumn<QByteArray>("syntax");
        QTest::addColumn<Range>("range");
        QTest::newRow("signed") << QByteArray("INTEGER (-2147483648..2147483647)")
                                << Range{-2147483648LL, 2147483647, false};
        QTest::newRow("unsigned 32") << QByteArray("Unsigned32 (0..4294967295)") << Range{0, 4294967295LL, false};
        QTest::newRow("unsigned 64") << QByteArray("Counter64 (1..18446744073709551615)") << Range{1, -1, true};
        QTest::newRow("least of 64") << QByteArray("X (-9223372036854775808..0)")
                                     << Range{std::numeric_limits<qint64>::min(), 0, false};
        QTest::newRow("hex") << QByteArray("INTEGER ('0a'H..'FF'h)") << Range{10, 255, false};
        QTest::newRow("binary") << QByteArray("INTEGER ('101'B)") << Range{5, 5, false};
    }
    void keepsBoundsExact() {
        QFETCH(QByteArray, syntax);
        const Module module = parseOne("T ::= " + syntax);
        QCOMPARE(module.ranges.size(), size_t(1));
        QTEST(module.ranges.front(), "range");
    }

    void tellsLineAndColumnWhateverEndsALine_data() {
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("LF") << QByteArray("\n");
        QTest::newRow("CR") << QByteArray("\r");
        QTest::newRow("CRLF") << QByteArray("\r\n");
    }
    void tellsLineAndColumnWhateverEndsALine() {
        QFETCH(QByteArray, lineEnd);
        QByteArray text = "-- a comment\nM DEFINITIONS ::= BEGIN\n  one OBJECT IDENTIFIER ::= { p 1 }\n\n"
                          "  t_o OBJECT-TYPE\n    SYNTAX INTEGER DESCRIPTION \"a\n  text\" ACCESS read-only STATUS "
                          "mandatory\n  ::= { p 2 }\nEND\n";
        const std::vector<Module> modules = parse(text.replace('\n', lineEnd));
        QCOMPARE(modules.size(), size_t(1));
        QCOMPARE(modules[0].line, 2);
        const auto &definitions = modules[0].definitions;
        QCOMPARE(definitions.size(), size_t(2));
        QCOMPARE(definitions[0].line * 100 + definitions[0].column, 303);
        QCOMPARE(definitions[1].line * 100 + definitions[1].column, 503);
        const Diagnostic &underscore = modules[0].diagnostics.front();
        QCOMPARE(underscore.code, u"name-underscore"_s);
        QCOMPARE(underscore.line * 100 + underscore.column, 503);
        QCOMPARE(underscore.excerpt, u"  t_o OBJECT-TYPE"_s);
    }

    void keepsEachFormOfADefault_data() {
        QTest::addColumn<QByteArray>("defval");
        QTest::addColumn<QString>("kept");
        QTest::newRow("number") << QByteArray("{ 42 }") << u"42"_s;
        QTest::newRow("negative") << QByteArray("{-1}") << u"-1"_s;
        QTest::newRow("label") << QByteArray("{ up }") << u"up"_s;
        QTest::newRow("text") << QByteArray("{ \"a } brace\" }") << u"\"a } brace\""_s;
        QTest::newRow("hex") << QByteArray("{ 'ff00'H }") << u"'ff00'H"_s;
        QTest::newRow("binary") << QByteArray("{ '0101'b }") << u"'0101'b"_s;
        QTest::newRow("bits") << QByteArray("{ { one, two } }") << u"{ one, two }"_s;
        QTest::newRow("no bits") << QByteArray("{ { } }") << u"{ }"_s;
        QTest::newRow("object identifier") << QByteArray("{ { 0 0 } }") << u"{ 0 0 }"_s;
        QTest::newRow("named") << QByteArray("{ zeroDotZero }") << u"zeroDotZero"_s;
        QTest::newRow("word of the SMI") << QByteArray("{ mandatory }") << u"mandatory"_s;
    }
    void keepsEachFormOfADefault() {
        QFETCH(QByteArray, defval);
        const Module module = parseOne("a OBJECT-TYPE SYNTAX X ACCESS read-only STATUS mandatory DEFVAL " + defval
            + " ::= { p 1 } b OBJECT IDENTIFIER ::= { p 2 }");
        QCOMPARE(module.definitions.size(), size_t(2));
        QTEST(module.text(module.definitions.front().defaultValue), "kept");
    }

    void readsNotificationsBelowZero() {
        const Module module
            = parseOne("n NOTIFICATION-TYPE OBJECTS { a } STATUS current DESCRIPTION \"\" ::= { traps 0 7 }");
        const auto oid = sliced(module.oids, module.definitions.front().oid);
        QCOMPARE(oid.size(), size_t(3));
        QCOMPARE(module.text(oid[0].name), u"traps"_s);
        QCOMPARE(oid[1].number * 100 + oid[2].number, 7U);
        QVERIFY(oid[1].hasNumber);
    }

    void goesOnAfterAnError() {
        const Module module = parseOne(R"(
one OBJECT IDENTIFIER ::= { parent 1 }
two OBJECT-TYPE SYNTAX INTEGER ACCESS ::= { one 1 }
three OBJECT-TYPE SYNTAX ] garbage { here ACCESS read-only STATUS mandatory ::= { one 2 }
four OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory ::= { one 3 }
five OBJECT IDENTIFIER ::= { one
six OBJECT IDENTIFIER ::= { one 6 })");
        QStringList names;
        for (const Definition &definition : module.definitions)
            names.append(module.text(definition.name));
        QVERIFY(names.contains(u"one"_s) && names.contains(u"two"_s) && names.contains(u"four"_s)
            && names.contains(u"six"_s));
        QVERIFY(!module.diagnostics.isEmpty());
        const Diagnostic &first = module.diagnostics.front();
        QCOMPARE(first.line, 3);
        QCOMPARE(first.code, u"unexpected-token"_s);
        QVERIFY(first.excerpt.startsWith(u"two OBJECT-TYPE"_s));
        QCOMPARE(first.module, u"M"_s);
    }

    void warnsOfHabits_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("underscore") << QByteArray("a_b OBJECT IDENTIFIER ::= { p 1 }") << u"name-underscore"_s;
        QTest::newRow("upper case") << QByteArray("Ab OBJECT IDENTIFIER ::= { p 1 }") << u"name-upper-case"_s;
        QTest::newRow("hyphen") << QByteArray("ab- OBJECT IDENTIFIER ::= { p 1 }") << u"name-hyphen-end"_s;
        QTest::newRow("long") << QByteArray(70, 'a') + " OBJECT IDENTIFIER ::= { p 1 }" << u"name-too-long"_s;
        QTest::newRow("semicolon") << QByteArray("ab OBJECT IDENTIFIER ::= { p 1 } ;") << u"stray-token"_s;
        QTest::newRow("no macro") << QByteArray("ab ::= { p 1 }") << u"missing-object-identifier"_s;
    }
    void warnsOfHabits() {
        QFETCH(QByteArray, text);
        const Module module = parseOne(text);
        QCOMPARE(module.definitions.size(), size_t(1));
        QTEST(codes(module), "code");
        QCOMPARE(module.diagnostics.front().severity, Diagnostic::Severity::Warning);
    }

    void readsSeveralModulesOfOneFile() {
        const auto modules = parse("prose that says \"\nA DEFINITIONS ::= BEGIN a OBJECT IDENTIFIER ::= { iso 1 } "
                                   "END\nmore\nB\nDEFINITIONS\n::=\nBEGIN END");
        QCOMPARE(modules.size(), size_t(2));
        QCOMPARE(modules[0].text(modules[0].name), u"A"_s);
        QCOMPARE(modules[0].line, 2);
        QCOMPARE(modules[1].text(modules[1].name), u"B"_s);
    }

    void survivesATextThatNeverEnds() {
        const Module module = parseOne("a OBJECT-TYPE DESCRIPTION \"no end\nb OBJECT IDENTIFIER ::= { p 1 }");
        QVERIFY(codes(module).contains(u"unterminated-string"_s));
        QCOMPARE(module.text(module.definitions.back().name), u"b"_s);
    }

    void goesOnBehindATextWithoutItsClosingQuote() {
        const Module module = parseOne(R"(
one OBJECT-TYPE SYNTAX INTEGER MAX-ACCESS read-only STATUS current
    DESCRIPTION "The first text, whose mark is missing.
    REFERENCE "RFC 1"
    ::= { p 1 }
two OBJECT-TYPE SYNTAX INTEGER MAX-ACCESS read-only STATUS current
    DESCRIPTION
        "The second text, with its marks."
    ::= { p 2 }
three OBJECT-TYPE SYNTAX INTEGER MAX-ACCESS read-only STATUS current
    DESCRIPTION
        "The third, without.
    ::= { p 3 }
four OBJECT-TYPE SYNTAX INTEGER MAX-ACCESS read-only STATUS current
    DESCRIPTION
        "The fourth. See its DESCRIPTION."
    ::= { p 4 })");
        QStringList names;
        for (const Definition &definition : module.definitions)
            names.append(module.text(definition.name));
        QCOMPARE(names, QStringList({u"one"_s, u"two"_s, u"three"_s, u"four"_s}));
        QCOMPARE(codes(module).count(u"missing-quote"_s), 2);
        const auto textOf = [&](size_t i) { return module.text(module.definitions[i].description).trimmed(); };
        QCOMPARE(textOf(0), u"The first text, whose mark is missing."_s);
        QCOMPARE(textOf(1), u"The second text, with its marks."_s);
        QCOMPARE(textOf(2), u"The third, without."_s);
    }

    void skipsTheHeadsAndFeetOfPages() {
        const Module module = parseOne(
            "one OBJECT-TYPE\n    SYNTAX INTEGER\n\nSomebody & Others      Standards Track        [Page 12]\n\f\n"
            "RFC 2863          The Interfaces Group MIB          June 2000\n\n    MAX-ACCESS read-only STATUS current\n"
            "    DESCRIPTION \"A text.\"\n    ::= { p 1 }\n\n"
            "Somebody & Others      Standards Track        [Page 13]\n\f\n"
            "RFC 2863          The Interfaces Group MIB          June 2000\n\ntwo OBJECT IDENTIFIER ::= { p 2 }\n");
        QCOMPARE(module.definitions.size(), size_t(2));
        QCOMPARE(module.text(module.definitions[1].name), u"two"_s);
        QCOMPARE(codes(module).count(u"page-break"_s), 1); // said once
        QVERIFY(!codes(module).contains(u"unexpected"_s));
    }

    void saysThatAFileIsCutShort() {
        const auto modules = parse("A DEFINITIONS ::= BEGIN a OBJECT-TYPE SYNTAX INTEGER STATUS");
        QCOMPARE(modules.size(), size_t(1));
        QVERIFY(codes(modules[0]).contains(u"missing-end"_s));
        QVERIFY(codes(modules[0]).contains(u"unexpected-end"_s));
    }

    void readsTraps() {
        const Module module = parseOne("down TRAP-TYPE ENTERPRISE thing VARIABLES { a, b } DESCRIPTION \"d\" ::= 4");
        const Definition &down = module.definitions.front();
        QCOMPARE(down.kind, Definition::Trap);
        QCOMPARE(down.trapNumber, 4U);
        QCOMPARE(sliced(module.mentions, down.members).size(), size_t(2));
    }

    void gathersTheGroupsOfACompliance() {
        const Module module = parseOne(R"(c MODULE-COMPLIANCE STATUS current DESCRIPTION "own" MODULE
    MANDATORY-GROUPS { a, b } GROUP d DESCRIPTION "inner" OBJECT x SYNTAX INTEGER { q(1) } MIN-ACCESS read-only DESCRIPTION "x"
    MODULE IF-MIB MANDATORY-GROUPS { e } ::= { p 1 })");
        const Definition &compliance = module.definitions.front();
        QCOMPARE(module.text(compliance.description), u"own"_s);
        QStringList groups;
        for (const Mention &group : sliced(module.mentions, compliance.members))
            groups.append(module.text(group.module) + u'.' + module.text(group.name));
        QCOMPARE(groups.join(u' '), u".a .b .d IF-MIB.e"_s);
    }

    void takesALongLineInLinearTime() {
        QByteArray text;
        for (int i = 0; i < 200'000; ++i)
            text += "n" + QByteArray::number(i) + " OBJECT IDENTIFIER ::= { p " + QByteArray::number(i) + " } { ( ";
        const std::clock_t begin = std::clock(); // processor time: others may use the machine
        const Module module = parseOne(text);
        QVERIFY(module.definitions.size() >= 1);
        QVERIFY((std::clock() - begin) / CLOCKS_PER_SEC < 10);
    }

private:
    static std::vector<Module> parse(const QByteArray &text) {
        return Parser(std::make_shared<const Source>(u"test.mib"_s, text)).parse();
    }
    static Module parseOne(const QByteArray &body) {
        std::vector<Module> modules = parse("M DEFINITIONS ::= BEGIN " + body + "\nEND");
        return modules.empty() ? Module() : std::move(modules.front());
    }
    static QString codes(const Module &module) {
        QStringList found;
        for (const Diagnostic &diagnostic : module.diagnostics)
            found.append(diagnostic.code);
        return found.join(u',');
    }
};

QTEST_GUILESS_MAIN(TestParser)
#include "tst_parser.moc"
