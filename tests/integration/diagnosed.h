// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/diagnosis.h"
#include "tests/support/waiting.h"

namespace walkabout::test {

inline DiagnosisPlan planFor(const Endpoint &endpoint, const Credential &credential, const Oid &object = {}) {
    DiagnosisPlan plan;
    plan.endpoint = endpoint;
    plan.credential = credential;
    plan.bounds = {std::chrono::milliseconds(1000), 1};
    plan.object = object;
    return plan;
}

/// Diagnoses run to their end: what was found, in which steps.
class Diagnosed final {
public:
    explicit Diagnosed(Engine &its)
        : engine(its) {}

    Finding found(const DiagnosisPlan &plan) {
        Diagnosis diagnosis(engine, plan);
        steps.clear();
        QObject::connect(
            &diagnosis, &Diagnosis::stepped, &diagnosis, [this](const DiagnosisStep &step) { steps << step.text(); });
        const Ticker ticker;
        if (!finishes(diagnosis, 60'000) || diagnosis.ending() != Ending::Whole)
            return {Finding::Cause::Other, {QStringLiteral("it did not end")}, {}};
        longestGap = ticker.longestGap();
        const Figures &figures = diagnosis.figures();
        if (figures.requests + figures.retries > Diagnosis::packets(plan))
            return {Finding::Cause::Other, {QStringLiteral("it sent more than it said")}, {}};
        return diagnosis.finding();
    }

    Engine &engine;
    QStringList steps;
    int longestGap = 0; // of the event loop, milliseconds
};

} // namespace walkabout::test
