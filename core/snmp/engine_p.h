// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/engine.h"
#include "core/snmp/keyring_p.h"
#include "core/snmp/usm_p.h"
#include "core/snmp/variables_p.h"

#include <cstdlib>
#include <memory>

namespace walkabout {

class EngineFile;

/// What the codec works with: the library's session structure (a bag of settings, never opened), memory kept from
/// message to message, and the users' keys.
class Engine::Private final {
public:
    /// Memory of the C library, grown by snmp_build itself.
    struct Buffer {
        Buffer() = default;
        Buffer(const Buffer &) = delete;
        Buffer &operator=(const Buffer &) = delete;
        ~Buffer() { std::free(bytes); }

        u_char *bytes = nullptr;
        size_t size = 0;
    };

    explicit Private(const QString &stateFolder);
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    netsnmp_session session{};
    Buffer buffer;
    codec::Variables variables;
    std::unique_ptr<Usm> usm;
    KeyRing keyRing;

private:
    std::unique_ptr<EngineFile> m_file;
};

} // namespace walkabout
