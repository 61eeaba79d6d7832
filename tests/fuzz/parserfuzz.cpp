// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a MIB file: read, parsed, packed, linked and written as a compiled library, all in memory.
#include "core/mib/collection.h"
#include "core/mib/librarybuilder.h"
#include "core/mib/libraryindexes.h"
#include "core/mib/librarywriter.h"
#include "core/mib/parser.h"
#include "library_generated.h"

#include <cstdlib>
#include <map>

using namespace walkabout;
using namespace walkabout::mib;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    std::optional<Diagnostic> problem;
    const QByteArray copy(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const auto source = std::make_shared<const Source>(Source::of(QStringLiteral("FUZZ-MIB"), copy, problem));
    Parser parser(source);
    const std::vector<Module> modules = parser.parse();

    // One of each name, by name, as a collection's are chosen.
    Unit::Packing packing;
    std::map<std::string, Unit, std::less<>> units;
    for (const Module &module : modules)
        units.try_emplace(std::string(module.view(module.name)), Unit::pack(module, packing));
    std::vector<Chosen> chosen;
    for (const auto &[name, unit] : units) {
        // What was packed reads as what it was.
        if (Unit::over(unit.bytes()).definitions.size() != unit.definitions.size())
            std::abort();
        chosen.push_back({&unit, source->path(), source, Collection::User, {}, {}});
    }
    LibraryTables tables;
    LibraryBuilder builder(std::move(chosen), tables);
    builder.build();
    LibraryIndexes indexes(tables, builder.takeStandings(), builder.plainValues());
    indexes.build();
    return writeLibrary(std::move(tables)).size() > 0 ? 0 : -1;
}
