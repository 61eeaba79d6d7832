// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/searchrun.h"

namespace walkabout {

void SearchRun::start(const Library::Pointer &library, const QString &text, const NodeFilter &filter) {
    SearchQuery query;
    query.text = text;
    query.filter = filter;
    query.limit = Most + 1;
    m_run.start([library, query](const std::atomic<bool> &cancelled) { return search(*library, query, &cancelled); },
        [this, library, query](const QList<qint32> &found) {
            const bool more = found.size() > Most;
            // Before it is said: who hears it may start another.
            if (!more)
                describe(library, query, int(found.size()));
            emit namesFound(found.first(qMin<qsizetype>(found.size(), Most)), more);
        });
}

void SearchRun::describe(const Library::Pointer &library, SearchQuery query, int names) {
    // With the same limit: it must know all names to leave them out.
    query.part = SearchQuery::Descriptions;
    m_run.start([library, query](const std::atomic<bool> &cancelled) { return search(*library, query, &cancelled); },
        [this, room = Most - names](const QList<qint32> &found) {
            emit descriptionsFound(found.first(qMin<qsizetype>(found.size(), room)), found.size() > room);
        });
}

} // namespace walkabout
