// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include <QDockWidget>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTreeView>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Devices and groups that are taken and let go elsewhere in the Devices panel.
class TestDeviceDrag : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        openWindow();
        QVERIFY(!m_parts->devices.apply({.devices = {device(u"core1"_s, {}), device(u"core2"_s, {}),
                                             device(u"inside"_s, u"Zurich"_s), device(u"away"_s, u"Bern"_s)}}));
        auto *dock = m_window->findChild<QDockWidget *>(u"devices"_s);
        dock->raise();
        QTRY_VERIFY(tree()->isVisible());
        tree()->expandAll();
        QCoreApplication::processEvents();
    }
    void cleanup() { closeWindow(); }

    void aDeviceIsDraggedIntoAGroupAndOut() {
        drag({at(u"core1"_s)}, on(u"Zurich"_s));
        QTRY_COMPARE(groupOf(u"core1"_s), u"Zurich"_s);
        QCOMPARE(groupOf(u"core2"_s), QString());
        tree()->expandAll();
        drag({at(u"core1"_s)}, belowAll());
        QTRY_COMPARE(groupOf(u"core1"_s), QString());
        // Each step is offered back.
        button(u"Undo"_s)->click();
        QCOMPARE(groupOf(u"core1"_s), u"Zurich"_s);
    }

    void onADeviceMeansItsGroup() {
        drag({at(u"core1"_s)}, on(u"inside"_s));
        QTRY_COMPARE(groupOf(u"core1"_s), u"Zurich"_s);
    }

    void severalAreDraggedAtOnce() {
        drag({at(u"core1"_s), at(u"core2"_s)}, on(u"Bern"_s));
        QTRY_COMPARE(groupOf(u"core1"_s), u"Bern"_s);
        QCOMPARE(groupOf(u"core2"_s), u"Bern"_s);
    }

    void aGroupIsDraggedIntoAnotherWithWhatIsInside() {
        drag({at(u"Bern"_s)}, on(u"Zurich"_s));
        QTRY_COMPARE(groupOf(u"away"_s), u"Zurich/Bern"_s);
        // Not into itself.
        tree()->expandAll();
        drag({at(u"Zurich"_s)}, on(u"Bern"_s));
        QTest::qWait(50);
        QCOMPARE(groupOf(u"inside"_s), u"Zurich"_s);
        QCOMPARE(groupOf(u"away"_s), u"Zurich/Bern"_s);
    }

    void theDemoStaysWhereItIs() { QVERIFY(!(at(u"demo"_s).flags() & Qt::ItemIsDragEnabled)); }

private:
    static Device device(const QString &name, const QString &group) {
        Device made;
        made.name = name;
        made.group = group;
        made.endpoint = *Endpoint::parse(u"192.0.2.1"_s);
        return made;
    }
    QTreeView *tree() const { return named<QTreeView>(u"Devices"_s, false); }
    QString groupOf(const QString &name) const { return m_parts->devices.named(name)->group; }
    QModelIndex at(const QString &name) const {
        return tree()
            ->model()
            ->match(tree()->model()->index(0, 0), Qt::DisplayRole, name, 1,
                Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchCaseSensitive)
            .value(0);
    }
    QPoint on(const QString &name) const { return tree()->visualRect(at(name)).center(); }
    QPoint belowAll() const { return {40, tree()->viewport()->height() - 5}; }
    QPushButton *button(const QString &text) const {
        for (auto *each : m_window->findChildren<QPushButton *>()) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    /// What the view takes along from these rows, let go over this place: as a drag ends, whichever hand led it.
    void drag(const QModelIndexList &what, const QPoint &to) {
        QVERIFY(tree()->dragEnabled());
        for (const QModelIndex &each : what)
            QVERIFY(each.isValid() && (each.flags() & Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> data(tree()->model()->mimeData(what));
        QWidget *area = tree()->viewport();
        QDragEnterEvent enter(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(area, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(area, &move);
        QVERIFY(move.isAccepted());
        QDropEvent drop(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(area, &drop);
    }
};

QTEST_MAIN(TestDeviceDrag)
#include "tst_devicedrag.moc"
