// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/columnmemory.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

namespace {

QString keyOf(const QString &table) { return u"columns."_s + table; }
QString choiceKeyOf(const QString &table) { return u"table."_s + table; }

QJsonArray toJson(const QList<Oid> &oids) {
    QJsonArray array;
    for (const Oid &oid : oids)
        array.append(oid.toString());
    return array;
}

QList<Oid> oidsOf(const QJsonValue &value) {
    QList<Oid> oids;
    for (const auto &each : value.toArray()) {
        if (auto oid = Oid::parse(each.toString()))
            oids.append(*std::move(oid));
    }
    return oids;
}

} // namespace

ColumnMemory::ColumnMemory(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(500ms);
    connect(&m_pause, &QTimer::timeout, this, &ColumnMemory::write);
}

ColumnMemory::~ColumnMemory() { write(); }

QJsonObject ColumnMemory::kept(const QString &key) const {
    return (m_changed.contains(key) ? m_changed[key] : m_settings.value(key)).toObject();
}

std::optional<int> ColumnMemory::width(const QString &table, const QString &column) const {
    const int width = kept(keyOf(table))[column].toInt();
    return width > 0 ? std::optional(width) : std::nullopt;
}

void ColumnMemory::setWidth(const QString &table, const QString &column, int width) {
    const QString key = keyOf(table);
    QJsonObject known = kept(key);
    known[column] = width;
    change(key, known);
}

TableChoice ColumnMemory::choice(const QString &table) const {
    const QJsonObject stored = kept(choiceKeyOf(table));
    return {oidsOf(stored["columns"_L1]), oidsOf(stored["joined"_L1])};
}

void ColumnMemory::setChoice(const QString &table, const TableChoice &choice) {
    QJsonObject stored;
    if (!choice.columns.isEmpty())
        stored["columns"_L1] = toJson(choice.columns);
    if (!choice.joined.isEmpty())
        stored["joined"_L1] = toJson(choice.joined);
    change(choiceKeyOf(table), stored.isEmpty() ? QJsonValue() : stored);
}

void ColumnMemory::change(const QString &key, const QJsonValue &value) {
    m_changed[key] = value;
    m_pause.start();
}

void ColumnMemory::write() {
    m_pause.stop();
    if (m_changed.isEmpty())
        return;
    m_settings.keep(std::exchange(m_changed, {}));
}

} // namespace walkabout
