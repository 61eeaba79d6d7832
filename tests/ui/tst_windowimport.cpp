// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journal.h"
#include "tests/core/trap/maderecord.h"
#include "tests/support/fakeagent.h"
#include "tests/support/importfolders.h"
#include "ui/mib/importsheet.h"
#include "ui/table/tablemodel.h"
#include "ui/trap/trapmodel.h"
#include "windowtest.h"

#include <QDialog>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QWindow>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

const Oid Root{1, 3, 6, 1, 4, 1, 99998};
const Oid Entry = Root + Oid{2, 1};

constexpr const char *BaseText = R"(BASE-MIB DEFINITIONS ::= BEGIN
IMPORTS MODULE-IDENTITY, enterprises FROM SNMPv2-SMI;
base MODULE-IDENTITY LAST-UPDATED "202601010000Z" ORGANIZATION "o" CONTACT-INFO "c" DESCRIPTION "d"
    ::= { enterprises 99998 }
END
)";

// With CR LF and a Latin-1 byte, which no copy may mend.
constexpr const char *PortText
    = "PORT-MIB DEFINITIONS ::= BEGIN\r\n"
      "IMPORTS OBJECT-TYPE, NOTIFICATION-TYPE, Integer32 FROM SNMPv2-SMI base FROM BASE-MIB;\r\n"
      "-- caf\xe9\r\n"
      "portTable OBJECT-TYPE SYNTAX SEQUENCE OF PortEntry MAX-ACCESS not-accessible STATUS current\r\n"
      "    DESCRIPTION \"Ports.\" ::= { base 2 }\r\n"
      "portEntry OBJECT-TYPE SYNTAX PortEntry MAX-ACCESS not-accessible STATUS current\r\n"
      "    DESCRIPTION \"A port.\" INDEX { portIndex } ::= { portTable 1 }\r\n"
      "PortEntry ::= SEQUENCE { portIndex Integer32, portState INTEGER }\r\n"
      "portIndex OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS current\r\n"
      "    DESCRIPTION \"Its number.\" ::= { portEntry 1 }\r\n"
      "portState OBJECT-TYPE SYNTAX INTEGER { up(2001), down(2002) } MAX-ACCESS read-only STATUS current\r\n"
      "    DESCRIPTION \"How it stands.\" ::= { portEntry 2 }\r\n"
      "portEvent NOTIFICATION-TYPE STATUS current DESCRIPTION \"It moved.\" ::= { base 0 1 }\r\n"
      "END\r\n";

} // namespace

/// Modules dropped on the window, and what is on the screen by then.
class TestWindowImport : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        m_files = std::make_unique<ImportFolders>();
        openWindow();
    }
    void cleanup() { closeWindow(); }

    void aDroppedFolderMakesNamesOfNumbersWithoutAPacket() {
        m_files->write(u"dropped/vendor/BASE-MIB.txt"_s, BaseText);
        m_files->write(u"dropped/vendor/PORT-MIB.my"_s, PortText);
        FakeAgent agent(m_parts->engine);
        agent.addTable(Entry, 2, 2);
        walkLive(agent);
        QCOMPARE(cell(2, ResultModel::Name), u"enterprises.99998.2.1.2.1"_s);
        QCOMPARE(cell(2, ResultModel::ValueText), u"2001"_s);
        const QAbstractItemModel *traps = receive(QByteArray::fromHex("2b06010401868d1e0001")); // Root.0.1
        results()->setCurrentIndex(results()->model()->index(2, ResultModel::ValueText));
        const int questions = agent.questions;

        const QSignalSpy changed(m_window.get(), &MainWindow::modulesChanged);
        drop({m_files->dropped()}, *m_window);
        QTRY_VERIFY_WITH_TIMEOUT(importButton()->isEnabled(), Patience);
        QVERIFY(named<QLabel>(u"2 modules"_s));
        importButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, Patience);
        QVERIFY(!sheet()->isVisible());
        QVERIFY(named<QLabel>(u"2 modules imported"_s));
        QCOMPARE(ImportFolders::read(mibFolder() + u"/BASE-MIB.txt"_s), QByteArray(BaseText));
        QCOMPARE(ImportFolders::read(mibFolder() + u"/PORT-MIB.my"_s), QByteArray(PortText));

        m_window->setLibrary(libraryWithImported());
        QTRY_COMPARE_WITH_TIMEOUT(cell(2, ResultModel::Name), u"portState[1]"_s, Patience);
        QCOMPARE(cell(2, ResultModel::ValueText), u"up(2001)"_s);
        QCOMPARE(results()->currentIndex().row(), 2);
        QTRY_COMPARE(traps->index(0, TrapModel::Name).data().toString(), u"portEvent"_s);
        QVERIFY(!tabs().current()->isRunning());
        QCOMPARE(agent.questions, questions);
    }

    void anOpenTableTakesTheNewNames() {
        m_files->write(u"dropped/BASE-MIB.txt"_s, BaseText);
        m_files->write(u"dropped/PORT-MIB.my"_s, PortText);
        m_files->write(u"data/mibs/PORT-MIB.my"_s, QByteArray(PortText).replace("portState", "portOldState"));
        m_files->write(u"data/mibs/BASE-MIB.txt"_s, BaseText);
        m_window->setLibrary(m_files->library());
        FakeAgent agent(m_parts->engine);
        agent.addTable(Entry, 2, 2);
        walkLive(agent);
        type(u"Address"_s, u"PORT-MIB::portTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && named<QAbstractItemView>(u"Table view"_s), Patience);
        const auto *table = tabs().current()->findChild<TableModel *>();
        const auto header
            = [table](int section) { return table->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString(); };
        QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 2, Patience);
        QCOMPARE(header(1), u"portOldState"_s);
        const int questions = agent.questions;
        m_files->write(u"data/mibs/PORT-MIB.my"_s, PortText);
        m_window->setLibrary(m_files->library());
        QTRY_COMPARE_WITH_TIMEOUT(header(1), u"portState"_s, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(table->index(0, 1).data().toString(), u"up(2001)"_s, Patience);
        QCOMPARE(agent.questions, questions);
    }

    void aFileMayBeDroppedOnAFieldForText() {
        const QString path = m_files->write(u"dropped/BASE-MIB.txt"_s, BaseText);
        drop({path}, *m_window->windowHandle());
        QTRY_VERIFY_WITH_TIMEOUT(importButton()->isEnabled(), Patience);
        QVERIFY(!named<QLineEdit>(u"Address"_s)->text().contains(u"BASE"));
    }

    void whatWillHappenIsSaidWhileFilesAreHeld() {
        const QString module = m_files->write(u"dropped/BASE-MIB.txt"_s, BaseText);
        const QString recording = m_files->write(u"dropped/device.snmprec"_s, "1.3.6.1.2.1.1.5.0|4|lab\n");
        hold({module});
        QCOMPARE(promise(), u"Import MIB modules"_s);
        hold({recording});
        QCOMPARE(promise(), u"Open as a device"_s);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(m_window.get(), &leave);
        QCOMPARE(promise(), QString());
    }

    void aDroppedRecordingOpensAsADevice() {
        drop({m_files->write(u"dropped/device.snmprec"_s, "1.3.6.1.2.1.1.5.0|4|lab\n")}, *m_window);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!sheet()->isVisible());
        QVERIFY(tabs().current()->device().device().label().contains(u"device.snmprec"));
    }

    void whatComesBeforeTheModulesAreReadWaitsForThem() {
        m_window = std::make_unique<MainWindow>(MainWindow::Parts{m_parts->engine, m_parts->devices, m_parts->secrets,
            m_parts->log, m_parts->settings, m_parts->theme, mibFolder()});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        drop({m_files->write(u"dropped/BASE-MIB.txt"_s, BaseText)}, *m_window);
        QVERIFY(sheet()->isVisible());
        QVERIFY(named<QWidget>(u"Import progress"_s));
        QVERIFY(!importButton()->isEnabled());
        m_window->setLibrary(m_library);
        QTRY_VERIFY_WITH_TIMEOUT(importButton()->isEnabled(), Patience);
    }

    void whatCannotBeCopiedIsToldInTheSheetAlone() {
        m_files->write(u"dropped/BASE-MIB.txt"_s, BaseText);
        QDir().mkpath(m_folder->filePath(u"data"_s));
        QFile inTheWay(mibFolder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        drop({m_files->dropped()}, *m_window);
        QTRY_VERIFY_WITH_TIMEOUT(importButton()->isEnabled(), Patience);
        const QSignalSpy changed(m_window.get(), &MainWindow::modulesChanged);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLabel>(u"0 modules imported, 1 file was not"_s), Patience);
        QVERIFY(sheet()->isVisible());
        QCOMPARE(changed.size(), 0);
        QVERIFY(m_window->findChildren<QDialog *>().isEmpty());
    }

    void cancelAddsNothing() {
        drop({m_files->write(u"dropped/BASE-MIB.txt"_s, BaseText)}, *m_window);
        QTRY_VERIFY_WITH_TIMEOUT(importButton()->isEnabled(), Patience);
        const QSignalSpy changed(m_window.get(), &MainWindow::modulesChanged);
        named<QPushButton>(u"Cancel"_s, true, sheet())->click();
        QVERIFY(!sheet()->isVisible());
        QVERIFY(!QDir(mibFolder()).exists());
        QCOMPARE(changed.size(), 0);
    }

    void asMuchAsIsDroppedThereIsOneSheet() {
        drop({m_files->write(u"dropped/BASE-MIB.txt"_s, BaseText)}, *m_window);
        drop({m_files->write(u"dropped/PORT-MIB.my"_s, PortText)}, *m_window);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLabel>(u"2 modules"_s), Patience);
        QCOMPARE(m_window->findChildren<ImportSheet *>().size(), 1);
        named<QPushButton>(u"Cancel"_s, true, sheet())->click();
        drop({m_files->path(u"dropped/BASE-MIB.txt"_s)}, *m_window);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLabel>(u"1 module"_s), Patience);
    }

private:
    /// A notification that came before, shown in the trap panel.
    QAbstractItemModel *receive(const QByteArray &oid) {
        {
            Journal journal(m_folder->filePath(u"data/traps.sqlite"_s));
            QSignalSpy opened(&journal, &Journal::opened);
            journal.open();
            if (!opened.wait())
                return nullptr;
            TrapRecord record = recordOf(madeTrapOf(oid, 1), u"192.0.2.1"_s);
            record.id = journal.number();
            journal.append({record});
        } // commits it
        auto *dock = m_window->findChild<QDockWidget *>(u"traps"_s);
        dock->show();
        dock->raise();
        auto *model = m_window->findChild<TrapModel *>();
        return QTest::qWaitFor([&] { return model->rowCount() == 1; }, Patience) ? model : nullptr;
    }
    [[nodiscard]] ImportSheet *sheet() const { return m_window->findChild<ImportSheet *>(); }
    [[nodiscard]] QPushButton *importButton() const { return named<QPushButton>(u"Import"_s, false); }

    static std::unique_ptr<QMimeData> mime(const QStringList &paths) {
        auto data = std::make_unique<QMimeData>();
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls += QUrl::fromLocalFile(path);
        data->setUrls(urls);
        return data;
    }
    /// As the system does it: held over the window, then let go.
    void drop(const QStringList &paths, QObject &target) {
        const auto data = mime(paths);
        QDragEnterEvent enter(QPoint(200, 20), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&target, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(200, 20), Qt::CopyAction | Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&target, &event);
        QVERIFY(event.isAccepted());
        QCOMPARE(event.dropAction(), Qt::CopyAction);
    }
    void hold(const QStringList &paths) {
        const auto data = mime(paths);
        QDragEnterEvent event(QPoint(200, 20), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(m_window.get(), &event);
        QVERIFY(event.isAccepted());
    }
    /// What is written across the window.
    [[nodiscard]] QString promise() const {
        for (const QLabel *label : m_window->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (label->isVisible())
                return label->text();
        }
        return {};
    }
    void walkLive(const FakeAgent &agent) {
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        type(u"Address"_s, Root.toString(), Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && tabs().current()->query().verb == Verb::Walk, Patience);
    }
    [[nodiscard]] Library::Pointer libraryWithImported() const {
        return compileLibrary(
            {{{mibFolder(), Collection::User}, {QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}});
    }

    std::unique_ptr<ImportFolders> m_files;
};

QTEST_MAIN(TestWindowImport)
#include "tst_windowimport.moc"
