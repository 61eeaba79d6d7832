// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include "core/sim/recording.h"
#include "tests/support/fakeagent.h"
#include "ui/device/recordbar.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Devices that are recordings: opened, pasted, recorded, and still there after a restart.
class TestWindowOffline : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void anOpenedRecordingStaysInTheList() {
        const QString path = write(u"old.snmprec"_s, "1.3.6.1.2.1.1.5.0|4|old\n");
        m_window->take({path});
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(m_parts->devices.named(u"old.snmprec"));
        m_window->take({path});
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(m_parts->devices.devices().size(), 1);
        quit();
        openWindow();
        QVERIFY(!m_parts->devices.load());
        type(u"Device address"_s, u"old.snmprec"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(QFile::remove(path));
        quit();
        openWindow();
        QVERIFY(!m_parts->devices.load());
        type(u"Device address"_s, u"old.snmprec"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tabs().current() && rowsText().contains(u"the file is gone"), Patience);
    }

    void badLinesAreListedAndNeverFatal() {
        m_window->take({write(u"torn.snmprec"_s, "1.3.6.1.2.1.1.5.0|4|torn\nno line\n1.3.6.1.2.1.1.4.0|99|x\n")});
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTRY_VERIFY(button(u"Show Them"_s));
        button(u"Show Them"_s)->click();
        const auto *lines = named<QTreeWidget>(u"Bad lines"_s);
        QVERIFY(lines);
        QCOMPARE(lines->topLevelItemCount(), 2);
        QCOMPARE(lines->topLevelItem(0)->text(0), u"2"_s);
        QCOMPARE(lines->topLevelItem(1)->text(0), u"3"_s);
        QVERIFY(lines->topLevelItem(1)->text(1).contains(u"99"));
    }

    void aPastedWalkBecomesADevice() {
        const QString walk = u"SNMPv2-MIB::sysName.0 = STRING: pasted-one\n.1.3.6.1.2.1.1.3.0 = Timeticks: (12) "
                             "0:00:00.12\nnonsense\n"_s;
        QApplication::clipboard()->setText(walk);
        auto *address = named<QLineEdit>(u"Address"_s);
        address->setFocus();
        QTest::keySequence(address, QKeySequence::Paste);
        QTRY_COMPARE_WITH_TIMEOUT(m_parts->devices.devices().size(), 1, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const Device device = m_parts->devices.devices().first();
        QCOMPARE(device.name, u"pasted-one"_s);
        QVERIFY(device.recording.startsWith(m_folder->filePath(u"data/recordings/"_s)));
        QVERIFY(!(QFile::permissions(device.recording) & (QFile::ReadGroup | QFile::ReadOther)));

        auto *box = named<QLineEdit>(u"Device address"_s);
        box->setFocus();
        QTest::keySequence(box, QKeySequence::Paste);
        QTRY_COMPARE_WITH_TIMEOUT(m_parts->devices.devices().size(), 2, Patience);
        QCOMPARE(m_parts->devices.devices().last().name, u"pasted-one (2)"_s);
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(m_parts->devices.devices().size(), 3, Patience);
    }

    void aWalkDroppedAsTextBecomesADevice() {
        QMimeData data;
        data.setText(u".1.3.6.1.2.1.1.5.0 = STRING: \"dropped\"\n.1.3.6.1.2.1.1.6.0 = STRING: \"here\"\n"_s);
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window->windowHandle(), &drop);
        QTRY_COMPARE_WITH_TIMEOUT(m_parts->devices.devices().size(), 1, Patience);
        QCOMPARE(m_parts->devices.devices().first().name, u"dropped"_s);
    }

    void namesWithoutValuesStayObjects() {
        QApplication::clipboard()->setText(u"sysName.0\nsysDescr.0\n"_s);
        auto *address = named<QLineEdit>(u"Address"_s);
        address->setFocus();
        QTest::keySequence(address, QKeySequence::Paste);
        QCOMPARE(address->text(), u"sysName.0 sysDescr.0"_s);
        QVERIFY(m_parts->devices.devices().isEmpty());
    }

    void aDeviceIsRecordedInTheBackgroundAndOpened() {
        askDemo(u"1.3.6.1.2.1.1.5.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const QString path = m_folder->filePath(u"demo.snmprec"_s);
        record(path);
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Open as Device"_s), Patience);
        const auto recording = Recording::open(path);
        QVERIFY(recording && recording->badLines().isEmpty());
        QVERIFY(recording->varBinds().size() > 500);
        QVERIFY(recording->varBinds().first().oid.startsWith(Oid{1, 0})
            || recording->varBinds().first().oid.startsWith(Oid{1, 3}));
        button(u"Open as Device"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_parts->devices.named(u"demo.snmprec"), Patience);
    }

    void aRecordingThatIsStoppedSaysSoInside() {
        FakeAgent agent(m_parts->engine, FakeAgent::Loops);
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const QString path = m_folder->filePath(u"loops.snmprec"_s);
        record(path);
        QTRY_VERIFY_WITH_TIMEOUT(!named<RecordBar>(u"Recording"_s), Patience);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("# truncated: not-increasing"));
    }

private:
    QString write(const QString &name, const QByteArray &text) const {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }
    QPushButton *button(const QString &text) const {
        for (auto *button : m_window->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
    QString rowsText() {
        QString text = named<QLineEdit>(u"Summary"_s)->text();
        for (int row = 0; results() && row < results()->model()->rowCount(); ++row)
            text += cell(row, 0) + cell(row, 1);
        return text;
    }
    void record(const QString &path) {
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = m_window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->reject();
    }
};

QTEST_MAIN(TestWindowOffline)
#include "tst_windowoffline.moc"
