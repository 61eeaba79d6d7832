// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include "ui/device/keepingbar.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using Place = ChosenSecretStore::Place;

/// The vault's master pass-phrase is changed where the window says where secrets are kept.
class TestWindowPassphrase : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        touchNoKeyring();
        openWindow();
        Device device;
        device.name = u"core1"_s;
        device.endpoint = *Endpoint::parse(u"192.0.2.1"_s);
        m_device = device.id;
        QVERIFY(!m_parts->devices.save(device));
        m_parts->secrets.write(device.id, {Secret("seen-by-nobody"), {}, {}, {}}, this, {});
        std::optional<std::optional<Failure>> done;
        m_parts->secrets.choose(
            Place::Vault, Secret("open sesame"), this, [&done](const auto &failure) { done = failure; });
        QTRY_VERIFY_WITH_TIMEOUT(done, Patience);
        QVERIFY(!*done);
    }
    void cleanup() { closeWindow(); }

    void theOldOneIsAskedForAndTheNewOneTwice() {
        openFields();
        QCOMPARE(QApplication::focusWidget(), line(u"Pass-phrase until now"_s));
        QVERIFY(!change()->isEnabled());
        type(u"New pass-phrase"_s, u"short"_s);
        type(u"New pass-phrase again"_s, u"short"_s);
        type(u"Pass-phrase until now"_s, u"open sesame"_s);
        QVERIFY(!change()->isEnabled());
        QVERIFY(problem().contains(u"at least 8"));
        type(u"New pass-phrase"_s, u"open barley"_s);
        type(u"New pass-phrase again"_s, u"open barlez"_s);
        QVERIFY(!change()->isEnabled());
        type(u"New pass-phrase again"_s, u"open barley"_s);
        QVERIFY(change()->isEnabled());
        type(u"Pass-phrase until now"_s, {});
        QVERIFY(!change()->isEnabled());
    }

    void itIsChangedAndTheNextRunWantsTheNewOne() {
        openFields();
        fill(u"open sesame"_s, u"open barley"_s);
        QTest::keyClick(line(u"New pass-phrase again"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!keepingBar()->isVisible(), Patience);
        QVERIFY(named<QLabel>(u"The vault has its new master pass-phrase."_s));
        QVERIFY(!m_parts->secrets.isLocked());
        quit();
        openWindow();
        QVERIFY(!m_parts->devices.load());
        QCOMPARE(unlock("open sesame")->kind(), Failure::Kind::WrongPassphrase);
        QCOMPARE(unlock("open barley"), std::nullopt);
        std::optional<Secrets> secrets;
        m_parts->secrets.read(
            m_device, this, [&secrets](const Result<Secrets> &found) { secrets = found ? *found : Secrets(); });
        QTRY_VERIFY(secrets);
        QCOMPARE(secrets->readCommunity, Secret("seen-by-nobody"));
    }

    void aWrongOneIsSaidAndNothingIsLost() {
        const QByteArray before = vault();
        openFields();
        fill(u"open barley"_s, u"open rye and oats"_s);
        change()->click();
        QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"not the master pass-phrase"), Patience);
        QCOMPARE(vault(), before);
        QVERIFY(keepingBar()->isVisible());
        for (const QString &name : {u"Pass-phrase until now"_s, u"New pass-phrase"_s, u"New pass-phrase again"_s})
            QCOMPARE(line(name)->text(), QString());
        QVERIFY(line(u"Pass-phrase until now"_s)->isEnabled());
    }

    void whatWasTypedGoesWithTheBar() {
        openFields();
        fill(u"open sesame"_s, u"open barley"_s);
        named<QToolButton>(u"Decide later"_s)->click();
        QVERIFY(!keepingBar()->isVisible());
        openFields();
        QCOMPARE(line(u"New pass-phrase"_s)->text(), QString());
        // Elsewhere there is no pass-phrase to change.
        auto *places = named<QComboBox>(u"Keep secrets in"_s);
        places->setCurrentIndex(places->findData(int(Place::Memory)));
        QVERIFY(!named<QLineEdit>(u"New pass-phrase"_s));
        QVERIFY(!named<QPushButton>(u"Give the vault another pass-phrase"_s));
    }

    void theBarCanBeReadWhereLightBecomesDark() {
        openFields();
        const auto reads = [this] {
            const QPalette colours = keepingBar()->palette();
            return qAbs(colours.color(QPalette::Window).lightness() - colours.color(QPalette::WindowText).lightness());
        };
        QVERIFY(reads() > 120);
        const QColor light = keepingBar()->palette().color(QPalette::Window);
        m_parts->theme.choose(Theme::Choice::Dark);
        QTRY_VERIFY(keepingBar()->palette().color(QPalette::Window) != light);
        QVERIFY2(reads() > 120, qPrintable(QString::number(reads())));
        m_parts->theme.choose(Theme::Choice::Light);
        QTRY_COMPARE(keepingBar()->palette().color(QPalette::Window), light);
    }

private:
    KeepingBar *keepingBar() { return m_window->findChild<KeepingBar *>(); }
    QLineEdit *line(const QString &name) { return named<QLineEdit>(name); }
    QPushButton *change() { return named<QPushButton>(u"Change the master pass-phrase"_s); }
    QString problem() { return named<QLabel>(u"Pass-phrase problem"_s)->text(); }
    void openFields() {
        for (QAction *action : m_window->actions()) {
            if (action->text() == u"Where &Secrets Are Kept…")
                action->trigger();
        }
        QVERIFY(keepingBar()->isVisible());
        named<QPushButton>(u"Give the vault another pass-phrase"_s)->click();
        QVERIFY(line(u"Pass-phrase until now"_s));
    }
    void type(const QString &name, const QString &text) {
        line(name)->selectAll();
        QTest::keyClick(line(name), Qt::Key_Delete);
        QTest::keyClicks(line(name), text);
    }
    void fill(const QString &before, const QString &after) {
        type(u"Pass-phrase until now"_s, before);
        type(u"New pass-phrase"_s, after);
        type(u"New pass-phrase again"_s, after);
    }
    std::optional<Failure> unlock(const char *passphrase) {
        std::optional<std::optional<Failure>> done;
        m_parts->secrets.unlock(Secret(passphrase), this, [&done](const auto &failure) { done = failure; });
        return QTest::qWaitFor([&done] { return done.has_value(); }, Patience) ? *done
                                                                               : Failure(Failure::Kind::Cancelled);
    }
    QByteArray vault() {
        QFile file(m_folder->filePath(u"secrets.vault"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QUuid m_device;
};

QTEST_MAIN(TestWindowPassphrase)
#include "tst_windowpassphrase.moc"
