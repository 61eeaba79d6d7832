// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/sendtarget.h"

#include "core/store/devicestore.h"
#include "core/store/secretstore.h"
#include "core/trap/sender.h"
#include "ui/device/userfields.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace walkabout {

SendTarget::SendTarget(TrapStation &station, QWidget *parent)
    : QWidget(parent)
    , m_station(station)
    , m_to(new QComboBox(this))
    , m_version(new QComboBox(this))
    , m_community(new QLineEdit(this))
    , m_user(new UserFields(station.engine(), this)) {
    m_to->setEditable(true);
    m_to->setInsertPolicy(QComboBox::NoInsert);
    m_to->setAccessibleName(tr("Send to"));
    m_to->setToolTip(tr("An address, with a port if it is not 162, or a saved device"));
    for (const Device &device : station.devices().devices()) {
        if (device.kind == Device::Kind::Live && !device.name.isEmpty())
            m_to->addItem(device.name);
    }
    m_to->setCurrentIndex(-1);
    m_to->lineEdit()->setPlaceholderText(tr("Address or saved device"));
    m_to->lineEdit()->setAccessibleName(tr("Address to send to"));
    for (const Version version : {Version::V1, Version::V2c, Version::V3})
        m_version->addItem(Credential::name(version), int(version));
    m_version->setCurrentIndex(1);
    m_version->setAccessibleName(tr("Version"));
    m_community->setAccessibleName(tr("Community"));
    m_community->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->addRow(tr("&To"), m_to);
    form->addRow(tr("&Version"), m_version);
    form->addRow(tr("&Community"), m_community);
    form->addRow(m_user);
    connect(m_to, &QComboBox::currentTextChanged, this, &SendTarget::follow);
    connect(m_version, &QComboBox::currentIndexChanged, this, &SendTarget::follow);
    connect(m_community, &QLineEdit::textChanged, this, &SendTarget::changed);
    connect(m_user, &UserFields::changed, this, &SendTarget::changed);
    follow();
}

const Device *SendTarget::saved() const { return m_station.devices().named(m_to->currentText().trimmed()); }

void SendTarget::follow() {
    const Device *device = saved();
    m_version->setEnabled(!device);
    m_community->setEnabled(!device);
    m_community->setPlaceholderText(device ? tr("as saved") : QString());
    if (device) {
        const QSignalBlocker quiet(m_version);
        m_version->setCurrentIndex(m_version->findData(int(device->version)));
    }
    const bool isV3 = version() == Version::V3;
    m_community->setVisible(!isV3);
    qobject_cast<QFormLayout *>(layout())->labelForField(m_community)->setVisible(!isV3);
    m_user->setVisible(isV3 && !device);
    m_user->setAddress(m_to->currentText());
    emit changed();
}

QString SendTarget::label() const { return m_to->currentText().trimmed(); }

Version SendTarget::version() const { return Version(m_version->currentData().toInt()); }

void SendTarget::find(std::function<void(const Result<Receiver> &)> answer) {
    auto device = Sender::read(label(), m_station.devices());
    if (!device)
        return answer(device.failure());
    if (saved()) {
        const QUuid owner = device->secretsOwner();
        m_station.secrets().read(
            owner, this, [device = *std::move(device), answer = std::move(answer)](const Result<Secrets> &secrets) {
                answer(secrets ? Result<Receiver>(Receiver{device, *secrets}) : secrets.failure());
            });
        return;
    }
    Receiver receiver{*std::move(device), {}};
    receiver.device.version = version();
    if (version() == Version::V3)
        m_user->read(receiver.device, receiver.secrets);
    else
        receiver.secrets.readCommunity = Secret::take(m_community->text().toUtf8());
    answer(receiver);
}

} // namespace walkabout
