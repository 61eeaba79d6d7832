// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"
#include "core/mib/unit.h"

#include <QList>

namespace walkabout::mib {

/// Collects what is wrong with one module in the company of the others, bounded. Where it stands is told by offsets of
/// the source, which is not at hand any more: locate() reads the file again, once, and only if there is anything.
class LinkReporter final {
public:
    static constexpr int MostOfOneCode = 100;

    explicit LinkReporter(const Unit &unit)
        : m_unit(&unit) {}

    void error(const char *code, quint32 begin, const QString &message) {
        report(Diagnostic::Severity::Error, code, begin, message);
    }
    void warn(const char *code, quint32 begin, const QString &message) {
        report(Diagnostic::Severity::Warning, code, begin, message);
    }
    void note(const char *code, quint32 begin, const QString &message) {
        report(Diagnostic::Severity::Note, code, begin, message);
    }
    [[nodiscard]] bool isEmpty() const { return m_findings.empty(); }
    /// With line, column and excerpt, in the order of the file; source is the file's, empty if it cannot be read.
    [[nodiscard]] QList<Diagnostic> locate(const Source &source);

private:
    struct Finding {
        Diagnostic::Severity severity;
        const char *code;
        quint32 offset;
        QString message;
    };
    void report(Diagnostic::Severity severity, const char *code, quint32 begin, const QString &message);

    const Unit *m_unit;
    std::vector<Finding> m_findings;
};

} // namespace walkabout::mib
