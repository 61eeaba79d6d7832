// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"
#include "tests/support/differencelist.h"
#include "tests/support/translated.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

/// Where the differences found are written, if somebody wants them all: to renew tests/data/netsnmp-differences.txt.
const QString wanted = qEnvironmentVariable("WALKABOUT_DIFFERENCES");

/// The base types that -Td tells apart, under our names.
QString baseOf(const QString &base) {
    static const QHash<QString, QString> names = {
        {u"INTEGER"_s, u"Integer32"_s},
        {u"UInteger32"_s, u"Unsigned32"_s},
        {u"OCTET STRING"_s, u"OctetString"_s},
        {u"OBJECT IDENTIFIER"_s, u"ObjectIdentifier"_s},
        {u"BITS"_s, u"Bits"_s},
    };
    return names.value(base, base);
}

/// The macro that defines such a node; what has an OID alone is printed as an object is. Only a macro gives a status.
QString macroOf(const NodeRef &node) {
    switch (node.kind()) {
    case NodeKind::Module: return u"MODULE-IDENTITY"_s;
    case NodeKind::Notification: return u"NOTIFICATION-TYPE"_s;
    case NodeKind::Group: return u"OBJECT-GROUP"_s;
    case NodeKind::Compliance: return u"MODULE-COMPLIANCE"_s;
    case NodeKind::Capabilities: return u"AGENT-CAPABILITIES"_s;
    case NodeKind::Node: return node.status() == Status::None ? u"OBJECT-TYPE"_s : u"OBJECT-IDENTITY"_s;
    default: return u"OBJECT-TYPE"_s;
    }
}

QString textOf(const QList<Range> &ranges) {
    QStringList parts;
    for (const Range &range : ranges) {
        const auto text
            = [&](qint64 bound) { return range.isUnsigned ? QString::number(quint64(bound)) : QString::number(bound); };
        parts.append(range.low == range.high ? text(range.low) : u"%1..%2"_s.arg(text(range.low), text(range.high)));
    }
    return parts.join(u" | "_s);
}

QString textOf(const QList<EnumItem> &enums) {
    QStringList parts;
    for (const EnumItem &item : enums)
        parts.append(u"%1(%2)"_s.arg(item.label).arg(item.number));
    return parts.join(u", "_s);
}

QString lastNames(QStringList names) {
    for (QString &name : names)
        name = name.section(u"::"_s, -1);
    return names.join(u", "_s);
}

/// What a person could see differ, spaces and line ends apart.
QString bare(QString text) { return text.remove(u' ').remove(u'\n').remove(u'\t').remove(u'\r'); }

/// A DEFVAL as net-snmp has it: octets as a number. Ours is as written.
QString defaultOf(const QString &written) {
    static const QRegularExpression octets(u"^'([0-9A-Fa-f]*)'([HhBb])$"_s);
    const auto match = octets.match(written);
    if (!match.hasMatch())
        return bare(written);
    const int base = match.captured(2).toLower() == u"h" ? 16 : 2;
    return QString::number(match.captured(1).toULongLong(nullptr, base));
}

} // namespace

/// Truth: net-snmp, asked now, node by node. What remains stands in tests/data/netsnmp-differences.txt, and why.
class TestMibOracle final : public QObject {
    Q_OBJECT

private slots:
    void agreesWithNetSnmp_data() {
        QTest::addColumn<QStringList>("folders");
        QTest::addColumn<int>("least");
        QTest::newRow("net-snmp") << QStringList{u"mibs/net-snmp"_s} << 3'000;
        QTest::newRow("problems") << QStringList{u"mibs/net-snmp"_s, u"robust/problems"_s, u"robust/synthetic"_s}
                                  << 3'000;
        QTest::newRow("all") << QStringList{u"mibs"_s} << 40'000;
    }
    void agreesWithNetSnmp() {
        QFETCH(QStringList, folders);
        QFETCH(int, least);
        const QString part = QString::fromLatin1(QTest::currentDataTag());
        const QTemporaryDir flat;
        for (const QString &folder : folders) {
            const QString path = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/") + folder;
            if (!QFileInfo::exists(path) || !NetSnmpMibs::isInstalled())
                QSKIP("no collection of modules beside the source tree, or no snmptranslate");
            for (QDirIterator each(path, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
                const QFileInfo file(each.next());
                QFile::link(file.absoluteFilePath(), flat.filePath(file.fileName()));
            }
        }
        const auto library = compileLibrary({{{flat.path(), Collection::User}}});
        QStringList modules;
        for (const ModuleInfo &module : library->modules())
            modules.append(module.name);
        const NetSnmpMibs netSnmp(flat.path(), modules);

        m_differences.clear();
        QHash<QString, QList<NodeRef>> ours;
        for (qsizetype i = 1; i < library->nodeCount(); ++i) {
            const NodeRef node = library->at(i);
            ours[node.oid().toString() + u' ' + node.name()].append(node);
        }
        const auto names = netSnmp.names();
        // Of several names that an OID has, the details of the first alone can be asked.
        QStringList asked;
        QSet<QString> theirs;
        for (const auto &one : names) {
            theirs.insert(one.oid + u' ' + one.name);
            if (ours.value(one.oid + u' ' + one.name).isEmpty())
                differ("name", one.oid, one.name, {});
            asked.append(one.oid);
        }
        asked.removeDuplicates();
        for (auto it = ours.cbegin(); it != ours.cend(); ++it)
            if (!it->front().module().isEmpty() && !theirs.contains(it.key()))
                differ("name", it->front().oid().toString(), {}, it->front().qualifiedName());
        QVERIFY2(asked.size() > least, qPrintable(QString::number(asked.size())));
        const QList<Translated> details = netSnmp.details(asked);
        QCOMPARE(details.size(), asked.size());
        for (qsizetype i = 0; i < details.size(); ++i) {
            QCOMPARE(details[i].oid.toString(), asked[i]);
            if (const auto nodes = ours.value(asked[i] + u' ' + details[i].name); !nodes.isEmpty())
                compare(details[i], nodes);
        }
        judge(part);
    }

private:
    void differ(const char *fact, const QString &node, const QString &theirs, const QString &mine) {
        if (theirs != mine)
            m_differences.append(u"%1 %2: %3 / %4"_s.arg(QString::fromLatin1(fact), node, theirs, mine).simplified());
    }

    void compare(const Translated &theirs, const QList<NodeRef> &candidates) {
        // Of two modules that say the same of one OID, the one whose text net-snmp kept.
        NodeRef node = candidates.front();
        for (const NodeRef &one : candidates)
            if (one.module() == theirs.modules.value(0))
                node = one;
        const QString name = node.qualifiedName();
        if (node.module() != theirs.modules.value(0))
            return differ("module", name, theirs.modules.join(u','), node.module());
        const TypeInfo type = node.type();
        const bool isLeaf = type.base != BaseType::None && type.base != BaseType::Sequence;
        differ("macro", name, theirs.macro, macroOf(node));
        differ("base", name, baseOf(theirs.base), isLeaf ? baseTypeName(type.base) : QString());
        if (isLeaf) {
            differ("type", name, theirs.convention, type.qualifiedName.section(u"::"_s, -1));
            differ("ranges", name, theirs.ranges, textOf(type.sizes.isEmpty() ? type.ranges : type.sizes));
            differ("enums", name, theirs.enums, textOf(type.enums));
        }
        differ("hint", name, theirs.hint, node.displayHint());
        differ("units", name, theirs.units, node.units());
        differ("access", name, theirs.access, accessName(node.access()));
        differ("status", name, theirs.status, statusName(node.status()));
        differ(
            "augments", name, theirs.augments, node.kind() == NodeKind::Row ? lastNames({node.augments()}) : QString());
        QStringList indexes;
        if (node.kind() == NodeKind::Row && node.augments().isEmpty())
            for (const IndexItem &item : node.indexes())
                indexes.append((item.implied ? u"IMPLIED "_s : QString()) + item.name.section(u"::"_s, -1));
        differ("index", name, theirs.indexes, indexes.join(u", "_s));
        differ("default", name, bare(theirs.defaultValue), defaultOf(node.defaultValue()));
        differ("objects", name, theirs.objects, lastNames(node.objects()));
        if (bare(theirs.description) != bare(node.description()))
            differ("description", name, u"another"_s, {});
    }

    void judge(const QString &part) const {
        if (!wanted.isEmpty()) {
            QFile file(wanted + u'.' + part);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(m_differences.join(u'\n').toUtf8());
        }
        const QString path = QStringLiteral(WALKABOUT_SOURCE_DIR "/tests/data/netsnmp-differences.txt");
        const QStringList wrong = DifferenceList(path, part).judge(m_differences);
        QVERIFY2(wrong.isEmpty(),
            qPrintable(QString::number(wrong.size()) + u":\n"_s
                + wrong.first(std::min<qsizetype>(wrong.size(), 40)).join(u'\n')));
    }

    QStringList m_differences;
};

QTEST_GUILESS_MAIN(TestMibOracle)
#include "tst_miboracle.moc"
