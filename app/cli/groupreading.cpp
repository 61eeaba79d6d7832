// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groupreading.h"

#include "app/cli/terminal.h"
#include "core/base/jsonobject.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace walkabout {

GroupReading::GroupReading(Terminal &terminal, VarBindLines lines, bool json, std::unique_ptr<GroupRead> group)
    : m_terminal(terminal)
    , m_lines(std::move(lines))
    , m_json(json)
    , m_group(std::move(group)) {
    connect(m_group.get(), &GroupRead::batch, this, &GroupReading::print);
    connect(m_group.get(), &GroupRead::ended, this, &GroupReading::tell);
    connect(m_group.get(), &GroupRead::finished, this, &GroupReading::conclude);
}

GroupReading::~GroupReading() = default;

void GroupReading::print(const Device &device, const VarBinds &varBinds) {
    const QByteArray head
        = m_json ? "{\"device\":" + JsonObject::quoted(device.label()) + ',' : device.label().toUtf8() + ": ";
    m_lines.setInterfaces(m_group->interfacesOf(device.id));
    QByteArray line;
    for (const VarBind &varBind : varBinds) {
        line.clear();
        m_lines.append(line, varBind);
        m_terminal.buffer().append(head).append(m_json ? QByteArrayView(line).sliced(1) : QByteArrayView(line));
        m_terminal.lineEnd();
    }
    m_terminal.flush();
    if (m_terminal.closed())
        m_group->cancel();
}

void GroupReading::tell(const Device &device, const GroupOutcome &outcome) {
    ++m_devices;
    const bool isWhole = outcome.ending == Ending::Whole;
    m_whole += isWhole;
    Summary summary;
    summary.figures = outcome.figures;
    summary.ending = outcome.ending.value_or(Ending::Refused);
    m_summary.figures.varBinds += outcome.figures.varBinds;
    m_summary.figures.requests += outcome.figures.requests;
    m_summary.figures.retries += outcome.figures.retries;
    m_summary.figures.dropped += outcome.figures.dropped;
    m_summary.figures.elapsed = std::max(m_summary.figures.elapsed, outcome.figures.elapsed);
    if (!isWhole && m_status == ExitStatus::Whole) {
        m_status = outcome.failure ? exitStatus(*outcome.failure) : ExitStatus::EndedEarly;
        m_summary.ending = summary.ending;
    }
    if (outcome.failure && outcome.failure->kind() != Failure::Kind::Cancelled) // who stopped it knows, of every device
        Terminal::say(device.label() + u": "_s + outcome.failure->text());
    if (m_json) {
        m_terminal.line("{\"device\":" + JsonObject::quoted(device.label()) + ',' + summary.json().sliced(1));
        m_terminal.flush();
    }
}

void GroupReading::conclude() {
    m_terminal.flush();
    if (m_json)
        m_terminal.line(m_summary.json());
    m_terminal.flush();
    if (!m_json)
        Terminal::say(QCoreApplication::translate("Cli", "%1 of %2 devices whole: %3")
                          .arg(m_whole)
                          .arg(m_devices)
                          .arg(m_summary.text()));
    emit finished();
}

} // namespace walkabout
