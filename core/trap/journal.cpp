// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journal.h"

using namespace Qt::StringLiterals;

namespace walkabout {

Journal::Journal(QString path, RetentionLimits limits, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_writer(std::make_unique<JournalWriter>(m_path, limits)) {
    qRegisterMetaType<JournalState>();
    qRegisterMetaType<Failure>();
    m_thread.setObjectName(u"journal"_s);
    m_writer->moveToThread(&m_thread);
    connect(m_writer.get(), &JournalWriter::opened, this, &Journal::takeOpened);
    connect(m_writer.get(), &JournalWriter::stateChanged, this, [this](const JournalState &state) {
        m_state = state;
        emit stateChanged();
    });
    connect(m_writer.get(), &JournalWriter::committed, this, &Journal::committed);
    connect(m_writer.get(), &JournalWriter::lost, this, &Journal::lost);
    connect(m_writer.get(), &JournalWriter::setAside, this, &Journal::setAside);
    connect(m_writer.get(), &JournalWriter::indexed, this, [this](quint32 end) { m_indexed = end; });
    m_thread.start();
}

Journal::~Journal() {
    inThread([](JournalWriter &writer) {
        writer.close();
        writer.moveToThread(nullptr);
        QThread::currentThread()->quit(); // from here: a loop that was told to end leaves calls behind
    });
    m_thread.wait();
}

QString Journal::standardPath(const QString &dataFolder) { return dataFolder + u"/traps.sqlite"_s; }

template <class Call>
void Journal::inThread(Call call) {
    JournalWriter *writer = m_writer.get();
    QMetaObject::invokeMethod(
        writer, [writer, call = std::move(call)] { call(*writer); }, Qt::QueuedConnection);
}

void Journal::open() {
    m_state = {};
    inThread([](JournalWriter &writer) { writer.open(); });
}

void Journal::takeOpened(const JournalState &state, quint32 next) {
    m_state = state;
    m_next = std::max(m_next, next);
    emit opened();
    emit stateChanged();
}

void Journal::append(const QList<TrapRecord> &records) {
    inThread([records](JournalWriter &writer) { writer.append(records); });
}

void Journal::setLibrary(Library::Pointer library) {
    inThread([library = std::move(library)](JournalWriter &writer) { writer.setLibrary(library); });
}

void Journal::setLimits(const RetentionLimits &limits) {
    inThread([limits](JournalWriter &writer) { writer.setLimits(limits); });
}

} // namespace walkabout
