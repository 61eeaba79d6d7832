// SPDX-License-Identifier: GPL-3.0-or-later
// devices export and import.
#include "app/cli/context.h"
#include "app/cli/devicesverb.h"
#include "app/cli/terminal.h"
#include "core/base/count.h"
#include "core/store/importedrows.h"
#include "core/store/project.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

void DevicesVerb::exportProject() {
    const QString file = QString::fromStdString(m_file);
    const DeviceStore &devices = context().devices();
    if (const auto failure = Project(devices, context().settings()).write(file))
        return fail(*failure);
    Terminal::say(tr("Wrote %1 and %2 to %3, without secrets.")
                      .arg(counted(devices.devices().size(), tr("%1 device"), tr("%1 devices")),
                          counted(devices.profiles().size(), tr("%1 profile"), tr("%1 profiles")), file));
    end(ExitStatus::Whole);
}

void DevicesVerb::import() {
    const QString file = QString::fromStdString(m_file);
    const auto found = DeviceImport::open(file);
    if (!found)
        return fail(found.failure());
    for (const DeviceImport::Problem &problem : found->problems)
        Terminal::say(problem.line > 0 ? tr("%1, line %2: %3").arg(file).arg(problem.line).arg(problem.text)
                                       : tr("%1: %2").arg(file, problem.text));
    const ImportedRows rows(*found, context().devices());
    using Fate = ImportedRows::Fate;
    for (const ImportedRows::Row &row : rows.rows()) {
        if (row.fate == Fate::There)
            Terminal::say(row.remark.isEmpty() ? tr("%1 is already there").arg(row.name)
                                               : tr("%1 is already there: %2").arg(row.name, row.remark));
        else if (!row.remark.isEmpty())
            Terminal::say(tr("%1: %2").arg(row.name, row.remark));
    }
    if (const auto failure = context().devices().apply(rows.changes()))
        return fail(*failure);
    QStringList favourites;
    for (const auto &known : context().settings().value(Project::favouritesKey()).toArray())
        favourites += known.toString();
    const qsizetype before = favourites.size();
    favourites += found->favourites;
    favourites.removeDuplicates();
    if (favourites.size() > before) {
        if (const auto failure
            = context().settings().set({{Project::favouritesKey(), QJsonArray::fromStringList(favourites)}}))
            return fail(*failure);
    }
    Terminal::say(tr("%1 new, %2 changed, %3 already there.")
                      .arg(rows.count(Fate::New))
                      .arg(rows.count(Fate::Changed))
                      .arg(rows.count(Fate::Same) + rows.count(Fate::There)));
    m_importError = std::ranges::any_of(found->problems, &DeviceImport::Problem::isError);
    keepSecrets(rows.secrets());
}

void DevicesVerb::keepSecrets(QList<std::pair<QUuid, Secrets>> secrets) {
    const ExitStatus whole = m_importError ? ExitStatus::File : ExitStatus::Whole;
    if (secrets.isEmpty())
        return end(whole);
    if (context().secrets().chosen().value_or(ChosenSecretStore::Place::Memory) == ChosenSecretStore::Place::Memory) {
        Terminal::say(
            tr("The secrets in the file were not stored, and are asked for where they are needed: a place for "
               "them is chosen with “walkabout-cli secrets keyring” or “secrets vault”."));
        return end(whole);
    }
    const auto [owner, kept] = secrets.takeFirst();
    context().secrets().write(owner, kept, this, [this, rest = std::move(secrets)](const auto &failure) {
        if (failure)
            return end(exitStatus(*failure)); // said by the store
        if (rest.isEmpty())
            Terminal::say(tr("The secrets in the file were stored: %1.").arg(context().secrets().whereKept()));
        keepSecrets(rest);
    });
}

} // namespace walkabout
