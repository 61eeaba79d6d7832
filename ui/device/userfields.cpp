// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/userfields.h"

#include "core/base/bytes.h"
#include "ui/device/findout.h"
#include "ui/shared/secretline.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace walkabout {

namespace {

template <class E>
E chosen(const QComboBox *box) {
    return E(box->currentData().toInt());
}

template <class E>
void choose(QComboBox *box, E value) {
    box->setCurrentIndex(box->findData(int(value)));
}

QString weak(const QString &which, const QLineEdit *edit) {
    const qsizetype length = edit->text().toUtf8().size();
    return length > 0 && length < 8 ? Failure(Failure::Kind::WeakPassphrase, {which}).text() : QString();
}

} // namespace

UserFields::UserFields(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_user(new QLineEdit(this))
    , m_level(new QComboBox(this))
    , m_auth(new QComboBox(this))
    , m_authPassphrase(new QLineEdit(this))
    , m_priv(new QComboBox(this))
    , m_privPassphrase(new QLineEdit(this))
    , m_context(new QLineEdit(this))
    , m_engineId(new QLineEdit(this)) {
    for (const SecurityLevel level : {SecurityLevel::NoAuthNoPriv, SecurityLevel::AuthNoPriv, SecurityLevel::AuthPriv})
        m_level->addItem(Credential::name(level), int(level));
    for (const AuthProtocol auth : {AuthProtocol::Md5, AuthProtocol::Sha1, AuthProtocol::Sha224, AuthProtocol::Sha256,
             AuthProtocol::Sha384, AuthProtocol::Sha512})
        m_auth->addItem(Credential::name(auth), int(auth));
    for (const PrivProtocol priv : {PrivProtocol::Des, PrivProtocol::Aes128, PrivProtocol::Aes192,
             PrivProtocol::Aes192Cisco, PrivProtocol::Aes256, PrivProtocol::Aes256Cisco})
        m_priv->addItem(Credential::name(priv), int(priv));
    for (QLineEdit *edit : {m_authPassphrase, m_privPassphrase})
        edit->setEchoMode(QLineEdit::Password);
    m_context->setPlaceholderText(tr("default"));
    m_engineId->setPlaceholderText(tr("discovered"));

    m_form->setContentsMargins({});
    const auto row = [this](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        m_form->addRow(label, field);
    };
    row(tr("User"), m_user);
    row(tr("Security level"), m_level);
    row(tr("Authentication"), m_auth);
    row(longestLabel(), m_authPassphrase);
    row(tr("Privacy"), m_priv);
    row(tr("Privacy pass-phrase"), m_privPassphrase);
    auto *findOut = new FindOut(
        engine, [this] { return searchPlan(); }, this);
    m_findOut = findOut;
    m_form->addRow(QString(), findOut);
    connect(findOut, &FindOut::found, this, [this](SecurityLevel level, AuthProtocol auth, PrivProtocol priv) {
        choose(m_level, level);
        choose(m_auth, auth);
        if (priv != PrivProtocol::None)
            choose(m_priv, priv);
    });
    row(tr("Context"), m_context);
    row(tr("Engine ID"), m_engineId);

    connect(m_level, &QComboBox::currentIndexChanged, this, &UserFields::followLevel);
    for (QLineEdit *edit : {m_user, m_authPassphrase, m_privPassphrase, m_context, m_engineId})
        connect(edit, &QLineEdit::textChanged, this, &UserFields::changed);
}

Result<ProtocolSearch::Plan> UserFields::searchPlan() const {
    const Result<Endpoint> endpoint = Endpoint::parse(m_address);
    if (!endpoint)
        return endpoint.failure();
    if (const QString text = problem(); !text.isEmpty())
        return Failure(Failure::Kind::BadUsage, {text});
    if (m_authPassphrase->text().isEmpty())
        return Failure(Failure::Kind::BadUsage, {tr("Type the authentication pass-phrase first.")});
    ProtocolSearch::Plan plan{.endpoint = *endpoint};
    plan.user.name = m_user->text().toUtf8();
    plan.user.authPassphrase = Secret::take(m_authPassphrase->text());
    plan.user.privPassphrase = Secret::take(m_privPassphrase->text());
    plan.user.engineId = bytes::fromHex(m_engineId->text()).value_or(QByteArray());
    plan.user.contextName = m_context->text().toUtf8();
    return plan;
}

void UserFields::setParts(bool shared, bool own) {
    for (QWidget *field :
        std::initializer_list<QWidget *>{m_user, m_level, m_auth, m_authPassphrase, m_priv, m_privPassphrase})
        m_form->setRowVisible(field, shared);
    m_form->setRowVisible(m_findOut, shared && own);
    for (QWidget *field : {m_context, m_engineId})
        m_form->setRowVisible(field, own);
}

SecurityLevel UserFields::level() const { return chosen<SecurityLevel>(m_level); }

void UserFields::followLevel() {
    for (QWidget *field : {static_cast<QWidget *>(m_auth), static_cast<QWidget *>(m_authPassphrase)}) {
        field->setEnabled(level() != SecurityLevel::NoAuthNoPriv);
        m_form->labelForField(field)->setEnabled(field->isEnabled());
    }
    for (QWidget *field : {static_cast<QWidget *>(m_priv), static_cast<QWidget *>(m_privPassphrase)}) {
        field->setEnabled(level() == SecurityLevel::AuthPriv);
        m_form->labelForField(field)->setEnabled(field->isEnabled());
    }
    emit changed();
}

void UserFields::show(const Device &device, const Secrets &secrets) {
    m_user->setText(device.user);
    choose(m_level, device.level);
    choose(m_auth, device.auth);
    choose(m_priv, device.priv);
    m_authPassphrase->setText(QString::fromUtf8(secrets.authPassphrase.reveal()));
    m_privPassphrase->setText(QString::fromUtf8(secrets.privPassphrase.reveal()));
    m_context->setText(device.contextName);
    m_engineId->setText(bytes::toHex(device.engineId, QChar()));
    followLevel();
}

void UserFields::read(Device &device, Secrets &secrets) const {
    device.user = m_user->text();
    device.level = level();
    device.auth = chosen<AuthProtocol>(m_auth);
    device.priv = chosen<PrivProtocol>(m_priv);
    device.contextName = m_context->text();
    device.engineId = bytes::fromHex(m_engineId->text()).value_or(QByteArray());
    secrets.authPassphrase = Secret::take(m_authPassphrase->isEnabled() ? m_authPassphrase->text() : QString());
    secrets.privPassphrase = Secret::take(m_privPassphrase->isEnabled() ? m_privPassphrase->text() : QString());
}

void UserFields::wipe() {
    secretline::wipe(*m_authPassphrase);
    secretline::wipe(*m_privPassphrase);
}

QString UserFields::problem() const {
    if (m_user->text().isEmpty())
        return tr("Type the SNMPv3 user.");
    if (m_user->text().toUtf8().size() > 32)
        return tr("An SNMPv3 user name has at most 32 octets.");
    if (m_authPassphrase->isEnabled()) {
        if (QString text = weak(tr("authentication"), m_authPassphrase); !text.isEmpty())
            return text;
    }
    if (m_privPassphrase->isEnabled()) {
        if (QString text = weak(tr("privacy"), m_privPassphrase); !text.isEmpty())
            return text;
    }
    const QString engineId = m_engineId->text();
    const std::optional<QByteArray> engine = bytes::fromHex(engineId);
    if (!engineId.isEmpty() && (!engine || engine->size() < 5 || engine->size() > 32))
        return tr("An engine ID has 5 to 32 octets, written in hex.");
    return {};
}

} // namespace walkabout
