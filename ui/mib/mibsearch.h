// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/mib/nodefilter.h"

#include <QObject>

class QLabel;
class QLineEdit;
class QTableView;

namespace walkabout {

class SearchModel;

/// The search of the MIB panel: its line, what it found, and a sentence where that is nothing. The panel lays them out
/// and owns them.
class MibSearch final : public QObject {
    Q_OBJECT

public:
    explicit MibSearch(QWidget *panel);

    [[nodiscard]] QLineEdit *line() const { return m_line; }
    [[nodiscard]] QLabel *said() const { return m_said; }
    [[nodiscard]] QTableView *results() const { return m_results; }

    void setLibrary(Library::Pointer library);
    void setFilter(const NodeFilter &filter);
    void focus();
    /// What stands at the current row of the results.
    [[nodiscard]] NodeRef currentNode() const;

signals:
    void chosen(const walkabout::Oid &oid);
    /// On to the tree.
    void left();
    /// Results are in view, or are so no more.
    void resultsShown(bool shown);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void show();
    void enter();

    Library::Pointer m_library;
    SearchModel *m_found;
    QLineEdit *m_line;
    QLabel *m_said;
    QTableView *m_results;
    bool m_enters = false; // once the names have come
};

} // namespace walkabout
