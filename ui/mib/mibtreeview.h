// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QTimer>
#include <QTreeView>

#include <functional>
#include <optional>

namespace walkabout {

/// The view of a MIB tree: a folder toggles, anything else is activated; what is open and selected can be kept as OIDs
/// across libraries.
class MibTreeView final : public QTreeView {
    Q_OBJECT

public:
    /// Survives a reset of the model: no index, no node.
    struct State {
        QList<Oid> open;
        QStringList openModules;
        std::optional<Oid> current;
        std::optional<Oid> top;
    };

    explicit MibTreeView(QWidget *parent = nullptr);

    /// Finds the index of an OID in the model that is set.
    void setFinder(std::function<QModelIndex(const Oid &)> finder) { m_finder = std::move(finder); }
    [[nodiscard]] std::optional<Oid> currentOid() const;
    [[nodiscard]] State state() const;
    void restore(const State &state);
    /// Opens the way to it and selects it; nothing is announced. False where it is not shown.
    bool reveal(const Oid &oid);
    /// Opens the way to each of them, selects none and brings the first into view.
    void openTo(const QList<Oid> &oids);
    /// The tree as it opens for the first time: mib-2 and enterprises, one level.
    void openAtStandard();
    void reset() override;

signals:
    void selected(const walkabout::Oid &oid);
    /// A module that has no OID.
    void moduleSelected(const QString &module);
    void leafActivated(const walkabout::Oid &oid);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void announce();
    void widen();
    void collect(const QModelIndex &parent, State &state) const;
    void openWayTo(const QModelIndex &index);

    std::function<QModelIndex(const Oid &)> m_finder;
    QTimer m_measuring;
    bool m_silent = false;
};

} // namespace walkabout
