// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/snmp/engine.h"
#include "core/store/chosensecretstore.h"
#include "core/store/settings.h"
#include "tests/support/madelibrary.h"
#include "tests/ui/named.h"
#include "ui/mainwindow.h"
#include "ui/query/resultmodel.h"
#include "ui/query/resulttabs.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace walkabout::test {

// A loaded machine is slow, not wrong.
constexpr int Patience = 30'000;

/// A window over a fresh folder, as a person at the keyboard or a screen reader has it: everything is found by its
/// accessible name. Each test of a test class has its own.
class WindowTest : public QObject {
protected:
    struct Parts {
        explicit Parts(const QString &folder)
            : engine(folder)
            , devices(folder)
            , settings(folder)
            , secrets(devices, settings, folder, sealing::Cost::least()) {
            if (const auto failure = settings.load())
                qWarning().noquote() << failure->logText();
        }
        Log log;
        Engine engine;
        DeviceStore devices;
        Settings settings;
        ChosenSecretStore secrets;
        Theme theme{Theme::Choice::Light, false};
    };

    /// That of whoever runs the tests.
    static void touchNoKeyring() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }

    void openWindow() {
        if (!m_folder)
            m_folder = std::make_unique<QTemporaryDir>();
        if (!m_library)
            m_library = madeLibrary();
        if (!m_parts)
            m_parts = std::make_unique<Parts>(m_folder->path());
        m_window = std::make_unique<MainWindow>(
            MainWindow::Parts{m_parts->engine, m_parts->devices, m_parts->secrets, m_parts->log, m_parts->settings,
                m_parts->theme, mibFolder(), m_folder->filePath(QStringLiteral("data/traps.sqlite")),
                m_folder->filePath(QStringLiteral("data/recordings"))});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->setLibrary(m_library);
    }

    /// Where imported modules go.
    [[nodiscard]] QString mibFolder() const { return m_folder->filePath(QStringLiteral("data/mibs")); }

    /// The program ends; openWindow() starts it again over the same folder.
    void quit() {
        m_window->close();
        m_window.reset();
        m_parts.reset();
    }

    void closeWindow() {
        m_window.reset();
        m_parts.reset();
        m_folder.reset();
    }

    template <class W>
    W *named(const QString &name, bool visible = true, QWidget *in = nullptr) const {
        return test::named<W>(in ? *in : *m_window, name, visible);
    }

    /// Types into the line and presses Enter.
    void type(const QString &name, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        auto *line = named<QLineEdit>(name);
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return, modifiers);
    }

    ResultTabs &tabs() { return m_window->tabs(); }
    ResultModel &model() { return tabs().currentResult()->model(); }
    bool ended() { return tabs().current() && !tabs().current()->isRunning() && caughtUp(); }
    bool caughtUp() {
        const ResultRows &rows = tabs().current()->rows();
        return rows.shown() == rows.total() || rows.isFiltering();
    }
    QTableView *results() {
        return tabs().current() ? tabs().current()->findChild<QTableView *>(QStringLiteral("results")) : nullptr;
    }
    QString cell(int row, int column) { return results()->model()->index(row, column).data().toString(); }
    /// Asks the demo device; ended() tells when it has answered.
    void askDemo(const QString &object, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        type(QStringLiteral("Device address"), QStringLiteral("demo"));
        type(QStringLiteral("Address"), object, modifiers);
    }

    Library::Pointer m_library;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace walkabout::test
