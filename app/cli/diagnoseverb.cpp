// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/diagnoseverb.h"

#include "app/cli/context.h"
#include "app/cli/terminal.h"
#include "core/base/jsonobject.h"
#include "core/work/diagnosing.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

ExitStatus statusOf(const Finding &finding) {
    using Cause = Finding::Cause;
    switch (finding.cause) {
    case Cause::Answers:
    case Cause::SharedEngine:
    case Cause::Slow:
    case Cause::LargeAnswersLost:
    case Cause::OtherAddress: return ExitStatus::Whole;
    case Cause::UnknownHost:
    case Cause::Refused:
    case Cause::Unreachable:
    case Cause::Silent:
    case Cause::Lossy:
    case Cause::OtherSource:
    case Cause::OtherVersion:
    case Cause::Other: return ExitStatus::NoAnswer;
    case Cause::Malformed: return ExitStatus::EndedEarly;
    case Cause::HiddenObject: return ExitStatus::AgentError;
    default: return ExitStatus::Access;
    }
}

} // namespace

void DiagnoseVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "diagnose", "tell why there is no answer");
    m_letters.addTo(*verb);
    verb->add_option("OBJECT", m_object, "what was asked for in vain");
    verb->add_flag("--other-versions", m_otherVersions,
        "try the other SNMP versions too; with -c on an SNMPv3 device the community goes out in clear");
}

void DiagnoseVerb::start() {
    auto inquiry = SecretInquiry::begin(
        context(), m_letters, Target::read(QString::fromStdString(m_letters.target), context().devices()));
    if (!inquiry)
        return fail(inquiry.failure());
    m_inquiry = *std::move(inquiry);
    m_device = m_inquiry->device();
    connect(m_inquiry.get(), &SecretInquiry::finished, this, &DiagnoseVerb::known);
}

void DiagnoseVerb::known() {
    auto secrets = m_inquiry->take();
    m_inquiry.release()->deleteLater(); // its signal brought us here
    if (!secrets)
        return fail(secrets.failure());
    m_secrets = *std::move(secrets);
    if (m_device.kind == Device::Kind::Live)
        return begin(m_device, m_device.readCredential(m_secrets));
    m_opening = std::make_unique<Opening>(context().engine(), m_device, m_secrets, context().library());
    connect(m_opening.get(), &Opening::finished, this, &DiagnoseVerb::opened);
}

void DiagnoseVerb::opened() {
    auto target = m_opening->take();
    m_opening.release()->deleteLater(); // its signal brought us here
    if (!target)
        return fail(target.failure());
    m_target = *std::move(target);
    begin(m_target->connection().device(), m_target->connection().readCredential());
}

void DiagnoseVerb::begin(const Device &device, const Result<Credential> &credential) {
    if (!credential)
        return fail(credential.failure());
    auto plan = diagnosing::plan(device, *credential, QString::fromStdString(m_object), *context().library());
    if (!plan)
        return fail(plan.failure());
    plan->otherVersions = m_otherVersions;
    if (m_otherVersions && device.version == Version::V3 && !m_letters.community.empty())
        plan->community = m_secrets.readCommunity; // typed for this very command
    Terminal::say(diagnosing::warning(*plan));
    m_diagnosis = std::make_unique<Diagnosis>(context().engine(), *std::move(plan));
    connect(m_diagnosis.get(), &Diagnosis::stepped, this, &DiagnoseVerb::say);
    connect(m_diagnosis.get(), &Diagnosis::finished, this, &DiagnoseVerb::finish);
}

void DiagnoseVerb::print(const QString &text) {
    context().terminal().line(text.toUtf8());
    context().terminal().flush(); // steps show as they happen
}

void DiagnoseVerb::say(const DiagnosisStep &step) {
    if (!context().json())
        return print(step.text());
    JsonObject object;
    object.text("step", step.name());
    object.texts("arguments", step.arguments);
    if (step.failure)
        object.text("failure", step.failure->logText());
    if (step.roundTrip.count() > 0)
        object.number("microseconds", step.roundTrip.count());
    object.text("text", step.text());
    print(QString::fromUtf8(object.bytes()));
}

void DiagnoseVerb::finish() {
    const Finding &finding = m_diagnosis->finding();
    const Figures &figures = m_diagnosis->figures();
    if (context().json()) {
        JsonObject object;
        object.text("end", endingName(*m_diagnosis->ending()));
        object.text("cause", finding.causeName());
        object.text("field", finding.fieldName());
        object.texts("arguments", finding.arguments);
        object.text("text", finding.text());
        if (finding.remedy)
            object.text("change", finding.remedy->text());
        object.number("packets", figures.requests + figures.retries);
        print(QString::fromUtf8(object.bytes()));
    } else {
        print(finding.text());
        if (finding.remedy)
            print(QCoreApplication::translate("Cli", "Proposal: %1.").arg(finding.remedy->text()));
    }
    end(statusOf(finding));
}

} // namespace walkabout
