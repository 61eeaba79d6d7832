// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"

#include <QJsonObject>

#include <optional>

namespace walkabout {

/// What a person set and what the window remembers, by key, in one versioned JSON file (settings.json) that programs
/// share. Never a secret, never an index or a node: OIDs, UUIDs and names. Owned by main.
class Settings final {
public:
    explicit Settings(const QString &configFolder);

    /// Reads the file again; as DeviceStore::load.
    [[nodiscard]] std::optional<Failure> load();
    [[nodiscard]] QJsonValue value(const QString &key, const QJsonValue &otherwise = {}) const;
    /// Bytes (a window's layout) as base64; empty: none.
    [[nodiscard]] QByteArray bytes(const QString &key) const;
    /// Writes these keys at once and keeps the others; a null value removes its key.
    [[nodiscard]] std::optional<Failure> set(const QJsonObject &values);
    /// The same, of what is remembered along the way: nobody waits to hear that it could not be, so the log tells it.
    void keep(const QJsonObject &values);
    [[nodiscard]] static QJsonValue fromBytes(const QByteArray &bytes);
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    QJsonObject m_values;
};

} // namespace walkabout
