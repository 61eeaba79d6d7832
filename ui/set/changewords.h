// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/changesheet.h"
#include "core/work/describe.h"
#include "core/work/donechange.h"

namespace walkabout::changewords {

/// The failure as a sentence, the object that it names by its name.
[[nodiscard]] QString failure(const Failure &failure, const Describe &describe);
/// A value of this instance on one line; "not read", "not there".
[[nodiscard]] QString value(const Oid &instance, const std::optional<Value> &value, const Describe &describe);
/// "pending", or what was learnt of it when it was last sent.
[[nodiscard]] QString state(const ChangeSheet::Entry &entry, bool isSending, const Describe &describe);
/// "set, read back 3, wanted 2": what became of it.
[[nodiscard]] QString outcome(const DoneChange &done, const Describe &describe);
/// It is as it was wanted.
[[nodiscard]] bool isGood(const DoneChange &done);

} // namespace walkabout::changewords
