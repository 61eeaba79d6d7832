// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/interfacefacts.h"

#include "core/snmp/engine.h"
#include "tests/support/fakeagent.h"
#include "tests/support/madelibrary.h"

#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid ifXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};

} // namespace

/// What is to be known of a change's interface, and whether we would saw off our own branch.
class TestInterfaceFacts final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(); }

    void init() {
        m_agent = std::make_unique<test::FakeAgent>(m_engine);
        m_agent->objects[ifXEntry + Oid{15, 7}] = Value::gauge32(1000);
        m_agent->objects[ifEntry + Oid{8, 7}] = Value::integer(1);
        m_agent->objects[ifEntry + Oid{8, 9}] = Value::integer(2);
        m_agent->objects[Oid{1, 3, 6, 1, 2, 1, 4, 20, 1, 2, 127, 0, 0, 1}] = Value::integer(7);
        m_agent->objects[Oid{1, 0, 8802, 1, 1, 2, 1, 4, 1, 1, 9, 120, 7, 1}] = Value::octets("core2.example");
    }

    void tellsWhatIsKnownOfAnInterface_data() {
        QTest::addColumn<Version>("version");
        QTest::newRow("v2c") << Version::V2c;
        QTest::newRow("v1, where each of them that is missing fails the whole") << Version::V1;
    }
    void tellsWhatIsKnownOfAnInterface() {
        QFETCH(const Version, version);
        const auto connection = connect(version);
        InterfaceFacts facts(*connection, m_library, {7, 9}, QHostAddress::LocalHost);
        QSignalSpy finished(&facts, &InterfaceFacts::finished);
        QVERIFY(finished.wait(20'000));
        QCOMPARE(facts.interfaces()[7].text(), u"up · 1 Gbit/s · neighbour core2.example"_s);
        QCOMPARE(facts.interfaces()[9].text(), u"down"_s);
        QCOMPARE(facts.reachedBy(), 7U);
        QCOMPARE(m_agent->changes, 0);
    }

    void findsTheNewerAddressTableToo() {
        m_agent->objects.remove(Oid{1, 3, 6, 1, 2, 1, 4, 20, 1, 2, 127, 0, 0, 1});
        m_agent->objects[Oid{1, 3, 6, 1, 2, 1, 4, 34, 1, 3, 1, 4, 127, 0, 0, 1}] = Value::integer(9);
        const auto connection = connect(Version::V2c);
        InterfaceFacts facts(*connection, m_library, {7}, QHostAddress::LocalHost);
        QSignalSpy finished(&facts, &InterfaceFacts::finished);
        QVERIFY(finished.wait(20'000));
        QCOMPARE(facts.reachedBy(), 9U);
    }

    // Names are the device's, read once for all of the window.
    void readsNoNames() {
        const auto connection = connect(Version::V2c);
        InterfaceFacts facts(*connection, m_library, {7}, QHostAddress::LocalHost);
        QSignalSpy finished(&facts, &InterfaceFacts::finished);
        QVERIFY(finished.wait(20'000));
        for (const Oid &column : {ifXEntry + 1, ifXEntry + 18, ifEntry + 2})
            QCOMPARE(m_agent->questionsFor(column), 0);
    }

    void knowsWhichInterfaceAnInstanceBelongsTo() {
        const auto of = [this](const Oid &instance, const Value &value = Value::integer(3)) {
            return InterfaceFacts::referenceOf(*m_library, {instance, value});
        };
        const auto interface = [](quint32 number) { return InterfaceReference{Refers::Interface, number}; };
        QCOMPARE(of(ifEntry + Oid{7, 10107}), interface(10107));
        QCOMPARE(of(ifXEntry + Oid{18, 7}), interface(7)); // by AUGMENTS
        QCOMPARE(
            of({1, 3, 6, 1, 2, 1, 4, 34, 1, 3, 1, 4, 10, 0, 0, 1}), interface(3)); // ipAddressIfIndex, by its value
        QCOMPARE(of({1, 3, 6, 1, 2, 1, 4, 20, 1, 2, 10, 0, 0, 1}), interface(3)); // a plain INTEGER
        QCOMPARE(of({1, 3, 6, 1, 2, 1, 17, 2, 15, 1, 4, 5}), // dot1dStpPortEnable
            (InterfaceReference{Refers::BridgePort, 5}));
        QVERIFY(!of({1, 3, 6, 1, 2, 1, 4, 20, 1, 2, 10, 0, 0, 1}, Value::integer(0)));
        QVERIFY(!of({1, 3, 6, 1, 2, 1, 1, 5, 0}));
    }

private:
    std::unique_ptr<Connection> connect(Version version) {
        Device device;
        device.endpoint = m_agent->endpoint();
        device.version = version;
        return *Connection::open(m_engine, device, {Secret("public"), {}, {}, {}});
    }
    Engine m_engine;
    Library::Pointer m_library;
    std::unique_ptr<test::FakeAgent> m_agent;
};

QTEST_GUILESS_MAIN(TestInterfaceFacts)
#include "tst_interfacefacts.moc"
