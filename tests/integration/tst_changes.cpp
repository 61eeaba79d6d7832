// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/work/change.h"
#include "core/work/changerun.h"
#include "core/work/rowdraft.h"
#include "tests/support/madelibrary.h"
#include "tests/support/snmpd.h"

#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000;
const Oid sysContact{1, 3, 6, 1, 2, 1, 1, 4, 0};
const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid sysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid snmpTargetAddrEntry{1, 3, 6, 1, 6, 3, 12, 1, 2, 1};
const Oid vacmSecurityToGroupEntry{1, 3, 6, 1, 6, 3, 16, 1, 2, 1};

} // namespace

/// Sheets of changes against net-snmp's agent: what it holds afterwards is what its own tools read.
class TestChangesOfSnmpd final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QString why;
        m_agent = Snmpd::start(&why);
        if (!m_agent)
            QSKIP(qPrintable(why));
        m_library = madeLibrary();
    }

    void init() {
        m_sheet = std::make_unique<ChangeSheet>();
        Device device;
        device.endpoint = m_agent->endpoint();
        m_connection = *Connection::open(m_engine, device, {Secret("public"), Secret("private"), {}, {}});
    }

    void severalValuesAreOneSet() {
        put(sysContact, u"nobody"_s);
        put(sysName, u"core7"_s);
        const auto run = finished();
        QCOMPARE(run->ending(), ChangeRun::End::Made);
        for (const DoneChange &done : run->done()) {
            QCOMPARE(done.outcome, DoneChange::Outcome::Made);
            QVERIFY(done.before && *done.before != done.change.value);
        }
        QCOMPARE(held({sysName}), QStringList{line({sysName, Value::octets("core7")})});
    }

    void oneThatIsRefusedLeavesAllAsTheyWere() {
        const QStringList before = held({sysContact, sysName});
        put(sysContact, u"somebody"_s);
        m_sheet->put({sysDescr, Value::octets("mine")}); // read-only there
        put(sysName, u"core8"_s);
        const auto run = finished();
        QCOMPARE(run->ending(), ChangeRun::End::Refused);
        QVERIFY(m_sheet->find(sysDescr)->refusal);
        QVERIFY2(m_sheet->find(sysDescr)->refusal->text().contains(u"notWritable"),
            qPrintable(m_sheet->find(sysDescr)->refusal->text()));
        QVERIFY(!m_sheet->find(sysContact)->refusal);
        QVERIFY(!m_sheet->find(sysName)->refusal);
        QCOMPARE(held({sysContact, sysName}), before);
    }

    void whatIsUndoneStandsAsBefore() {
        put(sysName, u"core9"_s);
        const auto run = finished();
        const DoneChange &done = run->done().first();
        const auto undo = donechange::undoing(*m_library, done);
        QVERIFY(undo.ok());
        m_sheet->put(*undo, done.after);
        QCOMPARE(finished()->ending(), ChangeRun::End::Made);
        QCOMPARE(held({sysName}), QStringList{line({sysName, *done.before})});
    }

    void aRowIsMadeAndDestroyed() {
        const RowDraft draft = *RowDraft::of(*m_library, snmpTargetAddrEntry);
        const Oid suffix = *draft.instance(*m_library, {u"lab"_s});
        const VarBinds columns{{snmpTargetAddrEntry + 2U + suffix, Value::oid({1, 3, 6, 1, 6, 1, 1})},
            {snmpTargetAddrEntry + 3U + suffix, Value::octets(QByteArray::fromHex("c000020100a2"))},
            {snmpTargetAddrEntry + 7U + suffix, Value::octets("params")}};
        const Oid status = draft.statusColumn() + suffix;
        putAll(draft.creation(suffix, columns, rowstatus::CreateAndGo));
        const auto made = finished();
        QCOMPARE(made->ending(), ChangeRun::End::Made);
        for (const DoneChange &done : made->done())
            QCOMPARE(done.outcome, DoneChange::Outcome::Made);
        QCOMPARE(made->done().last().after, Value::integer(rowstatus::Active));
        QVERIFY(!donechange::undoing(*m_library, made->done().last()).ok());
        QCOMPARE(held({status}), QStringList{line({status, Value::integer(rowstatus::Active)})});

        m_sheet->put(draft.destruction(suffix));
        const auto destroyed = finished();
        QCOMPARE(destroyed->done().first().outcome, DoneChange::Outcome::Made);
        QCOMPARE(destroyed->done().first().before, Value::integer(rowstatus::Active));
        QCOMPARE(held({status}), QStringList{line({status, Value::exception(Value::Type::NoSuchInstance)})});
    }

    void aRowThatWaitsIsTakenIntoService() {
        const RowDraft draft = *RowDraft::of(*m_library, snmpTargetAddrEntry);
        const Oid suffix = *draft.instance(*m_library, {u"wait"_s});
        const Oid status = draft.statusColumn() + suffix;
        putAll(draft.creation(suffix, {}, rowstatus::CreateAndWait));
        QCOMPARE(finished()->done().first().outcome, DoneChange::Outcome::Made);
        putAll({{snmpTargetAddrEntry + 2U + suffix, Value::oid({1, 3, 6, 1, 6, 1, 1})},
            {snmpTargetAddrEntry + 3U + suffix, Value::octets(QByteArray::fromHex("c000020100a2"))},
            {snmpTargetAddrEntry + 7U + suffix, Value::octets("params")}});
        QCOMPARE(finished()->ending(), ChangeRun::End::Made);
        m_sheet->put({status, Value::integer(rowstatus::Active)});
        QCOMPARE(finished()->done().first().outcome, DoneChange::Outcome::Made);
        QCOMPARE(held({status}), QStringList{line({status, Value::integer(rowstatus::Active)})});
    }

    void aRowOfAccessControlIsMade() {
        const RowDraft draft = *RowDraft::of(*m_library, vacmSecurityToGroupEntry);
        const Oid suffix = *draft.instance(*m_library, {u"2"_s, u"lab"_s});
        putAll(draft.creation(
            suffix, {{vacmSecurityToGroupEntry + 3U + suffix, Value::octets("group")}}, rowstatus::CreateAndGo));
        const auto run = finished();
        QCOMPARE(run->ending(), ChangeRun::End::Made);
        QCOMPARE(run->done().last().outcome, DoneChange::Outcome::Made);
        m_sheet->put(draft.destruction(suffix));
        QCOMPARE(finished()->done().first().outcome, DoneChange::Outcome::Made);
    }

    void aCommunityThatMayOnlyReadIsToldSo() {
        Device device;
        device.endpoint = m_agent->endpoint();
        m_connection = *Connection::open(m_engine, device, {Secret("public"), Secret("public"), {}, {}});
        put(sysName, u"core7"_s);
        m_sheet->put({sysContact, Value::octets("another")});
        const auto run = finished();
        QCOMPARE(run->ending(), ChangeRun::End::Refused);
        QVERIFY(m_sheet->entries().first().refusal);
    }

private:
    void put(const Oid &instance, const QString &text) {
        const auto change = change::make(*m_library, instance, text);
        QVERIFY(change.ok());
        m_sheet->put(*change);
    }
    void putAll(const VarBinds &changes) {
        for (const VarBind &each : changes)
            m_sheet->put(each);
    }
    std::unique_ptr<ChangeRun> finished() {
        auto run = std::make_unique<ChangeRun>(*m_sheet, *m_connection, m_library);
        QSignalSpy done(run.get(), &ChangeRun::finished);
        if (!done.wait(Patience))
            qFatal("the run does not end");
        return run;
    }
    /// What net-snmp's own tool reads.
    QStringList held(const QList<Oid> &instances) const {
        QStringList objects;
        for (const Oid &each : instances)
            objects << each.toString();
        return m_agent->ask(u"snmpget"_s, {u"-v2c"_s, u"-cpublic"_s}, objects);
    }
    static QString line(const VarBind &varBind) { return Snmpd::line(varBind); }

    Engine m_engine;
    Library::Pointer m_library;
    std::unique_ptr<Snmpd> m_agent;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<ChangeSheet> m_sheet;
};

QTEST_GUILESS_MAIN(TestChangesOfSnmpd)
#include "tst_changes.moc"
