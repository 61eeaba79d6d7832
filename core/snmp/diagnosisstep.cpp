// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/diagnosisstep.h"

#include <array>

using namespace Qt::StringLiterals;

namespace walkabout {

QString DiagnosisStep::name() const {
    static constexpr std::array<QStringView, 10> names
        = {u"lookup", u"ask", u"probe", u"version", u"level", u"protocol", u"context", u"object", u"large", u"engine"};
    return names[size_t(what)].toString();
}

QString DiagnosisStep::text() const {
    const QString first = arguments.value(0);
    const QString rest = arguments.mid(1).join(u", "_s);
    const QString outcome = failure ? failure->text()
        : roundTrip.count() > 0     ? tr("answers in %1 ms").arg(double(roundTrip.count()) / 1000, 0, 'f', 1)
                                    : tr("works");
    switch (what) {
    case What::Lookup: return failure ? failure->text() : tr("%1 is %2").arg(first, rest);
    case What::Ask: return tr("Asked %1: %2").arg(first, outcome);
    case What::Probe:
        return rest.isEmpty() ? tr("Listened for an answer to %1 from anywhere: none").arg(first)
                              : tr("Listened for an answer to %1 from anywhere: it comes from %2").arg(first, rest);
    case What::Version: return tr("Asked in version %1: %2").arg(first, outcome);
    case What::Level: return tr("Asked with %1: %2").arg(first, outcome);
    case What::Protocol: return tr("Tried %1: %2").arg(first, failure ? tr("not accepted") : tr("accepted"));
    case What::Context: return tr("Asked without the context %1: %2").arg(first, outcome);
    case What::Object: return tr("Asked for %1: %2").arg(first, outcome);
    case What::Large: return tr("Asked for %1 varbinds at once: %2").arg(first, outcome);
    case What::Engine: return tr("The engine ID is %1").arg(first);
    }
    return {};
}

} // namespace walkabout
