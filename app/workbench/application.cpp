// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/application.h"

#include "core/store/switchedoffmodules.h"
#include "core/trap/journal.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

namespace {

void toStandardError(const LogRecord &record) {
    const QByteArray line = (record.category + u": "_s + record.text).toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
}

} // namespace

Application::Application(Options options)
    : m_options(std::move(options))
    , m_places(m_options.configFolder.isEmpty() ? Places::standard() : Places::below(m_options.configFolder))
    , m_engine(m_places.config)
    , m_eventLog(m_log, m_engine.events())
    , m_settings(m_places.config)
    , m_devices(m_places.config)
    , m_secrets(m_devices, m_settings, m_places.config)
    , m_reader(m_places.cache) {
    tell(m_options.log.applyTo(m_log, LogLevel::Info, toStandardError));
    tell(m_settings.load());
    tell(m_devices.load());
    m_theme
        = std::make_unique<Theme>(WindowMemory::themeChoice(m_settings), m_settings.value(u"window.dark"_s).toBool());
    m_window = std::make_unique<MainWindow>(MainWindow::Parts{m_engine, m_devices, m_secrets, m_log, m_settings,
        *m_theme, m_places.mibFolder(), Journal::standardPath(m_places.data), m_places.recordingFolder()});
    connect(&m_secrets, &ChosenSecretStore::busyChanged, this, [this](bool busy) {
        if (busy)
            m_writing.emplace();
        else
            m_writing.reset();
    });
    connect(m_window.get(), &MainWindow::modulesChanged, this, &Application::readLibrary);
    connect(&m_reader, &LibraryReader::arrived, m_window.get(), &MainWindow::setLibrary);
    connect(&m_reader, &LibraryReader::progressed, m_window.get(), &MainWindow::showLibraryProgress);
    connect(&m_reader, &LibraryReader::notKept, m_window.get(), &MainWindow::complain);
    connect(&m_reader, &LibraryReader::ended, this, &Application::takeScreenshot);
}

Application::~Application() = default;

void Application::tell(const std::optional<Failure> &failure) {
    if (!failure)
        return;
    m_failures += *failure;
    qCWarning(lcStore).noquote() << failure->logText();
}

void Application::start() {
    connect(
        m_window.get(), &MainWindow::firstPaint, this,
        [this] {
            m_theme->watch();
            for (const Failure &failure : std::as_const(m_failures))
                m_window->complain(failure);
            readLibrary();
        },
        Qt::QueuedConnection);
    m_window->show();
    if (!m_options.screenshot.isEmpty())
        connect(m_window.get(), &MainWindow::settled, this, [this] {
            m_settled = true;
            takeScreenshot();
        });
    if (!m_options.target.isEmpty())
        m_window->visit(m_options.target, m_options.object, m_options.verb);
}

void Application::readLibrary() {
    Collection collection = Collection::standard(m_options.mibFolders, m_places.mibFolder());
    collection.switchedOff = switchedoff::modules(m_settings);
    m_reader.read(collection);
}

// What has just ended is painted before the picture is taken.
void Application::takeScreenshot() {
    if (m_options.screenshot.isEmpty() || m_reader.isReading() || (!m_settled && !m_options.target.isEmpty()))
        return;
    disconnect(m_window.get(), &MainWindow::settled, this, nullptr);
    QTimer::singleShot(400ms, this, [this] {
        const bool saved = m_window->grab().save(m_options.screenshot, "PNG");
        if (!saved)
            std::fprintf(stderr, "%s: cannot be written\n", qUtf8Printable(m_options.screenshot));
        m_window->close();
        QApplication::exit(saved ? 0 : 5);
    });
}

} // namespace walkabout
