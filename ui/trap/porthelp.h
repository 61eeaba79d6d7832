// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/portremedy.h"

#include <QDialog>

class QVBoxLayout;

namespace walkabout {

/// The sheet that says why a port was refused and lists what can be done, each with commands to copy. It runs none of
/// them. Non-modal: a person goes on beside it. Owned by the bar that opened it.
class PortHelp final : public QDialog {
    Q_OBJECT

public:
    PortHelp(const PortRefusal &refusal, const PortRemedy::Setting &setting, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *list(const QList<PortRemedy> &remedies);
    void add(const PortRemedy &remedy, QVBoxLayout *layout);
};

} // namespace walkabout
