// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/linkreporter.h"

#include "core/mib/linecount.h"

#include <algorithm>

namespace walkabout::mib {

void LinkReporter::report(Diagnostic::Severity severity, const char *code, quint32 begin, const QString &message) {
    const auto before = std::ranges::count(m_findings, code, &Finding::code);
    if (before < MostOfOneCode)
        m_findings.push_back({severity, code, m_unit->sourceOffset(begin), message});
}

QList<Diagnostic> LinkReporter::locate(const Source &source) {
    std::ranges::stable_sort(m_findings, {}, &Finding::offset);
    const QString module = m_unit->text(m_unit->name);
    QList<Diagnostic> located;
    LineCount lines(source);
    for (const Finding &finding : m_findings) {
        const Source::Position position = lines.at(finding.offset);
        located.append({finding.severity, QString::fromLatin1(finding.code), finding.message, module, source.path(),
            position.line, position.column, source.excerpt(finding.offset)});
    }
    return located;
}

} // namespace walkabout::mib
