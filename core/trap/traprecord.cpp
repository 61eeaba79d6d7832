// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/traprecord.h"

namespace walkabout {

TrapRecord TrapRecord::ofLoss(UtcMicroseconds time, const QHostAddress &address, quint64 count, const QString &why) {
    TrapRecord record;
    record.notification.time = time;
    record.notification.peer.address = address;
    record.notification.failure = Failure(Failure::Kind::LostTraps, {QString::number(count), why});
    record.severity = Severity::Major;
    record.lost = count;
    return record;
}

} // namespace walkabout
