// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/objectscheck.h"
#include "core/trap/trapdraft.h"
#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

const Oid linkDown{1, 3, 6, 1, 6, 3, 1, 1, 5, 3};
const Oid snmpTraps{1, 3, 6, 1, 6, 3, 1, 1, 5};
const Oid snmpTrapEnterprise0{1, 3, 6, 1, 6, 3, 1, 1, 4, 3, 0};
const Oid snmpTrapAddress0{1, 3, 6, 1, 6, 3, 18, 1, 3, 0};
const Oid snmpTrapCommunity0{1, 3, 6, 1, 6, 3, 18, 1, 4, 0};
const VarBind ifIndex{{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 3}, Value::integer(3)};
const VarBind ifAdminStatus{{1, 3, 6, 1, 2, 1, 2, 2, 1, 7, 3}, Value::integer(2)};
const VarBind ifOperStatus{{1, 3, 6, 1, 2, 1, 2, 2, 1, 8, 3}, Value::integer(2)};
const VarBind ifDescr{{1, 3, 6, 1, 2, 1, 2, 2, 1, 2, 3}, Value::octets("eth0")};

} // namespace

/// Notifications to be sent: as they are typed, as they were received, and what RFC 3584 makes of them in v1.
class TestTrapDraft final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = madeLibrary(); }

    void readsWhatIsTyped() {
        const auto draft = TrapDraft::parse(
            *m_library, u"linkDown", {u"ifIndex.3=3"_s, u"ifOperStatus.3=down"_s, u"1.3.6.1.9=i:7"_s});
        QVERIFY(draft.ok());
        QCOMPARE(draft->oid, linkDown);
        QCOMPARE(draft->varBinds, (VarBinds{ifIndex, ifOperStatus, {Oid{1, 3, 6, 1, 9}, Value::integer(7)}}));
        QVERIFY(TrapDraft::parse(*m_library, u"1.3.6.1.4.1.32473.0.1", {}).ok());
    }
    void refusesWhatIsNoNotification() {
        const auto column = TrapDraft::parse(*m_library, u"ifDescr", {});
        QVERIFY(!column.ok());
        QVERIFY(column.failure().text().contains(u"IF-MIB::ifDescr is no notification"_s));
        QVERIFY(!TrapDraft::parse(*m_library, u"noSuchTrap", {}).ok());
        QVERIFY(!TrapDraft::parse(*m_library, u"1", {}).ok()); // it would leave as 1.0
        QVERIFY(!TrapDraft::parse(*m_library, u"linkDown", {u"ifOperStatus.3=sideways"_s}).ok());
        QVERIFY(!TrapDraft::parse(*m_library, u"linkDown", {u"ifOperStatus=down"_s}).ok()); // which row?
    }

    void putsTimeAndIdentityInFront() {
        TrapDraft draft = made(linkDown, {ifIndex});
        const VarBinds all = draft.varBindsV2();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0], (VarBind{{1, 3, 6, 1, 2, 1, 1, 3, 0}, Value::timeTicks(4711)}));
        QCOMPARE(all[1], (VarBind{{1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0}, Value::oid(linkDown)}));
        QCOMPARE(all[2], ifIndex);
        draft.uptime.reset();
        QVERIFY(draft.varBindsV2()[0].value.toUnsigned() > 0); // this system's
    }

    void mapsStandardTrapsToV1() {
        TrapDraft draft = made(linkDown, {ifIndex});
        QCOMPARE(draft.headV1(), (TrapHeadV1{snmpTraps, {}, 2, 0, 4711}));
        const Oid enterprise{1, 3, 6, 1, 4, 1, 9, 1, 5};
        draft.varBinds += {snmpTrapEnterprise0, Value::oid(enterprise)};
        draft.varBinds += {snmpTrapAddress0, *Value::ipAddress(QByteArray::fromHex("c0000209"))};
        QCOMPARE(draft.headV1(), (TrapHeadV1{enterprise, QHostAddress(u"192.0.2.9"_s), 2, 0, 4711}));
        QCOMPARE(*draft.varBindsV1(), VarBinds{ifIndex}); // the head has the others
    }
    void mapsEnterpriseTrapsToV1() {
        // With a zero before the last arc both go, without one the last (RFC 3584 3.2 2).
        QCOMPARE(
            made({1, 3, 6, 1, 4, 1, 9, 5, 0, 17}).headV1(), (TrapHeadV1{Oid{1, 3, 6, 1, 4, 1, 9, 5}, {}, 6, 17, 4711}));
        QCOMPARE(
            made({1, 3, 6, 1, 4, 1, 9, 5, 17}).headV1(), (TrapHeadV1{Oid{1, 3, 6, 1, 4, 1, 9, 5}, {}, 6, 17, 4711}));
        // snmpTraps has six, and no seventh.
        QCOMPARE(made(snmpTraps + 7).headV1(), (TrapHeadV1{snmpTraps, {}, 6, 7, 4711}));
    }
    void doesNotSendInV1WhatV1DoesNotHave() {
        TrapDraft draft = made(linkDown, {{Oid{1, 3, 6, 1, 9}, Value::counter64(1)}});
        QVERIFY(draft.obstacle(Version::V1)->text().contains(u"Counter64"_s));
        QVERIFY(!draft.obstacle(Version::V2c));
        draft.varBinds.clear();
        QVERIFY(!draft.obstacle(Version::V1));
        draft.isInform = true;
        QVERIFY(draft.obstacle(Version::V1)->text().contains(u"no informs"_s));
    }

    void sendsAgainWhatCameButItsCommunity() {
        Message message;
        message.version = Version::V1;
        message.pdu = Pdu::TrapV1;
        message.community = Secret("hidden");
        message.trapV1 = {Oid{1, 3, 6, 1, 4, 1, 9, 1, 5}, QHostAddress(u"192.0.2.9"_s), 2, 0, 1234};
        message.varBinds = {ifIndex};
        const Arrival arrival{utcNow(), {}, "bytes", message, {}};
        const auto draft = TrapDraft::again(Notification::from(arrival));
        QVERIFY(draft.ok());
        QCOMPARE(draft->headV1(), message.trapV1); // as it came
        QCOMPARE(*draft->varBindsV1(), VarBinds{ifIndex});
        QCOMPARE(draft->oid, linkDown);
        for (const VarBind &varBind : draft->varBindsV2())
            QVERIFY(varBind.oid != snmpTrapCommunity0 && varBind.value != Value::octets("hidden"));
        QVERIFY(!TrapDraft::again(
            Notification::from({utcNow(), {}, "x", Failure(Failure::Kind::Malformed, {u"x"_s, u"y"_s}),
                {}})).ok());
    }

    void holdsVarbindsAgainstTheDefinition() {
        using Standing = ObjectsCheck::Standing;
        const auto check
            = [this](const VarBinds &varBinds) { return ObjectsCheck::of(linkDown, varBinds, *m_library); };
        ObjectsCheck whole = check({ifIndex, ifAdminStatus, ifOperStatus});
        QVERIFY(whole.isDefined && whole.isMet());
        QCOMPARE(whole.standings, (QList<Standing>(3, Standing::Expected)));

        const ObjectsCheck more = check({ifIndex, ifAdminStatus, ifOperStatus, ifDescr});
        QVERIFY(more.isMet()); // RFC 2578 8.1 allows it
        QCOMPARE(more.standings.last(), Standing::Extra);

        const ObjectsCheck less = check({ifIndex, ifOperStatus});
        QVERIFY(!less.isMet());
        QCOMPARE(less.missing, QStringList{u"IF-MIB::ifAdminStatus"_s});
        QCOMPARE(less.standings, (QList<Standing>(2, Standing::Expected)));

        const ObjectsCheck turned = check({ifAdminStatus, ifIndex, ifOperStatus});
        QVERIFY(!turned.isMet() && turned.missing.isEmpty());
        QCOMPARE(turned.standings, (QList<Standing>{Standing::Expected, Standing::Misplaced, Standing::Expected}));

        const ObjectsCheck twice = check({ifIndex, ifIndex, ifAdminStatus, ifOperStatus});
        QCOMPARE(twice.standings[1], Standing::Extra);

        const VarBind forwarded{snmpTrapAddress0, *Value::ipAddress(QByteArray::fromHex("c0000209"))};
        QCOMPARE(check({forwarded}).standings, QList<Standing>{Standing::Added});
        QVERIFY(!ObjectsCheck::of(Oid{1, 3, 6, 1, 4, 1, 32473, 0, 1}, {ifIndex}, *m_library).isDefined);
    }

private:
    static TrapDraft made(const Oid &oid, const VarBinds &varBinds = {}) {
        TrapDraft draft;
        draft.oid = oid;
        draft.uptime = 4711;
        draft.varBinds = varBinds;
        return draft;
    }

    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestTrapDraft)
#include "tst_trapdraft.moc"
