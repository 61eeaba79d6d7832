// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/support/madelibrary.h"
#include "ui/mib/mibtreemodel.h"
#include "ui/mib/moduletreemodel.h"
#include "ui/mib/nodeface.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

// Name, tag, "w" where it can be written; two spaces a level.
QString printed(const QAbstractItemModel &model, const QModelIndex &index, int depth = 0) {
    QString text = QString(depth * 2, u' ') + index.data().toString();
    if (const QString tag = index.data(nodeface::TagRole).toString(); !tag.isEmpty())
        text += u' ' + tag;
    if (index.data(nodeface::WritableRole).toBool())
        text += u" w";
    text += u'\n';
    for (int row = 0; row < model.rowCount(index); ++row)
        text += printed(model, model.index(row, 0, index), depth + 1);
    return text;
}

ShownNodes::Pointer shown(const Library::Pointer &library, bool obsolete = false) {
    NodeFilter filter;
    filter.currentOnly = !obsolete;
    return ShownNodes::find(library, filter);
}

} // namespace

class TestMibTreeModel : public QObject {
    Q_OBJECT

private slots:
    void showsTheLibraryByOid();
    void showsWhatIsObsoleteWhenAsked();
    void listsWhatCouldNotBePlaced();
    void saysWhoOwnsAnEnterprise();
    void showsTheLibraryByModule();
    void nestsAModuleAcrossWhatOthersDefine();

private:
    TestLibrary m_library;
};

void TestMibTreeModel::showsTheLibraryByOid() {
    MibTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(m_library.get()));
    QCOMPARE(printed(model, model.indexOf(TestRoot)), uR"(testMib (99999) · The Test Makers
  testEvents (0)
    testEvent (1)
  testObjects (1)
    testName (1) w
    testTable (3)
      testEntry (1)
        testPort (1)
        testAddress (2)
        testDescr (3)
        testState (4) w
        testErrors (5)
        testMac (6) w
        testFlags (7) w
    testLevel (4) w
)"_s);
    QVERIFY(nodeface::isIndex(m_library.get()->node(TestEntryOid + 1)));
    QVERIFY(nodeface::isIndex(m_library.get()->node(TestEntryOid + 2)));
    QVERIFY(!nodeface::isIndex(m_library.get()->node(TestEntryOid + 3)));
    const auto drawn = [&model](int column) {
        return model.indexOf(TestEntryOid + Oid{Oid::Part(column)})
            .data(Qt::DecorationRole)
            .value<QIcon>()
            .pixmap(16, 16)
            .toImage();
    };
    QVERIFY(drawn(1) == drawn(2) && drawn(1) != drawn(3)); // the key
    // Not-accessible is dim.
    QVERIFY(model.indexOf(TestEntryOid + 2).data(Qt::ForegroundRole).isValid());
    QVERIFY(!model.indexOf(TestEntryOid + 3).data(Qt::ForegroundRole).isValid());
}

void TestMibTreeModel::showsWhatIsObsoleteWhenAsked() {
    MibTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(m_library.get()));
    const Oid old = TestRoot + Oid{1, 2};
    QVERIFY(!model.indexOf(old).isValid());
    model.show(shown(m_library.get(), true));
    QCOMPARE(model.indexOf(old).data().toString(), u"testOld"_s);
}

void TestMibTreeModel::listsWhatCouldNotBePlaced() {
    MibTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(m_library.get()));
    const QModelIndex last = model.index(model.rowCount() - 1, 0);
    QCOMPARE(last.data().toString(), u"Not placed"_s);
    QCOMPARE(model.rowCount(last), 1);
    QCOMPARE(model.index(0, 0, last).data().toString(), u"testLost"_s);
    QVERIFY(!model.index(0, 0, last).data(nodeface::TagRole).toString().isEmpty());
}

void TestMibTreeModel::saysWhoOwnsAnEnterprise() {
    MibTreeModel model;
    model.show(shown(m_library.get()));
    QVERIFY(model.indexOf(TestRoot).data(nodeface::TagRole).toString().contains(u"The Test Makers"));
    QVERIFY(!model.indexOf(TestRoot + 1).data(nodeface::TagRole).toString().contains(u"The Test Makers"));
}

void TestMibTreeModel::showsTheLibraryByModule() {
    ModuleTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(m_library.get()));
    QModelIndex module;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == u"TEST-MIB")
            module = model.index(row, 0);
    }
    QCOMPARE(printed(model, module).section(u'\n', 0, 6), uR"(TEST-MIB
  testMib (99999)
    testEvents (0)
      testEvent (1)
    testObjects (1)
      testName (1) w
      testTable (3))"_s);
    QCOMPARE(model.indexOf(TestEntryOid + 4).data().toString(), u"testState"_s);
}

void TestMibTreeModel::nestsAModuleAcrossWhatOthersDefine() {
    // ONE-MIB's branch hangs below a node of TEST-MIB that hangs below one of ONE-MIB.
    const Library::Pointer library = madeLibrary(R"(
ONE-MIB DEFINITIONS ::= BEGIN
IMPORTS enterprises FROM SNMPv2-SMI;
oneTop OBJECT IDENTIFIER ::= { enterprises 99998 }
oneDeep OBJECT IDENTIFIER ::= { oneTop 1 2 3 }
oneOther OBJECT IDENTIFIER ::= { oneTop 2 }
END
TWO-MIB DEFINITIONS ::= BEGIN
IMPORTS oneTop FROM ONE-MIB;
twoBetween OBJECT IDENTIFIER ::= { oneTop 1 }
twoSame OBJECT IDENTIFIER ::= { oneTop 2 }
twoBelow OBJECT IDENTIFIER ::= { twoSame 7 }
END
)");
    ModuleTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(library));
    const auto module = [&](const QString &name) {
        const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        return found.isEmpty() ? u"no "_s + name : printed(model, found.first());
    };
    QCOMPARE(module(u"ONE-MIB"_s), uR"(ONE-MIB
  oneTop (99998)
    oneDeep (3)
    oneOther (2)
)"_s);
    QCOMPARE(module(u"TWO-MIB"_s), uR"(TWO-MIB
  twoBetween (1)
  twoSame (2)
    twoBelow (7)
)"_s);
}

QTEST_MAIN(TestMibTreeModel)
#include "tst_mibtreemodel.moc"
