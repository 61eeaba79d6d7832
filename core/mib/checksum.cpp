// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/checksum.h"

#include <xxhash.h>

namespace walkabout::mib {

quint64 checksum(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

Checking::Checking()
    : m_state(XXH3_createState()) {
    XXH3_64bits_reset(m_state.get());
}

void Checking::add(std::string_view bytes) { XXH3_64bits_update(m_state.get(), bytes.data(), bytes.size()); }

quint64 Checking::result() const { return XXH3_64bits_digest(m_state.get()); }

void Checking::Free::operator()(XXH3_state_s *state) const { XXH3_freeState(state); }

} // namespace walkabout::mib
