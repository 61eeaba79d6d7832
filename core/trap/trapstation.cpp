// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapstation.h"

#include "core/store/devicestore.h"
#include "core/trap/trapsettings.h"

namespace walkabout {

TrapStation::TrapStation(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_receiver(parts.engine)
    , m_reader(parts.journal)
    , m_users(parts.devices, parts.secrets) {
    m_receiver.rules().setRules(trapsettings::rules(parts.settings));
    connect(&m_users, &TrapUsers::gathered, this, [this](const QList<Credential> &users) {
        if (m_receiver.isListening() || !users.isEmpty())
            m_receiver.setUsers(users);
    });
    connect(&parts.devices, &DeviceStore::changed, this, &TrapStation::nameSources);
}

TrapStation::~TrapStation() = default;

void TrapStation::open() {
    if (m_isOpen)
        return;
    m_isOpen = true;
    nameSources();
    m_reader.open();
}

void TrapStation::prepare() {
    m_users.gather();
    if (m_journal && m_journal->isWritten())
        return;
    if (!m_journal) {
        m_journal = std::make_unique<Journal>(m_parts.journal, trapsettings::limits(m_parts.settings));
        m_receiver.setJournal(m_journal.get());
        m_journal->setLibrary(m_library);
        connect(m_journal.get(), &Journal::opened, this, [this] { m_reader.open(); });
        connect(m_journal.get(), &Journal::stateChanged, this, &TrapStation::followJournal);
        connect(m_journal.get(), &Journal::committed, &m_reader, &JournalReader::goOn);
        connect(m_journal.get(), &Journal::setAside, this, &TrapStation::setAside);
    }
    m_journal->open();
}

void TrapStation::followJournal() {
    emit problemChanged();
    const JournalState::Kind kind = m_journal->state().kind;
    if (kind == JournalState::Kind::InUse || kind == JournalState::Kind::Unusable)
        emit cannotKeep();
    release(); // stopped before it was open
}

void TrapStation::release() {
    if (m_journal && !m_receiver.isListening())
        m_journal->close();
}

void TrapStation::nameSources() {
    m_names.clear();
    for (const Device &device : m_parts.devices.devices()) {
        if (!device.name.isEmpty() && !QHostAddress(device.endpoint.host).isNull())
            m_names.insert(QHostAddress(device.endpoint.host).toString(), device.name);
    }
    m_receiver.rules().setNames(m_names);
    emit namesChanged();
}

void TrapStation::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    m_receiver.rules().setLibrary(m_library);
    if (m_journal)
        m_journal->setLibrary(m_library);
}

std::optional<Failure> TrapStation::setRules(const QList<Rule> &rules) {
    m_receiver.rules().setRules(rules);
    return trapsettings::setRules(m_parts.settings, rules);
}

} // namespace walkabout
