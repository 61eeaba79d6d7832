// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "ui/actions.h"
#include "ui/table/livetable.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/tablemodel.h"
#include "windowtest.h"

#include <QAction>
#include <QClipboard>
#include <QListWidget>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Oid ifEntryOid{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid ifXEntryOid{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
const Oid dot3Entry{1, 3, 6, 1, 2, 1, 10, 7, 2, 1};
const Oid physAddress{1, 3, 6, 1, 2, 1, 4, 22, 1, 2};

} // namespace

/// Tables in the window: names of interfaces, columns and joins, a row as a form.
class TestWindowTables : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        openWindow();
        m_agent = std::make_unique<FakeAgent>(m_parts->engine);
        for (quint32 port = 1; port <= 3; ++port) {
            m_agent->objects.insert(ifEntryOid + Oid{1, port}, Value::integer(int(port)));
            m_agent->objects.insert(ifEntryOid + Oid{2, port}, Value::octets("Ethernet " + QByteArray::number(port)));
            m_agent->objects.insert(ifEntryOid + Oid{10, port}, Value::counter32(port * 1000));
            m_agent->objects.insert(ifXEntryOid + Oid{1, port}, Value::octets("Gi1/0/" + QByteArray::number(port)));
            m_agent->objects.insert(ifXEntryOid + Oid{18, port}, Value::octets(port == 2 ? "uplink core2" : ""));
            m_agent->objects.insert(dot3Entry + Oid{3, port}, Value::counter32(port * 7));
        }
        m_agent->objects.insert(physAddress + Oid{2, 10, 0, 0, 1}, Value::octets(QByteArray::fromHex("001a2b3c4d5e")));
        Device device;
        device.name = u"lab"_s;
        device.endpoint = m_agent->endpoint();
        device.bounds = {500ms, 1};
        QVERIFY(!m_parts->devices.save(device));
        m_parts->secrets.write(device.id, {Secret("public"), {}, {}, {}}, this, {});
    }
    void cleanup() {
        m_agent.reset();
        closeWindow();
    }

    void interfacesAreToldByName() {
        askTable(u"IF-MIB::ifTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text(1, u"ifIndex"_s), u"Gi1/0/2 · uplink core2 (2)"_s, Patience);
        QVERIFY(m_agent->questionsFor(ifXEntryOid + 18U) > 0); // in a packet like any other
        // Switched off and on again: from what is known.
        const int questions = m_agent->questions;
        action(u"&Interface Names"_s)->toggle();
        QCOMPARE(text(1, u"ifIndex"_s), u"2"_s);
        action(u"&Interface Names"_s)->toggle();
        QCOMPARE(text(1, u"ifIndex"_s), u"Gi1/0/2 · uplink core2 (2)"_s);
        QCOMPARE(m_agent->questions, questions);
    }

    void whereNamesAreOffNothingIsAskedForThem() {
        action(u"&Interface Names"_s)->toggle();
        askTable(u"IF-MIB::ifTable"_s);
        QCOMPARE(text(1, u"ifIndex"_s), u"2"_s);
        QTest::qWait(100);
        QCOMPARE(m_agent->questionsFor(ifXEntryOid + 18U), 0);
        quitAndOpen();
        QVERIFY(!action(u"&Interface Names"_s)->isChecked());
    }

    void listsTellInstancesByNameAndTakeThemBack() {
        type(u"Device address"_s, u"lab"_s);
        type(u"Address"_s, u"ipNetToMediaPhysAddress"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(
            cell(0, ResultModel::Name), u"ipNetToMediaPhysAddress[Gi1/0/2][10.0.0.1]"_s, Patience);
        // The column was fitted to the number that stood there first.
        QVERIFY(results()->columnWidth(ResultModel::Name)
            > results()->fontMetrics().horizontalAdvance(cell(0, ResultModel::Name)));
        QVERIFY(results()
                    ->model()
                    ->index(0, ResultModel::Name)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains((physAddress + Oid{2, 10, 0, 0, 1}).toString()));
        type(u"Address"_s, u"ipNetToMediaPhysAddress[Gi1/0/2][10.0.0.1]"_s);
        QTRY_COMPARE_WITH_TIMEOUT(lastValue(), u"00:1a:2b:3c:4d:5e"_s, Patience);
    }

    void anInstanceByNameIsFoundOnADeviceThatIsNotOpenYet() {
        type(u"Device address"_s, u"lab"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        quitAndOpen();
        named<QLineEdit>(u"Device address"_s)->setText(u"lab"_s);
        type(u"Address"_s, u"ipNetToMediaPhysAddress[Gi1/0/2][10.0.0.1]"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tabs().current(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(lastValue(), u"00:1a:2b:3c:4d:5e"_s, Patience);
    }

    void oneClickShowsAllOfAnInterface() {
        askTable(u"IF-MIB::ifTable"_s);
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        auto *all = named<QToolButton>(u"All of an interface"_s);
        QVERIFY(all);
        all->click();
        QTRY_VERIFY_WITH_TIMEOUT(ended() && column(u"dot3StatsFCSErrors"_s) >= 0, Patience);
        QCOMPARE(text(1, u"ifAlias"_s), u"uplink core2"_s);
        QCOMPARE(text(2, u"dot3StatsFCSErrors"_s), u"21"_s);
        QVERIFY(named<QListWidget>(u"Columns of the table"_s)); // it stays open
        // Live has them as well.
        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(table()->live() && table()->live()->readings() >= 1, Patience);
        m_agent->objects.insert(dot3Entry + Oid{3, 3}, Value::counter32(100));
        QTRY_VERIFY_WITH_TIMEOUT(text(2, u"dot3StatsFCSErrors"_s).endsWith(u"/s"), Patience);
    }

    void chosenColumnsAreRememberedAndAloneAsked() {
        askTable(u"IF-MIB::ifTable"_s);
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        auto *list = named<QListWidget>(u"Columns of the table"_s);
        QVERIFY(list);
        for (int row = 0; row < list->count(); ++row) {
            const QString name = list->item(row)->text();
            if (name != u"ifDescr" && name != u"ifInOctets")
                list->item(row)->setCheckState(Qt::Unchecked);
        }
        QCOMPARE(titles(), u"ifIndex ifDescr ifInOctets"_s);
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->text() == u"ifInOctets")
                list->setCurrentRow(row);
        }
        for (int row = list->currentRow(); row > 0; --row) // over those that are not shown
            QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(titles(), u"ifIndex ifInOctets ifDescr"_s);
        quitAndOpen();
        m_agent->asked.clear();
        askTable(u"IF-MIB::ifTable"_s);
        QCOMPARE(titles(), u"ifIndex ifInOctets ifDescr"_s);
        QCOMPARE(m_agent->questionsFor(ifEntryOid + 8U), 0);
        QVERIFY(m_agent->questionsFor(ifEntryOid + 10U) > 0);
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        named<QToolButton>(u"All columns"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(ended() && column(u"ifOperStatus"_s) >= 0, Patience);
    }

    void aRowIsTurnedIntoAForm() {
        askTable(u"IF-MIB::ifTable"_s);
        auto *grid = m_window->findChild<PinnedTable *>();
        grid->setCurrentIndex(grid->model()->index(1, column(u"ifDescr"_s)));
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        auto *form = named<QTableView>(u"Row"_s);
        QVERIFY(form);
        QCOMPARE(form->model()->rowCount(), grid->model()->columnCount());
        const int line = column(u"ifDescr"_s);
        QCOMPARE(form->model()->index(line, 0).data().toString(), u"ifDescr"_s);
        QCOMPARE(form->model()->index(line, 1).data().toString(), u"Ethernet 2"_s);
        grid->setCurrentIndex(grid->model()->index(2, 0));
        QCOMPARE(form->model()->index(line, 1).data().toString(), u"Ethernet 3"_s);
        form->setCurrentIndex(form->model()->index(line, 1));
        QTest::keyClick(form, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"Ethernet 3"_s);
        QCOMPARE(grid->currentIndex().column(), line);
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QVERIFY(!named<QTableView>(u"Row"_s));
    }

    void theWindowGetsNoWider() {
        m_window->resize(800, 600);
        askTable(u"IF-MIB::ifTable"_s);
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QTest::qWait(50);
        QVERIFY2(m_window->minimumSizeHint().width() <= 800,
            qPrintable(QString::number(m_window->minimumSizeHint().width())));
    }

private:
    // Over the same folder; the agent stays up.
    void quitAndOpen() {
        m_window->close();
        m_window.reset();
        openWindow();
    }
    void askTable(const QString &object) {
        type(u"Device address"_s, u"lab"_s);
        type(u"Address"_s, object);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && table() && table()->rowCount() == 3, Patience);
    }
    // Gets stand one below the other.
    QString lastValue() {
        const int rows = results()->model()->rowCount();
        return rows > 0 ? cell(rows - 1, ResultModel::ValueText) : QString();
    }
    QAction *action(const QString &text) const {
        for (QAction *each : m_window->actions()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    TableModel *table() { return tabs().current() ? tabs().current()->findChild<TableModel *>() : nullptr; }
    int column(const QString &name) {
        for (int at = 0; table() && at < table()->columnCount(); ++at) {
            if (table()->column(at).title == name)
                return at;
        }
        return -1;
    }
    QString text(int row, const QString &name) { return table()->index(row, column(name)).data().toString(); }
    QString titles() {
        QStringList names;
        for (int at = 0; at < table()->columnCount(); ++at)
            names << table()->column(at).title;
        return names.join(u' ');
    }

    std::unique_ptr<FakeAgent> m_agent;
};

QTEST_MAIN(TestWindowTables)
#include "tst_windowtables.moc"
