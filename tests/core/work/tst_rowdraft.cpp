// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/rowdraft.h"

#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const Oid TargetAddrTable{1, 3, 6, 1, 6, 3, 12, 1, 2};
const Oid TargetAddrEntry{1, 3, 6, 1, 6, 3, 12, 1, 2, 1};
const Oid AddrTable{1, 3, 6, 1, 4, 1, 99999, 2};
const Oid NameTable{1, 3, 6, 1, 4, 1, 99999, 3};

QStringList needed(const RowDraft &draft, bool isNeeded) {
    QStringList names;
    for (const RowDraft::Column &column : draft.columns()) {
        if (column.isNeeded == isNeeded)
            names << column.name;
    }
    return names;
}

} // namespace

class TestRowDraft final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(test::testModule()); }

    void knowsTheColumnsThatARowNeeds() {
        const auto draft = RowDraft::of(*m_library, TargetAddrTable);
        QVERIFY(draft.ok());
        QCOMPARE(draft->table(), u"snmpTargetAddrTable"_s);
        QCOMPARE(draft->statusColumn(), TargetAddrEntry + 9U);
        QCOMPARE(draft->indexes().size(), 1);
        QCOMPARE(draft->indexes().first().name, u"snmpTargetAddrName"_s);
        QCOMPARE(needed(*draft, true),
            (QStringList{u"snmpTargetAddrTDomain"_s, u"snmpTargetAddrTAddress"_s, u"snmpTargetAddrParams"_s}));
        QVERIFY(needed(*draft, false).contains(u"snmpTargetAddrTimeout"_s));
        // From any of its columns and instances too.
        QVERIFY(RowDraft::of(*m_library, TargetAddrEntry + Oid{2, 97}).ok());
    }

    void aTableWithoutRowStatusSaysSo() {
        const auto draft = RowDraft::of(*m_library, NameTable);
        QVERIFY(!draft.ok());
        QVERIFY(draft.failure().text().contains(u"testNameTable"));
        QVERIFY(!RowDraft::of(*m_library, {1, 3, 6, 1, 2, 1, 1}).ok());
    }

    void makesTheInstanceOfWhatIsTyped() {
        const auto draft = RowDraft::of(*m_library, TargetAddrTable);
        QCOMPARE(*draft->instance(*m_library, {u"ab"_s}), (Oid{97, 98})); // IMPLIED
        const auto typed = RowDraft::of(*m_library, AddrTable);
        QCOMPARE(*typed->instance(*m_library, {u"ipv4"_s, u"10.0.0.1"_s, u"fast"_s, u"00:1a:2b:3c:4d:5e"_s}),
            (Oid{1, 4, 10, 0, 0, 1, 2, 0, 0x1a, 0x2b, 0x3c, 0x4d, 0x5e}));
        QCOMPARE(typed->suffixOf(typed->statusColumn() + Oid{1, 4}), (Oid{1, 4}));
        QVERIFY(typed->suffixOf(TargetAddrTable).isEmpty());
    }

    void anIndexThatDoesNotFitIsNamed() {
        const auto draft = RowDraft::of(*m_library, TargetAddrTable);
        QVERIFY(draft->instance(*m_library, {QString()}).failure().text().contains(u"snmpTargetAddrName"));
        const auto tooLong = draft->instance(*m_library, {QString(33, u'a')});
        QVERIFY(!tooLong.ok());
        QVERIFY2(tooLong.failure().text().contains(u"1 to 32"), qPrintable(tooLong.failure().text()));
        const auto typed = RowDraft::of(*m_library, AddrTable);
        QVERIFY(!typed->instance(*m_library, {u"ipv4"_s, u"10.0.0"_s, u"fast"_s, u"00:1a:2b:3c:4d:5e"_s}).ok());
    }

    void theStatusComesLast() {
        const auto draft = RowDraft::of(*m_library, TargetAddrTable);
        const Oid suffix{97};
        const VarBind domain{TargetAddrEntry + 2U + suffix, Value::oid({1, 3, 6, 1, 6, 1, 1})};
        const VarBinds all = draft->creation(suffix, {domain}, rowstatus::CreateAndGo);
        QCOMPARE(all, (VarBinds{domain, {TargetAddrEntry + Oid{9, 97}, Value::integer(4)}}));
        QCOMPARE(draft->destruction(suffix), (VarBind{TargetAddrEntry + Oid{9, 97}, Value::integer(6)}));
    }

private:
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestRowDraft)
#include "tst_rowdraft.moc"
