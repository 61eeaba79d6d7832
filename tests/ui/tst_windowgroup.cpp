// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "tests/ui/windowtest.h"
#include "ui/query/groupmodel.h"

#include <QClipboard>
#include <QLabel>
#include <QMenu>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// One operation on several devices of the Devices panel.
class TestWindowGroup final : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() {
        closeWindow();
        m_agents.clear();
    }

    void asksSeveralAtOnceAndADeadOneDelaysNone() {
        add(u"one"_s);
        FakeAgent &silent = add(u"two"_s, {2s, 5});
        add(u"three"_s);
        silent.setHabit(FakeAgent::Silent);
        askTogether({u"one"_s, u"two"_s, u"three"_s}, u"SNMPv2-MIB::system"_s);
        QCOMPARE(tabs().tabText(tabs().currentIndex()), u"system @ 3 devices"_s);
        QTRY_COMPARE_WITH_TIMEOUT(group()->result().whole(), 2, Patience);
        QVERIFY(group()->isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(summary(), u"2 of 3 devices, 14 varbinds"_s, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(results()->model()->rowCount(), 16, Patience);
        QCOMPARE(results()->model()->headerData(0, Qt::Horizontal).toString(), u"Device"_s);
        QVERIFY(named<QToolButton>(u"Stop"_s)->isEnabled());

        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!group()->isRunning(), Patience);
        QCOMPARE(ending(u"two"_s), Ending::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(results()->model()->rowCount(), 17, Patience);
        QVERIFY(!group()->endedBadly());
        QVERIFY(!named<QToolButton>(u"Stop"_s)->isEnabled());
    }

    void eachFailureStandsInItsLastRowAndWhyAsksAboutIt() {
        add(u"one"_s);
        FakeAgent &silent = add(u"two"_s);
        FakeAgent &refusing = add(u"three"_s);
        silent.setHabit(FakeAgent::Silent);
        refusing.stopListening();
        askTogether({u"one"_s, u"two"_s, u"three"_s}, u"1.3.6.1.2.1.1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!group()->isRunning(), Patience);
        QCOMPARE(ending(u"one"_s), Ending::Whole);
        QCOMPARE(ending(u"two"_s), Ending::Timeout);
        QCOMPARE(ending(u"three"_s), Ending::Refused);
        QCOMPARE(summary(), u"1 of 3 devices, 7 varbinds, 2 failed"_s);
        QVERIFY(group()->endedBadly());
        QTRY_COMPARE_WITH_TIMEOUT(group()->model().noteLines().size(), 3, Patience);
        QVERIFY(named<QToolButton>(u"Why?"_s));
        // Of the one that is looked at; else the first that failed.
        results()->setCurrentIndex(group()->model().index(0, 1));
        QCOMPARE(group()->device().device().name, u"one"_s);
        named<QToolButton>(u"Why?"_s)->click();
        QCOMPARE(group()->device().device().name, u"two"_s);
        QCOMPARE(results()->currentIndex().row(), group()->model().endingOf(1).row());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLabel>(u"What the diagnosis sends"_s), Patience);
        results()->setCurrentIndex(group()->model().endingOf(2));
        QTest::keyClick(results(), Qt::Key_Return);
        QCOMPARE(named<QLineEdit>(u"Device address"_s)->text(), u"three"_s);
    }

    void f5AsksAgainAndMarksWhatChanged() {
        FakeAgent &agent = add(u"one"_s);
        add(u"two"_s);
        askTogether({u"one"_s, u"two"_s}, u"1.3.6.1.2.1.1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && results()->model()->rowCount() == 16, Patience);
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 1, 5, 0}] = Value::octets("renamed");
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QVERIFY(group()->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(ended() && results()->model()->rowCount() == 16, Patience);
        QCOMPARE(tabs().count(), 1);
        int marked = 0;
        for (int row = 0; row < 16; ++row) {
            const QModelIndex value = group()->model().index(row, group()->model().lead() + ResultRows::ValueText);
            if (!value.data(Qt::BackgroundRole).isValid())
                continue;
            ++marked;
            QCOMPARE(value.data().toString(), u"renamed"_s);
            QCOMPARE(value.siblingAtColumn(0).data().toString(), u"one"_s);
        }
        QCOMPARE(marked, 1);
    }

    void theSelectedRowsDeviceStandsInTheBarAndIsAskedNext() {
        add(u"one"_s);
        FakeAgent &other = add(u"two"_s);
        askTogether({u"one"_s, u"two"_s}, u"1.3.6.1.2.1.1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && results()->model()->rowCount() == 16, Patience);
        other.asked.clear();
        filter(u"device:two 1.3.6.1.2.1.1.5.0"_s);
        QTRY_COMPARE_WITH_TIMEOUT(group()->model().shown(), 1, Patience);
        results()->setCurrentIndex(group()->model().index(0, 2));
        QCOMPARE(named<QLineEdit>(u"Device address"_s)->text(), u"two"_s);
        QVERIFY(named<QToolButton>(u"Set"_s)->text().contains(u"two"));
        QVERIFY(named<QLineEdit>(u"Equivalent command"_s)->text().contains(other.endpoint().toString()));
        QTest::keyClick(results(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"1.3.6.1.2.1.1.5.0"_s);
        QTest::keyClick(results(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(tabs().currentResult() && ended(), Patience);
        QCOMPARE(tabs().tabText(tabs().currentIndex()), u"two: scratch"_s);
        QVERIFY(other.asked.size() >= 1); // a loaded machine asks again
    }

    void aTableIsWalkedAndEveryVerbCanBeChosen() {
        FakeAgent &agent = add(u"one"_s);
        add(u"two"_s);
        select({u"one"_s, u"two"_s});
        named<QLineEdit>(u"Address"_s)->setText(u"IF-MIB::ifTable"_s);
        named<QToolButton>(u"Ask Together"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(group()->query().verb, Verb::Walk);
        QCOMPARE(tabs().tabText(tabs().currentIndex()), u"ifTable @ 2 devices"_s);
        named<QLineEdit>(u"Address"_s)->setText(u"1.3.6.1.2.1.1.1.0"_s);
        QMenu *menu = named<QToolButton>(u"Ask Together"_s)->menu();
        for (QAction *verb : menu->actions()) {
            agent.asked.clear();
            verb->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
            QVERIFY(!agent.asked.isEmpty());
            QCOMPARE(int(group()->query().verb), int(menu->actions().indexOf(verb)));
        }
        QCOMPARE(tabs().count(), 5); // each its own
    }

    void interfacesAreCalledAsTheirOwnDeviceCallsThem() {
        const Oid ifName{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 1, 7};
        const Oid ifIndex{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 7};
        for (const QString &name : {u"one"_s, u"two"_s}) {
            FakeAgent &agent = add(name);
            agent.objects[ifName] = Value::octets(name == u"one" ? "Gi1/0/7" : "eth7");
            agent.objects[ifIndex] = Value::integer(7);
        }
        askTogether({u"one"_s, u"two"_s}, u"1.3.6.1.2.1.1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        for (const auto &agent : m_agents) { // no interface is on show
            for (const Message &question : std::as_const(agent->asked))
                QVERIFY(question.varBinds.first().oid < ifIndex.parent().parent());
        }
        askTogether({u"one"_s, u"two"_s}, u"IF-MIB::ifIndex"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const auto texts = [this] {
            QStringList all;
            for (int row = 0; row < results()->model()->rowCount(); ++row)
                all += cell(row, 0) + u' ' + cell(row, 1) + u' ' + cell(row, 2);
            return all;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(texts().contains(u"one ifIndex[Gi1/0/7] Gi1/0/7 (7)"_s)
                && texts().contains(u"two ifIndex[eth7] eth7 (7)"_s),
            qPrintable(texts().join(u'\n')), Patience);
    }

    void whoLacksSecretsIsAskedForOneByOneWhileTheOthersGoOn() {
        add(u"one"_s);
        add(u"two"_s, {200ms, 1}, false);
        add(u"three"_s, {200ms, 1}, false);
        add(u"four"_s, {200ms, 1}, false);
        askTogether({u"one"_s, u"two"_s, u"three"_s, u"four"_s}, u"1.3.6.1.2.1.1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(group()->result().whole(), 1, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(label(u"Community to read two"_s), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(summary().contains(u"two needs its"), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(group()->result().whole(), 2, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(label(u"Community to read three"_s), Patience);
        named<QToolButton>(u"Not now"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(label(u"Community to read four"_s), Patience);
        QVERIFY(group()->isRunning());
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!group()->isRunning(), Patience);
        QCOMPARE(group()->result().whole(), 3);
        QCOMPARE(group()->result().at(2).outcome->failure->kind(), Failure::Kind::NoSecret);
    }

    void theKeyAsksThemTooAndSaysWhereToChoose() {
        add(u"one"_s);
        add(u"two"_s);
        named<QLineEdit>(u"Address"_s)->setText(u"1.3.6.1.2.1.1"_s);
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(tabs().count(), 0);
        QVERIFY(label(u"Select several in the Devices panel"_s));
        select({u"one"_s, u"two"_s}); // the panel has come to the front
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(tabs().current() && ended(), Patience);
        QCOMPARE(group()->result().whole(), 2);
    }

    void theTabMayGoAtAnyTime() {
        add(u"one"_s);
        add(u"two"_s).setHabit(FakeAgent::Silent);
        for (const int turns : {0, 1, 3, 20}) {
            askTogether({u"one"_s, u"two"_s}, u"1.3.6.1.2.1.1"_s);
            for (int turn = 0; turn < turns; ++turn)
                QTest::qWait(1);
            QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(tabs().count(), 0, Patience);
        }
        QTest::qWait(20);
    }

private:
    FakeAgent &add(const QString &name, Bounds bounds = {200ms, 1}, bool hasSecrets = true) {
        m_agents.push_back(std::make_unique<FakeAgent>(m_parts->engine));
        Device device;
        device.name = name;
        device.endpoint = m_agents.back()->endpoint();
        device.bounds = bounds;
        if (hasSecrets)
            m_parts->secrets.write(device.id, {Secret("public"), {}, {}, {}}, this, {});
        if (const auto failure = m_parts->devices.save(device))
            qWarning().noquote() << failure->logText();
        return *m_agents.back();
    }

    void select(const QStringList &names) {
        auto *tree = named<QAbstractItemView>(u"Devices"_s, false);
        tree->selectionModel()->clear();
        for (int row = 0; row < tree->model()->rowCount(); ++row) {
            const QModelIndex index = tree->model()->index(row, 0);
            if (names.contains(index.data().toString()))
                tree->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }

    void askTogether(const QStringList &names, const QString &object) {
        select(names);
        named<QLineEdit>(u"Address"_s)->setText(object);
        named<QToolButton>(u"Ask Together"_s, false)->click();
        QVERIFY(group());
    }

    void filter(const QString &text) { named<QLineEdit>(u"Filter results"_s)->setText(text); }
    GroupTab *group() { return qobject_cast<GroupTab *>(tabs().current()); }
    QString summary() { return named<QLineEdit>(u"Summary"_s)->text(); }
    QLabel *label(const QString &text) {
        for (QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return label;
        }
        return nullptr;
    }
    std::optional<Ending> ending(const QString &name) {
        for (int part = 0; part < group()->result().size(); ++part) {
            if (group()->result().at(part).device.name == name)
                return group()->result().at(part).outcome ? group()->result().at(part).outcome->ending : std::nullopt;
        }
        return {};
    }

    std::vector<std::unique_ptr<FakeAgent>> m_agents;
};

QTEST_MAIN(TestWindowGroup)
#include "tst_windowgroup.moc"
