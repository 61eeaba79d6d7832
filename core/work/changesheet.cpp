// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/changesheet.h"

#include <algorithm>

namespace walkabout {

namespace {

const Oid &instanceOf(const ChangeSheet::Entry &entry) { return entry.change.oid; }

} // namespace

qsizetype ChangeSheet::at(const Oid &instance) const {
    const auto found = std::ranges::find(m_entries, instance, instanceOf);
    return found == m_entries.end() ? -1 : found - m_entries.begin();
}

VarBinds ChangeSheet::changes() const {
    VarBinds all;
    for (const Entry &entry : m_entries)
        all.append(entry.change);
    return all;
}

const ChangeSheet::Entry *ChangeSheet::find(const Oid &instance) const {
    const qsizetype found = at(instance);
    return found < 0 ? nullptr : &m_entries.at(found);
}

void ChangeSheet::put(const VarBind &change, const std::optional<Value> &before) {
    if (m_sending)
        return;
    const qsizetype found = at(change.oid);
    const auto known = before || found < 0 ? before : m_entries.at(found).before;
    if (known && *known == change.value) {
        if (found >= 0)
            remove(change.oid);
        return;
    }
    const Entry entry{change, known, {}, {}};
    if (found < 0)
        m_entries.append(entry);
    else
        m_entries[found] = entry;
    emit changed();
}

void ChangeSheet::remove(const Oid &instance) { remove(QList<Oid>{instance}); }

void ChangeSheet::remove(const QList<Oid> &instances) {
    if (!m_sending)
        settle(instances);
}

void ChangeSheet::settle(const QList<Oid> &instances) {
    if (m_entries.removeIf([&](const Entry &entry) { return instances.contains(entry.change.oid); }) > 0)
        emit changed();
}

void ChangeSheet::move(const Oid &instance, int step) {
    const qsizetype from = at(instance);
    const qsizetype to = from + step;
    if (m_sending || from < 0 || to < 0 || to >= m_entries.size())
        return;
    m_entries.move(from, to);
    emit changed();
}

void ChangeSheet::clear() {
    if (m_sending || m_entries.isEmpty())
        return;
    m_entries.clear();
    emit changed();
}

void ChangeSheet::setSending(bool sending) {
    if (std::exchange(m_sending, sending) != sending)
        emit changed();
}

bool ChangeSheet::learn(const Oid &instance, const Value &now) {
    const qsizetype found = at(instance);
    if (found < 0 || m_entries.at(found).before == now)
        return false;
    Entry &entry = m_entries[found];
    // Once: a clock is another one whenever it is looked at.
    const bool isNews = entry.before && !entry.expected;
    if (isNews)
        entry.expected = entry.before;
    entry.before = now;
    emit changed();
    return isNews;
}

void ChangeSheet::refuse(const Oid &instance, const Failure &failure) {
    if (const qsizetype found = at(instance); found >= 0) {
        m_entries[found].refusal = failure;
        emit changed();
    }
}

void ChangeSheet::forgetRefusals() {
    for (Entry &entry : m_entries)
        entry.refusal.reset();
    emit changed();
}

} // namespace walkabout
