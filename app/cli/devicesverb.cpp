// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/devicesverb.h"

#include "app/cli/context.h"
#include "app/cli/devicelines.h"
#include "app/cli/terminal.h"
#include "core/store/devicegroup.h"
#include "core/work/query.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace walkabout {

DevicesVerb::~DevicesVerb() = default;

void DevicesVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "devices", "the saved devices");
    verb->require_subcommand(1);
    m_list = verb->add_subcommand("list", "one a line")->fallthrough();
    addChoices(*m_list);
    m_show = verb->add_subcommand("show", "everything about one")->fallthrough();
    m_show->add_option("NAME", m_name)->required();
    m_add = verb->add_subcommand("add", "save a device; its secrets are kept where “secrets” says")->fallthrough();
    m_add->add_option("NAME", m_name)->required();
    m_letters.addTo(*m_add);
    m_add->add_option("--notes", m_notes, "a line about it")->type_name("TEXT");
    m_add->add_flag("--production", m_production, "asked about twice before it is written to");
    addChoices(*m_add);
    m_profiles = verb->add_subcommand("profiles", "the credential profiles, one a line")->fallthrough();
    m_addProfile = m_profiles->add_subcommand("add", "save one for devices to share")->fallthrough();
    m_addProfile->add_option("NAME", m_name)->required();
    m_letters.addCredentialTo(*m_addProfile);
    m_removeProfile
        = m_profiles->add_subcommand("remove", "forget one; its devices keep its version and user")->fallthrough();
    m_removeProfile->add_option("NAME", m_name)->required();
    m_export = verb->add_subcommand("export", "devices, groups, profiles and favourites as a file without secrets")
                   ->fallthrough();
    m_export->add_option("FILE", m_file)->required();
    m_import
        = verb->add_subcommand("import", "from a project file, a CSV table or net-snmp's snmp.conf")->fallthrough();
    m_import->add_option("FILE", m_file)->required();
    m_remove = verb->add_subcommand("remove", "forget a device")->fallthrough();
    m_remove->add_option("NAME", m_name)->required();
    m_test = verb->add_subcommand("test", "read its system group's first objects")->fallthrough();
    m_letters.addTo(*m_test);
}

void DevicesVerb::addChoices(CLI::App &verb) {
    verb.add_option("--group", m_group, "a group, Zurich/Core: one in another")->type_name("GROUP");
    verb.add_option("--profile", m_profile, "a credential profile's name")->type_name("NAME");
}

void DevicesVerb::start() {
    if (m_list->parsed())
        list();
    else if (m_show->parsed())
        show();
    else if (m_add->parsed())
        add();
    else if (m_remove->parsed())
        remove();
    else if (m_addProfile->parsed())
        addProfile();
    else if (m_removeProfile->parsed())
        removeProfile();
    else if (m_profiles->parsed())
        profiles();
    else if (m_export->parsed())
        exportProject();
    else if (m_import->parsed())
        import();
    else
        openTarget();
}

const CredentialProfile *DevicesVerb::namedProfile() {
    const QString name = QString::fromStdString(m_profile);
    const CredentialProfile *const profile = context().devices().profileNamed(name);
    if (!profile)
        failUsage(tr("No profile is named “%1”: “devices profiles” lists them.").arg(name));
    return profile;
}

QString DevicesVerb::profileName(const Device &device) {
    const CredentialProfile *const profile = context().devices().profile(device.profile);
    return profile ? profile->name : QString();
}

const Device *DevicesVerb::saved() {
    const QString name = QString::fromStdString(m_name);
    const Device *const device = context().devices().named(name);
    if (!device)
        fail(Failure(Failure::Kind::UnknownDevice, {name}));
    return device;
}

void DevicesVerb::list() {
    Terminal &terminal = context().terminal();
    QList<Device> devices = context().devices().devices();
    const QString group = devicegroup::tidy(QString::fromStdString(m_group));
    devices.removeIf([&group](const Device &device) {
        return !group.isEmpty() && (device.group.isEmpty() || !devicegroup::isWithin(device.group, group));
    });
    if (!m_profile.empty()) {
        const CredentialProfile *const profile = namedProfile();
        if (!profile)
            return;
        devices = context().devices().devicesWith(profile->id);
        devices.removeIf([&group](const Device &device) { return !devicegroup::isWithin(device.group, group); });
    }
    qsizetype width = 0;
    for (const Device &device : devices)
        width = std::max(width, device.name.size());
    for (const Device &device : devices)
        terminal.line(context().json() ? devicelines::json(device, profileName(device))
                                       : devicelines::line(device, width).toUtf8());
    terminal.flush();
    if (devices.isEmpty() && !context().json())
        Terminal::say(
            group.isEmpty() && m_profile.empty() ? tr("No device is saved.") : tr("No such device is saved."));
    end(ExitStatus::Whole);
}

void DevicesVerb::show() {
    const Device *const device = saved();
    if (!device)
        return;
    context().terminal().line(context().json() ? devicelines::json(*device, profileName(*device))
                                               : devicelines::page(*device, profileName(*device)).toUtf8());
    context().terminal().flush();
    end(ExitStatus::Whole);
}

void DevicesVerb::add() {
    const QString name = QString::fromStdString(m_name);
    if (name.trimmed().isEmpty())
        return failUsage(tr("A device needs a name."));
    if (context().devices().named(name))
        return failUsage(
            tr("A device named “%1” is saved already: remove it first, or choose another name.").arg(name));
    auto device = Target::read(QString::fromStdString(m_letters.target), context().devices());
    if (!device)
        return fail(device.failure());
    if (const auto failure = m_letters.applyTo(*device))
        return fail(*failure);
    if (device->kind == Device::Kind::Recording)
        device->recording = QFileInfo(device->recording).absoluteFilePath(); // from wherever it is used
    device->id = QUuid::createUuid(); // a saved one's address may have been given by its name
    device->name = name;
    device->notes = QString::fromStdString(m_notes);
    device->production = m_production;
    device->group = devicegroup::tidy(QString::fromStdString(m_group));
    device->profile = {};
    if (!m_profile.empty()) {
        const CredentialProfile *const profile = namedProfile();
        if (!profile)
            return;
        if (!(m_letters.given() == Secrets{}) || !m_letters.user.empty())
            return failUsage(tr("A device with a profile has its credentials from there: leave the letters out."));
        profile->applyTo(*device);
    }
    if (const auto failure = context().devices().save(*device))
        return fail(*failure);
    Terminal::say(tr("Saved %1 in %2.").arg(name, context().devices().path()));
    keepSecret(device->id);
}

// What the letters gave; a read community is not for writing.
void DevicesVerb::keepSecret(const QUuid &owner) {
    Secrets secrets = m_letters.given();
    secrets.writeCommunity = Secret();
    if (secrets == Secrets{})
        return end(ExitStatus::Whole);
    ChosenSecretStore &store = context().secrets();
    if (store.chosen().value_or(ChosenSecretStore::Place::Memory) == ChosenSecretStore::Place::Memory) {
        Terminal::say(tr("The secret was not stored: choose a place for it with “walkabout-cli secrets keyring” or "
                         "“secrets vault”, or give it with its letter, in the environment, or when asked."));
        return end(ExitStatus::Whole);
    }
    store.write(owner, secrets, this, [this](const std::optional<Failure> &failure) {
        if (failure)
            return end(exitStatus(*failure)); // said by the store
        Terminal::say(tr("Its secret was stored: %1.").arg(context().secrets().whereKept()));
        end(ExitStatus::Whole);
    });
}

void DevicesVerb::remove() {
    const Device *const device = saved();
    if (!device)
        return;
    const QUuid id = device->id;
    if (const auto failure = context().devices().remove(id))
        return fail(*failure);
    Terminal::say(tr("Removed %1.").arg(QString::fromStdString(m_name)));
    context().secrets().remove(id, this, [this](const std::optional<Failure> &failure) {
        end(failure ? exitStatus(*failure) : ExitStatus::Whole); // and was said
    });
}

void DevicesVerb::opened() {
    Query query;
    // sysDescr, sysObjectID, sysUpTime, sysName
    query.objects = {u"1.3.6.1.2.1.1.1.0"_s, u"1.3.6.1.2.1.1.2.0"_s, u"1.3.6.1.2.1.1.3.0"_s, u"1.3.6.1.2.1.1.5.0"_s};
    auto operation = query.begin(target().connection(), *context().library());
    if (!operation)
        return fail(operation.failure());
    m_reading = std::make_unique<Reading>(
        context().terminal(), VarBindLines(context().library(), {.json = context().json()}), std::move(*operation));
    connect(m_reading.get(), &Reading::finished, this, &DevicesVerb::finishTest);
}

void DevicesVerb::interrupt(int signalNumber) {
    m_signal = signalNumber;
    if (m_reading)
        m_reading->cancel();
    else
        TargetCommand::interrupt(signalNumber);
}

void DevicesVerb::finishTest() {
    const Operation &operation = m_reading->operation();
    Summary summary;
    summary.add(operation);
    conclude(context().terminal(), operation.failure(), summary, context().json());
    end(operation.ending() == Ending::Cancelled && m_signal != 0 ? 128 + m_signal : int(exitStatus(operation)));
}

} // namespace walkabout
