// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/secretstore.h"

#include <QTest>

namespace walkabout::test {

/// What a secret store answers, waited for: a loaded machine is slow, not wrong.
class Asked final {
public:
    explicit Asked(SecretStore &store)
        : m_store(store) {}

    [[nodiscard]] Result<Secrets> read(const QUuid &device) {
        std::optional<Result<Secrets>> answer;
        m_store.read(device, &m_context, [&answer](const Result<Secrets> &found) { answer.emplace(found); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, Patience))
            return Failure(Failure::Kind::Cancelled);
        return *answer;
    }
    [[nodiscard]] std::optional<Failure> write(const QUuid &device, const Secrets &secrets) {
        return done([&](const auto &answer) { m_store.write(device, secrets, &m_context, answer); });
    }
    [[nodiscard]] std::optional<Failure> remove(const QUuid &device) {
        return done([&](const auto &answer) { m_store.remove(device, &m_context, answer); });
    }
    /// begin: is given what it calls when it has ended.
    template <class Begin>
    [[nodiscard]] std::optional<Failure> done(Begin begin) {
        std::optional<std::optional<Failure>> answer;
        begin(SecretStore::Done([&answer](const std::optional<Failure> &failure) { answer.emplace(failure); }));
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, Patience))
            return Failure(Failure::Kind::Cancelled);
        return *answer;
    }
    [[nodiscard]] QObject *context() { return &m_context; }

private:
    static constexpr int Patience = 30'000;

    SecretStore &m_store;
    QObject m_context;
};

} // namespace walkabout::test
