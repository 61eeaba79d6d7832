// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QHash>

namespace walkabout {

constexpr qsizetype EnterprisesLength = 6;
/// 1.3.6.1.4.1 (RFC 2578 section 2).
[[nodiscard]] const Oid &enterprises();

/// Who owns a child of enterprises, by its number: the ORGANIZATION that most of the modules below it name.
[[nodiscard]] QHash<quint32, QString> enterpriseOwners(const Library &library);

} // namespace walkabout
