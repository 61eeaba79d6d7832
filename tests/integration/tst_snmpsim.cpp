// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/snmpd.h"
#include "tests/support/snmpsim.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Least = 2'000; // octets of a recording that has something to say
constexpr qint64 Most = 80'000; // snmpsim serves a few thousand varbinds a second
constexpr int Handful = 6;
constexpr qint64 Budget = 45'000; // ms; on a loaded machine the last ones are left out

/// WALKABOUT_ALL_RECORDINGS=1: each of them, however long it takes.
bool all() { return qEnvironmentVariableIntValue("WALKABOUT_ALL_RECORDINGS") == 1; }

/// Some of its values are made as they are read: "2:numeric|min=1,max=2".
bool moves(const QString &path) {
    static const QRegularExpression made(u"^[\\d.]+\\|\\d+x?:"_s, QRegularExpression::MultilineOption);
    QFile file(path);
    return !file.open(QIODevice::ReadOnly) || made.match(QString::fromLatin1(file.readAll())).hasMatch();
}

/// The varbind of a line of JSON: by what went over the wire, whatever the library calls it.
VarBind varBindOf(const QJsonObject &object) {
    const QString type = object[u"type"].toString();
    const qint64 number = object[u"value"].toInteger();
    const QByteArray octets = QByteArray::fromHex(object[u"hex"].toString().toLatin1());
    const auto value = [&]() -> Value {
        if (type == u"Bits")
            return Value::octets(octets);
        if (type == u"Unsigned32")
            return Value::gauge32(quint32(number));
        switch (Value::typeNamed(type).value_or(Value::Type::Null)) {
        case Value::Type::Integer32: return Value::integer(qint32(number));
        case Value::Type::OctetString: return Value::octets(octets);
        case Value::Type::Opaque: return Value::opaque(octets);
        case Value::Type::ObjectIdentifier: return Value::oid(Oid::parse(object[u"value"].toString()).value_or(Oid()));
        case Value::Type::IpAddress: return Value::ipAddress(octets).value_or(Value());
        case Value::Type::Counter32: return Value::counter32(quint32(number));
        case Value::Type::Gauge32: return Value::gauge32(quint32(number));
        case Value::Type::TimeTicks: return Value::timeTicks(quint32(number));
        case Value::Type::Counter64: return Value::counter64(object[u"text"].toString().toULongLong());
        case Value::Type::OpaqueFloat: return Value::opaqueFloat(float(object[u"value"].toDouble()));
        default: return {};
        }
    };
    return {Oid::parse(object[u"oid"].toString()).value_or(Oid()), value()};
}

} // namespace

/// Recordings of real devices, one of each family, played by another project's agent: what net-snmp's snmpbulkwalk
/// reads of it is what walkabout-cli reads.
class TestSnmpsim final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void readsWhatSnmpbulkwalkReads_data();
    void readsWhatSnmpbulkwalkReads();
    void thatWasAHandful();

private:
    [[nodiscard]] static QMap<QString, QFileInfo> recordings();
    [[nodiscard]] Ran walk(const Snmpsim &agent, const QString &option) const;

    Program m_program;
    QElapsedTimer m_since;
    int m_compared = 0;
};

void TestSnmpsim::initTestCase() {
    if (!Snmpsim::isInstalled())
        QSKIP("snmpsimd is not installed");
    if (!Snmpd::isInstalled(u"snmpbulkwalk"_s) || !Snmpd::isInstalled(u"snmpget"_s))
        QSKIP("snmpbulkwalk, whose output is the truth, is not installed");
    if (recordings().size() < Handful)
        QSKIP("the recordings of real devices are not beside the source");
    m_since.start();
}

/// The largest of each family, not too large: "router" of router_9.snmprec; or all.
QMap<QString, QFileInfo> TestSnmpsim::recordings() {
    static const QRegularExpression end(u"[-_.]"_s);
    QMap<QString, QFileInfo> found;
    const QString folder = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/devices");
    for (QDirIterator each(folder, {u"*.snmprec"_s}, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const QFileInfo file(each.next());
        if (all()) {
            found.insert(file.filePath(), file);
            continue;
        }
        const bool isDevice = file.fileName().front().isLetter(); // not one moment of several: 00007.snmprec
        if (!isDevice || file.size() < Least || file.size() > Most || moves(file.filePath()))
            continue;
        QFileInfo &best = found[file.fileName().section(end, 0, 0)];
        const auto rank = [](const QFileInfo &one) { return std::pair(one.size(), one.filePath()); };
        if (best.filePath().isEmpty() || rank(file) > rank(best))
            best = file;
    }
    return found;
}

void TestSnmpsim::readsWhatSnmpbulkwalkReads_data() {
    QTest::addColumn<QString>("path");
    const auto files = recordings();
    for (const QFileInfo &file : files)
        QTest::newRow(qPrintable(all() ? file.filePath().section(u'/', -2) : file.fileName())) << file.filePath();
}

Ran TestSnmpsim::walk(const Snmpsim &agent, const QString &option) const {
    return m_program.run({u"walk"_s, option, u"-c"_s, Snmpsim::community(), agent.address(), u"1.3"_s});
}

void TestSnmpsim::readsWhatSnmpbulkwalkReads() {
    QFETCH(const QString, path);
    if (!all() && m_since.elapsed() > Budget)
        return;
    QString why;
    const auto agent = Snmpsim::start(path, &why);
    const QStringList truth = agent ? agent->walked() : QStringList();
    if (truth.isEmpty()) { // not each recording is to its taste
        qInfo("%s", agent ? "snmpsimd ended over this recording" : qPrintable(why));
        return;
    }
    const Ran text = walk(*agent, u"-On"_s);
    QVERIFY2(text.status == 0, text.err.constData());
    QStringList names;
    for (const QByteArray &line : text.lines())
        names.append(QString::fromUtf8(line).section(u' ', 0, 0));
    QStringList trueNames;
    for (const QString &line : truth)
        trueNames.append(line.section(u' ', 0, 0));
    QCOMPARE(names, trueNames);
    if (moves(path)) // its names alone can be compared
        return void(++m_compared);

    const Ran json = walk(*agent, u"--json"_s);
    QVERIFY2(json.status == 0, json.err.constData());
    QList<QJsonObject> objects = json.objects();
    QCOMPARE(objects.takeLast()[u"end"].toString(), u"whole"_s);
    QStringList lines;
    for (const QJsonObject &object : std::as_const(objects))
        lines.append(Snmpd::line(varBindOf(object)));
    QCOMPARE(lines, truth);
    ++m_compared;
}

void TestSnmpsim::thatWasAHandful() {
    qInfo("%d recordings in %lld s", m_compared, qlonglong(m_since.elapsed() / 1000));
    QVERIFY(m_compared >= Handful);
}

QTEST_GUILESS_MAIN(TestSnmpsim)
#include "tst_snmpsim.moc"
