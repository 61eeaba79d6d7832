// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parsedfile.h"

#include "core/mib/parser.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

void parseInto(ParsedFile &parsed, Source source) {
    Parser parser(std::make_shared<const Source>(std::move(source)));
    for (Module &module : parser.parse())
        parsed.modules.push_back(std::move(module));
    parsed.diagnostics.append(parser.takeDiagnostics());
}

bool isError(const Diagnostic &one) { return one.severity == Diagnostic::Severity::Error; }

} // namespace

ParsedFile parseFile(const ListedFile &file) {
    ParsedFile parsed;
    std::optional<Diagnostic> problem;
    Source source = Source::read(file.path, problem);
    if (problem && file.named && Source::isArchive(*problem)) {
        parsed.isArchive = true;
        source = {};
        for (Source &member : Source::readArchive(file.path, parsed.diagnostics))
            parseInto(parsed, std::move(member));
        if (parsed.modules.empty() && std::ranges::none_of(parsed.diagnostics, isError))
            parsed.diagnostics.append({Diagnostic::Severity::Error, u"no-module-in-archive"_s,
                QCoreApplication::translate("Source", "There is no MIB module in this archive."), {}, file.path, 0, 0,
                {}});
        return parsed;
    }
    if (problem) {
        // In a folder, other files may well stand beside the modules.
        if (!file.named)
            problem->severity = Diagnostic::Severity::Note;
        parsed.diagnostics.append(*problem);
        return parsed;
    }
    parseInto(parsed, std::move(source));
    return parsed;
}

} // namespace walkabout::mib
