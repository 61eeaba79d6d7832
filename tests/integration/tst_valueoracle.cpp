// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"
#include "core/sim/recordedagent.h"
#include "core/sim/responder.h"
#include "core/snmp/engine.h"
#include "core/work/describe.h"
#include "tests/support/differencelist.h"
#include "tests/support/tool.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <unordered_map>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString shared(const QString &name) { return QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/") + name; }

/// The wire type that an object's values have.
bool fits(const Value &value, BaseType base) {
    switch (base) {
    case BaseType::Integer32: return value.type() == Value::Type::Integer32;
    case BaseType::Unsigned32:
    case BaseType::Gauge32: return value.type() == Value::Type::Gauge32;
    case BaseType::OctetString:
    case BaseType::Bits: return value.type() == Value::Type::OctetString;
    default: return false;
    }
}

/// "BITS: A0 80 first(0) third(2) 8 " without the octets.
QString labelsOf(const QString &printed) {
    static const QRegularExpression octets(u"^BITS: ([0-9A-F]{2} \\n?)*"_s);
    return QString(printed).remove(octets).trimmed();
}

} // namespace

/// Truth: net-snmp's snmpbulkwalk. All values that the recordings of real devices have for objects with a DISPLAY-HINT,
/// an enumeration or BITS, each different value of an object once, are served as one device; it prints them by the same
/// modules. What remains stands in tests/data/netsnmp-values.txt, with the section of the RFC that decides.
class TestValueOracle final : public QObject {
    Q_OBJECT

private slots:
    void printsRealValuesAsNetSnmpDoes();

private:
    void link(const QString &from);
    [[nodiscard]] VarBinds realValues() const;
    [[nodiscard]] QStringList printed(const VarBinds &values);

    QTemporaryDir m_flat;
    Library::Pointer m_library;
    Engine m_engine;
};

void TestValueOracle::link(const QString &from) {
    for (QDirIterator each(from, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const QFileInfo file(each.next());
        QFile::link(file.absoluteFilePath(), m_flat.filePath(file.fileName()));
    }
}

/// Each value of an object at an instance of its own: column.1, column.2 ...
VarBinds TestValueOracle::realValues() const {
    struct Object {
        BaseType base = BaseType::None; // None: its values are not looked at
        QSet<QByteArray> seen;
    };
    std::unordered_map<qint32, Object> objects; // by the node's index
    VarBinds all;
    QDirIterator each(shared(u"devices"_s), QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const auto recording = Recording::looksLikeRecording(path) ? Recording::open(path) : Recording();
        if (!recording)
            continue;
        for (const VarBind &varBind : recording->varBinds()) {
            const NodeRef node = m_library->nearest(varBind.oid);
            const auto [found, isNew] = objects.try_emplace(node.index());
            Object &object = found->second;
            if (isNew && (node.kind() == NodeKind::Column || node.kind() == NodeKind::Scalar)) {
                const TypeInfo type = node.type();
                object.base = type.enums.isEmpty() && type.displayHint.isEmpty() ? BaseType::None : type.base;
            }
            if (!fits(varBind.value, object.base))
                continue;
            const qsizetype before = object.seen.size();
            object.seen.insert(Recording::line({Oid{1}, varBind.value}, Recording::Format::SnmpRec));
            if (object.seen.size() == before)
                continue;
            Oid instance = node.oid();
            instance.append(quint32(object.seen.size()));
            all.append({instance, varBind.value});
        }
    }
    std::ranges::sort(all, {}, &VarBind::oid);
    return all;
}

/// What snmpbulkwalk prints of these, in their order: the type and the text, "STRING: eth0".
QStringList TestValueOracle::printed(const VarBinds &values) {
    Responder responder(
        m_engine, std::make_unique<RecordedAgent>(Recording(values)), Responder::Access{Secret("public"), {}, {}});
    if (responder.listen(QHostAddress(QHostAddress::LocalHost), 0))
        return {};
    // Of two definitions of an object net-snmp keeps the first that it reads: not RFC 1213's.
    QStringList modules{u"SNMPv2-MIB"_s, u"IF-MIB"_s, u"IP-MIB"_s, u"TCP-MIB"_s, u"UDP-MIB"_s};
    for (const ModuleInfo &module : m_library->modules())
        modules.append(module.name);
    const ToolOutcome walk = runTool(u"snmpbulkwalk"_s,
        {u"-v2c"_s, u"-c"_s, u"public"_s, u"-m"_s, modules.join(u':'), u"-M"_s, m_flat.path(), u"-OnaU"_s, u"-Cr50"_s,
            u"127.0.0.1:%1"_s.arg(responder.port()), u"1"_s},
        120s);
    static const QRegularExpression line(u"^(\\.[0-9.]+) = "_s);
    QStringList texts;
    qsizetype next = 0;
    QByteArray output = walk.text;
    output.chop(1);
    for (const QByteArray &raw : output.split('\n')) {
        const QString text = QString::fromUtf8(raw);
        const auto match = line.match(text);
        // A text with line breaks may hold anything: only the OID that is due begins a value.
        if (next < values.size() && match.hasMatch() && match.captured(1) == u'.' + values[next].oid.toString()) {
            texts.append(text.mid(match.capturedLength()));
            ++next;
        } else if (text.contains(u"No more variables left in this MIB View"_s)) {
            break;
        } else if (!texts.isEmpty()) {
            texts.last() += u'\n' + text;
        }
    }
    return texts;
}

void TestValueOracle::printsRealValuesAsNetSnmpDoes() {
    if (!QFileInfo::exists(shared(u"devices"_s)) || !QFileInfo::exists(shared(u"mibs"_s))
        || QStandardPaths::findExecutable(u"snmpbulkwalk"_s).isEmpty())
        QSKIP("no recordings and modules beside the source tree, or no snmpbulkwalk");
    link(shared(u"mibs"_s));
    m_library = compileLibrary({{{m_flat.path(), Collection::User}}});
    const VarBinds values = realValues();
    QVERIFY2(values.size() > 10'000, qPrintable(QString::number(values.size())));
    const QStringList theirs = printed(values);
    QCOMPARE(theirs.size(), values.size());

    const Describe describe(m_library, Describe::Style::Terminal);
    QStringList differences;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const NodeRef node = m_library->nearest(values[i].oid);
        const TypeInfo type = node.type();
        const QString kind = theirs[i].section(u": "_s, 0, 0);
        const QString text = kind == u"BITS"_s ? labelsOf(theirs[i]) : theirs[i].section(u": "_s, 1);
        const QString mine = describe.value(values[i]);
        if (text != mine)
            differences.append(
                u"%1 %2: %3 / %4"_s
                    .arg(u"%1 %2"_s.arg(kind, type.displayHint).trimmed(), node.qualifiedName(), text, mine)
                    .simplified());
    }
    const QString path = QStringLiteral(WALKABOUT_SOURCE_DIR "/tests/data/netsnmp-values.txt");
    const QStringList wrong = DifferenceList(path, u"values"_s).judge(differences);
    QVERIFY2(wrong.isEmpty(),
        qPrintable(
            QString::number(wrong.size()) + u":\n"_s + wrong.first(std::min<qsizetype>(wrong.size(), 40)).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestValueOracle)
#include "tst_valueoracle.moc"
