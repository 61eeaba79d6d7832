// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/portremedy.h"

namespace walkabout::trapunit {

/// A unit file for systemd that runs walkabout-cli traps as this person, with the right to bind low ports and no other
/// (systemd.exec(5)), into this person's journal.
[[nodiscard]] QString text(const PortRefusal &refusal, const PortRemedy::Setting &setting);

} // namespace walkabout::trapunit
