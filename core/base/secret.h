// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>

namespace walkabout {

/// A community or pass-phrase: deep-copied, wiped on destruction, compared in constant time, unknown to QDebug.
class Secret final {
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    /// Takes the text and wipes what it was given.
    static Secret take(QByteArray &&bytes);
    static Secret take(QString &&text);

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    /// The bytes themselves, for the codec and the store; valid while this secret lives.
    [[nodiscard]] QByteArrayView reveal() const { return {m_bytes, m_size}; }

    friend bool operator==(const Secret &a, const Secret &b);
    friend QDebug operator<<(QDebug, const Secret &) = delete;

private:
    char *m_bytes = nullptr;
    qsizetype m_size = 0;
};

} // namespace walkabout
