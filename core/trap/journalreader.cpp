// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalreader.h"

using namespace Qt::StringLiterals;

namespace walkabout {

JournalReader::JournalReader(const QString &path, QObject *parent)
    : QObject(parent)
    , m_scan(std::make_unique<JournalScan>(path)) {
    qRegisterMetaType<TrapRecord>();
    qRegisterMetaType<QList<TrapRecord>>();
    qRegisterMetaType<TrapSummary>();
    qRegisterMetaType<Failure>();
    m_thread.setObjectName(u"journal reader"_s);
    m_scan->moveToThread(&m_thread);
    connect(m_scan.get(), &JournalScan::found, this, &JournalReader::found);
    connect(m_scan.get(), &JournalScan::wentThrough, this, &JournalReader::wentThrough);
    connect(m_scan.get(), &JournalScan::fetched, this, &JournalReader::fetched);
    connect(m_scan.get(), &JournalScan::summarised, this, &JournalReader::summarised);
    connect(m_scan.get(), &JournalScan::failed, this, &JournalReader::failed);
    m_thread.start();
}

JournalReader::~JournalReader() {
    inThread([](JournalScan &scan) {
        scan.close();
        scan.moveToThread(nullptr);
        QThread::currentThread()->quit(); // from here: a loop that was told to end leaves calls behind
    });
    m_thread.wait();
}

template <class Call>
void JournalReader::inThread(Call call) {
    JournalScan *scan = m_scan.get();
    QMetaObject::invokeMethod(
        scan, [scan, call = std::move(call)] { call(*scan); }, Qt::QueuedConnection);
}

void JournalReader::open() {
    inThread([](JournalScan &scan) { scan.open(); });
    if (m_number > 0)
        emit restarted(find(m_filter, m_withSummary));
}

void JournalReader::setLibrary(Library::Pointer library) {
    inThread([library = std::move(library)](JournalScan &scan) { scan.setLibrary(library); });
}

void JournalReader::setNames(const SourceNames &names) {
    inThread([names](JournalScan &scan) { scan.setNames(names); });
}

quint64 JournalReader::find(const TrapFilter &filter, bool withSummary) {
    m_filter = filter;
    m_withSummary = withSummary;
    inThread([number = ++m_number, filter, withSummary](JournalScan &scan) { scan.find(number, filter, withSummary); });
    return m_number;
}

void JournalReader::fetch(const QList<quint32> &ids) {
    inThread([ids](JournalScan &scan) { scan.fetch(ids); });
}

void JournalReader::goOn() {
    inThread([](JournalScan &scan) { scan.goOn(); });
}

} // namespace walkabout
