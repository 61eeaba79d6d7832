// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/interfacereader.h"

#include "core/store/connection.h"
#include "core/work/describe.h"
#include "core/work/objectname.h"
#include "tests/support/fakeagent.h"
#include "tests/support/madelibrary.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Oid ifXEntryOid{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
const Oid descriptions{1, 3, 6, 1, 2, 1, 2, 2, 1, 2};
const Oid lastChange{1, 3, 6, 1, 2, 1, 31, 1, 5, 0};
const Oid interfaceCount{1, 3, 6, 1, 2, 1, 2, 1, 0};
const Oid basePortIfIndex{1, 3, 6, 1, 2, 1, 17, 1, 4, 1, 2};
const Oid physAddress{1, 3, 6, 1, 2, 1, 4, 22, 1, 2};

} // namespace

class TestInterfaceReader final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = madeLibrary();
        QVERIFY(m_library);
    }
    void init() {
        m_agent = std::make_unique<FakeAgent>(m_engine);
        m_agent->objects.insert(lastChange, Value::timeTicks(100));
        m_agent->objects.insert(interfaceCount, Value::integer(2));
        addInterface(10101, "Gi1/0/1", "uplink core2");
        addInterface(10102, "Gi1/0/2", "");
    }
    void cleanup() {
        m_reader.reset();
        m_connection.reset();
        m_agent.reset();
    }

    void asksNothingUntilNamesAreWanted() {
        open();
        QTest::qWait(50);
        QCOMPARE(m_agent->questions, 0);
        read();
        QVERIFY(m_agent->questions > 0);
    }

    void numbersBecomeNames() {
        open();
        read();
        Describe describe(m_library);
        const VarBind index{{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 10101}, Value::integer(10101)};
        QCOMPARE(describe.value(index), u"10101"_s);
        describe.setInterfaces(m_reader->names());
        QCOMPARE(describe.value(index), u"Gi1/0/1 · uplink core2 (10101)"_s);
        QCOMPARE(describe.value({index.oid, Value::integer(10102)}), u"Gi1/0/2 (10102)"_s);
        QCOMPARE(describe.value({index.oid, Value::integer(7)}), u"7"_s); // nobody has that
        // RFC 1213 gave it a plain INTEGER.
        QCOMPARE(describe.value({{1, 3, 6, 1, 2, 1, 4, 20, 1, 2, 10, 0, 0, 1}, Value::integer(10102)}),
            u"Gi1/0/2 (10102)"_s);
        // A number that is no interface stays one.
        QCOMPARE(describe.value({{1, 3, 6, 1, 2, 1, 2, 2, 1, 4, 10101}, Value::integer(10101)}), u"10101"_s);
        const Describe copy = describe;
        QCOMPARE(copy.value(index), describe.value(index));
    }

    void instancesAreToldAndTypedByName() {
        open();
        read();
        Describe describe(m_library);
        describe.setInterfaces(m_reader->names());
        const Oid instance = physAddress + Oid{10101, 10, 0, 0, 1};
        const QString text = describe.typedName(instance);
        QCOMPARE(text, u"ipNetToMediaPhysAddress[Gi1/0/1][10.0.0.1]"_s);
        QVERIFY(!ObjectName::parse(text, *m_library));
        const auto parsed = ObjectName::parse(text, *m_library, m_reader->names().get());
        QVERIFY(parsed);
        QCOMPARE(parsed->oid, instance);
        // By number as before.
        QCOMPARE(
            ObjectName::parse(u"ipNetToMediaPhysAddress[10101][10.0.0.1]", *m_library, m_reader->names().get())->oid,
            instance);
        QVERIFY(!ObjectName::parse(u"ipNetToMediaPhysAddress[Gi9][10.0.0.1]", *m_library, m_reader->names().get()));
    }

    void aNameThatTwoHaveStandsForNone() {
        addInterface(10103, "Gi1/0/1", "");
        open();
        read();
        Describe describe(m_library);
        describe.setInterfaces(m_reader->names());
        QCOMPARE(
            describe.typedName(physAddress + Oid{10101, 10, 0, 0, 1}), u"ipNetToMediaPhysAddress[10101][10.0.0.1]"_s);
        QVERIFY(!ObjectName::parse(u"ipNetToMediaPhysAddress[Gi1/0/1][10.0.0.1]", *m_library, m_reader->names().get()));
        // In values the number stands beside it.
        QCOMPARE(m_reader->names()->text(Refers::Interface, 10103), u"Gi1/0/1 (10103)"_s);
    }

    void descriptionsStandInWhereNamesAreMissing() {
        m_agent->objects.insert(ifXEntryOid + Oid{1, 10102}, Value::octets(""));
        m_agent->objects.insert(descriptions + 10101U, Value::octets("GigabitEthernet1/0/1"));
        m_agent->objects.insert(descriptions + 10102U, Value::octets("GigabitEthernet1/0/2"));
        open();
        read();
        QCOMPARE(m_reader->names()->name(Refers::Interface, 10101), u"Gi1/0/1"_s);
        QCOMPARE(m_reader->names()->name(Refers::Interface, 10102), u"GigabitEthernet1/0/2"_s);
    }

    void theyAreReadOnceAndAgainWhenTheInterfacesHaveMoved() {
        open();
        read();
        const int first = m_agent->questions;
        read();
        QCOMPARE(m_agent->questions, first + 1); // whether they have moved
        addInterface(10101, "Gi1/0/1", "downlink");
        read();
        QCOMPARE(m_reader->names()->text(Refers::Interface, 10101), u"Gi1/0/1 · uplink core2 (10101)"_s);
        m_agent->objects.insert(lastChange, Value::timeTicks(200));
        read();
        QCOMPARE(m_reader->names()->text(Refers::Interface, 10101), u"Gi1/0/1 · downlink (10101)"_s);
    }

    void theirCountTellsWhereNoTimeOfChangeDoes() {
        m_agent->objects.remove(lastChange);
        open();
        read();
        addInterface(10103, "Gi1/0/3", "");
        read();
        QVERIFY(m_reader->names()->name(Refers::Interface, 10103).isEmpty());
        m_agent->objects.insert(interfaceCount, Value::integer(3));
        read();
        QCOMPARE(m_reader->names()->name(Refers::Interface, 10103), u"Gi1/0/3"_s);
    }

    void portsOfABridgeAreReadOnceSomeoneShowsOne() {
        m_agent->objects.insert(basePortIfIndex + 5U, Value::integer(10102));
        open();
        read();
        QVERIFY(m_reader->names()->text(Refers::BridgePort, 5).isEmpty());
        const int before = m_agent->questions;
        read(Refers::BridgePort);
        QVERIFY(m_agent->questions > before);
        QCOMPARE(m_reader->names()->text(Refers::BridgePort, 5), u"Gi1/0/2 (port 5)"_s);
        QCOMPARE(m_reader->names()->number(Refers::BridgePort, u"Gi1/0/2"), 5);
        QCOMPARE(m_reader->names()->typed(Refers::BridgePort, 5), u"Gi1/0/2"_s);
    }

    void aDeviceThatDoesNotAnswerIsAskedAgainAtTheNextTable() {
        m_agent->setHabit(FakeAgent::Silent);
        open();
        read();
        QVERIFY(m_reader->names()->isEmpty());
        m_agent->setHabit(FakeAgent::Honest);
        read();
        QCOMPARE(m_reader->names()->name(Refers::Interface, 10101), u"Gi1/0/1"_s);
    }

    void v1IsReadToo() {
        open(Version::V1);
        read(Refers::BridgePort);
        QCOMPARE(m_reader->names()->name(Refers::Interface, 10101), u"Gi1/0/1"_s);
    }

private:
    void addInterface(quint32 number, const char *name, const char *alias) {
        m_agent->objects.insert(ifXEntryOid + Oid{1, number}, Value::octets(name));
        m_agent->objects.insert(ifXEntryOid + Oid{18, number}, Value::octets(alias));
    }

    void open(Version version = Version::V2c) {
        Device device;
        device.endpoint = m_agent->endpoint();
        device.version = version;
        device.bounds = {150ms, 1};
        auto opened = Connection::open(m_engine, device, {Secret("public"), {}, {}, {}});
        QVERIFY(opened);
        m_connection = *std::move(opened);
        m_reader = std::make_unique<InterfaceReader>(*m_connection);
    }

    void read(Refers refers = Refers::Interface) {
        const QSignalSpy settled(m_reader.get(), &InterfaceReader::settled);
        m_reader->want(refers);
        QTRY_VERIFY_WITH_TIMEOUT(settled.size() > 0, 20'000);
        QVERIFY(m_reader->isIdle());
    }

    QTemporaryDir m_folder;
    Engine m_engine{m_folder.path()};
    Library::Pointer m_library;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<InterfaceReader> m_reader;
};

QTEST_GUILESS_MAIN(TestInterfaceReader)
#include "tst_interfacereader.moc"
