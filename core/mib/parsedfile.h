// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/filelist.h"
#include "core/mib/module.h"

namespace walkabout::mib {

/// What one file of a collection holds: a value, made by a pure function.
struct ParsedFile {
    std::vector<Module> modules;
    QList<Diagnostic> diagnostics; // outside of any module
    std::shared_ptr<Source> source; // of a file that is no archive
    bool isArchive = false;
};

/// Memory that one thread parses one file after another with: to touch it for the first time takes as long as to parse.
class ParsingRoom final {
public:
    [[nodiscard]] ParsedFile parse(const ListedFile &file);
    /// Once nobody needs the file's modules any more.
    void takeBack(ParsedFile parsed);

private:
    QByteArray m_bytes;
    Module m_module;
};

} // namespace walkabout::mib
