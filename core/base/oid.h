// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QVarLengthArray>

#include <compare>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>

namespace walkabout {

/// An object identifier: a value, comparable, ordered the way agents walk (RFC 3416 4.2.2), at most 128 parts (RFC
/// 2578 3.5).
class Oid final {
public:
    using Part = quint32;
    static constexpr qsizetype MaxLength = 128;

    Oid() = default;
    Oid(std::initializer_list<Part> parts)
        : m_parts(parts) {}
    explicit Oid(std::span<const Part> parts)
        : m_parts(parts.begin(), parts.end()) {}
    Oid(const Oid &) = default;
    Oid(Oid &&) noexcept = default;
    Oid &operator=(const Oid &) = default;
    // Not QVarLengthArray's: in Qt 6.4 it loses the room of a long one that is moved over.
    Oid &operator=(Oid &&other) noexcept {
        if (this != &other) {
            std::destroy_at(&m_parts);
            std::construct_at(&m_parts, std::move(other.m_parts));
        }
        return *this;
    }
    ~Oid() = default;

    /// Dotted decimal with or without the leading dot; nullopt: not an OID, a part over 2^32-1, or over 128 parts.
    static std::optional<Oid> parse(QStringView text);

    [[nodiscard]] qsizetype size() const { return m_parts.size(); }
    [[nodiscard]] bool isEmpty() const { return m_parts.isEmpty(); }
    [[nodiscard]] Part operator[](qsizetype i) const { return m_parts[i]; }
    [[nodiscard]] Part last() const { return m_parts.last(); }
    [[nodiscard]] std::span<const Part> parts() const { return {m_parts.constData(), size_t(m_parts.size())}; }

    [[nodiscard]] bool startsWith(const Oid &prefix) const;
    /// The leading n parts (all where it has fewer).
    [[nodiscard]] Oid first(qsizetype n) const;
    /// What follows the leading n parts: the instance where n is the length of the object.
    [[nodiscard]] Oid mid(qsizetype n) const;
    [[nodiscard]] Oid parent() const { return first(size() - 1); }
    void append(Part part) { m_parts.append(part); }
    void append(std::span<const Part> parts) { m_parts.append(parts.data(), qsizetype(parts.size())); }
    [[nodiscard]] Oid operator+(Part part) const;
    [[nodiscard]] Oid operator+(const Oid &suffix) const;

    /// "1.3.6.1", no leading dot.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Oid &, const Oid &) = default;
    friend std::strong_ordering operator<=>(const Oid &a, const Oid &b);
    friend size_t qHash(const Oid &oid, size_t seed = 0) {
        return qHashRange(oid.m_parts.begin(), oid.m_parts.end(), seed);
    }

private:
    QVarLengthArray<Part, 18> m_parts;
};

} // namespace walkabout
