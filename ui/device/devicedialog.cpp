// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicedialog.h"

#include "ui/device/colourmenu.h"
#include "ui/device/userfields.h"
#include "ui/shared/palette.h"
#include "ui/shared/secretline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

#include <cmath>

namespace walkabout {

DeviceDialog::DeviceDialog(Engine &engine, Device device, const Secrets &secrets, QStringList taken, QWidget *parent)
    : QDialog(parent)
    , m_device(std::move(device))
    , m_taken(std::move(taken))
    , m_name(new QLineEdit(m_device.name, this))
    , m_address(new QLineEdit(this))
    , m_version(new QComboBox(this))
    , m_access(new QStackedWidget(this))
    , m_readCommunity(new QLineEdit(QString::fromUtf8(secrets.readCommunity.reveal()), this))
    , m_writeCommunity(new QLineEdit(QString::fromUtf8(secrets.writeCommunity.reveal()), this))
    , m_user(new UserFields(engine, this))
    , m_timeout(new QDoubleSpinBox(this))
    , m_retries(new QSpinBox(this))
    , m_repetitions(new QSpinBox(this))
    , m_gentle(new QCheckBox(tr("Gentle: one small request at a time"), this))
    , m_production(new QCheckBox(tr("Production: red frame, its name typed before writing"), this))
    , m_colour(new QPushButton(this))
    , m_notes(new QLineEdit(m_device.notes, this))
    , m_problem(new QLabel(this)) {
    setWindowTitle(m_device.name.isEmpty() ? tr("Device") : tr("Device %1").arg(m_device.name));
    m_address->setText(m_device.kind == Device::Kind::Recording ? m_device.recording : m_device.endpoint.toString());
    m_address->setEnabled(m_device.kind == Device::Kind::Live);
    m_address->setPlaceholderText(tr("[udp:|udp6:|tcp:]HOST[:PORT], port 161"));
    for (const Version version : {Version::V1, Version::V2c, Version::V3})
        m_version->addItem(Credential::name(version), int(version));
    m_timeout->setRange(0.05, 3600);
    m_timeout->setDecimals(2);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setValue(double(m_device.bounds.timeout.count()) / 1000);
    m_retries->setRange(0, 100);
    m_retries->setValue(m_device.bounds.retries);
    m_repetitions->setRange(0, 1000);
    m_repetitions->setSpecialValueText(tr("as the device bears"));
    m_repetitions->setValue(m_device.maxRepetitions);
    m_gentle->setChecked(m_device.gentle);
    m_production->setChecked(m_device.production);
    build();
    m_user->show(m_device, secrets);

    connect(m_version, &QComboBox::currentIndexChanged, this, [this] {
        m_access->setCurrentIndex(m_version->currentData().toInt() == int(Version::V3) ? 1 : 0);
        judge();
    });
    for (const QLineEdit *edit : {m_name, m_address, m_readCommunity, m_writeCommunity})
        connect(edit, &QLineEdit::textChanged, this, &DeviceDialog::judge);
    m_user->setAddress(m_address->text());
    connect(m_address, &QLineEdit::textChanged, m_user, &UserFields::setAddress);
    connect(m_user, &UserFields::changed, this, &DeviceDialog::judge);
    m_version->setCurrentIndex(m_version->findData(int(m_device.version)));
    m_access->setCurrentIndex(m_device.version == Version::V3 ? 1 : 0);
    judge();
}

DeviceDialog::~DeviceDialog() {
    for (QLineEdit *edit : {m_readCommunity, m_writeCommunity})
        secretline::wipe(*edit);
    m_user->wipe();
}

void DeviceDialog::build() {
    auto *form = new QFormLayout(this);
    // Both halves share one column of labels.
    const int labels = fontMetrics().horizontalAdvance(UserFields::longestLabel());
    const auto row = [labels](QFormLayout *in, const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        in->addRow(label, field);
        in->labelForField(field)->setMinimumWidth(labels);
    };
    row(form, tr("Name"), m_name);
    row(form, tr("Address"), m_address);
    row(form, tr("SNMP version"), m_version);
    auto *communities = new QWidget(this);
    auto *pair = new QFormLayout(communities);
    pair->setContentsMargins({});
    row(pair, tr("Read community"), m_readCommunity);
    row(pair, tr("Write community"), m_writeCommunity);
    m_writeCommunity->setPlaceholderText(tr("none: the device cannot be changed"));
    m_access->addWidget(communities);
    m_access->addWidget(m_user);
    form->addRow(m_access);
    row(form, tr("Longest try"), m_timeout);
    row(form, tr("Resends"), m_retries);
    row(form, tr("Repetitions"), m_repetitions);
    form->addRow(m_gentle);
    form->addRow(m_production);
    setColourMenu(m_colour, m_device.colour);
    row(form, tr("Colour"), m_colour);
    row(form, tr("Notes"), m_notes);

    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(m_problem->fontMetrics().height() * 2);
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, tint(red, Tint::Bad));
    m_problem->setPalette(red);
    m_problem->setAccessibleName(tr("Problem"));
    form->addRow(m_problem);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    for (QAbstractButton *button : buttons->buttons())
        button->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    setMinimumWidth(460);
}

QString DeviceDialog::problem() const {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return tr("Give the device a name.");
    if (m_taken.contains(name) || name == u"demo")
        return tr("Another device is named “%1”.").arg(name);
    if (m_device.kind != Device::Kind::Live)
        return {};
    const Result<Endpoint> endpoint = Endpoint::parse(m_address->text().trimmed());
    if (!endpoint)
        return endpoint.failure().text();
    if (m_access->currentWidget() == m_user)
        return m_user->problem();
    return {};
}

void DeviceDialog::judge() {
    const QString text = problem();
    m_problem->setText(text);
    m_ok->setEnabled(text.isEmpty());
}

Device DeviceDialog::device() const {
    Device device = m_device;
    device.name = m_name->text().trimmed();
    if (device.kind == Device::Kind::Live) {
        if (const Result<Endpoint> endpoint = Endpoint::parse(m_address->text().trimmed()))
            device.endpoint = *endpoint;
    }
    device.version = Version(m_version->currentData().toInt());
    Secrets ignored;
    m_user->read(device, ignored);
    device.bounds = {std::chrono::milliseconds(std::llround(m_timeout->value() * 1000)), m_retries->value()};
    device.maxRepetitions = m_repetitions->value();
    device.gentle = m_gentle->isChecked();
    device.production = m_production->isChecked();
    device.colour = m_colour->property("colour").toString();
    device.notes = m_notes->text();
    return device;
}

Secrets DeviceDialog::secrets() const {
    Secrets secrets;
    Device ignored;
    m_user->read(ignored, secrets);
    secrets.readCommunity = Secret::take(m_readCommunity->text());
    secrets.writeCommunity = Secret::take(m_writeCommunity->text());
    return secrets;
}

} // namespace walkabout
