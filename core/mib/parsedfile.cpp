// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parsedfile.h"

#include "core/mib/archive.h"
#include "core/mib/parser.h"

namespace walkabout::mib {

ParsedFile parseFile(const ListedFile &file) {
    ParsedFile parsed;
    std::vector<Source> sources;
    if (file.named) {
        parsed.isArchive = Archive::isOne(file.path);
        sources = Source::readAll(file.path, parsed.diagnostics);
    } else {
        std::optional<Diagnostic> problem;
        sources.push_back(Source::read(file.path, problem));
        if (problem) {
            // In a folder, other files may well stand beside the modules; archives there are not looked into.
            problem->severity = Diagnostic::Severity::Note;
            parsed.diagnostics.append(*problem);
            return parsed;
        }
    }
    for (Source &source : sources) {
        Parser parser(std::make_shared<const Source>(std::move(source)));
        for (Module &module : parser.parse())
            parsed.modules.push_back(std::move(module));
        parsed.diagnostics += parser.takeDiagnostics();
    }
    return parsed;
}

} // namespace walkabout::mib
