// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <QString>

#include <cstring>
#include <utility>

#include <string.h>

namespace walkabout {

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.isEmpty() ? nullptr : new char[size_t(bytes.size())])
    , m_size(bytes.size()) {
    if (m_bytes)
        std::memcpy(m_bytes, bytes.data(), size_t(m_size));
}

Secret::Secret(const Secret &other)
    : Secret(other.reveal()) {}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0)) {}

Secret &Secret::operator=(Secret other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret::~Secret() {
    if (m_bytes)
        explicit_bzero(m_bytes, size_t(m_size));
    delete[] m_bytes;
}

Secret Secret::take(QByteArray &&bytes) {
    Secret secret{QByteArrayView(bytes)};
    if (!bytes.isEmpty())
        explicit_bzero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
    return secret;
}

Secret Secret::take(QString &&text) {
    Secret secret = take(text.toUtf8());
    if (!text.isEmpty())
        explicit_bzero(text.data(), size_t(text.size()) * sizeof(QChar));
    text.clear();
    return secret;
}

bool operator==(const Secret &a, const Secret &b) {
    if (a.m_size != b.m_size)
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.m_size; ++i)
        difference |= static_cast<unsigned char>(a.m_bytes[i] ^ b.m_bytes[i]);
    return difference == 0;
}

} // namespace walkabout
