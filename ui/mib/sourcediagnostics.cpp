// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/sourcediagnostics.h"

#include "ui/shared/palette.h"

#include <QGuiApplication>

namespace walkabout {

QString severityText(Diagnostic::Severity severity) {
    switch (severity) {
    case Diagnostic::Severity::Error: return SourceDiagnostics::tr("error");
    case Diagnostic::Severity::Warning: return SourceDiagnostics::tr("warning");
    case Diagnostic::Severity::Note: break;
    }
    return SourceDiagnostics::tr("note");
}

void SourceDiagnostics::set(const QList<Diagnostic> &diagnostics) {
    if (diagnostics == m_all)
        return;
    beginResetModel();
    m_all = diagnostics;
    endResetModel();
}

int SourceDiagnostics::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_all.size()); }

int SourceDiagnostics::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SourceDiagnostics::data(const QModelIndex &index, int role) const {
    const Diagnostic &diagnostic = m_all[index.row()];
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Line: return diagnostic.line > 0 ? QString::number(diagnostic.line) : QString();
        case Severity: return severityText(diagnostic.severity);
        case Code: return diagnostic.code;
        default: return diagnostic.message;
        }
    }
    if (role == Qt::ToolTipRole)
        return diagnostic.excerpt.isEmpty() ? diagnostic.message
                                            : diagnostic.message + u'\n' + diagnostic.excerpt.trimmed();
    if (role == Qt::ForegroundRole && index.column() == Severity) {
        const bool isError = diagnostic.severity == Diagnostic::Severity::Error;
        return tint(QGuiApplication::palette(), isError ? Tint::Bad : Tint::Warning);
    }
    return {};
}

QVariant SourceDiagnostics::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line: return tr("Line");
    case Severity: return tr("Severity");
    case Code: return tr("Code");
    default: return tr("Message");
    }
}

} // namespace walkabout
