// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/settings.h"
#include "ui/shared/tablechoice.h"

#include <QObject>
#include <QTimer>

namespace walkabout {

/// The widths that a person gave to columns, per table, and which columns were chosen, over restarts: "list" for result
/// lists, the table's OID for tables. Written a moment after the last change. The settings outlive it.
class ColumnMemory final : public QObject {
    Q_OBJECT

public:
    explicit ColumnMemory(Settings &settings, QObject *parent = nullptr);
    ~ColumnMemory() override;

    /// Pixels; nullopt: nobody changed it, it fits its content.
    [[nodiscard]] std::optional<int> width(const QString &table, const QString &column) const;
    void setWidth(const QString &table, const QString &column, int width);
    /// table: its OID.
    [[nodiscard]] TableChoice choice(const QString &table) const;
    void setChoice(const QString &table, const TableChoice &choice);

private:
    [[nodiscard]] QJsonObject kept(const QString &key) const;
    void change(const QString &key, const QJsonValue &value);
    void write();

    Settings &m_settings;
    QJsonObject m_changed; // by key of the settings
    QTimer m_pause;
};

} // namespace walkabout
