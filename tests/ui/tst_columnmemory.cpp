// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/columnmemory.h"
#include "windowtest.h"

#include <QHeaderView>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Widths that a person gave to columns, over restarts of the program.
class TestColumnMemory : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void theListsColumnsComeBackAsTheyWereLeft() {
        askDemo(u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        drag(results()->horizontalHeader(), ResultModel::Name, 77);
        const int chosen = results()->columnWidth(ResultModel::Name);
        const int fitted = results()->columnWidth(ResultModel::ValueText);
        quit();
        openWindow();
        askDemo(u"SNMPv2-MIB::system"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(results()->columnWidth(ResultModel::Name), chosen);
        // What nobody chose fits what it shows.
        QVERIFY(results()->columnWidth(ResultModel::ValueText) != fitted);
    }

    void everyTableHasItsOwn() {
        askTable(u"IF-MIB::ifTable"_s);
        drag(grid()->horizontalHeader(), column(u"ifDescr"_s), 50);
        const int chosen = grid()->columnWidth(column(u"ifDescr"_s));
        quit();
        openWindow();
        askTable(u"IF-MIB::ifXTable"_s);
        const int other = grid()->columnWidth(column(u"ifName"_s));
        askTable(u"IF-MIB::ifTable"_s);
        QCOMPARE(grid()->columnWidth(column(u"ifDescr"_s)), chosen);
        QVERIFY(other != chosen);
    }

    void twoProgramsOverOneFolderKeepBoth() {
        Settings other(m_folder->path());
        {
            ColumnMemory mine(m_parts->settings);
            ColumnMemory theirs(other);
            mine.setWidth(u"1.3.6"_s, u"a"_s, 111);
            theirs.setWidth(u"1.3.7"_s, u"a"_s, 222);
        }
        Settings later(m_folder->path());
        QVERIFY(!later.load());
        const ColumnMemory memory(later);
        QCOMPARE(memory.width(u"1.3.6"_s, u"a"_s), 111);
        QCOMPARE(memory.width(u"1.3.7"_s, u"a"_s), 222);
        QVERIFY(!memory.width(u"1.3.7"_s, u"b"_s));
    }

    void widthsNeverMoveWhileRowsStream() {
        askDemo(u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const QHeaderView *header = results()->horizontalHeader();
        const int before = header->sectionSize(ResultModel::Name);
        tabs().currentResult()->append({{{1, 3, 6, 1, 4, 1, 99999, 1, 4294967295, 4294967295, 4294967295, 4294967295,
                                             4294967295, 4294967295, 4294967295, 4294967295, 4294967295},
            Value::octets(QByteArray(300, 'x'))}});
        QTRY_VERIFY_WITH_TIMEOUT(caughtUp(), Patience);
        QCOMPARE(header->sectionSize(ResultModel::Name), before);
    }

private:
    void askTable(const QString &table) {
        askDemo(table);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && tabs().current()->address() == table, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(grid() && grid()->model()->rowCount() > 0, Patience);
        QCoreApplication::sendPostedEvents();
    }
    QTableView *grid() { return named<QTableView>(u"Table view"_s); }
    int column(const QString &title) {
        const QAbstractItemModel *model = grid()->model();
        for (int section = 0; section < model->columnCount(); ++section) {
            if (model->headerData(section, Qt::Horizontal).toString() == title)
                return section;
        }
        return -1;
    }
    static void drag(QHeaderView *header, int section, int by) {
        const int edge = header->sectionViewportPosition(section) + header->sectionSize(section) - 1;
        const QPoint from(edge, header->height() / 2);
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(header->viewport(), from + QPoint(by / 2, 0));
        QTest::mouseMove(header->viewport(), from + QPoint(by, 0));
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, from + QPoint(by, 0));
    }
};

QTEST_MAIN(TestColumnMemory)
#include "tst_columnmemory.moc"
