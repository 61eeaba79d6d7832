// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QAbstractListModel>

namespace walkabout {

/// What the library offers for a text typed in Address: by name and by OID, the best first.
class CompletionModel final : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int Most = 40;

    using QAbstractListModel::QAbstractListModel;

    void setLibrary(Library::Pointer library);
    void offer(const QString &text);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Offer {
        QString name;
        QString detail;
    };
    [[nodiscard]] QList<NodeRef> about(const QString &text) const;
    [[nodiscard]] QList<NodeRef> below(const QString &dotted) const;

    Library::Pointer m_library = Library::empty();
    QList<Offer> m_offers;
};

} // namespace walkabout
