// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/work/describe.h"

namespace walkabout {

class OpenDevice;

/// Looks at what a device answers for numbers that stand for its interfaces or ports, and has it asked for their names:
/// once a kind and run. Nothing is asked of a device whose interfaces nobody looks at.
class InterfaceLookout final {
public:
    /// A run begins: names may be others by now.
    void begin() { m_seeksInterfaces = m_seeksPorts = true; }
    void look(OpenDevice &device, const Describe &describe, const VarBinds &varBinds);
    /// Of what is read too often to ask each time.
    void lookAgain(OpenDevice &device);

private:
    bool m_seeksInterfaces = true; // none was met in this run
    bool m_seeksPorts = true;
    Monotonic::time_point m_sought;
};

} // namespace walkabout
