// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/enterprises.h"

namespace walkabout {

const Oid &enterprises() {
    static const Oid oid{1, 3, 6, 1, 4, 1};
    return oid;
}

QHash<quint32, QString> enterpriseOwners(const Library &library) {
    QHash<quint32, QHash<QString, int>> votes;
    for (const ModuleInfo &module : library.modules()) {
        if (module.identity.size() <= EnterprisesLength || !module.identity.startsWith(enterprises()))
            continue;
        const QString organization = module.organization.section(u'\n', 0, 0).simplified();
        if (!organization.isEmpty())
            ++votes[module.identity[EnterprisesLength]][organization];
    }
    QHash<quint32, QString> owners;
    for (auto number = votes.cbegin(); number != votes.cend(); ++number) {
        QString best;
        int most = 0;
        for (auto vote = number->cbegin(); vote != number->cend(); ++vote) {
            if (vote.value() > most || (vote.value() == most && vote.key() < best)) {
                most = vote.value();
                best = vote.key();
            }
        }
        owners.insert(number.key(), best);
    }
    return owners;
}

} // namespace walkabout
