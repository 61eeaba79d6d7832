// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicedialog.h"

#include "core/store/devicegroup.h"
#include "core/work/diagnosing.h"
#include "ui/device/accessfields.h"
#include "ui/device/colourmenu.h"
#include "ui/device/devicetest.h"
#include "ui/device/opendevices.h"
#include "ui/device/profilesdialog.h"
#include "ui/device/userfields.h"
#include "ui/shared/palette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <cmath>

namespace walkabout {

DeviceDialog::DeviceDialog(OpenDevices &devices, Device device, const Secrets &secrets, QWidget *parent)
    : QDialog(parent)
    , m_devices(devices)
    , m_device(std::move(device))
    , m_name(new QLineEdit(m_device.name, this))
    , m_address(new QLineEdit(this))
    , m_group(new QComboBox(this))
    , m_profile(new QComboBox(this))
    , m_access(new AccessFields(devices.engine(), this))
    , m_timeout(new QDoubleSpinBox(this))
    , m_retries(new QSpinBox(this))
    , m_repetitions(new QSpinBox(this))
    , m_requests(new QSpinBox(this))
    , m_gentle(new QCheckBox(tr("Gentle: one small request at a time"), this))
    , m_production(new QCheckBox(tr("Production: red frame, its name typed before writing"), this))
    , m_colour(new QPushButton(this))
    , m_notes(new QLineEdit(m_device.notes, this))
    , m_problem(new QLabel(this)) {
    setWindowTitle(m_device.name.isEmpty() ? tr("Device") : tr("Device %1").arg(m_device.name));
    m_address->setText(m_device.kind == Device::Kind::Recording ? m_device.recording : m_device.endpoint.toString());
    m_address->setPlaceholderText(tr("[udp:|udp6:|tcp:]HOST[:PORT], port 161"));
    m_group->setEditable(true);
    m_group->addItem(QString());
    m_group->addItems(devices.saved().groups());
    m_group->setCurrentText(m_device.group);
    m_group->lineEdit()->setPlaceholderText(tr("none; “Zurich/Core” is one in another"));
    m_gentle->setChecked(m_device.gentle);
    m_production->setChecked(m_device.production);
    build();
    m_access->show(m_device, secrets);
    m_access->setAddress(m_address->text());
    fillProfiles(m_device.profile);
    for (const QLineEdit *edit : {m_name, m_address})
        connect(edit, &QLineEdit::textChanged, this, &DeviceDialog::judge);
    connect(m_address, &QLineEdit::textChanged, m_access, &AccessFields::setAddress);
    connect(m_access, &AccessFields::changed, this, &DeviceDialog::judge);
    connect(m_access, &AccessFields::reshaped, this, &DeviceDialog::fit, Qt::QueuedConnection);
    connect(m_profile, &QComboBox::currentIndexChanged, this, &DeviceDialog::followProfile);
    followProfile();
}

void DeviceDialog::build() {
    auto *form = new QFormLayout(this);
    // Both halves share one column of labels.
    const int labels = fontMetrics().horizontalAdvance(UserFields::longestLabel());
    const auto row = [form, labels](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        form->addRow(label, field);
        form->labelForField(field)->setMinimumWidth(labels);
    };
    const bool isLive = m_device.kind == Device::Kind::Live;
    row(tr("Name"), m_name);
    row(isLive ? tr("Address") : tr("File"), m_address);
    row(tr("Group"), m_group);
    m_group->lineEdit()->setAccessibleName(tr("Group"));
    addProfile(*form);
    form->addRow(m_access);
    addBounds(*form);
    form->addRow(m_gentle);
    form->addRow(m_production);
    setColourMenu(m_colour, m_device.colour);
    row(tr("Colour"), m_colour);
    row(tr("Notes"), m_notes);
    auto *test = new DeviceTest(
        m_devices.engine(), [this](const DeviceTest::Answer &answer) { planTest(answer); }, this);
    form->addRow(test);
    form->setRowVisible(test, isLive);

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

void DeviceDialog::addProfile(QFormLayout &form) {
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    m_profile->setAccessibleName(tr("Credentials"));
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *edit = new QPushButton(tr("&Profiles…"), line);
    edit->setAccessibleName(tr("Credential profiles"));
    edit->setAutoDefault(false);
    layout->addWidget(m_profile, 1);
    layout->addWidget(edit);
    form.addRow(tr("Credentials"), line);
    form.setRowVisible(line, m_device.kind == Device::Kind::Live);
    connect(edit, &QPushButton::clicked, this, [this] {
        auto *dialog = new ProfilesDialog(m_devices, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->select(profile());
        dialog->open();
    });
    connect(&m_devices.saved(), &DeviceStore::changed, this, [this] { fillProfiles(profile()); });
}

void DeviceDialog::fillProfiles(const QUuid &chosen) {
    {
        const QSignalBlocker quiet(m_profile);
        m_profile->clear();
        m_profile->addItem(tr("its own"), QUuid());
        for (const CredentialProfile &each : m_devices.saved().profiles())
            m_profile->addItem(tr("%1 (%2)").arg(each.name, each.text()), each.id);
        m_profile->setCurrentIndex(std::max(0, m_profile->findData(chosen)));
    }
    followProfile();
}

QUuid DeviceDialog::profile() const { return m_profile->currentData().toUuid(); }

void DeviceDialog::followProfile() {
    if (const CredentialProfile *shared = m_devices.saved().profile(profile())) {
        Device device = m_device;
        Secrets secrets;
        m_access->read(device, secrets);
        shared->applyTo(device);
        m_access->show(device, secrets);
    }
    m_access->setPart(profile().isNull() ? AccessFields::Part::All : AccessFields::Part::Own);
    if (m_device.kind != Device::Kind::Live)
        m_access->hide();
    judge();
}

void DeviceDialog::addBounds(QFormLayout &form) {
    m_timeout->setRange(0.05, 3600);
    m_timeout->setDecimals(2);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setValue(double(m_device.bounds.timeout.count()) / 1000);
    m_retries->setRange(0, 100);
    m_retries->setValue(m_device.bounds.retries);
    m_repetitions->setRange(0, 1000);
    m_repetitions->setValue(m_device.maxRepetitions);
    m_requests->setRange(0, 64);
    m_requests->setValue(m_device.window);
    for (QSpinBox *tuned : {m_repetitions, m_requests})
        tuned->setSpecialValueText(tr("as it bears"));
    const auto two = [this, &form](const QString &first, QWidget *one, const QString &second, QWidget *other) {
        auto *line = new QWidget(this);
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins({});
        layout->addWidget(one, 1);
        layout->addWidget(new QLabel(second, line));
        layout->addWidget(other, 1);
        one->setAccessibleName(first);
        other->setAccessibleName(second);
        form.addRow(first, line);
    };
    two(tr("Longest try"), m_timeout, tr("Resends"), m_retries);
    two(tr("Repetitions"), m_repetitions, tr("Requests in flight"), m_requests);
}

void DeviceDialog::planTest(const std::function<void(const Result<DiagnosisPlan> &)> &answer) {
    if (const QString text = problem(); !text.isEmpty())
        return answer(Failure(Failure::Kind::BadUsage, {text}));
    const Device tested = device();
    const auto plan = [tested, answer](const Secrets &secrets) {
        const Result<Credential> credential = tested.readCredential(secrets);
        answer(credential ? diagnosing::plan(tested, *credential, {}, *Library::empty())
                          : Result<DiagnosisPlan>(credential.failure()));
    };
    if (tested.profile.isNull())
        return plan(secrets());
    m_devices.secrets().read(
        tested.profile, this, [plan](const Result<Secrets> &stored) { plan(stored ? *stored : Secrets()); });
}

QString DeviceDialog::problem() const {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return tr("Give the device a name.");
    const Device *namesake = m_devices.saved().named(name);
    if ((namesake && namesake->id != m_device.id) || name == u"demo")
        return tr("Another device is named “%1”.").arg(name);
    if (m_device.kind == Device::Kind::Recording && !QFileInfo(m_address->text().trimmed()).isFile())
        return tr("There is no such file.");
    if (m_device.kind != Device::Kind::Live)
        return {};
    const Result<Endpoint> endpoint = Endpoint::parse(m_address->text().trimmed());
    if (!endpoint)
        return endpoint.failure().text();
    return m_access->problem();
}

void DeviceDialog::judge() {
    const QString text = problem();
    m_problem->setText(text);
    m_ok->setEnabled(text.isEmpty());
}

// As high as its fields are now; as wide as the person has it.
void DeviceDialog::fit() {
    if (!isVisible())
        return;
    layout()->activate();
    resize(width(), neededHeight());
}

int DeviceDialog::neededHeight() const {
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
}

// A sentence that came, of a test or of what was found out, has room.
bool DeviceDialog::event(QEvent *event) {
    const bool result = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible() && height() < neededHeight())
        resize(width(), neededHeight());
    return result;
}

Device DeviceDialog::device() const {
    Device device = m_device;
    device.name = m_name->text().trimmed();
    if (device.kind == Device::Kind::Recording)
        device.recording = QFileInfo(m_address->text().trimmed()).absoluteFilePath();
    if (device.kind == Device::Kind::Live) {
        if (const Result<Endpoint> endpoint = Endpoint::parse(m_address->text().trimmed()))
            device.endpoint = *endpoint;
    }
    Secrets ignored;
    m_access->read(device, ignored);
    device.profile = profile();
    device.group = devicegroup::tidy(m_group->currentText());
    device.bounds = {std::chrono::milliseconds(std::llround(m_timeout->value() * 1000)), m_retries->value()};
    device.maxRepetitions = m_repetitions->value();
    device.window = m_requests->value();
    device.gentle = m_gentle->isChecked();
    device.production = m_production->isChecked();
    device.colour = m_colour->property("colour").toString();
    device.notes = m_notes->text();
    return device;
}

Secrets DeviceDialog::secrets() const {
    Secrets secrets;
    Device ignored;
    m_access->read(ignored, secrets);
    return secrets;
}

} // namespace walkabout
