// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trapalerts.h"

#include "core/trap/notificationtext.h"
#include "ui/trap/sourcedescribe.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace walkabout {

TrapAlerts::TrapAlerts(TrapStation &station, QObject *parent)
    : QObject(parent)
    , m_station(station) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TrapAlerts::showDue);
    connect(&station.receiver(), &Receiver::alerted, this, [this](const Rule &rule, const TrapRecord &record) {
        if (const auto alert = m_limit.take(rule, record, Monotonic::now()))
            show(*alert);
        arm();
    });
    connect(&m_notice, &DesktopNotice::activated, this, &TrapAlerts::activated);
    connect(&m_notice, &DesktopNotice::unavailable, this, [this] {
        if (!std::exchange(m_saidUnavailable, true))
            emit unavailable();
    });
}

void TrapAlerts::show(const AlertLimit::Alert &alert) {
    const Notification &notification = alert.record.notification;
    SourceDescribe described;
    described.setLibrary(m_station.library());
    described.setInterfaces(m_interfaces);
    const Describe &describe = described.of(notification);
    const QString address = notificationtext::source(notification);
    const QString device = m_station.names().value(notification.source().toString());
    const QString title
        = tr("%1 from %2").arg(notificationtext::name(notification, describe), device.isEmpty() ? address : device);
    QString text = notificationtext::summary(notification, describe);
    if (alert.more > 0)
        text += (text.isEmpty() ? QString() : u"\n"_s) + tr("and %1 more").arg(QLocale().toString(alert.more));
    m_notice.show(alert.rule.name, title, text, alert.record.severity >= Severity::Critical);
}

void TrapAlerts::showDue() {
    const QList<AlertLimit::Alert> due = m_limit.due(Monotonic::now());
    for (const AlertLimit::Alert &alert : due)
        show(alert);
    arm();
}

void TrapAlerts::arm() {
    const auto next = m_limit.next();
    if (!next || m_timer.isActive())
        return;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - Monotonic::now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

} // namespace walkabout
