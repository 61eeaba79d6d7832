// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/parsedfile.h"

#include "core/mib/archive.h"
#include "core/mib/parser.h"

#include <utility>

namespace walkabout::mib {

ParsedFile ParsingRoom::parse(const ListedFile &file) {
    ParsedFile parsed;
    const auto parseSource = [&](std::shared_ptr<const Source> source) {
        Parser parser(std::move(source), std::exchange(m_module, {}));
        for (Module &module : parser.parse())
            parsed.modules.push_back(std::move(module));
        parsed.diagnostics += parser.takeDiagnostics();
    };
    if (file.named && Archive::isOne(file.path)) {
        parsed.isArchive = true;
        for (Source &source : Source::readAll(file.path, parsed.diagnostics))
            parseSource(std::make_shared<const Source>(std::move(source)));
        return parsed;
    }
    std::optional<Diagnostic> problem;
    parsed.source = std::make_shared<Source>(Source::read(file.path, problem, std::exchange(m_bytes, {})));
    if (problem) {
        // In a folder, other files may well stand beside the modules; archives there are not looked into.
        if (!file.named)
            problem->severity = Diagnostic::Severity::Note;
        parsed.diagnostics.append(*problem);
        return parsed;
    }
    parseSource(parsed.source);
    return parsed;
}

void ParsingRoom::takeBack(ParsedFile parsed) {
    if (!parsed.modules.empty())
        m_module = Module::emptied(std::move(parsed.modules.front()));
    parsed.modules.clear();
    if (parsed.source && parsed.source.use_count() == 1)
        m_bytes = std::move(*parsed.source).takeBytes();
}

} // namespace walkabout::mib
