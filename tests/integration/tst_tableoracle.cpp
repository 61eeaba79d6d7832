// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"
#include "core/mib/index.h"
#include "core/sim/recordedagent.h"
#include "core/sim/responder.h"
#include "core/snmp/engine.h"
#include "core/store/connection.h"
#include "core/work/describe.h"
#include "core/work/query.h"
#include "tests/support/madelibrary.h"
#include "tests/support/tool.h"
#include "tests/support/waiting.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString folder = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/devices");

QStringList recordings() {
    QStringList paths;
    for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const QString path = each.next();
        if (Recording::looksLikeRecording(path))
            paths.append(path);
    }
    paths.sort();
    return paths;
}

using Cells = std::map<std::pair<Oid, QString>, QString>; // by instance and column

/// As snmptable prints it: labels alone, "0:0:02:02.47", octets as hex in quotes.
QString quick(const Describe &describe, const VarBind &cell) {
    if (cell.value.type() == Value::Type::TimeTicks) {
        const quint64 ticks = cell.value.toUnsigned();
        return u"%1:%2:%3:%4.%5"_s.arg(ticks / 8'640'000)
            .arg(ticks / 360'000 % 24)
            .arg(ticks / 6000 % 60, 2, 10, QChar(u'0'))
            .arg(ticks / 100 % 60, 2, 10, QChar(u'0'))
            .arg(ticks % 100, 2, 10, QChar(u'0'));
    }
    const bool isNetwork = describe.library()->nearest(cell.oid).base() == BaseType::NetworkAddress; // RFC 1155's
    if (isNetwork || describe.type(cell) == u"Bits")
        return bytes::toHex(cell.value.octets());
    const QString text = describe.value(cell);
    const bool isLabelled = cell.value.type() == Value::Type::Integer32 && text.endsWith(u')');
    return isLabelled ? text.section(u'(', 0, 0) : text;
}

/// Of two modules that name an object net-snmp keeps the first that it reads; and it says so where a device's type is
/// another than the module's.
QString withoutModules(QString text) {
    static const QRegularExpression module(u"[A-Za-z][A-Za-z0-9-]*::"_s);
    static const QRegularExpression complaint(u"^Wrong Type \\(should be [^)]*\\): "_s);
    return text.remove(complaint).remove(module);
}

/// Octet 9 is NUL where DateAndTime (RFC 2579 2) wants "+" or "-", so it has no text; one NUL alone is the end of an
/// empty one: netsnmp-values.txt.
bool isNul(const QString &theirs, const QString &ours) {
    return (theirs.startsWith(u"0-0-0,0:0:0.0") && QString(ours).remove(u' ').count(u'0') == 22)
        || (QString(theirs).remove(u'"').trimmed() == u"00" && ours.isEmpty());
}

/// Blanks and quotes differ where octets are no text; what they are does not.
QString bare(QString text) {
    static const QRegularExpression octets(u"^[0-9A-Fa-f]{1,2}([: ][0-9A-Fa-f]{1,2})+$"_s);
    text = text.remove(u'"').remove(u'\\').trimmed();
    if (octets.match(text).hasMatch()) { // "0:1a:2b" by the hint, "00 1A 2B" of a module without one
        QStringList parts = text.replace(u':', u' ').split(u' ');
        for (QString &part : parts)
            part = part.rightJustified(2, u'0');
        text = parts.join(QString());
    }
    return text.simplified().remove(u' ').toLower();
}

} // namespace

/// Recordings of real devices, served as devices. Truth: net-snmp's snmptable reads the same tables by the modules that
/// ship with the program; and RFC 2578 7.7: what an index is split into is joined to the same again.
class TestTableOracle final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!QFileInfo::exists(folder))
            QSKIP("there are no recordings beside the project");
        m_library = madeLibrary();
        QVERIFY(m_library);
    }

    void everyIndexIsSplitAndJoinedAgain();
    void readsWhatSnmptableReads();

private:
    struct Choice {
        QString path;
        Oid row;
        qsizetype cells = 0;
    };
    [[nodiscard]] QList<Choice> choose(qsizetype &leftOut) const;
    [[nodiscard]] Cells ours(Connection &connection, const NodeRef &row) const;
    [[nodiscard]] Cells theirs(const Responder &responder, const NodeRef &row, const Cells &ours) const;

    Library::Pointer m_library;
    Engine m_engine;
};

void TestTableOracle::everyIndexIsSplitAndJoinedAgain() {
    qsizetype rows = 0;
    std::map<QString, std::pair<int, QString>> unfit;
    for (const QString &path : recordings()) {
        const auto recording = Recording::open(path);
        if (!recording)
            continue;
        std::map<Oid, index::Schema> schemas; // by row
        std::set<std::pair<Oid, Oid>> seen;
        for (const VarBind &varBind : recording->varBinds()) {
            const NodeRef node = m_library->nearest(varBind.oid);
            const NodeRef row = node.kind() == NodeKind::Column ? node.rowNode() : NodeRef();
            const Oid instance = varBind.oid.mid(node.oid().size());
            if (row.isNull() || !seen.insert({row.oid(), instance}).second)
                continue;
            const index::Schema &schema = schemas.try_emplace(row.oid(), row).first->second;
            const auto values = schema.split(instance.parts());
            if (!values) {
                auto &[times, example] = unfit[row.name()];
                ++times;
                example = u"%1 of %2"_s.arg(instance.toString(), QFileInfo(path).fileName());
                continue;
            }
            ++rows;
            QCOMPARE(schema.join(*values), std::optional(instance));
            QStringList texts;
            for (const IndexValue &value : *values)
                texts.append(value.text);
            QVERIFY2(schema.joinTexts(texts) == instance,
                qPrintable(u"%1 %2 %3: %4"_s.arg(path, row.name(), instance.toString(), texts.join(u" | "_s))));
        }
    }
    for (const auto &[name, count] : unfit)
        qInfo().noquote() << name << count.first << "rows whose instance does not fit the INDEX:" << count.second;
    qInfo() << rows << "rows split and joined";
    QVERIFY(rows > 20'000);
}

// Of each table two recordings, those with most cells below a bound: all would take many minutes.
QList<TestTableOracle::Choice> TestTableOracle::choose(qsizetype &leftOut) const {
    constexpr qsizetype MostCells = 3000;
    constexpr qsizetype MostRecordings = 2;
    std::map<Oid, QList<Choice>> byRow;
    for (const QString &path : recordings()) {
        const auto recording = Recording::open(path);
        if (!recording)
            continue;
        std::map<Oid, qsizetype> counts;
        for (const VarBind &varBind : recording->varBinds()) {
            const NodeRef node = m_library->nearest(varBind.oid);
            if (node.kind() == NodeKind::Column && !node.rowNode().isNull())
                ++counts[node.rowNode().oid()];
        }
        for (const auto &[row, cells] : counts)
            byRow[row].append({path, row, cells});
    }
    QList<Choice> chosen;
    for (auto &[row, choices] : byRow) {
        const qsizetype all = choices.size();
        choices.removeIf([](const Choice &choice) { return choice.cells > MostCells; });
        std::ranges::stable_sort(choices, std::ranges::greater{}, &Choice::cells);
        choices.resize(std::min(choices.size(), MostRecordings));
        leftOut += all - choices.size();
        chosen += choices;
    }
    std::ranges::stable_sort(chosen, {}, &Choice::path);
    return chosen;
}

Cells TestTableOracle::ours(Connection &connection, const NodeRef &row) const {
    Query query;
    query.verb = Verb::Table;
    query.objects = {row.parent().oid().toString()};
    auto operation = query.begin(connection, *m_library);
    Cells cells;
    if (!operation)
        return cells;
    const Describe describe(m_library, Describe::Style::Terminal);
    connect(operation->get(), &Operation::batch, this, [&](const VarBinds &varBinds) {
        for (const VarBind &each : varBinds) {
            const NodeRef column = m_library->nearest(each.oid);
            cells[{each.oid.mid(column.oid().size()), column.name()}] = quick(describe, each);
        }
    });
    return finishes(**operation, 30'000) && (*operation)->ending() == Ending::Whole ? cells : Cells();
}

Cells TestTableOracle::theirs(const Responder &responder, const NodeRef &row, const Cells &ours) const {
    const ToolOutcome table = runTool(u"snmptable"_s,
        {u"-v2c"_s, u"-cpublic"_s, u"-M"_s, QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), u"-m"_s, u"ALL"_s, u"-Ci"_s,
            u"-CB"_s, u"-Cf"_s, u"\x01"_s, u"-OU"_s, u"127.0.0.1:%1"_s.arg(responder.port()),
            row.parent().qualifiedName()},
        60s);
    const QString output = QString::fromUtf8(table.text);
    const QStringList lines = output.split(u'\n').mid(2);
    const QStringList titles = lines.value(0).split(u'\x01');
    Cells cells;
    // Lines that a text broke join their row; its first part is an index that we know.
    QStringList whole;
    for (const QString &line : lines.mid(1)) {
        const bool begins = line.count(u'\x01') > 0 || whole.isEmpty();
        if (begins && (whole.isEmpty() || whole.last().count(u'\x01') >= titles.size() - 1))
            whole.append(line);
        else
            whole.last() += u'\n' + line;
    }
    std::map<QString, Oid> instances; // by what snmptable calls them
    for (const auto &[place, text] : ours)
        instances[place.first.toString()] = place.first;
    for (const QString &line : std::as_const(whole)) {
        const QStringList parts = line.split(u'\x01');
        const auto instance = instances.find(parts.first());
        if (instance == instances.end())
            continue;
        for (qsizetype i = 1; i < std::min(parts.size(), titles.size()); ++i) {
            if (parts.at(i).trimmed() != u"?")
                cells[{instance->second, titles.at(i)}] = parts.at(i);
        }
    }
    return cells;
}

void TestTableOracle::readsWhatSnmptableReads() {
    if (QStandardPaths::findExecutable(u"snmptable"_s).isEmpty())
        QSKIP("snmptable is not installed");
    qsizetype leftOut = 0;
    qsizetype compared = 0;
    qsizetype unknown = 0;
    QStringList differences;
    QString path;
    std::unique_ptr<Responder> responder;
    std::unique_ptr<Connection> connection;
    const QList<Choice> choices = choose(leftOut);
    for (const Choice &choice : choices) {
        if (std::exchange(path, choice.path) != choice.path) {
            connection.reset();
            responder = std::make_unique<Responder>(m_engine, std::make_unique<RecordedAgent>(*Recording::open(path)),
                Responder::Access{Secret("public"), {}, {}});
            QVERIFY(!responder->listen(QHostAddress(QHostAddress::LocalHost), 0));
            Device device;
            device.endpoint = *Endpoint::parse(u"127.0.0.1:%1"_s.arg(responder->port()));
            connection = *Connection::open(m_engine, device, {Secret("public"), {}, {}, {}});
        }
        const NodeRef row = m_library->node(choice.row);
        const Cells mine = ours(*connection, row);
        QVERIFY2(!mine.empty(), qPrintable(path + u' ' + row.name()));
        const Cells net = theirs(*responder, row, mine);
        for (const auto &[place, text] : net) {
            const auto own = mine.find(place);
            ++compared;
            const bool isKnown = own != mine.end()
                && (bare(withoutModules(own->second)) == bare(withoutModules(text)) || isNul(text, own->second));
            if (!isKnown)
                differences.append(u"%1 %2.%3: %4 / %5"_s.arg(QFileInfo(path).fileName(), place.second,
                    place.first.toString(), text, own == mine.end() ? u"(hole)"_s : own->second));
        }
        unknown += std::ranges::count_if(mine, [&net](const auto &cell) { return !net.contains(cell.first); });
    }
    qInfo() << choices.size() << "tables," << compared << "cells compared," << unknown
            << "that snmptable does not tell," << leftOut << "tables left out," << differences.size() << "differences";
    QVERIFY(compared > 10'000);
    QVERIFY2(differences.isEmpty(),
        qPrintable(u'\n' + differences.first(std::min<qsizetype>(differences.size(), 60)).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTableOracle)
#include "tst_tableoracle.moc"
