// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/interrupt.h"
#include "app/cli/terminal.h"
#include "app/cli/unlocking.h"
#include "core/base/log.h"
#include "core/mib/librarycache.h"
#include "core/store/switchedoffmodules.h"

namespace walkabout {

Context::Context(const CommonOptions &options, Terminal &terminal, Log &log)
    : m_json(options.json)
    , m_places(
          options.configDir.empty() ? Places::standard() : Places::below(QString::fromStdString(options.configDir)))
    , m_terminal(terminal)
    , m_log(log) {
    for (const std::string &folder : options.mibDirs)
        m_mibDirs.append(QString::fromStdString(folder));
}

Context::~Context() = default;

Engine &Context::engine() {
    if (!m_engine) {
        m_engine = std::make_unique<Engine>(m_places.config);
        m_eventLog = std::make_unique<EventLog>(m_log, m_engine->events());
    }
    return *m_engine;
}

DeviceStore &Context::devices() {
    if (!m_devices) {
        m_devices = std::make_unique<DeviceStore>(m_places.config);
        if (const auto failure = m_devices->load())
            Terminal::say(failure->text());
    }
    return *m_devices;
}

Settings &Context::settings() {
    if (!m_settings) {
        m_settings = std::make_unique<Settings>(m_places.config);
        if (const auto failure = m_settings->load())
            Terminal::say(failure->text());
    }
    return *m_settings;
}

ChosenSecretStore &Context::secrets() {
    if (!m_secrets) {
        m_secrets = std::make_unique<ChosenSecretStore>(devices(), settings(), m_places.config);
        m_unlocking = std::make_unique<Unlocking>(*m_secrets);
        QObject::connect(m_secrets.get(), &ChosenSecretStore::failed, m_unlocking.get(),
            [](const Failure &failure) { Terminal::say(failure.text()); });
    }
    return *m_secrets;
}

Collection Context::collection() {
    Collection collection = Collection::standard(m_mibDirs, m_places.mibFolder());
    collection.switchedOff = switchedoff::modules(settings());
    return collection;
}

const Library::Pointer &Context::library() {
    if (!m_library) {
        const auto current = LibraryCache(m_places.cache, collection()).current(&Interrupt::hasCome());
        m_library = current.library;
        if (current.failure)
            qCInfo(lcMib).noquote() << current.failure->logText();
    }
    if (!m_library)
        m_library = Library::empty(); // interrupted: the command ends before it asks
    return m_library;
}

void Context::scrub(const Secrets &secrets) {
    for (const Secret &secret :
        {secrets.readCommunity, secrets.writeCommunity, secrets.authPassphrase, secrets.privPassphrase}) {
        if (!secret.isEmpty())
            m_log.scrub(secret);
    }
}

} // namespace walkabout
