// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/groupread.h"
#include "core/work/resultstore.h"

namespace walkabout {

/// What several devices answered to one query: a store for each, and how each ended. Parts are counted as the devices
/// were given. Owned by the tab that shows it.
class GroupResult final : public QObject {
    Q_OBJECT

public:
    struct Part {
        Device device;
        std::unique_ptr<ResultStore> store;
        std::optional<GroupOutcome> outcome; // nullopt: it has not ended
    };

    explicit GroupResult(const QList<Device> &devices, QObject *parent = nullptr);
    ~GroupResult() override;

    /// Takes what it brings, as long as both live.
    void follow(const GroupRead &group);
    void append(const QUuid &device, const VarBinds &varBinds);
    void end(const QUuid &device, const GroupOutcome &outcome);

    [[nodiscard]] int size() const { return int(m_parts.size()); }
    [[nodiscard]] const Part &at(int part) const { return m_parts[size_t(part)]; }
    /// -1: not among them.
    [[nodiscard]] int indexOf(const QUuid &device) const { return m_places.value(device, -1); }
    [[nodiscard]] qint64 varBinds() const { return m_varBinds; }
    /// Devices that ended whole, and those that ended otherwise but by a stop.
    [[nodiscard]] int whole() const { return m_whole; }
    [[nodiscard]] int failed() const { return m_failed; }

signals:
    void grew(int part, int first, int last);
    void ended(int part);

private:
    std::vector<Part> m_parts;
    QHash<QUuid, int> m_places;
    qint64 m_varBinds = 0;
    int m_whole = 0;
    int m_failed = 0;
};

} // namespace walkabout
