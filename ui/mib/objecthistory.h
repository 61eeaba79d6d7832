// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QList>

#include <optional>

namespace walkabout {

/// The objects and modules that were looked at, oldest first, and which one is looked at now: a value of OIDs and
/// names, so that a new library changes nothing.
class ObjectHistory final {
public:
    static constexpr qsizetype Most = 100;

    /// An object, or, where it has no OID, a module.
    struct Place {
        Oid oid;
        QString module;
    };

    /// object: what it is an instance of, or itself. Another instance of the same object takes the place of the first;
    /// what lay ahead is forgotten.
    void visit(const Oid &oid, const Oid &object);
    void visit(const QString &module);
    [[nodiscard]] bool canGo(int step) const;
    /// nullopt: there is nothing that way.
    std::optional<Place> go(int step);

private:
    struct Visit {
        Place place;
        Oid object;
    };
    void append(const Visit &visit);

    QList<Visit> m_visits;
    qsizetype m_at = -1;
};

} // namespace walkabout
