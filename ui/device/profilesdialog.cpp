// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/profilesdialog.h"

#include "ui/device/accessfields.h"
#include "ui/device/opendevices.h"
#include "ui/device/userfields.h"
#include "ui/shared/palette.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace walkabout {

ProfilesDialog::ProfilesDialog(OpenDevices &devices, QWidget *parent)
    : QDialog(parent)
    , m_devices(devices)
    , m_list(new QListWidget(this))
    , m_fields(new QWidget(this))
    , m_name(new QLineEdit(this))
    , m_access(new AccessFields(devices.engine(), this))
    , m_use(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(tr("&Save"), this))
    , m_remove(new QPushButton(tr("&Remove"), this)) {
    setWindowTitle(tr("Credential profiles"));
    build();
    fill();
    connect(m_list, &QListWidget::currentItemChanged, this,
        [this](const QListWidgetItem *item) { show(item ? item->data(Qt::UserRole).toUuid() : QUuid()); });
    connect(m_name, &QLineEdit::textChanged, this, &ProfilesDialog::judge);
    connect(m_access, &AccessFields::changed, this, &ProfilesDialog::judge);
    connect(m_save, &QPushButton::clicked, this, &ProfilesDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesDialog::remove);
    m_list->setCurrentRow(0);
    if (m_list->count() == 0)
        show({});
}

void ProfilesDialog::build() {
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 22);
    m_name->setAccessibleName(tr("Profile name"));
    m_access->setPart(AccessFields::Part::Shared);
    m_use->setWordWrap(true);
    m_use->setAccessibleName(tr("Used by"));
    m_problem->setWordWrap(true);
    m_problem->setAccessibleName(tr("Problem"));
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, tint(red, Tint::Bad));
    m_problem->setPalette(red);
    m_save->setAccessibleName(tr("Save profile"));
    m_remove->setAccessibleName(tr("Remove profile"));
    auto *add = new QPushButton(tr("&Add"), this);
    add->setAccessibleName(tr("Add profile"));
    connect(add, &QPushButton::clicked, this, &ProfilesDialog::add);
    for (QPushButton *button : {add, m_save, m_remove})
        button->setAutoDefault(false);

    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins({});
    form->addRow(tr("Name"), m_name);
    form->labelForField(m_name)->setMinimumWidth(fontMetrics().horizontalAdvance(UserFields::longestLabel()));
    form->addRow(m_access);
    form->addRow(m_use);
    form->addRow(m_problem);
    auto *kept = new QHBoxLayout;
    kept->addStretch();
    kept->addWidget(m_save);
    form->addRow(kept);
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    auto *changes = new QHBoxLayout;
    changes->addWidget(add);
    changes->addWidget(m_remove);
    left->addLayout(changes);
    auto *parts = new QHBoxLayout;
    parts->addLayout(left);
    parts->addWidget(m_fields, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(parts, 1);
    layout->addWidget(buttons);
    setMinimumWidth(620);
}

void ProfilesDialog::fill() {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const CredentialProfile &profile : m_devices.saved().profiles()) {
        auto *item = new QListWidgetItem(profile.name, m_list);
        item->setData(Qt::UserRole, profile.id);
        item->setToolTip(profile.text());
        if (profile.id == m_shown)
            m_list->setCurrentItem(item);
    }
}

void ProfilesDialog::select(const QUuid &profile) {
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toUuid() == profile)
            m_list->setCurrentRow(row);
    }
}

void ProfilesDialog::show(const QUuid &id) {
    m_shown = id;
    m_isKnown = false;
    const CredentialProfile *profile = m_devices.saved().profile(id);
    m_fields->setEnabled(profile);
    m_remove->setEnabled(profile);
    if (!profile) {
        m_name->clear();
        m_use->setText(
            tr("A profile is what several devices are read with: add one, then choose it in their dialogs."));
        return judge();
    }
    m_stored = {};
    Device described;
    profile->applyTo(described);
    m_name->setText(profile->name);
    m_access->show(described, {});
    showUse();
    judge();
    m_devices.secrets().read(id, this, [this, id](const Result<Secrets> &stored) {
        if (id != m_shown)
            return;
        m_stored = stored ? *stored : Secrets();
        m_isKnown = stored.ok();
        // A keyring may be slow: what was typed meanwhile stays.
        Device typed;
        Secrets secrets;
        m_access->read(typed, secrets);
        secrets.complete(m_stored);
        m_access->show(typed, secrets);
        judge();
    });
}

void ProfilesDialog::showUse() {
    constexpr qsizetype MostNamed = 12;
    QStringList names;
    for (const Device &device : m_devices.saved().devicesWith(m_shown))
        names += device.name;
    const qsizetype more = names.size() - MostNamed;
    const QString named = names.mid(0, MostNamed).join(tr(", "));
    m_use->setText(names.isEmpty() ? tr("No device uses it.")
            : more > 0             ? tr("Used by %1 and %2 more.").arg(named).arg(more)
                                   : tr("Used by %1.").arg(named));
}

void ProfilesDialog::add() {
    CredentialProfile profile;
    profile.name = tr("New profile");
    for (int n = 2; m_devices.saved().profileNamed(profile.name); ++n)
        profile.name = tr("New profile %1").arg(n);
    if (const auto failure = m_devices.saved().apply({.profiles = {profile}}))
        return m_problem->setText(failure->text());
    fill();
    select(profile.id);
    m_name->setFocus();
    m_name->selectAll();
}

// Its devices keep its version and user, and its secrets become theirs.
void ProfilesDialog::remove() {
    const QUuid id = m_shown;
    const QList<Device> users = m_devices.saved().devicesWith(id);
    m_devices.secrets().read(id, this, [this, id, users](const Result<Secrets> &stored) {
        if (const auto failure = m_devices.saved().apply({.removedProfiles = {id}}))
            return m_problem->setText(failure->text());
        if (stored && !(*stored == Secrets{})) {
            for (const Device &device : users)
                m_devices.secrets().write(device.id, *stored, this, {});
        }
        m_devices.secrets().remove(id, this, {});
        fill();
        m_list->setCurrentRow(0);
        if (m_list->count() == 0)
            show({});
    });
}

CredentialProfile ProfilesDialog::edited() const {
    Device described;
    Secrets ignored;
    m_access->read(described, ignored);
    CredentialProfile profile = CredentialProfile::of(described, m_name->text().trimmed());
    profile.id = m_shown;
    return profile;
}

void ProfilesDialog::save() {
    const CredentialProfile profile = edited();
    Device ignored;
    Secrets secrets;
    m_access->read(ignored, secrets);
    if (const auto failure = m_devices.saved().apply({.profiles = {profile}}))
        return m_problem->setText(failure->text());
    // What could not be read is not written over with nothing.
    if (!(secrets == m_stored) && (m_isKnown || !(secrets == Secrets{}))) {
        m_stored = secrets;
        m_devices.secrets().write(profile.id, secrets, this, {});
        for (OpenDevice *open : m_devices.all()) {
            if (open->device().profile == profile.id)
                open->reset(open->device());
        }
    }
    fill();
    showUse();
    judge();
}

QString ProfilesDialog::problem() const {
    const CredentialProfile *namesake = m_devices.saved().profileNamed(m_name->text().trimmed());
    if (m_shown.isNull())
        return {};
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the profile a name.");
    if (namesake && namesake->id != m_shown)
        return tr("Another profile is named “%1”.").arg(namesake->name);
    return m_access->problem();
}

void ProfilesDialog::judge() {
    const QString text = problem();
    const CredentialProfile *saved = m_devices.saved().profile(m_shown);
    Device ignored;
    Secrets secrets;
    m_access->read(ignored, secrets);
    m_problem->setText(text);
    m_save->setEnabled(text.isEmpty() && saved && (!(edited() == *saved) || !(secrets == m_stored)));
}

} // namespace walkabout
