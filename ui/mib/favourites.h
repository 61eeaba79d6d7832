// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/store/settings.h"

#include <QObject>

namespace walkabout {

/// The objects that a person keeps at hand, in the order they were added: as MODULE::name, or as an OID where no module
/// names them, so that they outlive any library. Written to the settings at once; these outlive it.
class Favourites final : public QObject {
    Q_OBJECT

public:
    explicit Favourites(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &keys() const { return m_keys; }
    /// nullopt: its module is not in the library.
    [[nodiscard]] static std::optional<Oid> find(const Library &library, const QString &key);
    /// The object at this OID, or that it is an instance of.
    [[nodiscard]] bool contains(const Library &library, const Oid &oid) const;
    /// Adds it or takes it away.
    void toggle(const Library &library, const Oid &oid);
    void remove(const QString &key);
    /// Those that are not among them yet.
    void add(const QStringList &keys);

signals:
    void changed();

private:
    void write();

    Settings &m_settings;
    QStringList m_keys;
};

} // namespace walkabout
