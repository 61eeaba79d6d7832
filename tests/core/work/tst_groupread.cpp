// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/groupread.h"
#include "tests/support/fakeagent.h"
#include "tests/support/madelibrary.h"
#include "tests/support/waiting.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// One query to several devices at once.
class TestGroupRead final : public QObject {
    Q_OBJECT

private slots:
    void everyDeviceStreamsByItselfAndADeadOneDelaysNone() {
        FakeAgent first(m_engine);
        FakeAgent dead(m_engine, FakeAgent::Silent);
        FakeAgent last(m_engine);
        GroupRead group(
            m_engine, m_library, query(), {member(u"one"_s, first), member(u"dead"_s, dead), member(u"three"_s, last)});
        const Seen seen(group);
        QTRY_VERIFY_WITH_TIMEOUT(seen.isFinished, 20'000);
        QCOMPARE(seen.order.last(), u"dead"_s); // the others had ended long before
        QCOMPARE(seen.outcomes[u"one"_s].ending, Ending::Whole);
        QCOMPARE(seen.outcomes[u"dead"_s].ending, Ending::Timeout);
        QCOMPARE(seen.varBinds[u"one"_s], 7);
        QCOMPARE(seen.varBinds[u"three"_s], 7);
        QVERIFY(!seen.varBinds.contains(u"dead"_s));
    }

    void noMoreAreAskedAtATimeThanAllowed() {
        std::vector<std::unique_ptr<FakeAgent>> agents;
        QList<GroupRead::Member> members;
        for (int i = 0; i < 12; ++i) {
            agents.push_back(std::make_unique<FakeAgent>(m_engine, FakeAgent::Late, 30));
            members.append(member(QString::number(i), *agents.back()));
        }
        GroupRead group(m_engine, m_library, query(), members, 3);
        int most = 0;
        connect(&group, &GroupRead::ended, &group, [&] {
            int begun = 0;
            for (const auto &agent : agents)
                begun += agent->questions > 0;
            most = std::max(most, begun);
        });
        const Seen seen(group);
        QTRY_VERIFY_WITH_TIMEOUT(seen.isFinished, 20'000);
        QCOMPARE(seen.outcomes.size(), 12);
        QCOMPARE(most, 12); // all in the end
        QVERIFY2(seen.atFirstEnd <= 3, qPrintable(QString::number(seen.atFirstEnd)));
    }

    void whatCannotBeginIsToldLikeTheRest() {
        FakeAgent agent(m_engine);
        GroupRead::Member locked = member(u"locked"_s, agent);
        locked.secrets = {};
        GroupRead group(m_engine, m_library, query(), {locked, member(u"one"_s, agent)});
        const Seen seen(group);
        QTRY_VERIFY_WITH_TIMEOUT(seen.isFinished, 20'000);
        QVERIFY(!seen.outcomes[u"locked"_s].ending);
        QCOMPARE(seen.outcomes[u"locked"_s].failure->kind(), Failure::Kind::NoSecret);
        QCOMPARE(seen.outcomes[u"one"_s].ending, Ending::Whole);
    }

    void cancelEndsThemAll() {
        FakeAgent dead(m_engine, FakeAgent::Silent);
        GroupRead group(m_engine, m_library, query(), {member(u"one"_s, dead), member(u"two"_s, dead)}, 1);
        const Seen seen(group);
        QTRY_VERIFY_WITH_TIMEOUT(dead.questions > 0, 10'000);
        group.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(seen.isFinished, 5'000);
        QCOMPARE(seen.order.size(), 2); // what waited did not begin, and is told of all the same
        QCOMPARE(seen.outcomes[u"one"_s].ending, Ending::Cancelled);
        QCOMPARE(seen.outcomes[u"two"_s].ending, Ending::Cancelled);
        QCOMPARE(seen.outcomes[u"two"_s].figures.requests, 0);
    }

    void cancelEndsThoseWhoseConnectionNeverCame() {
        GroupRead group(m_library, query(), {Device{}, Device{}});
        int ended = 0;
        connect(&group, &GroupRead::ended, &group,
            [&](const Device &, const GroupOutcome &outcome) { ended += outcome.ending == Ending::Cancelled; });
        const Seen seen(group);
        group.cancel();
        QCOMPARE(ended, 0); // from the event loop
        QTRY_VERIFY_WITH_TIMEOUT(seen.isFinished, 5'000);
        QCOMPARE(ended, 2);
    }

    void asksEachDeviceOnceItsConnectionIsSupplied() {
        FakeAgent agent(m_engine);
        const GroupRead::Member early = member(u"early"_s, agent);
        const GroupRead::Member late = member(u"late"_s, agent);
        const GroupRead::Member never = member(u"never"_s, agent);
        const auto first = Connection::open(m_engine, early.device, early.secrets);
        const auto second = Connection::open(m_engine, late.device, late.secrets);
        GroupRead group(m_library, query(), {late.device, early.device, never.device}, 1);
        const Seen seen(group);
        group.supply(early.device.id, first->get());
        QTRY_COMPARE_WITH_TIMEOUT(seen.order, QStringList{u"early"_s}, 10'000); // the one that waits holds no place
        QCOMPARE(seen.outcomes[u"early"_s].ending, Ending::Whole);
        QVERIFY(!seen.isFinished);
        group.supply(never.device.id, Failure(Failure::Kind::NoSecret));
        group.supply(late.device.id, second->get());
        QTRY_VERIFY_WITH_TIMEOUT(seen.isFinished, 10'000);
        QCOMPARE(seen.varBinds[u"late"_s], 7);
        QCOMPARE(seen.outcomes[u"never"_s].failure->kind(), Failure::Kind::NoSecret);
    }

    void aConnectionThatGoesEndsItsDevice() {
        FakeAgent dead(m_engine, FakeAgent::Silent);
        const GroupRead::Member one = member(u"one"_s, dead);
        const GroupRead::Member two = member(u"two"_s, dead);
        auto first = *Connection::open(m_engine, one.device, one.secrets);
        auto second = *Connection::open(m_engine, two.device, two.secrets);
        GroupRead group(m_library, query(), {one.device, two.device}, 1);
        const Seen seen(group);
        group.supply(one.device.id, first.get());
        group.supply(two.device.id, second.get());
        QTRY_VERIFY_WITH_TIMEOUT(dead.questions > 0, 10'000);
        second.reset(); // while it waits for its place
        first.reset(); // while it is asked
        QTRY_VERIFY_WITH_TIMEOUT(seen.isFinished, 5'000);
        QCOMPARE(seen.outcomes[u"one"_s].ending, Ending::Closed);
        QCOMPARE(seen.outcomes[u"two"_s].ending, Ending::Closed);
    }

    void anySlotMayDeleteIt() {
        FakeAgent agent(m_engine);
        for (const bool atBatch : {true, false}) {
            auto group = std::make_unique<GroupRead>(
                m_engine, m_library, query(), QList{member(u"one"_s, agent), member(u"two"_s, agent)});
            if (atBatch)
                connect(group.get(), &GroupRead::batch, this, [&] { group.reset(); });
            else
                connect(group.get(), &GroupRead::ended, this, [&] { group.reset(); });
            QTRY_VERIFY_WITH_TIMEOUT(!group, 10'000);
        }
    }

private:
    struct Seen {
        explicit Seen(GroupRead &group) {
            connect(&group, &GroupRead::batch, &group,
                [this](const Device &device, const VarBinds &batch) { varBinds[device.label()] += int(batch.size()); });
            connect(&group, &GroupRead::ended, &group, [this](const Device &device, const GroupOutcome &outcome) {
                order += device.label();
                outcomes.insert(device.label(), outcome);
                if (order.size() == 1)
                    atFirstEnd = int(varBinds.size());
            });
            connect(&group, &GroupRead::finished, &group, [this] { isFinished = true; });
        }
        QMap<QString, int> varBinds;
        QMap<QString, GroupOutcome> outcomes;
        QStringList order;
        int atFirstEnd = 0; // devices that had answered something
        bool isFinished = false;
    };
    static Query query() {
        Query query;
        query.verb = Verb::Walk;
        query.objects = {u"1.3.6.1.2.1.1"_s};
        return query;
    }
    static GroupRead::Member member(const QString &name, const FakeAgent &agent) {
        Device device;
        device.name = name;
        device.endpoint = agent.endpoint();
        device.bounds = {200ms, 2};
        return {device, {Secret("public"), {}, {}, {}}};
    }

    Engine m_engine;
    Library::Pointer m_library = madeLibrary();
};

QTEST_GUILESS_MAIN(TestGroupRead)
#include "tst_groupread.moc"
