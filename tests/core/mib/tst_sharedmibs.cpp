// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Compares the library with what others make of real modules, where the collections for it are present beside the
/// source tree.
class TestSharedMibs final : public QObject {
    Q_OBJECT

private slots:
    void agreesWithRecordedFacts_data() {
        QTest::addColumn<QString>("module");
        for (const char *const module : {"IF-MIB", "IP-MIB", "SNMPv2-MIB", "BRIDGE-MIB", "ENTITY-MIB"})
            QTest::newRow(module) << QString::fromLatin1(module);
    }
    /// Truth: files made with net-snmp by others. It has no kinds, gives a status to objects alone and loses unsigned
    /// ranges, so those are not compared; a registry of numbers in another module may have grown since.
    void agreesWithRecordedFacts() {
        QFETCH(QString, module);
        QFile file(shared(u"robust/netsnmp-truth/"_s + module + u".json"_s));
        if (shared(u"mibs"_s).isEmpty() || !file.open(QIODevice::ReadOnly))
            QSKIP("no recorded facts beside the source tree");
        if (!m_library)
            m_library = compileLibrary({{{shared(u"mibs"_s), Collection::User}}});
        const QJsonObject facts = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(facts.size() > 40);
        QStringList wrong;
        const auto check = [&](const QJsonObject &fact, const char *what, const QString &theirs, const QString &mine) {
            if (theirs != mine)
                wrong.append(
                    fact[u"Name"_s].toString() + u' ' + QString::fromLatin1(what) + u": "_s + theirs + u" / "_s + mine);
        };
        for (auto it = facts.begin(); it != facts.end(); ++it) {
            const QJsonObject fact = it.value().toObject();
            const QList<NodeRef> found = m_library->named(QString(module + u"::"_s + fact[u"Name"_s].toString()));
            if (found.isEmpty()) {
                wrong.append(fact[u"Name"_s].toString());
                continue;
            }
            const NodeRef node = found.front();
            check(fact, "oid", it.key(), node.oid().toString());
            check(fact, "access", fact[u"Access"_s].toString(), accessName(node.access()));
            if (!fact[u"Status"_s].toString().isEmpty())
                check(fact, "status", fact[u"Status"_s].toString(), statusName(node.status()));
            check(fact, "hint", fact[u"Hint"_s].toString(), node.displayHint());
            check(fact, "units", fact[u"Units"_s].toString(), node.units());
            QStringList labels;
            for (const EnumItem &item : node.type().enums)
                labels.append(u"%1=%2"_s.arg(item.number).arg(item.label));
            QStringList theirs;
            for (const QString &key : {u"EnumValues"_s, u"BitValues"_s}) {
                const QJsonObject values = fact[key].toObject();
                for (auto value = values.begin(); value != values.end(); ++value)
                    theirs.append(value.key() + u'=' + value.value().toString());
            }
            labels.sort();
            theirs.sort();
            theirs.removeDuplicates();
            if (node.type().module != module)
                labels.removeIf([&](const QString &label) { return !theirs.contains(label); });
            check(fact, "enums", theirs.join(u','), labels.join(u','));
            QStringList indexes;
            QStringList theirIndexes;
            for (const IndexItem &item :
                node.kind() == NodeKind::Row && node.augments().isEmpty() ? node.indexes() : QList<IndexItem>())
                indexes.append(item.name.section(u"::"_s, -1) + (item.implied ? u"!"_s : QString()));
            for (const QJsonValue &item : fact[u"Indexes"_s].toArray())
                theirIndexes.append(item[u"Name"_s].toString() + (item[u"Implied"_s].toBool() ? u"!"_s : QString()));
            check(fact, "index", theirIndexes.join(u','), indexes.join(u','));
        }
        QVERIFY2(wrong.isEmpty(),
            qPrintable(QString::number(wrong.size()) + u": "_s
                + wrong.first(std::min<qsizetype>(wrong.size(), 12)).join(u"\n"_s)));
    }

    void readsProblemModules() {
        const QString folder = shared(u"robust/problems"_s);
        if (folder.isEmpty())
            QSKIP("no problem modules beside the source tree");
        const auto library = compileLibrary(
            {{{folder, Collection::User}, {QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}});
        for (const Unplaced &one : library->unplaced())
            QVERIFY2(false, qPrintable(one.module + u"::"_s + one.name + u": "_s + one.reason));
        const auto node = [&](QStringView name) {
            return library->named(name).isEmpty() ? NodeRef() : library->named(name).front();
        };
        QCOMPARE(node(u"problemForwardedTypeObject").type().sizes, QList<Range>({{0, 128}}));
        QCOMPARE(node(u"problemMissingCounter64").base(), BaseType::Counter64);
        QCOMPARE(node(u"problemMissingTruthValue").type().enums.size(), 2);
        QCOMPARE(node(u"problemAliasString").displayHint(), u"255a"_s);
        QCOMPARE(node(u"problemInheritedHint").displayHint(), u"d-2"_s);
        QCOMPARE(node(u"problemDefvalMultiBits").defaultValue(), u"{ read, write }"_s);
        QCOMPARE(node(u"S5735-L8T4X-A1").oid(), Oid({1, 3, 6, 1, 4, 1, 99998, 7, 2, 3}));
        QCOMPARE(node(u"problemAugExtra").indexes().size(), 1);
        QCOMPARE(node(u"problemDiagEntry").indexes().size(), 2);
        QVERIFY(node(u"problemDiagEntry").indexNodes().back().isNull());
        const auto has = [&](QStringView code, QStringView module) {
            return std::ranges::any_of(library->diagnostics(),
                [&](const Diagnostic &one) { return one.code == code && one.module == module; });
        };
        QVERIFY(has(u"unknown-type", u"PROBLEM-DIAGNOSTICS-MIB"));
        QVERIFY(has(u"unknown-index", u"PROBLEM-DIAGNOSTICS-MIB"));
        QVERIFY(has(u"unknown-member", u"PROBLEM-NOTIFICATIONS-MIB"));
        QVERIFY(has(u"name-upper-case", u"PROBLEM-NAMING-MIB"));
    }

    void judgesStrictnessCases_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code"); // empty: nothing to complain of
        QTest::newRow("strict") << u"strict/STRICT-TEST-MIB.mib"_s << QString();
        QTest::newRow("strict table") << u"strict/STRICT-TABLE-MIB.mib"_s << QString();
        QTest::newRow("long name") << u"relaxed/LONG-NAME-WARN-MIB.mib"_s << u"long-names"_s;
        QTest::newRow("underscore") << u"violations/UNDERSCORE-TEST-MIB.mib"_s << u"name-underscore"_s;
        QTest::newRow("hyphen") << u"violations/HYPHEN-END-TEST-MIB.mib"_s << u"name-hyphen-end"_s;
        QTest::newRow("over-long name") << u"violations/LONG-IDENT-TEST-MIB.mib"_s << u"name-too-long"_s;
        QTest::newRow("no identity") << u"violations/MISSING-IDENTITY-MIB.mib"_s << u"missing-module-identity"_s;
        QTest::newRow("no import") << u"violations/MISSING-IMPORT-TEST-MIB.mib"_s << u"missing-import"_s;
        QTest::newRow("no syntax") << u"invalid/INVALID-SYNTAX-MIB.mib"_s << u"missing-syntax"_s;
        QTest::newRow("cut short") << u"invalid/INVALID-TRUNCATED-MIB.mib"_s << u"missing-end"_s;
        QTest::newRow("two at one OID") << u"invalid/INVALID-DUPLICATE-OID-MIB.mib"_s << u"duplicate-oid"_s;
    }
    void judgesStrictnessCases() {
        QFETCH(QString, file);
        QFETCH(QString, code);
        const QString path = shared(u"robust/strictness/"_s + file);
        if (path.isEmpty())
            QSKIP("no strictness cases beside the source tree");
        const auto library = compileLibrary(
            {{{path, Collection::User}, {QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}});
        QStringList codes;
        for (const Diagnostic &one : library->diagnostics())
            if (one.file == path)
                codes.append(one.code);
        QVERIFY2(code.isEmpty() ? codes.isEmpty() : codes.contains(code), qPrintable(codes.join(u',')));
    }

private:
    static QString shared(const QString &name) {
        const QString path = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/") + name;
        return QFileInfo::exists(path) ? path : QString();
    }
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestSharedMibs)
#include "tst_sharedmibs.moc"
