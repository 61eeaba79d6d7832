// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mib/searchrun.h"

#include <QAbstractTableModel>

namespace walkabout {

/// What a search of the library found, best first: the name and, dim behind it, the label or the sentence that matched,
/// then module and OID. What was found before stays until something new is; the last row says where there is more.
class SearchModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Module, Number, Columns };

    explicit SearchModel(QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    void setFilter(const NodeFilter &filter);
    /// Nothing is found where the text is blank.
    void search(const QString &text);
    /// The names are still looked for.
    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }
    /// Null for the row that says there is more.
    [[nodiscard]] NodeRef node(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// The names have come; then, unless they are too many, what descriptions have.
    void found();

private:
    void start();
    void takeNames(const QList<qint32> &nodes, bool more);
    void takeDescriptions(const QList<qint32> &nodes, bool more);
    [[nodiscard]] bool isInDescription(int row) const { return row >= m_names; }
    [[nodiscard]] QString match(const NodeRef &node, int row) const;
    [[nodiscard]] QVariant nameData(const NodeRef &node, int row, int role) const;
    [[nodiscard]] QVariant moreData(const QModelIndex &index, int role) const;

    SearchRun m_run;
    Library::Pointer m_library;
    NodeFilter m_filter;
    QString m_text;
    bool m_waiting = false;
    // What is shown, of the library and the text that were searched:
    Library::Pointer m_searched;
    QStringList m_words;
    QList<qint32> m_nodes;
    qsizetype m_names = 0; // of m_nodes; the rest was found in descriptions
    bool m_more = false;
};

} // namespace walkabout
