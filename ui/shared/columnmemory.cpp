// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/columnmemory.h"

#include "core/base/log.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

namespace {

QString keyOf(const QString &table) { return u"columns."_s + table; }

} // namespace

ColumnMemory::ColumnMemory(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(500ms);
    connect(&m_pause, &QTimer::timeout, this, &ColumnMemory::write);
}

ColumnMemory::~ColumnMemory() { write(); }

QJsonObject ColumnMemory::widths(const QString &key) const {
    return (m_changed.contains(key) ? m_changed[key] : m_settings.value(key)).toObject();
}

std::optional<int> ColumnMemory::width(const QString &table, const QString &column) const {
    const int width = widths(keyOf(table))[column].toInt();
    return width > 0 ? std::optional(width) : std::nullopt;
}

void ColumnMemory::setWidth(const QString &table, const QString &column, int width) {
    const QString key = keyOf(table);
    QJsonObject known = widths(key);
    known[column] = width;
    m_changed[key] = known;
    m_pause.start();
}

void ColumnMemory::write() {
    m_pause.stop();
    if (m_changed.isEmpty())
        return;
    if (const std::optional<Failure> failure = m_settings.set(std::exchange(m_changed, {})))
        qCWarning(lcUi).noquote() << failure->logText();
}

} // namespace walkabout
