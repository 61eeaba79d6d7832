// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/operation.h"
#include "core/work/resultstore.h"

#include <QWidget>

namespace walkabout {

/// A conceptual table as a grid over a result that grows. The store outlives it.
class TableResult final : public QWidget {
    Q_OBJECT

public:
    TableResult(const ResultStore &store, const Oid &table, QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    /// Says below the grid how the reading ended.
    void ended(const Operation &operation);

signals:
    void objectSelected(const walkabout::Oid &instance);
    void editRequested(const walkabout::Oid &instance, const walkabout::Value &current);
};

} // namespace walkabout
