// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/search.h"
#include "ui/shared/poolrun.h"

namespace walkabout {

/// A search on a pool thread: what names, OIDs and labels find is said first, what descriptions find follows. Starting
/// another cancels it. Owned by the model that shows what is found.
class SearchRun final : public QObject {
    Q_OBJECT

public:
    /// What is found beyond this is only said to be there.
    static constexpr int Most = 200;

    using QObject::QObject;

    void start(const Library::Pointer &library, const QString &text, const NodeFilter &filter);
    void cancel() { m_run.cancel(); }
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }

signals:
    /// Numbers of the library's nodes, best first; more: there are others.
    void namesFound(const QList<qint32> &nodes, bool more);
    void descriptionsFound(const QList<qint32> &nodes, bool more);

private:
    void describe(const Library::Pointer &library, SearchQuery query, int names);

    PoolRun<QList<qint32>> m_run;
};

} // namespace walkabout
