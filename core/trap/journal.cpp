// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journal.h"

using namespace Qt::StringLiterals;

namespace walkabout {

Journal::Journal(QString path, RetentionLimits limits, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_writer(std::make_unique<JournalWriter>(m_path, limits), u"journal"_s) {
    qRegisterMetaType<JournalState>();
    qRegisterMetaType<Failure>();
    connect(m_writer.get(), &JournalWriter::opened, this, &Journal::takeOpened);
    connect(m_writer.get(), &JournalWriter::stateChanged, this, [this](const JournalState &state) {
        if (m_state.kind == JournalState::Kind::Closed)
            return; // told before it was closed
        m_state = state;
        emit stateChanged();
    });
    connect(m_writer.get(), &JournalWriter::committed, this, &Journal::committed);
    connect(m_writer.get(), &JournalWriter::lost, this, &Journal::lost);
    connect(m_writer.get(), &JournalWriter::setAside, this, &Journal::setAside);
    connect(m_writer.get(), &JournalWriter::indexed, this, [this](quint32 end) { m_indexed = end; });
    m_writer.start();
}

Journal::~Journal() = default;

QString Journal::standardPath(const QString &dataFolder) { return dataFolder + u"/traps.sqlite"_s; }

void Journal::open() {
    m_state = {JournalState::Kind::Opening, {}, {}, 0};
    m_writer.call([](JournalWriter &writer) { writer.open(); });
}

void Journal::close() {
    if (m_state.kind != JournalState::Kind::Writing)
        return; // nothing is open, or it would lose what waits for a full disk
    m_state = {};
    m_writer.call([](JournalWriter &writer) { writer.close(); });
}

void Journal::takeOpened(const JournalState &state, quint32 next) {
    m_state = state;
    m_next = std::max(m_next, next);
    emit opened();
    emit stateChanged();
}

void Journal::append(const QList<TrapRecord> &records) {
    m_writer.call([records](JournalWriter &writer) { writer.append(records); });
}

void Journal::setLibrary(Library::Pointer library) {
    m_writer.call([library = std::move(library)](JournalWriter &writer) { writer.setLibrary(library); });
}

} // namespace walkabout
