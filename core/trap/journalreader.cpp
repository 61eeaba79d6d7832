// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalreader.h"

using namespace Qt::StringLiterals;

namespace walkabout {

JournalReader::JournalReader(const QString &path, QObject *parent)
    : QObject(parent)
    , m_scan(std::make_unique<JournalScan>(path), u"journal reader"_s) {
    qRegisterMetaType<TrapRecord>();
    qRegisterMetaType<QList<TrapRecord>>();
    qRegisterMetaType<TrapSummary>();
    qRegisterMetaType<Failure>();
    connect(m_scan.get(), &JournalScan::found, this, &JournalReader::found);
    connect(m_scan.get(), &JournalScan::wentThrough, this, &JournalReader::wentThrough);
    connect(m_scan.get(), &JournalScan::fetched, this, &JournalReader::fetched);
    connect(m_scan.get(), &JournalScan::summarised, this, &JournalReader::summarised);
    connect(m_scan.get(), &JournalScan::failed, this, &JournalReader::failed);
    m_scan.start();
}

JournalReader::~JournalReader() = default;

void JournalReader::open() {
    m_scan.call([](JournalScan &scan) { scan.open(); });
    if (m_number > 0)
        emit restarted(find(m_filter, m_withSummary));
}

void JournalReader::setLibrary(Library::Pointer library) {
    m_scan.call([library = std::move(library)](JournalScan &scan) { scan.setLibrary(library); });
}

void JournalReader::setNames(const SourceNames &names) {
    m_scan.call([names](JournalScan &scan) { scan.setNames(names); });
}

quint64 JournalReader::find(const TrapFilter &filter, bool withSummary) {
    m_filter = filter;
    m_withSummary = withSummary;
    m_scan.call(
        [number = ++m_number, filter, withSummary](JournalScan &scan) { scan.find(number, filter, withSummary); });
    return m_number;
}

void JournalReader::fetch(const QList<quint32> &ids) {
    m_scan.call([ids](JournalScan &scan) { scan.fetch(ids); });
}

void JournalReader::goOn() {
    m_scan.call([](JournalScan &scan) { scan.goOn(); });
}

} // namespace walkabout
