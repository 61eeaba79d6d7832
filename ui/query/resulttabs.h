// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/grouptab.h"
#include "ui/query/resulttab.h"

#include <QTabWidget>

namespace walkabout {

/// The tabs of results. GET, NEXT and BULK go to one scratch tab a device; a walk or table uses the tab of the same
/// device and object again, unless it is pinned; so does what is asked of several devices.
class ResultTabs final : public QTabWidget {
    Q_OBJECT

public:
    explicit ResultTabs(QWidget *parent = nullptr);

    [[nodiscard]] QueryTab *current() const;
    /// nullptr: the current one is of several devices.
    [[nodiscard]] ResultTab *currentResult() const;
    [[nodiscard]] QList<QueryTab *> all() const;
    /// Begins it in its tab, which comes to the front.
    void run(OpenDevice &device, const Query &query, const QString &address, bool newTab);
    void runTogether(const QList<OpenDevice *> &devices, const Query &query, const QString &address, bool newTab);
    /// Beside the current one, with the same devices.
    void duplicate();
    void closeTab(int index);
    /// Where widths that a person gives are kept; it outlives this.
    void setColumnMemory(ColumnMemory *memory) { m_columns = memory; }
    /// What octets are shown as; it outlives this.
    void setOctetMemory(OctetMemory *memory) { m_octets = memory; }
    void setLibrary(const Library::Pointer &library);

signals:
    void added(walkabout::QueryTab *tab);
    /// The current tab, or what it shows, is another.
    void currentTabChanged();
    void emptied();

private:
    ResultTab *add(OpenDevice &device, ResultTab::Kind kind);
    void join(QueryTab *tab);
    void show(QueryTab *tab);

    Library::Pointer m_library = Library::empty();
    ColumnMemory *m_columns = nullptr;
    OctetMemory *m_octets = nullptr;
};

} // namespace walkabout
