// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "ui/mib/favouritelist.h"
#include "ui/mib/favouritemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Objects kept at hand, over libraries and restarts.
class TestFavourites : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->path());
        QVERIFY(!m_settings->load());
    }

    void aSecondToggleTakesItAway() {
        Favourites favourites(*m_settings);
        const QSignalSpy changed(&favourites, &Favourites::changed);
        favourites.toggle(*m_library.get(), TestEntryOid + 5);
        QCOMPARE(favourites.keys(), QStringList{u"TEST-MIB::testErrors"_s});
        QVERIFY(favourites.contains(*m_library.get(), TestEntryOid + 5));
        favourites.toggle(*m_library.get(), TestEntryOid + 5);
        QVERIFY(favourites.keys().isEmpty());
        QCOMPARE(changed.size(), 2);
    }

    void anInstanceStandsForItsObject() {
        Favourites favourites(*m_settings);
        favourites.toggle(*m_library.get(), TestEntryOid + Oid{5, 1, 10, 0, 0, 1});
        QCOMPARE(favourites.keys(), QStringList{u"TEST-MIB::testErrors"_s});
        QVERIFY(favourites.contains(*m_library.get(), TestEntryOid + Oid{5, 2, 10, 0, 0, 2}));
    }

    void whatNoModuleNamesIsKeptByItsNumber() {
        Favourites favourites(*m_settings);
        favourites.toggle(*Library::empty(), TestEntryOid + 5);
        QCOMPARE(favourites.keys(), QStringList{u"1.3.6.1.4.1.99999.1.3.1.5"_s});
        // And is the same object once a module does.
        QVERIFY(favourites.contains(*m_library.get(), TestEntryOid + 5));
        favourites.toggle(*m_library.get(), TestEntryOid + 5);
        QVERIFY(favourites.keys().isEmpty());
    }

    void theyAreThereAfterARestart() {
        {
            Favourites favourites(*m_settings);
            favourites.toggle(*m_library.get(), TestEntryOid + 5);
            favourites.toggle(*m_library.get(), TestRoot);
        }
        Settings again(m_folder->path());
        QVERIFY(!again.load());
        const Favourites favourites(again);
        QCOMPARE(favourites.keys(), (QStringList{u"TEST-MIB::testErrors"_s, u"TEST-MIB::testMib"_s}));
    }

    void theyAreGreyWhileTheirModuleIsMissing() {
        Favourites favourites(*m_settings);
        FavouriteModel model(favourites);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLibrary(m_library.get());
        favourites.toggle(*m_library.get(), TestEntryOid + 5);
        const QModelIndex index = model.index(0);
        QCOMPARE(index.data().toString(), u"testErrors"_s);
        QVERIFY(!index.data(Qt::ForegroundRole).isValid());
        QCOMPARE(model.oid(0), TestEntryOid + 5);
        model.setLibrary(Library::empty());
        QCOMPARE(index.data().toString(), u"testErrors"_s);
        QVERIFY(index.data(Qt::ForegroundRole).isValid());
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"TEST-MIB::testErrors: not in the library"_s);
        QVERIFY(!model.oid(0));
        model.setLibrary(m_library.get());
        QCOMPARE(model.oid(0), TestEntryOid + 5);
    }

    void theListIsGoneWithTheLastAndDeletesByKey() {
        Favourites favourites(*m_settings);
        QWidget window;
        FavouriteList list(favourites, &window);
        list.setLibrary(m_library.get());
        window.show();
        QVERIFY(list.isHidden());
        favourites.toggle(*m_library.get(), TestRoot);
        favourites.toggle(*m_library.get(), TestEntryOid + 5);
        QVERIFY(!list.isHidden());
        const QSignalSpy selected(&list, &FavouriteList::selected);
        list.setCurrentIndex(list.model()->index(1, 0));
        QCOMPARE(selected.last().first().value<Oid>(), TestEntryOid + 5);
        // A leaf is asked for, a module is only shown.
        const QSignalSpy activated(&list, &FavouriteList::leafActivated);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        list.setCurrentIndex(list.model()->index(0, 0));
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        list.setCurrentIndex(list.model()->index(1, 0));
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(favourites.keys(), QStringList{u"TEST-MIB::testMib"_s});
        list.setCurrentIndex(list.model()->index(0, 0));
        QTest::keyClick(&list, Qt::Key_Delete);
        QVERIFY(list.isHidden());
    }

private:
    TestLibrary m_library;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

QTEST_MAIN(TestFavourites)
#include "tst_favourites.moc"
