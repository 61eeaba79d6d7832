// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/session.h"

namespace walkabout {

/// Which authentication and privacy protocols go with a user's pass-phrases: one small GET for each in turn, keys made
/// on the pool. Owned by whoever asked; ends Whole with what fits (auth() or priv() may be missing), Authentication
/// where the user is not known, Timeout or Refused where no one is there. The engine outlives it.
class ProtocolSearch final : public Operation {
    Q_OBJECT

public:
    /// user: with its pass-phrases; a missing privacy pass-phrase looks for authentication alone. Protocols are tried
    /// in their order.
    struct Plan {
        Endpoint endpoint;
        Credential::User user;
        QList<AuthProtocol> auths = {AuthProtocol::Sha256, AuthProtocol::Sha1, AuthProtocol::Md5, AuthProtocol::Sha512,
            AuthProtocol::Sha384, AuthProtocol::Sha224};
        QList<PrivProtocol> privs = {PrivProtocol::Aes128, PrivProtocol::Aes256, PrivProtocol::Aes256Cisco,
            PrivProtocol::Aes192, PrivProtocol::Aes192Cisco, PrivProtocol::Des};
    };
    ProtocolSearch(Engine &engine, Plan plan);
    ~ProtocolSearch() override;
    void cancel() override;

    /// At most so many are sent.
    [[nodiscard]] int packets() const;
    /// What the device accepted; with the level that they make.
    [[nodiscard]] std::optional<AuthProtocol> auth() const { return m_auth; }
    [[nodiscard]] std::optional<PrivProtocol> priv() const { return m_priv; }
    [[nodiscard]] SecurityLevel level() const;
    /// The device said of a key that it is wrong, and did not only keep silent.
    [[nodiscard]] bool sawWrongDigest() const { return m_sawWrongDigest; }

signals:
    /// From the event loop; any slot may delete this.
    void tested(const QString &protocol, bool accepted);

private:
    void begin() override;
    void next();
    void test(SecurityLevel level, AuthProtocol auth, PrivProtocol priv);
    void judge();

    Engine &m_engine;
    Plan m_plan;
    int m_most;
    qsizetype m_at = 0; // of auths, then of privs
    std::optional<AuthProtocol> m_auth;
    std::optional<PrivProtocol> m_priv;
    bool m_sawWrongDigest = false;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Request> m_request;
};

} // namespace walkabout
