// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/secrets.h"

#include <QUuid>

namespace walkabout::secrettext {

/// A device's secrets as the keyring and the vault keep them: ASCII lines of a word and a value, octets that are not
/// printable percent-encoded, the version first. Names the device: an entry put in another's place is not taken for it.
[[nodiscard]] Secret write(const QUuid &device, const Secrets &secrets);
/// Fails with the sentence's end: what is wrong with this text.
[[nodiscard]] Result<Secrets> read(const QUuid &device, const Secret &text);

} // namespace walkabout::secrettext
