// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/notification.h"
#include "core/trap/severity.h"

namespace walkabout {

/// One row of the journal: a notification, what the rules made of it, or how many datagrams the system lost. A value.
struct TrapRecord {
    quint32 id = 0; // in the order of arrival, from 1; 0: not kept
    Notification notification;
    Severity severity = Severity::Notice;
    bool isHidden = false; // by a rule
    quint8 mark = 0; // a rule's highlight, by its number; 0: none
    quint64 lost = 0; // not 0: that many were lost here before they could be read, and there is no notification

    /// The record of a loss: told as a failure too.
    static TrapRecord ofLoss(UtcMicroseconds time, const QHostAddress &address, quint64 count, const QString &why);
};

} // namespace walkabout
