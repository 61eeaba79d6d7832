// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "ui/shared/poolrun.h"

#include <QAbstractListModel>

namespace walkabout {

/// What the library offers for a text typed in Address: by name and by OID, the best first. It is looked for on a pool
/// thread: what was offered before stays until the newest text has its answer.
class CompletionModel final : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int Most = 40;

    using QAbstractListModel::QAbstractListModel;

    void setLibrary(Library::Pointer library);
    /// A search that still runs gives way to this one.
    void offer(const QString &text);
    /// What is still looked for is not wanted any more.
    void cancel() { m_run.cancel(); }
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    /// The rows are those for this text; never inside offer().
    void offered(const QString &text);

private:
    struct Offer {
        QString name;
        QString detail;
    };
    using Offers = QList<Offer>;
    [[nodiscard]] static Offers find(
        const Library::Pointer &library, const QString &text, const std::atomic<bool> &cancelled);

    PoolRun<Offers> m_run;
    Library::Pointer m_library = Library::empty();
    Offers m_offers;
};

} // namespace walkabout
