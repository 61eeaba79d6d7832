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

private:
    static QString shared(const QString &name) {
        const QString path = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/") + name;
        return QFileInfo::exists(path) ? path : QString();
    }
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestSharedMibs)
#include "tst_sharedmibs.moc"
