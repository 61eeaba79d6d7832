// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/operation.h"

#include <QDialog>

#include <optional>

namespace walkabout {

/// A change of one instance, typed by the MIB. It never talks to the network: who opened it sends and tells it how that
/// ended.
class SetDialog final : public QDialog {
    Q_OBJECT

public:
    SetDialog(Library::Pointer library, const QString &deviceLabel, const Oid &instance,
        const std::optional<Value> &current, QWidget *parent = nullptr);

    void showOutcome(const Operation &operation);

signals:
    void sendRequested(const QList<walkabout::VarBind> &changes);
};

} // namespace walkabout
