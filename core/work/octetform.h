// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QHash>

#include <memory>

namespace walkabout {

/// What a person wants the octets of an object shown as, where its type says nothing or the wrong thing.
enum class OctetForm : quint8 { Automatic, Text, Hex, Mac, Address, Date };

/// By object, without instance; nullptr: all by their types.
using OctetForms = std::shared_ptr<const QHash<Oid, OctetForm>>;

} // namespace walkabout
