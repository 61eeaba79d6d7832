// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/deviceimport.h"

/// Devices as a table of a spreadsheet or another program: one a line, the first line names the columns.
namespace walkabout::devicetable {

/// The columns are known by their usual names, in any order and case; what no column names stays as it is by itself.
/// Fails where no column holds addresses. A line that is wrong is a problem, and no device. The path is for the
/// failure.
[[nodiscard]] Result<DeviceImport> read(QByteArrayView text, const QString &path);

} // namespace walkabout::devicetable
