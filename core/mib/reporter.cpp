// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/reporter.h"

#include <algorithm>

namespace walkabout::mib {

void Reporter::report(Diagnostic::Severity severity, const char *code, quint32 offset, const QString &message) {
    auto count = std::ranges::find(m_counts, code, &std::pair<const char *, int>::first);
    if (count == m_counts.end()) {
        m_counts.append({code, 0});
        count = m_counts.end() - 1;
    }
    if (++count->second > MostOfOneCode)
        return;
    const Source::Position position = m_lines.at(offset);
    m_diagnostics.append({severity, QString::fromLatin1(code), message, m_module, m_source.path(), position.line,
        position.column, m_source.excerpt(offset)});
}

bool Reporter::hasErrors() const {
    return std::ranges::find(m_diagnostics, Diagnostic::Severity::Error, &Diagnostic::severity) != m_diagnostics.end();
}

} // namespace walkabout::mib
