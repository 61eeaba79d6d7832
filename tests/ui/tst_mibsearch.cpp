// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/ui/named.h"
#include "ui/mib/mibpanel.h"
#include "ui/mib/nodeface.h"
#include "ui/mib/searchmodel.h"
#include "ui/mib/searchtext.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Search as you type: ranked names first, then what descriptions say.
class TestMibSearch : public QObject {
    Q_OBJECT

private slots:
    void namesComeBeforeDescriptions() {
        SearchModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(m_library.get());
        model.search(u"TEST-MIB::level"_s);
        QVERIFY(settles(model));
        QCOMPARE(names(model), u"testLevel"_s);
        model.search(u"TEST-MIB::paragraph"_s); // of testName's description alone
        QVERIFY(settles(model));
        QCOMPARE(names(model), u"testName"_s);
        const QString dim = model.index(0, SearchModel::Name).data(nodeface::TagRole).toString();
        QVERIFY2(dim.contains(u"It goes on in the same paragraph."), qPrintable(dim));
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"found in the description"));
        QCOMPARE(model.index(0, SearchModel::Module).data().toString(), u"TEST-MIB"_s);
    }

    void oneNodeIsFoundOnce() {
        SearchModel model;
        model.setLibrary(m_library.get());
        model.search(u"TEST-MIB::address"_s); // in a name and its description, and in another's description
        QVERIFY(settles(model));
        QCOMPARE(names(model), u"testAddress testMac"_s);
    }

    void labelsAreFoundAndSaid() {
        SearchModel model;
        model.setLibrary(m_library.get());
        model.search(u"TEST-MIB::quiet"_s);
        QVERIFY(settles(model));
        QCOMPARE(names(model), u"testFlags"_s);
        QCOMPARE(model.index(0, 0).data(nodeface::TagRole).toString(), u"quiet(1)"_s);
    }

    void aNewerTextCancelsTheOlder() {
        SearchModel model;
        model.setLibrary(m_library.get());
        const QSignalSpy found(&model, &SearchModel::found);
        model.search(u"if"_s);
        model.search(u"TEST-MIB::testErr"_s);
        QVERIFY(settles(model));
        QCOMPARE(names(model), u"testErrors"_s);
        QVERIFY(found.size() <= 2); // names and descriptions of the last alone
    }

    void tooManyAreSaidToBeMore() {
        SearchModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(m_library.get());
        model.search(u"e"_s);
        QVERIFY(settles(model));
        QCOMPARE(model.rowCount(), SearchRun::Most + 1);
        const QModelIndex last = model.index(SearchRun::Most, 0);
        QCOMPARE(last.data().toString(), u"More than 200: type more"_s);
        QVERIFY(!last.flags().testFlag(Qt::ItemIsSelectable));
        QVERIFY(model.node(SearchRun::Most).isNull());
    }

    void theFilterHoldsForTheSearch() {
        SearchModel model;
        model.setLibrary(m_library.get());
        NodeFilter filter;
        filter.module = u"TEST-MIB"_s;
        filter.kinds = 1U << quint32(NodeKind::Scalar);
        model.setFilter(filter);
        model.search(u"name"_s);
        QVERIFY(settles(model));
        QCOMPARE(names(model), u"testName"_s);
    }

    void aNewLibraryIsSearchedAgain() {
        SearchModel model;
        model.search(u"TEST-MIB::testErr"_s);
        QVERIFY(settles(model));
        QCOMPARE(model.rowCount(), 0);
        model.setLibrary(m_library.get());
        QVERIFY(settles(model));
        QCOMPARE(names(model), u"testErrors"_s);
    }

    void snippetsBeginNearTheHit_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("snippet");
        QTest::newRow("a short one is whole") << u"Frames\n   discarded."_s << u"Frames discarded."_s;
        QTest::newRow("a sentence") << u"The count of octets. Frames discarded here."_s << u"Frames discarded here."_s;
        QTest::newRow("a long way in") << u"Some very long text about the number of frames that were discarded by it"_s
                                       << u"…of frames that were discarded by it"_s;
        QTest::newRow("a long way on") << u"Discarded "_s + u"frames and "_s.repeated(20)
                                       << u"Discarded frames and frames and frames and frames and frames and frames "
                                          "and frames and…"_s;
        QTest::newRow("none") << u"Nothing of the kind."_s << QString();
    }

    void snippetsBeginNearTheHit() {
        QFETCH(QString, text);
        QFETCH(QString, snippet);
        QCOMPARE(searchtext::snippet(text, {u"discarded"_s}), snippet);
    }

    void theKeyboardLeadsFromTheLineToTheTree() {
        MibPanel panel;
        const QSignalSpy shown(&panel, &MibPanel::shown);
        panel.setLibrary(m_library.get());
        panel.resize(300, 600);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTRY_COMPARE(shown.size(), 1);
        auto *line = named<QLineEdit>(panel, u"Search MIBs"_s);
        auto *results = named<QAbstractItemView>(panel, u"MIB search results"_s);
        auto *tree = named<QAbstractItemView>(panel, u"MIB tree"_s);
        QVERIFY(line && results && tree);
        const QSignalSpy selected(&panel, &MibPanel::selected);
        panel.focusSearch();
        QTest::keyClicks(line, u"testerr"_s);
        QTest::keyClick(line, Qt::Key_Return); // before anything is found
        QTRY_COMPARE(tree->currentIndex().data().toString(), u"testErrors"_s);
        QCOMPARE(results->currentIndex().data().toString(), u"testErrors"_s);
        QCOMPARE(selected.last().first().value<Oid>(), TestEntryOid + 5);
        QVERIFY(results->hasFocus());
        QTest::keyClick(results, Qt::Key_Escape);
        QVERIFY(tree->hasFocus());
        QCOMPARE(line->text(), QString());
        QTRY_VERIFY(!results->isVisible());
        panel.focusSearch();
        QTest::keyClicks(line, u"xyzzyplugh"_s);
        QTRY_VERIFY(saysNothingFound(panel));
        QVERIFY(!results->isVisible());
    }

private:
    static bool settles(const SearchModel &model) {
        return QTest::qWaitFor([&] { return !model.isWaiting() && !model.isRunning(); }, 30'000);
    }
    static QString names(const SearchModel &model) {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names += model.index(row, 0).data().toString();
        return names.join(u' ');
    }
    static bool saysNothingFound(const QWidget &panel) {
        const auto labels = panel.findChildren<QLabel *>();
        return std::ranges::any_of(labels,
            [](const QLabel *label) { return label->isVisible() && label->text().startsWith(u"Nothing found"); });
    }

    TestLibrary m_library;
};

QTEST_MAIN(TestMibSearch)
#include "tst_mibsearch.moc"
