// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalstate.h"

#include "core/base/count.h"

namespace walkabout {

QString JournalState::text() const {
    const auto tr = [](const char *text) { return QCoreApplication::translate("JournalState", text); };
    switch (kind) {
    case Kind::Closed:
    case Kind::Opening:
    case Kind::Writing: return {};
    case Kind::Waiting:
        return tr("The trap journal cannot be written (%1) %2 in memory; it is tried again each second.")
            .arg(failure ? failure->text() : QString(), counted(waiting, tr("%1 row waits"), tr("%1 rows wait")));
    case Kind::InUse: return tr("%1 keeps the trap journal; what it receives shows here.").arg(holder);
    case Kind::Unusable:
        return tr("There is no trap journal, so traps are not kept: %1").arg(failure ? failure->text() : QString());
    }
    return {};
}

} // namespace walkabout
