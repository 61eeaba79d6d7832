// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/notification.h"
#include "ui/trap/sourcedescribe.h"

#include <QAbstractTableModel>

namespace walkabout {

/// What one notification carried: its uptime and identity, the original head of a v1 trap, then its varbinds in order,
/// with what its definition says to them, and those that it should have carried.
class BindingModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Content, Type, ColumnCount }; // instead of a type, what is wrong with it

    explicit BindingModel(QObject *parent = nullptr);

    void setLibrary(Library::Pointer library);
    void setInterfaces(const SourceInterfaces &interfaces);
    void show(const std::optional<Notification> &notification);
    /// The object of a row; empty: none.
    [[nodiscard]] Oid oid(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name; // of a part of the head; varbinds are described when read
        QString value;
        VarBind varBind;
        QString remark; // how it differs from the definition
        bool isMissing = false;
    };
    void fill();
    void fillVarBinds();

    [[nodiscard]] const Describe &describe() const;

    SourceDescribe m_describe;
    std::optional<Notification> m_notification;
    QList<Row> m_rows;
};

} // namespace walkabout
