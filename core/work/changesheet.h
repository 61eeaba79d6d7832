// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/snmp/varbind.h"

#include <QObject>

#include <optional>

namespace walkabout {

/// What is to be changed on one device, in the order in which one SET will carry it: one entry an instance. Sends
/// nothing itself: see ChangeRun. Owned by whoever has the device open.
class ChangeSheet final : public QObject {
    Q_OBJECT

public:
    struct Entry {
        VarBind change; // the instance, and the value that it shall have
        std::optional<Value> before; // as last read, an exception where there was none; nullopt: not read
        std::optional<Value> expected; // another value that stood there when it was put on the sheet
        std::optional<Failure> refusal; // why the device did not take it when it was last sent

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    using QObject::QObject;

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] VarBinds changes() const;
    /// nullptr: no change of this instance is pending.
    [[nodiscard]] const Entry *find(const Oid &instance) const;

    /// In the place of an earlier change of the same instance, whose value before is kept where this one has none. A
    /// change to the value that stands there already takes the entry away.
    void put(const VarBind &change, const std::optional<Value> &before = {});
    void remove(const Oid &instance);
    void remove(const QList<Oid> &instances);
    /// Before or behind its neighbour: -1, 1.
    void move(const Oid &instance, int step);
    void clear();

    /// Sent as it is, from now on; while it is, nothing of it changes but by whoever sends it.
    void setSending(bool sending);
    [[nodiscard]] bool isSending() const { return m_sending; }
    /// What stands there now, read before sending; says true where it is another value than the sheet was made with,
    /// and nobody was told so before.
    bool learn(const Oid &instance, const Value &now);
    void refuse(const Oid &instance, const Failure &failure);
    /// What was refused when it was last sent is no longer said.
    void forgetRefusals();
    /// They were made, or their fate is known.
    void settle(const QList<Oid> &instances);

signals:
    void changed();

private:
    [[nodiscard]] qsizetype at(const Oid &instance) const;

    QList<Entry> m_entries;
    bool m_sending = false;
};

} // namespace walkabout
