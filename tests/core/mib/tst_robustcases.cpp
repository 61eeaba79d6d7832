// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Modules made by others to try parsers, where they are present beside the source tree: each gets the verdict that its
/// comments, its DESCRIPTION or the README beside it ask for. Truth: those words, which name smilint's complaints.
class TestRobustCases final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!QFileInfo::exists(shared(QString())))
            QSKIP("no modules that try a parser beside the source tree");
        // The parent of libsmi's cases, which is not among them.
        QFile parent(m_dir.filePath(u"LIBSMI-TEST-MIB"_s));
        QVERIFY(parent.open(QIODevice::WriteOnly)
            && parent.write("LIBSMI-TEST-MIB DEFINITIONS ::= BEGIN\n"
                            "testMib OBJECT IDENTIFIER ::= { 1 3 6 1 4 1 99999 1 }\nEND\n")
                > 0);
    }

    void getTheirVerdict_data() {
        QTest::addColumn<QStringList>("verdict"); // "line code", all there is but what is listed below
        const auto row = [](const char *file, const QStringList &verdict) { QTest::newRow(file) << verdict; };
        // What is not said of libsmi's cases, since nobody gains by it: a type or a group that nothing in its module
        // refers to, a type without DISPLAY-HINT, the advice of RFC 3419 on transport addresses, columns outside of
        // groups in a module that has no group.
        row("libsmi-cases/LIBSMI-TEST-001-MIB", {});
        row("libsmi-cases/LIBSMI-TEST-003-MIB", {u"45 second-module-identity"_s});
        row("libsmi-cases/LIBSMI-TEST-005-MIB", {u"4 unused-import"_s});
        row("libsmi-cases/LIBSMI-TEST-007-MIB", {u"44 missing-import"_s}); // and placed all the same
        row("libsmi-cases/LIBSMI-TEST-009-MIB",
            {u"86 duplicate-label"_s, u"92 duplicate-number"_s, u"102 bit-zero-unnamed"_s, u"114 bit-zero-unnamed"_s,
                u"114 duplicate-label"_s, u"120 bit-zero-unnamed"_s, u"120 duplicate-number"_s,
                u"126 bit-number-large"_s, u"126 bit-zero-unnamed"_s, u"132 bit-number"_s, u"132 bit-zero-unnamed"_s});
        row("libsmi-cases/LIBSMI-TEST-011-MIB", {u"91 index-access"_s});
        row("libsmi-cases/LIBSMI-TEST-013-MIB", {u"65 range-order"_s, u"79 range-order"_s, u"86 range-order"_s});
        row("libsmi-cases/LIBSMI-TEST-015-MIB", {});
        row("libsmi-cases/LIBSMI-TEST-017-MIB", {u"189 sequence-order"_s});

        row("problems/PROBLEM-ACCESS-MIB.mib",
            {u"30 scalar-read-create"_s, u"38 scalar-read-create"_s, u"50 smiv1-write-only"_s});
        row("problems/PROBLEM-DEFVAL-MIB.mib",
            {u"8 unused-import"_s, u"60 defval-type"_s, u"71 defval-label"_s, u"102 binary-length"_s});
        row("problems/PROBLEM-DIAGNOSTICS-MIB.mib",
            {u"29 unknown-type"_s, u"56 unknown-index"_s, u"80 unknown-member"_s});
        row("problems/PROBLEM-FORWARDING-MIB.mib", {});
        row("problems/PROBLEM-FORWARDING-RELAY-MIB.mib", {});
        row("problems/PROBLEM-FORWARDING-SOURCE-MIB.mib", {u"8 unused-import"_s});
        row("problems/PROBLEM-HEXSTRINGS-MIB.mib",
            {u"8 unused-import"_s, u"31 hex-length"_s, u"41 hex-length"_s, u"51 hex-length"_s, u"92 binary-length"_s,
                u"102 binary-length"_s});
        row("problems/PROBLEM-IMPORTS-ALIAS-MIB.mib", {});
        row("problems/PROBLEM-IMPORTS-MIB.mib",
            {u"40 missing-import"_s, u"48 missing-import"_s, u"56 missing-import"_s, u"64 missing-import"_s,
                u"73 missing-import"_s, u"82 missing-import"_s});
        row("problems/PROBLEM-INDEX-MIB.mib",
            {u"8 unused-import"_s, u"41 index-is-type"_s, u"155 index-range"_s, u"155 index-range"_s});
        row("problems/PROBLEM-KEYWORDS-MIB.mib", {u"9 unused-import"_s});
        row("problems/PROBLEM-NAMING-MIB.mib",
            {u"30 name-upper-case"_s, u"37 name-upper-case"_s, u"42 name-upper-case"_s, u"47 name-upper-case"_s});
        row("problems/PROBLEM-NOTIFICATIONS-MIB.mib",
            {u"11 unused-import"_s, u"80 notification-object-access"_s, u"91 no-group"_s, u"92 unknown-member"_s,
                u"109 group-member-access"_s});
        row("problems/PROBLEM-REVISIONS-MIB.mib",
            {u"19 late-module-identity"_s, u"20 revision-missing"_s, u"31 revision-order"_s});
        row("problems/PROBLEM-SEMANTICS-MIB.mib", {u"131 notification-object-access"_s});
        row("problems/PROBLEM-SHADOWING-BASE-MIB.mib", {u"9 unused-import"_s});
        row("problems/PROBLEM-SHADOWING-MIB.mib", {});
        row("problems/PROBLEM-SMIv1v2-MIX-MIB.mib",
            {u"30 smiv1-status"_s, u"32 smiv1-access"_s, u"72 macro-not-imported"_s, u"72 smiv1-trap"_s,
                u"92 missing-import"_s, u"99 missing-import"_s});
        row("problems/PROBLEM-TYPECHAINS-MIB.mib", {});

        row("strictness/strict/STRICT-TEST-MIB.mib", {});
        row("strictness/strict/STRICT-TABLE-MIB.mib", {});
        row("strictness/relaxed/LONG-NAME-WARN-MIB.mib", {u"25 long-names"_s});
        row("strictness/violations/UNDERSCORE-TEST-MIB.mib", {u"25 name-underscore"_s, u"34 name-underscore"_s});
        row("strictness/violations/HYPHEN-END-TEST-MIB.mib", {u"25 name-hyphen-end"_s});
        row("strictness/violations/LONG-IDENT-TEST-MIB.mib", {u"25 name-too-long"_s});
        row("strictness/violations/MISSING-IDENTITY-MIB.mib", {u"6 missing-module-identity"_s});
        row("strictness/violations/MISSING-IMPORT-TEST-MIB.mib", {u"9 unused-import"_s, u"19 missing-import"_s});
        row("strictness/invalid/INVALID-SYNTAX-MIB.mib", {u"22 missing-syntax"_s});
        row("strictness/invalid/INVALID-TRUNCATED-MIB.mib", {u"22 missing-value"_s, u"25 missing-end"_s});
        row("strictness/invalid/INVALID-DUPLICATE-OID-MIB.mib", {u"29 duplicate-oid"_s});

        row("synthetic/SYNTHETIC-MIB.mib", {u"208 no-group"_s, u"769 long-names"_s});
        row("synthetic/SYNTHETICTYPES-MIB.mib", {});
    }
    void getTheirVerdict() {
        QFETCH(QStringList, verdict);
        const QString path = shared(QString::fromLatin1(QTest::currentDataTag()));
        QStringList found;
        for (const Diagnostic &one : library()->diagnosticsOf(path))
            found.append(QString::number(one.line) + u' ' + one.code);
        const auto inOrder = [](QStringList lines) {
            std::ranges::sort(lines, {},
                [](const QString &line) { return std::pair(line.section(u' ', 0, 0).toInt(), line.section(u' ', 1)); });
            return lines.join(u", "_s);
        };
        QCOMPARE(inOrder(found), inOrder(verdict));
    }

    void placeEveryObject() {
        QStringList unplaced;
        for (const Unplaced &one : library()->unplaced())
            if (!one.module.startsWith(u"INVALID-TRUNCATED"_s))
                unplaced.append(one.module + u"::"_s + one.name + u": "_s + one.reason);
        QVERIFY2(unplaced.isEmpty(), qPrintable(unplaced.join(u'\n')));
    }

    void meanWhatTheirCommentsSay() {
        QCOMPARE(node(u"problemForwardedTypeObject").type().sizes, QList<Range>({{0, 128}}));
        QCOMPARE(node(u"problemMissingCounter64").base(), BaseType::Counter64);
        QCOMPARE(node(u"problemMissingTruthValue").type().enums.size(), 2);
        QCOMPARE(node(u"problemAliasString").displayHint(), u"255a"_s);
        QCOMPARE(node(u"problemInheritedHint").displayHint(), u"d-2"_s);
        QCOMPARE(node(u"problemDefvalMultiBits").defaultValue(), u"{ read, write }"_s);
        QCOMPARE(node(u"problemDefvalOidRef").defaultValue(), u"zeroDotZero"_s);
        QCOMPARE(node(u"S5735-L8T4X-A1").oid(), Oid({1, 3, 6, 1, 4, 1, 99998, 7, 2, 3}));
        QCOMPARE(node(u"problemAugExtra").indexes().size(), 1);
        QCOMPARE(node(u"problemDiagEntry").indexes().size(), 2);
        QVERIFY(node(u"problemDiagEntry").indexNodes().back().isNull());
    }

private:
    static QString shared(const QString &name) {
        return QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/robust/") + name;
    }
    NodeRef node(QStringView name) {
        const QList<NodeRef> found = library()->named(name);
        return found.isEmpty() ? NodeRef() : found.front();
    }
    const Library::Pointer &library() {
        if (!m_library)
            m_library = compileLibrary({{{shared(QString()), Collection::User}, {m_dir.path(), Collection::User},
                {QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}});
        return m_library;
    }
    const QTemporaryDir m_dir;
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestRobustCases)
#include "tst_robustcases.moc"
