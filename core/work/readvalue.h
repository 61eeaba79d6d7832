// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/value.h"

#include <QCoreApplication>

#include <variant>

namespace walkabout {

/// A value read from what a person typed, or what would have been accepted instead: "a number from 0 to 255".
class ReadValue final {
    Q_DECLARE_TR_FUNCTIONS(Change)

public:
    ReadValue(Value value) // NOLINT(google-explicit-constructor): returning a value is the normal case
        : m_state(std::move(value)) {}
    static ReadValue wants(QString accepted) { return ReadValue(std::move(accepted)); }

    explicit operator bool() const { return m_state.index() == 0; }
    Value &&operator*() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Value &operator*() const & { return std::get<0>(m_state); }
    Value &operator*() & { return std::get<0>(m_state); }
    [[nodiscard]] const QString &error() const { return std::get<1>(m_state); }

private:
    explicit ReadValue(QString accepted)
        : m_state(std::move(accepted)) {}

    std::variant<Value, QString> m_state;
};

} // namespace walkabout
