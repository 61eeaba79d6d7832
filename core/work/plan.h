// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/store/device.h"
#include "core/work/query.h"

/// What the library and the device add to a query: a packet has no names.
namespace walkabout::plan {

/// A GET of its instances can succeed.
[[nodiscard]] bool isReadable(const NodeRef &object);
/// Columns and scalars below a root, ascending: where its walk may be split.
[[nodiscard]] QList<Oid> boundaries(const Library &library, const Oid &root);
/// The columns of the table that an OID belongs to which can be read, or of those the named ones; why not, where it is
/// no table.
[[nodiscard]] Result<QList<Oid>> tableColumns(const Library &library, const Oid &oid, const QStringList &names);
/// Columns of other tables that are read beside a table's own, by name or OID; why not, where one is no column that can
/// be read.
[[nodiscard]] Result<QList<Oid>> joinedColumns(const Library &library, const QStringList &names);
/// The column that tells of a table's rows when their counters last began anew: ifCounterDiscontinuityTime for the
/// tables of interfaces, else the table's own of such a name; empty: none is known.
[[nodiscard]] Oid discontinuity(const Library &library, const Oid &oid);
/// What is fixed of how hard the device is asked: by the query, else by the device.
[[nodiscard]] Pace pace(const Query &query, const Device &device);
/// Of a GETBULK that a person asks for by itself: the person's number, else the device's, else net-snmp's 10.
[[nodiscard]] int repetitions(const Query &query, const Device &device);

} // namespace walkabout::plan
