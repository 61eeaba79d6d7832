// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/diagnosing.h"

#include "core/work/objectname.h"

namespace walkabout::diagnosing {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Diagnosis", text); }

} // namespace

Result<DiagnosisPlan> plan(
    const Device &device, const Credential &credential, const QString &object, const Library &library) {
    DiagnosisPlan plan;
    plan.endpoint = device.endpoint;
    plan.credential = credential;
    plan.bounds = device.bounds;
    if (!object.isEmpty()) {
        const auto name = ObjectName::parse(object, library);
        if (!name)
            return name.failure();
        plan.object = name->oid;
    }
    return plan;
}

QString warning(const DiagnosisPlan &plan) {
    return tr("Sends at most %1 packets to %2; a device may report them as authentication failures.")
        .arg(Diagnosis::packets(plan))
        .arg(plan.endpoint.toString());
}

} // namespace walkabout::diagnosing
