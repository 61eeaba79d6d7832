// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <variant>

namespace walkabout {

/// What stands before the contents of a BER element (X.690 8.1.2 and 8.1.3, definite lengths alone).
struct BerHead {
    enum class Fault {
        Incomplete, // more octets may make it one
        Invalid // no octets will: an indefinite length, or one of over four octets
    };

    quint8 tag = 0;
    qsizetype size = 0; // octets of tag and length
    qsizetype length = 0; // octets of the contents

    [[nodiscard]] static std::variant<BerHead, Fault> read(QByteArrayView bytes);
};

} // namespace walkabout
