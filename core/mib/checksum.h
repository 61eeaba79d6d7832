// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <string_view>

struct XXH3_state_s;

namespace walkabout::mib {

/// XXH3's 64 bits: tells damage, not malice.
[[nodiscard]] quint64 checksum(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Checking final {
public:
    Checking();
    void add(std::string_view bytes);
    [[nodiscard]] quint64 result() const;

private:
    struct Free {
        void operator()(XXH3_state_s *state) const;
    };
    std::unique_ptr<XXH3_state_s, Free> m_state;
};

} // namespace walkabout::mib
