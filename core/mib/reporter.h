// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/lineindex.h"

#include <QList>

namespace walkabout::mib {

/// Collects what is wrong with one source, bounded: a file of garbage shall not fill the memory with complaints.
class Reporter final {
public:
    static constexpr int MostOfOneCode = 100;

    explicit Reporter(const Source &source)
        : m_source(source)
        , m_lines(source) {}

    void setModule(const QString &module) { m_module = module; }
    void report(Diagnostic::Severity severity, const char *code, quint32 offset, const QString &message);
    void error(const char *code, quint32 offset, const QString &message) {
        report(Diagnostic::Severity::Error, code, offset, message);
    }
    void warn(const char *code, quint32 offset, const QString &message) {
        report(Diagnostic::Severity::Warning, code, offset, message);
    }
    /// Since they were taken.
    [[nodiscard]] bool hasErrors() const;
    [[nodiscard]] QList<Diagnostic> take() { return std::exchange(m_diagnostics, {}); }

private:
    const Source &m_source;
    LineIndex m_lines;
    QString m_module;
    QList<Diagnostic> m_diagnostics;
    QList<std::pair<const char *, int>> m_counts;
};

} // namespace walkabout::mib
