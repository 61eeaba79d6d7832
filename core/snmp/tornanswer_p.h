// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace walkabout {

/// The id by which an answer is known, request id in v1 and v2c, message id in v3, where the answer itself is cut short
/// or has wrong lengths: enough to say whose answer it would have been.
[[nodiscard]] std::optional<qint32> idOfTornAnswer(QByteArrayView bytes);

} // namespace walkabout
