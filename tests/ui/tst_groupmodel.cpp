// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"
#include "ui/query/groupmodel.h"
#include "ui/query/resultlist.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

// A loaded machine is slow, not wrong.
constexpr int Patience = 30'000;

/// What several devices answered, as one list.
class TestGroupModel final : public QObject {
    Q_OBJECT

private slots:
    void listsTheRowsAsTheyComeAndEachDevicesEndingAsItsLast() {
        GroupResult result({m_one, m_two});
        GroupModel model(result, Describe(Library::empty()));
        const QAbstractItemModelTester tester(&model);
        result.append(m_two.id, numbers(1, 3));
        result.append(m_one.id, numbers(1, 2));
        result.end(m_two.id, {Ending::Whole, {}, figures(2), {1, 3, 2}});
        result.append(m_one.id, numbers(2, 3));
        result.end(
            m_one.id, {Ending::Timeout, Failure(Failure::Kind::Timeout, {u"one"_s, u"6"_s}), figures(2), {1, 3, 2}});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 6, Patience);
        QCOMPARE(lines(model),
            QStringList({u"two|1.3.1|1"_s, u"two|1.3.2|2"_s, u"one|1.3.1|1"_s, u"two|End: 2 varbinds, whole."_s,
                u"one|1.3.2|2"_s, u"one|Ended early: timeout after 1.3.2."_s}));
        QCOMPARE(model.noteLines(), QList<int>({3, 5}));
        QCOMPARE(model.shown(), 4);
        QCOMPARE(model.total(), 4);
        QCOMPARE(model.partAt(model.index(0, 0)), 1);
        QCOMPARE(model.endingOf(0).row(), 5);
        QVERIFY(!model.varBindAt(model.index(3, 0)));
        QVERIFY(model.index(5, 1).data(Qt::BackgroundRole).isValid()); // it is a failure
        QVERIFY(!model.index(3, 1).data(Qt::BackgroundRole).isValid());
    }

    void showsWhatArrivedBeforeIt() {
        GroupResult result({m_one});
        result.append(m_one.id, numbers(1, 3));
        result.end(m_one.id, {Ending::Whole, {}, figures(2), {}});
        GroupModel model(result, Describe(Library::empty()));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 3, Patience);
        QVERIFY(model.isNote(model.index(2, 0)));
    }

    void aFilterByDeviceLeavesItsRowsAndItsEnding() {
        GroupResult result({m_one, m_two});
        GroupModel model(result, Describe(Library::empty()));
        const QAbstractItemModelTester tester(&model);
        result.append(m_one.id, numbers(0, 500));
        result.append(m_two.id, numbers(0, 500));
        result.end(m_one.id, {Ending::Whole, {}, figures(500), {}});
        model.setFilter(ResultFilter::parse(u"device:TWO >=497"));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 3, Patience);
        QCOMPARE(model.index(0, 0).data().toString(), u"two"_s);
        result.append(m_two.id, numbers(500, 501)); // what arrives later is filtered too
        result.append(m_one.id, numbers(500, 501));
        result.end(m_two.id, {Ending::Whole, {}, figures(501), {}});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 5, Patience);
        QVERIFY(model.isNote(model.index(4, 0)));
        model.setFilter(ResultFilter::parse(u"-device:two <2"));
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 2, Patience);
        QVERIFY(lines(model).filter(u"two"_s).isEmpty());
        model.setFilter(ResultFilter::parse(u"two 1.3.77"));
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 1, Patience);
        model.setFilter({});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1004, Patience);
    }

    void byDeviceEachEndingStaysBelowItsRows() {
        GroupResult result({m_two, m_one});
        GroupModel model(result, Describe(Library::empty()));
        const QAbstractItemModelTester tester(&model);
        result.append(m_two.id, numbers(1, 2));
        result.append(m_one.id, numbers(1, 2));
        result.end(m_two.id, {Ending::Whole, {}, figures(2), {}});
        result.append(m_one.id, numbers(2, 3));
        result.end(m_one.id, {Ending::Whole, {}, figures(2), {}});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 5, Patience);
        const QString end = u"End: 2 varbinds, whole."_s;
        QSignalSpy sorted(&model, &ResultRows::sorted);
        const QStringList arrived = lines(model);
        model.sort(0, Qt::DescendingOrder);
        QCOMPARE(sorted.size(), 1);
        QCOMPARE(lines(model),
            QStringList({u"two|1.3.1|1"_s, u"two|"_s + end, u"one|1.3.1|1"_s, u"one|1.3.2|2"_s, u"one|"_s + end}));
        model.sort(model.lead() + ResultRows::ValueText, Qt::DescendingOrder);
        QCOMPARE(lines(model).first(), u"one|1.3.2|2"_s);
        QCOMPARE(model.noteLines(), QList<int>({3, 4}));
        model.sort(-1);
        QCOMPARE(lines(model), arrived);
    }

    // The tester looks at every signal: what is said of rows is what becomes of them.
    void staysAModelWhileItSortsFiltersAndGrows() {
        GroupResult result({m_one, m_two});
        GroupModel model(result, Describe(Library::empty()));
        const QAbstractItemModelTester tester(&model);
        QSignalSpy sorted(&model, &ResultRows::sorted);
        result.append(m_one.id, numbers(0, 2500));
        result.end(m_one.id, {Ending::Whole, {}, figures(2500), {}});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2501, Patience);
        const QPersistentModelIndex followed(model.index(1200, 2));
        const QPersistentModelIndex note(model.index(2500, 1));
        for (int column = 0; column < model.columnCount(); ++column) {
            sorted.clear();
            model.sort(column, Qt::DescendingOrder);
            result.append(m_two.id, numbers(quint32(column), quint32(column) + 1)); // while it sorts
            QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, Patience);
            QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2502 + column, Patience);
            QCOMPARE(model.varBindAt(followed)->oid, (Oid{1, 3, 1200}));
            QVERIFY(model.isNote(note));
            // Live data never sorts by itself.
            QCOMPARE(model.index(model.rowCount() - 1, 0).data().toString(), u"two"_s);
        }
        model.setFilter(ResultFilter::parse(u">=2000"));
        model.sort(model.lead() + ResultRows::ObjectId, Qt::AscendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 500, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(model.varBindAt(model.index(0, 0))->oid, (Oid{1, 3, 2000}), Patience);
    }

    void marksWhatChangedSinceTheRunBeforeDeviceByDevice() {
        GroupResult before({m_two, m_one}); // in another order
        before.append(m_one.id, numbers(1, 3));
        before.append(m_two.id, {{{1, 3, 1}, Value::gauge32(9)}});
        GroupResult now({m_one, m_two});
        GroupModel model(now, Describe(Library::empty()));
        model.compareWith(&before);
        now.append(m_one.id, numbers(1, 3));
        now.append(m_two.id, numbers(1, 2));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 3, Patience);
        const int value = model.lead() + ResultRows::ValueText;
        const auto marked = [&](int row) { return model.index(row, value).data(Qt::BackgroundRole).isValid(); };
        QVERIFY(!marked(0));
        QVERIFY(!marked(1));
        QVERIFY(marked(2));
        QCOMPARE(model.index(2, value).data(Qt::ToolTipRole).toString(), u"was 9"_s);
    }

    void marksNothingWhereTheRunBeforeDoesNotAscend() {
        const VarBinds falling{{{1, 3, 2}, Value::gauge32(2)}, {{1, 3, 1}, Value::gauge32(1)}};
        GroupResult before({m_one});
        before.append(m_one.id, falling);
        GroupResult now({m_one});
        GroupModel model(now, Describe(Library::empty()));
        model.compareWith(&before);
        now.append(m_one.id, falling);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, Patience);
        for (int row = 0; row < 2; ++row)
            QVERIFY(!model.index(row, model.lead() + ResultRows::ValueText).data(Qt::BackgroundRole).isValid());
    }

    void eachRowIsToldByTheNamesOfItsOwnDevice() {
        const VarBind row{{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 7}, Value::integer(7)};
        GroupResult result({m_one, m_two});
        const Describe describe(test::madeLibrary());
        GroupModel model(result, describe);
        const QAbstractItemModelTester tester(&model);
        result.append(m_one.id, {row});
        result.append(m_two.id, {row});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, Patience);
        model.setInterfaces(1, calling(7, u"Gi1/0/7"_s));
        const QStringList second{u"one|ifIndex[7]|7"_s, u"two|ifIndex[Gi1/0/7]|Gi1/0/7 (7)"_s};
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, Patience);
        QCOMPARE(lines(model), second);
        model.setInterfaces(0, calling(7, u"eth7"_s));
        QCOMPARE(lines(model).first(), u"one|ifIndex[eth7]|eth7 (7)"_s);
        model.setFilter(ResultFilter::parse(u"eth7"));
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 1, Patience);
        model.setDescribe(describe); // a new library: the names stay
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 1, Patience);
        // What is shown by number again is not found by its name.
        model.setInterfaces(0, nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 0, Patience);
    }

    void theListCopiesTheDeviceWithItsRowAndSpansEndingsBesideIt() {
        GroupResult result({m_one});
        GroupModel model(result, Describe(Library::empty()));
        ResultList list;
        list.showModel(&model);
        result.append(m_one.id, numbers(1, 2));
        result.end(m_one.id, {Ending::Whole, {}, figures(1), {}});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, Patience);
        QCOMPARE(list.columnSpan(1, 1), int(ResultRows::ColumnCount));
        QCOMPARE(list.columnSpan(1, 0), 1);
        QVERIFY(list.isColumnHidden(model.lead() + ResultRows::ObjectId));
        QVERIFY(!list.isColumnHidden(model.lead() + ResultRows::Type));
        list.selectRow(0);
        list.copyCells();
        QCOMPARE(QApplication::clipboard()->text(), u"one\t1.3.1\t1\t\tGauge32"_s);
        list.copyOids();
        QCOMPARE(QApplication::clipboard()->text(), u"1.3.1"_s);
    }

private:
    static InterfaceNames::Pointer calling(quint32 number, const QString &name) {
        auto names = std::make_shared<InterfaceNames>();
        names->addName(number, name);
        return names;
    }
    static Device named(const QString &name) {
        Device device;
        device.name = name;
        return device;
    }
    static Figures figures(qint64 varBinds) {
        Figures figures;
        figures.varBinds = varBinds;
        return figures;
    }
    static VarBinds numbers(quint32 from, quint32 to) {
        VarBinds varBinds;
        for (quint32 n = from; n < to; ++n)
            varBinds.append({{1, 3, n}, Value::gauge32(n)});
        return varBinds;
    }
    /// Device, name and value; of endings the first sentence.
    static QStringList lines(const GroupModel &model) {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto text = [&](int column) { return model.index(row, column).data().toString(); };
            const QString end = text(1).section(u". "_s, 0, 0);
            lines += model.isNote(model.index(row, 0)) ? text(0) + u'|' + end + (end.endsWith(u'.') ? u""_s : u"."_s)
                                                       : text(0) + u'|' + text(1) + u'|' + text(2);
        }
        return lines;
    }

    const Device m_one = named(u"one"_s);
    const Device m_two = named(u"two"_s);
};

QTEST_MAIN(TestGroupModel)
#include "tst_groupmodel.moc"
