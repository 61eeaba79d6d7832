// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/importplan.h"

namespace walkabout::importtext {

/// "X-MIB", "X-MIB, Y-MIB"; of a file without modules its name.
[[nodiscard]] QString modules(const ImportFile &file);
/// "will be added", "already here", what was chosen, why it is no MIB.
[[nodiscard]] QString fate(const ImportFile &file);
/// Of a conflict: to keep what is there, to use the file.
[[nodiscard]] QStringList choices(const ImportFile &file);
/// How it stands beside the one in use, and how many complaints it has.
[[nodiscard]] QString remark(const ImportPlan &plan, const ImportFile &file);
/// All that is to be said of a file: where it is, what it meets, its complaints with their lines.
[[nodiscard]] QString details(const ImportPlan &plan, const ImportFile &file);
/// "file:line:column: warning: message [code]", below it the line and a mark under the column.
[[nodiscard]] QString complaint(const Diagnostic &diagnostic);
[[nodiscard]] QString details(const ImportPlan::Missing &missing);

} // namespace walkabout::importtext
