// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parsedfile.h"

#include "core/mib/parser.h"

namespace walkabout::mib {

ParsedFile parseFile(const ListedFile &file) {
    ParsedFile parsed;
    std::optional<Diagnostic> problem;
    auto source = std::make_shared<const Source>(Source::read(file.path, problem));
    if (problem) {
        // In a folder, other files may well stand beside the modules.
        if (!file.named)
            problem->severity = Diagnostic::Severity::Note;
        parsed.diagnostics.append(*problem);
        return parsed;
    }
    Parser parser(std::move(source));
    parsed.modules = parser.parse();
    parsed.diagnostics = parser.takeDiagnostics();
    return parsed;
}

} // namespace walkabout::mib
