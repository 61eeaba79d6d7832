// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultexport.h"
#include "core/work/varbindlines.h"

#include <QObject>
#include <QTimer>

namespace walkabout {

class TableModel;

/// The rows of a grid on their way into a file, as they are shown: CSV with the index columns first, or a JSON object a
/// row. Made in slices of the event loop, because a grid lives there; begins anew where rows move meanwhile. Owned by
/// who exports; ends early if the grid goes.
class TableExport final : public QObject {
    Q_OBJECT

public:
    struct Wanted {
        QList<int> columns; // in the order of the file
        std::optional<std::vector<int>> lines; // none: all that are shown
        bool isJson = false;
        ResultExport::End end;
    };
    TableExport(const TableModel &model, Wanted wanted, QObject *parent = nullptr);

    void begin();
    [[nodiscard]] int size() const;
    /// How the reading of it ended.
    [[nodiscard]] const ResultExport::End &readingEnd() const { return m_wanted.end; }
    [[nodiscard]] int done() const { return m_at; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

signals:
    /// Its bytes are there; false: the grid went, or its rows would not stand still.
    void finished(bool whole);

private:
    void slice();
    void end(bool whole);
    [[nodiscard]] int lineAt(int at) const { return m_wanted.lines ? (*m_wanted.lines)[size_t(at)] : at; }
    void appendCsv(int line);
    void appendJson(int line);

    const TableModel *m_model;
    Wanted m_wanted;
    VarBindLines m_json;
    QByteArray m_bytes;
    int m_at = 0;
    int m_restarts = 0;
    bool m_ended = false;
    QTimer m_slices;
};

} // namespace walkabout
