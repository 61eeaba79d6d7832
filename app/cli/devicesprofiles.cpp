// SPDX-License-Identifier: GPL-3.0-or-later
// devices profiles.
#include "app/cli/context.h"
#include "app/cli/devicesverb.h"
#include "app/cli/terminal.h"
#include "core/base/count.h"
#include "core/base/jsonobject.h"

using namespace Qt::StringLiterals;

namespace walkabout {

void DevicesVerb::profiles() {
    Terminal &terminal = context().terminal();
    for (const CredentialProfile &profile : context().devices().profiles()) {
        const qsizetype users = context().devices().devicesWith(profile.id).size();
        if (context().json()) {
            JsonObject object;
            object.text("name", profile.name);
            object.text("version", Credential::name(profile.version));
            object.text("user", profile.user);
            object.number("devices", users);
            object.text("id", profile.id.toString(QUuid::WithoutBraces));
            terminal.line(object.bytes());
        } else {
            terminal.line(
                u"%1  %2  %3"_s.arg(profile.name, profile.text(), counted(users, tr("%1 device"), tr("%1 devices")))
                    .toUtf8());
        }
    }
    terminal.flush();
    end(ExitStatus::Whole);
}

// The letters are laid over a device as anywhere: a profile is what of it devices may share.
void DevicesVerb::addProfile() {
    const QString name = QString::fromStdString(m_name).trimmed();
    if (name.isEmpty())
        return failUsage(tr("A profile needs a name."));
    if (context().devices().profileNamed(name))
        return failUsage(
            tr("A profile named “%1” is saved already: remove it first, or choose another name.").arg(name));
    Device device;
    if (const auto failure = m_letters.applyTo(device))
        return fail(*failure);
    const CredentialProfile profile = CredentialProfile::of(device, name);
    if (profile.version == Version::V3 && profile.user.isEmpty())
        return failUsage(tr("A profile of SNMPv3 needs a user: -u."));
    if (const auto failure = context().devices().apply({.profiles = {profile}}))
        return fail(*failure);
    Terminal::say(tr("Saved the profile %1 (%2).").arg(name, profile.text()));
    keepSecret(profile.id);
}

void DevicesVerb::removeProfile() {
    m_profile = m_name;
    const CredentialProfile *const profile = namedProfile();
    if (!profile)
        return;
    const QUuid id = profile->id;
    const qsizetype users = context().devices().devicesWith(id).size();
    if (const auto failure = context().devices().apply({.removedProfiles = {id}}))
        return fail(*failure);
    Terminal::say(users == 0
            ? tr("Removed the profile %1.").arg(QString::fromStdString(m_name))
            : tr("Removed the profile %1; %2 with it keep its version and user, and need secrets of "
                 "their own.")
                  .arg(QString::fromStdString(m_name), counted(users, tr("%1 device"), tr("%1 devices"))));
    context().secrets().remove(id, this, [this](const std::optional<Failure> &failure) {
        end(failure ? exitStatus(*failure) : ExitStatus::Whole); // and was said
    });
}

} // namespace walkabout
