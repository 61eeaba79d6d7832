// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/operation.h"
#include "core/snmp/scope.h"
#include "core/store/connection.h"

#include <QCoreApplication>

#include <memory>

namespace walkabout {

class Poll;

enum class Verb { Get, Next, Bulk, Walk, Table, Set };

/// What is asked of a device. The window and the command line begin every read and every SET here: there is no second
/// way.
struct Query {
    Q_DECLARE_TR_FUNCTIONS(Query)

public:
    Verb verb = Verb::Get;
    QStringList objects; // as typed, or dotted; of a Table: the table (or its row or a column) and nothing else
    QStringList columns; // of a Table: only these; empty: all that can be read
    QStringList joined; // of a Table: columns of other tables, read beside its own
    VarBinds changes; // of a Set: see core/work/change
    int nonRepeaters = 0; // of a Bulk
    int maxRepetitions = 0; // of Bulk, Walk and Table; 0: the device's, else tuned
    int window = 0; // requests of a Walk or Table in flight; 0: tuned
    qint64 limit = 0; // most varbinds of a Walk or Table; 0: none
    Oid after; // of a Walk: go on behind this instance
    Scope scope;

    /// The one operation that does it, with the boundaries and hints that the library has. Get of a scalar reads its
    /// .0, of a column walks it; several objects to walk are walked one after the other; none: mib-2. Fails where an
    /// object is unknown or a secret missing.
    [[nodiscard]] Result<std::unique_ptr<Operation>> begin(Connection &connection, const Library &library) const;
    /// A Table, read again every so often until it is cancelled.
    [[nodiscard]] Result<std::unique_ptr<Poll>> poll(
        Connection &connection, const Library &library, std::chrono::milliseconds interval) const;
};

/// The verb that stands to reason for this object: Get, Table or Walk.
[[nodiscard]] Verb obviousVerb(const Library &library, const Oid &oid);

} // namespace walkabout
