// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/accessfields.h"

#include "ui/device/userfields.h"
#include "ui/shared/secretline.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace walkabout {

AccessFields::AccessFields(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_version(new QComboBox(this))
    , m_communities(new QWidget(this))
    , m_readCommunity(new QLineEdit(this))
    , m_writeCommunity(new QLineEdit(this))
    , m_user(new UserFields(engine, this)) {
    for (const Version version : {Version::V1, Version::V2c, Version::V3})
        m_version->addItem(Credential::name(version), int(version));
    build();
    connect(m_version, &QComboBox::currentIndexChanged, this, &AccessFields::follow);
    for (const QLineEdit *edit : {m_readCommunity, m_writeCommunity})
        connect(edit, &QLineEdit::textChanged, this, &AccessFields::changed);
    connect(m_user, &UserFields::changed, this, &AccessFields::changed);
}

// Whose fields these were may be gone half.
AccessFields::~AccessFields() {
    const QSignalBlocker quiet(this);
    for (QLineEdit *edit : {m_readCommunity, m_writeCommunity})
        secretline::wipe(*edit);
    m_user->wipe();
}

void AccessFields::build() {
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    // Both halves share one column of labels.
    const int labels = fontMetrics().horizontalAdvance(UserFields::longestLabel());
    const auto row = [labels](QFormLayout *in, const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        in->addRow(label, field);
        in->labelForField(field)->setMinimumWidth(labels);
    };
    row(form, tr("SNMP version"), m_version);
    auto *pair = new QFormLayout(m_communities);
    pair->setContentsMargins({});
    row(pair, tr("Read community"), m_readCommunity);
    row(pair, tr("Write community"), m_writeCommunity);
    m_writeCommunity->setPlaceholderText(tr("none: the device cannot be changed"));
    form->addRow(m_communities);
    form->addRow(m_user);
}

bool AccessFields::isOfUser() const { return m_version->currentData().toInt() == int(Version::V3); }

void AccessFields::follow() {
    // Only what belongs to the version takes room.
    auto *form = static_cast<QFormLayout *>(layout());
    form->setRowVisible(m_version, m_part != Part::Own);
    form->setRowVisible(m_communities, !isOfUser());
    form->setRowVisible(m_user, isOfUser());
    setVisible(m_part != Part::Own || isOfUser());
    emit changed();
    emit reshaped();
}

void AccessFields::setPart(Part part) {
    m_part = part;
    m_user->setParts(part != Part::Own, part != Part::Shared);
    follow();
}

void AccessFields::setAddress(const QString &address) { m_user->setAddress(address); }

void AccessFields::show(const Device &device, const Secrets &secrets) {
    m_readCommunity->setText(QString::fromUtf8(secrets.readCommunity.reveal()));
    m_writeCommunity->setText(QString::fromUtf8(secrets.writeCommunity.reveal()));
    m_user->show(device, secrets);
    m_version->setCurrentIndex(m_version->findData(int(device.version)));
    follow();
}

void AccessFields::read(Device &device, Secrets &secrets) const {
    device.version = Version(m_version->currentData().toInt());
    m_user->read(device, secrets);
    secrets.readCommunity = Secret::take(m_readCommunity->text());
    secrets.writeCommunity = Secret::take(m_writeCommunity->text());
}

QString AccessFields::problem() const { return isOfUser() ? m_user->problem() : QString(); }

} // namespace walkabout
