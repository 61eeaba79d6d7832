// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/snmpconf.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace walkabout::snmpconf {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("SnmpConf", text); }

// The word behind the token: the rest of the line, or what stands in quotes (read_config(3)).
QByteArrayView wordOf(QByteArrayView rest) {
    rest = rest.trimmed();
    if (rest.size() >= 2 && (rest.front() == '"' || rest.front() == '\'')) {
        const qsizetype end = rest.indexOf(rest.front(), 1);
        return rest.sliced(1, (end < 0 ? rest.size() : end) - 1);
    }
    const qsizetype end = rest.indexOf(' ');
    return end < 0 ? rest : rest.first(end);
}

// The tools would not use pass-phrases without a level: who wrote them down wanted them used.
SecurityLevel levelOf(const Secrets &secrets) {
    return secrets.authPassphrase.isEmpty() ? SecurityLevel::NoAuthNoPriv
        : secrets.privPassphrase.isEmpty()  ? SecurityLevel::AuthNoPriv
                                            : SecurityLevel::AuthPriv;
}

/// The file's tokens on their way to profiles.
class Reading final {
public:
    // As net-snmp has them where the file does not say.
    Reading() {
        m_user.version = Version::V3;
        m_user.auth = AuthProtocol::Md5;
        m_user.priv = PrivProtocol::Des;
    }
    void take(int line, QByteArrayView text) {
        text = text.trimmed();
        if (text.isEmpty() || text.startsWith('#') || text.startsWith('['))
            return;
        qsizetype space = 0;
        while (space < text.size() && text[space] != ' ' && text[space] != '\t')
            ++space;
        m_line = line;
        const QString token = QString::fromLatin1(text.first(space)).toLower();
        takeToken(token, wordOf(text.sliced(space)));
    }
    [[nodiscard]] DeviceImport outcome() && {
        if (m_communityLine > 0)
            offer(m_community, m_communitySecrets, m_communityLine,
                tr("snmp.conf, community v%1").arg(Credential::name(m_community.version)));
        if (!m_user.user.isEmpty()) {
            m_userSecrets.complete({{}, {}, m_passphrase, m_passphrase});
            if (!m_hasLevel)
                m_user.level = levelOf(m_userSecrets);
            offer(m_user, m_userSecrets, m_userLine, tr("snmp.conf, user %1").arg(m_user.user));
        }
        if (m_found.profiles.isEmpty())
            m_found.problems.append(
                {0, tr("it names neither a community (defCommunity) nor an SNMPv3 user (defSecurityName)")});
        return std::move(m_found);
    }

private:
    void offer(CredentialProfile profile, const Secrets &secrets, int line, const QString &name) {
        profile.name = name;
        m_found.profiles.append({std::move(profile), secrets, line});
    }
    template <class T>
    void choose(QByteArrayView word, std::optional<T> (*named)(QStringView), T &value) {
        if (const auto known = named(QString::fromUtf8(word)))
            value = *known;
        else
            complain(tr("“%1” is not known here").arg(QString::fromUtf8(word)));
    }
    void complain(const QString &text) { m_found.problems.append({m_line, text}); }
    [[nodiscard]] Secret passphrase(QByteArrayView word) {
        if (word.size() < 8)
            complain(tr("an SNMPv3 pass-phrase has at least 8 characters"));
        return word.size() < 8 ? Secret() : Secret(word);
    }
    void takeToken(const QString &token, QByteArrayView word) {
        if (token == "defversion"_L1) {
            Version version = Version::V3;
            choose(word, &Credential::versionNamed, version);
            if (version != Version::V3)
                m_community.version = version;
        } else if (token == "defcommunity"_L1) {
            m_communitySecrets.readCommunity = Secret(word);
            m_communityLine = m_line;
        } else if (token == "defsecurityname"_L1) {
            m_user.user = QString::fromUtf8(word);
            m_userLine = m_line;
        } else if (token == "defsecuritylevel"_L1) {
            choose(word, &Credential::levelNamed, m_user.level);
            m_hasLevel = true;
        } else if (token == "defauthtype"_L1) {
            choose(word, &Credential::authNamed, m_user.auth);
        } else if (token == "defprivtype"_L1) {
            choose(word, &Credential::privNamed, m_user.priv);
        } else if (token == "defauthpassphrase"_L1) {
            m_userSecrets.authPassphrase = passphrase(word);
        } else if (token == "defprivpassphrase"_L1) {
            m_userSecrets.privPassphrase = passphrase(word);
        } else if (token == "defpassphrase"_L1) {
            m_passphrase = passphrase(word);
        } else if (token == "defcontext"_L1) {
            complain(tr("a context belongs to a device: type it there"));
        } else if (token.startsWith("defauth"_L1) || token.startsWith("defpriv"_L1)) {
            complain(tr("keys are not taken over: a profile has pass-phrases"));
        }
    }

    DeviceImport m_found;
    CredentialProfile m_community;
    Secrets m_communitySecrets;
    int m_communityLine = 0;
    CredentialProfile m_user;
    Secrets m_userSecrets;
    Secret m_passphrase;
    int m_userLine = 0;
    bool m_hasLevel = false;
    int m_line = 0;
};

} // namespace

DeviceImport read(QByteArrayView text) {
    Reading reading;
    int line = 0;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        reading.take(++line, end < 0 ? text : text.first(end));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return std::move(reading).outcome();
}

} // namespace walkabout::snmpconf
