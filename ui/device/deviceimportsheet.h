// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/importedrows.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace walkabout {

/// The one sheet of an import of devices, inside the window: what will be added or changed, what is already there, and
/// what is wrong, by line. It saves nothing: who opened it does, when importAsked says so.
class DeviceImportSheet final : public QFrame {
    Q_OBJECT

public:
    explicit DeviceImportSheet(QWidget *parent = nullptr);
    ~DeviceImportSheet() override;

    void show(ImportedRows rows, const QString &file);
    [[nodiscard]] const ImportedRows &rows() const { return *m_rows; }
    /// What was to be imported is gone, its secrets too.
    void clear();

signals:
    void importAsked();

private:
    void build();
    void fill();
    void follow(const QTreeWidgetItem *item);
    void judge();

    std::optional<ImportedRows> m_rows;
    QLabel *m_heading;
    QTreeWidget *m_tree;
    QPushButton *m_import;
    QPushButton *m_cancel;
};

} // namespace walkabout
