// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madelibrary.h"
#include "tests/support/waiting.h"
#include "tests/ui/bigmodule.h"
#include "tests/ui/named.h"
#include "ui/mib/filtertext.h"
#include "ui/mib/mibpanel.h"
#include "ui/mib/searchmodel.h"
#include "ui/mib/shownnodes.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

// Enough that one look at each node in the event loop would be seen.
#if defined(__SANITIZE_ADDRESS__)
constexpr int Branches = 50;
constexpr qint64 LongestBusy = 500;
#elif defined(__OPTIMIZE__)
constexpr int Branches = 200;
constexpr qint64 LongestBusy = 50;
#else
constexpr int Branches = 200;
constexpr qint64 LongestBusy = 100;
#endif
constexpr int Leaves = 500;
constexpr int Patience = 120'000; // a loaded machine is slow, not wrong

} // namespace

/// A library of a hundred thousand nodes in the panel: nothing that a person does with it holds up the event loop.
class TestMibBig : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = madeLibrary(bigModule(Branches, Leaves));
        QVERIFY(m_library->nodeCount() > Branches * Leaves);
        m_panel = std::make_unique<MibPanel>();
        m_panel->resize(340, 800);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_tree = named<QTreeView>(*m_panel, u"MIB tree"_s);
        m_shown = std::make_unique<QSignalSpy>(m_panel.get(), &MibPanel::shown);
        QVERIFY(m_shown->isValid());
    }
    void init() {
        m_shown->clear();
        m_ticker = std::make_unique<Ticker>();
    }
    void cleanup() {
        turn();
        const qint64 busy = m_ticker->longestBusy();
        m_ticker.reset();
        qInfo().noquote() << u"%1 nodes: the loop was busy for %2 ms at most"_s.arg(m_library->nodeCount()).arg(busy);
        QVERIFY2(busy < LongestBusy, qPrintable(u"the loop stood still for %1 ms"_s.arg(busy)));
    }
    void cleanupTestCase() { m_panel.reset(); }

    void theLibraryArrives() {
        m_panel->setLibrary(m_library);
        QTRY_COMPARE_WITH_TIMEOUT(m_shown->size(), 1, Patience);
        m_panel->reveal({1, 3, 6, 1, 4, 1, 99996});
        m_tree->expand(m_tree->currentIndex());
        QCOMPARE(m_tree->model()->rowCount(m_tree->currentIndex()), Branches); // folders are never obsolete
    }

    void branchesAreOpenedAndScrolled() {
        QTest::keyClick(m_tree, Qt::Key_Asterisk);
        turn();
        for (int step = 0; step <= 10; ++step) {
            m_tree->verticalScrollBar()->setValue(m_tree->verticalScrollBar()->maximum() / 10 * step);
            turn();
        }
    }

    void obsoleteOnesAreShownAndHidden() {
        auto *menu = named<QToolButton>(*m_panel, u"MIB tree options"_s)->menu();
        QAction *obsolete = menu->actions().last();
        obsolete->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_shown->size(), 1, Patience);
        turn();
        obsolete->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_shown->size(), 2, Patience);
    }

    void theTreeIsFiltered() {
        auto *menu = named<QToolButton>(*m_panel, u"Filter by access"_s)->menu();
        menu->actions().first()->trigger(); // writable
        QTRY_COMPARE_WITH_TIMEOUT(m_shown->size(), 1, Patience);
        QVERIFY2(named<QLabel>(*m_panel, u"MIB filter"_s)->text().startsWith(u"Filter: writable objects"),
            qPrintable(named<QLabel>(*m_panel, u"MIB filter"_s)->text()));
        QVERIFY(m_panel->clearFilter());
        QTRY_COMPARE_WITH_TIMEOUT(m_shown->size(), 2, Patience);
    }

    void theTreeIsShownByModule() {
        auto *menu = named<QToolButton>(*m_panel, u"MIB tree options"_s)->menu();
        menu->actions().at(1)->trigger();
        const auto *model = m_tree->model();
        const QModelIndexList found = model->match(model->index(0, 0), Qt::DisplayRole, u"BIG-MIB"_s, 1);
        QCOMPARE(found.size(), 1);
        turn();
        m_tree->expand(found.first());
        turn();
        QCOMPARE(model->rowCount(found.first()), 1);
        menu->actions().first()->trigger();
    }

    void eachKeyOfAWordIsSearched() {
        auto *line = named<QLineEdit>(*m_panel, u"Search MIBs"_s);
        auto *results = named<QAbstractItemView>(*m_panel, u"MIB search results"_s);
        line->setFocus();
        for (const QChar key : u"big7leaf12"_s) {
            QTest::keyClick(line, key.toLatin1());
            turn();
        }
        QTRY_COMPARE_WITH_TIMEOUT(results->model()->index(0, 0).data().toString(), u"big7Leaf12"_s, Patience);
        line->setText(u"measure of place 77"_s); // in descriptions alone
        QTRY_COMPARE_WITH_TIMEOUT(results->model()->rowCount(), SearchRun::Most + 1, Patience);
        line->clear();
    }

private:
    static void turn() {
        QEventLoop loop;
        QTimer::singleShot(0, &loop, &QEventLoop::quit);
        loop.exec();
    }

    Library::Pointer m_library;
    std::unique_ptr<MibPanel> m_panel;
    QTreeView *m_tree = nullptr;
    std::unique_ptr<QSignalSpy> m_shown;
    std::unique_ptr<Ticker> m_ticker;
};

QTEST_MAIN(TestMibBig)
#include "tst_mibbig.moc"
