// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace walkabout {

/// One JSON object written key by key in the order given; empty texts are left out, numbers keep all their digits.
class JsonObject final {
public:
    void text(QByteArrayView key, QStringView value);
    void number(QByteArrayView key, qint64 value);
    void flag(QByteArrayView key, bool value);
    void texts(QByteArrayView key, const QStringList &values);
    /// A value that is JSON already; empty: left out.
    void raw(QByteArrayView key, QByteArrayView json);

    [[nodiscard]] bool isEmpty() const { return m_bytes.size() == 1; }
    [[nodiscard]] QByteArray bytes() const { return m_bytes + '}'; }

    [[nodiscard]] static QByteArray quoted(QStringView text);
    [[nodiscard]] static QByteArray array(const QList<QByteArray> &values);

private:
    void key(QByteArrayView key);

    QByteArray m_bytes = "{";
};

} // namespace walkabout
