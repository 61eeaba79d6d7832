// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/tablejoin.h"

#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestTableJoin final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary();
        QVERIFY(m_library);
    }

    void whatAugmentsATableComesFirst() {
        const QStringList joins = joinsOf(u"ifEntry");
        QCOMPARE(joins.first(), u"ifXEntry"_s);
        QVERIFY(joins.contains(u"dot3StatsEntry"_s)); // its own index, which is an interface too
        QVERIFY(!joins.contains(u"ifEntry"_s));
        QVERIFY(!joins.contains(u"ifStackEntry"_s)); // two interfaces
        QCOMPARE(joinsOf(u"ifXEntry").first(), u"ifEntry"_s);
    }

    void anInterfaceHasThreeTables() {
        QCOMPARE(
            names(interfaceJoins(*m_library, entry(u"ifEntry"))), (QStringList{u"ifXEntry"_s, u"dot3StatsEntry"_s}));
        QCOMPARE(
            names(interfaceJoins(*m_library, entry(u"dot3StatsEntry"))), (QStringList{u"ifEntry"_s, u"ifXEntry"_s}));
        QVERIFY(interfaceJoins(*m_library, entry(u"ipNetToMediaEntry")).isEmpty());
    }

    void aValueThatIsAnInterfaceLeadsToItsTables() {
        const QStringList joins = joinsOf(u"ipNetToMediaEntry");
        QVERIFY(joins.contains(u"ifXEntry by ipNetToMediaIfIndex"_s));
        QVERIFY(joinsOf(u"dot1dBasePortEntry").contains(u"ifEntry by dot1dBasePortIfIndex"_s));
        QVERIFY(joinsOf(u"dot1dBasePortEntry").contains(u"dot1dStpPortEntry"_s)); // keyed by the same ports
    }

    void aPortOfABridgeLeadsThereByItsInterface() {
        const QStringList joins = joinsOf(u"dot1dTpFdbEntry");
        QVERIFY(joins.contains(u"dot1dBasePortEntry by dot1dTpFdbPort"_s));
        QVERIFY(joins.contains(u"ifXEntry by dot1dTpFdbPort dot1dBasePortIfIndex"_s));
    }

    void theUsualOnesAreThoseThatArePartOfIt() {
        const auto usual = [this](QStringView name) { return names(usualJoins(*m_library, entry(name))); };
        QCOMPARE(usual(u"ifEntry"), (QStringList{u"ifXEntry"_s, u"dot3StatsEntry"_s})); // ifTestTable is deprecated
        QVERIFY(usual(u"dot1dBasePortEntry").contains(u"dot1dStpPortEntry"_s));
        QCOMPARE(usual(u"dot1dTpFdbEntry"),
            (QStringList{u"ifEntry by dot1dTpFdbPort dot1dBasePortIfIndex"_s,
                u"ifXEntry by dot1dTpFdbPort dot1dBasePortIfIndex"_s,
                u"dot3StatsEntry by dot1dTpFdbPort dot1dBasePortIfIndex"_s}));
        QVERIFY(usual(u"sysOREntry").isEmpty());
    }

    void theKeyOfAJoinedTableIsNotToldTwice() {
        QStringList columns;
        for (const NodeRef &column : joinedColumns(*m_library, entry(u"dot3StatsEntry")))
            columns.append(column.name());
        QVERIFY(columns.contains(u"dot3StatsFCSErrors"_s));
        QVERIFY(!columns.contains(u"dot3StatsIndex"_s));
    }

    void aTableThatNobodyKnowsHasNone() { QVERIFY(tableJoins(*m_library, {1, 3, 6, 1, 4, 1, 99999, 1}).isEmpty()); }

private:
    Oid entry(QStringView name) const { return m_library->named(name).first().oid(); }

    QStringList names(const QList<TableJoin> &joins) const {
        QStringList found;
        for (const TableJoin &join : joins) {
            QString text = m_library->node(join.entry).name();
            for (const Oid &object : join.path)
                text += (object == join.path.first() ? u" by "_s : u" "_s) + m_library->node(object).name();
            found.append(text);
        }
        return found;
    }
    QStringList joinsOf(QStringView name) const { return names(tableJoins(*m_library, entry(name))); }

    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestTableJoin)
#include "tst_tablejoin.moc"
