// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"
#include "ui/query/treemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000; // a loaded machine is slow, not wrong
const Oid ifEntryOid{1, 3, 6, 1, 2, 1, 2, 2, 1};

} // namespace

/// A result as a tree: what stands where, and how it opens, closes and grows.
class TestTreeModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(); }
    void init() {
        m_store = std::make_unique<ResultStore>();
        m_list = std::make_unique<ResultModel>(*m_store, Describe(m_library));
        m_tree = std::make_unique<TreeModel>(*m_list);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_tree.get());
        m_tree->setActive(true);
    }
    void cleanup() {
        m_tester.reset();
        m_tree.reset();
        m_list.reset();
        m_store.reset();
    }

    void objectsAreOpenAndTheirColumnsClosed() {
        fill();
        QCOMPARE(drawn(),
            u"- mib-2: 6 instances\n"
            " - system: 1 instance\n"
            "    sysName.0: core1\n"
            " - interfaces: 5 instances\n"
            "  - ifTable: 5 instances\n"
            "   + ifDescr: 3 instances\n"
            "   + ifMtu: 2 instances\n"_s);
    }

    void aColumnOpensToItsInstancesAndClosesAgain() {
        fill();
        const QString closed = drawn();
        QVERIFY(m_tree->toggle(5));
        QVERIFY(drawn().contains(u"   - ifDescr: 3 instances\n"
                                 "      ifDescr[1]: Gi0/1\n"
                                 "      ifDescr[2]: Gi0/2\n"
                                 "      ifDescr[3]: Gi0/3\n"
                                 "   + ifMtu"_s));
        QVERIFY(!m_tree->toggle(6)); // an instance
        QCOMPARE(m_tree->lineAbove(7), 5);
        QCOMPARE(m_tree->lineAbove(5), 4);
        QVERIFY(m_tree->toggle(5));
        QCOMPARE(drawn(), closed);
        QVERIFY(m_tree->toggle(0));
        QCOMPARE(drawn(), u"+ mib-2: 6 instances\n"_s);
    }

    void allOpensAndCloses() {
        fill();
        m_tree->openAll(true);
        QCOMPARE(m_tree->rowCount(), 12);
        m_tree->openAll(false);
        QCOMPARE(m_tree->rowCount(), 1);
    }

    void whatArrivesStandsBelowAndTheEndingBelowAll() {
        fill();
        m_tree->openAll(true);
        m_list->addNote(u"Ended early"_s, true);
        QTRY_COMPARE_WITH_TIMEOUT(m_tree->rowCount(), 13, Patience);
        m_store->append({{ifEntryOid + Oid{4, 3}, Value::integer(9000)}, {ifEntryOid + Oid{8, 1}, Value::integer(1)}});
        QTRY_VERIFY_WITH_TIMEOUT(
            drawn().contains(u"      ifMtu[3]: 9000\n   + ifOperStatus: 1 instance\nEnded early"_s), Patience);
        QVERIFY(m_tree->isNote(m_tree->index(m_tree->rowCount() - 1, 0)));
        QCOMPARE(m_tree->noteLines(), QList<int>{m_tree->rowCount() - 1});
    }

    void theFilterOfTheListIsItsFilter() {
        fill();
        m_list->setFilter(ResultFilter::parse(u"Gi0/2"));
        QTRY_COMPARE_WITH_TIMEOUT(m_tree->rowCount(), 4, Patience);
        m_tree->openAll(true);
        QCOMPARE(m_tree->index(4, ResultRows::Name).data().toString(), u"ifDescr[2]"_s);
        m_list->setFilter({});
        QTRY_VERIFY_WITH_TIMEOUT(drawn().contains(u"ifMtu"), Patience);
    }

    void theOrderOfTheListIsNotItsOrder() {
        fill();
        const QString inOrder = drawn();
        QSignalSpy sorted(m_list.get(), &ResultModel::sorted);
        m_list->sort(ResultRows::ValueText, Qt::DescendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(sorted.size(), 1, Patience);
        QCOMPARE(drawn(), inOrder);
        m_tree->setActive(false);
        QCOMPARE(m_tree->rowCount(), 0);
        m_tree->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(drawn(), inOrder, Patience);
    }

    void rowsThatCameOutOfOrderAreOrdered() {
        m_store->append({{ifEntryOid + Oid{4, 1}, Value::integer(1500)}, {ifEntryOid + Oid{2, 1}, Value::octets("a")}});
        QTRY_VERIFY_WITH_TIMEOUT(drawn().contains(u"+ ifDescr: 1 instance\n   + ifMtu: 1 instance"_s), Patience);
    }

    void anInstanceIsRevealedWhereverItIs() {
        fill();
        m_tree->toggle(0);
        const int line = m_tree->reveal(ifEntryOid + Oid{2, 3});
        QCOMPARE(m_tree->oidAt(m_tree->index(line, 0)), (ifEntryOid + Oid{2, 3}));
        QCOMPARE(m_tree->reveal({1, 3, 6, 1, 99}), -1);
        std::vector<int> numbers;
        m_tree->collect(m_tree->lineOf(ifEntryOid.parent()), numbers);
        QCOMPARE(numbers, (std::vector<int>{1, 2, 3, 4, 5}));
    }

private:
    void fill() {
        m_store->append(
            {{{1, 3, 6, 1, 2, 1, 1, 5, 0}, Value::octets("core1")}, {ifEntryOid + Oid{2, 1}, Value::octets("Gi0/1")},
                {ifEntryOid + Oid{2, 2}, Value::octets("Gi0/2")}, {ifEntryOid + Oid{2, 3}, Value::octets("Gi0/3")},
                {ifEntryOid + Oid{4, 1}, Value::integer(1500)}, {ifEntryOid + Oid{4, 2}, Value::integer(1500)}});
        QTRY_VERIFY_WITH_TIMEOUT(drawn().contains(u"ifMtu: 2 instances"), Patience);
    }

    QString drawn() const {
        QString text;
        for (int line = 0; line < m_tree->rowCount(); ++line) {
            const QModelIndex name = m_tree->index(line, ResultRows::Name);
            if (m_tree->isNote(name)) {
                text += name.data().toString() + u'\n';
                continue;
            }
            const auto branch = m_tree->branchAt(line);
            text += QString(name.data(ResultRows::DepthRole).toInt(), u' ')
                + (branch == TreeModel::Branch::Open          ? u"- "_s
                        : branch == TreeModel::Branch::Closed ? u"+ "_s
                                                              : u"  "_s)
                + name.data().toString() + u": "_s + name.siblingAtColumn(ResultRows::ValueText).data().toString()
                + u'\n';
        }
        return text;
    }

    Library::Pointer m_library;
    std::unique_ptr<ResultStore> m_store;
    std::unique_ptr<ResultModel> m_list;
    std::unique_ptr<TreeModel> m_tree;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestTreeModel)
#include "tst_treemodel.moc"
