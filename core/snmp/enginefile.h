// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLockFile>

#include <memory>

namespace walkabout {

/// Our SNMPv3 engine ID and the times it started, kept in a small file (engine.json, format 1) so that peers recognise
/// us after a restart (RFC 3414 2.2.2). The file is locked while this lives: a second process, or a folder that cannot
/// be written, gets an engine ID of its own that is not kept. A damaged file is set aside. Owned by the engine.
class EngineFile final {
public:
    /// Empty folder: nothing is kept.
    explicit EngineFile(const QString &folder);

    [[nodiscard]] const QByteArray &engineId() const { return m_engineId; }
    /// Of this start, at least 1.
    [[nodiscard]] quint32 boots() const { return m_boots; }
    [[nodiscard]] bool isKept() const { return m_kept; }

private:
    bool read(const QString &path);
    void setAside(const QString &path) const;
    void write(const QString &path);

    QByteArray m_engineId;
    quint32 m_boots = 0;
    bool m_kept = false;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace walkabout
