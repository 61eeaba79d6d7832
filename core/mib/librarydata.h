// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"
#include "core/mib/libraryimage.h"
#include "core/mib/moduleinfo.h"
#include "core/mib/rows.h"
#include "core/mib/source.h"
#include "core/mib/types.h"

#include <mutex>
#include <span>
#include <unordered_map>

namespace walkabout {

/// The compiled library, read from its image: lists that index each other (library.fbs says what each holds), and the
/// few things that are worth being made once: module records, types that were asked for.
class LibraryData final {
public:
    explicit LibraryData(std::shared_ptr<const mib::LibraryImage> image);

    mib::Rows<mib::file::Node> nodes;
    mib::Rows<mib::file::Fact> facts;
    mib::Rows<qint32> children;
    mib::Rows<mib::file::Type> types;
    mib::Rows<qint32> typesByName;
    mib::Rows<mib::file::Enum> enums;
    mib::Rows<mib::file::Range> ranges;
    mib::Rows<mib::file::Index> indexes;
    mib::Rows<mib::file::Member> members;
    mib::Rows<mib::file::Name> names;
    mib::Rows<qint32> nodesByName;
    std::string_view lowerNames;
    mib::Rows<quint32> lowerStarts;
    mib::Rows<mib::file::Label> labels;
    mib::Rows<qint32> typesByLabel;
    mib::Rows<qint32> nodesByType;
    mib::Rows<quint32> typeStarts;
    std::string_view lowerLabels;
    mib::Rows<quint32> lowerLabelStarts;
    mib::Rows<mib::file::Module> moduleRows;
    mib::Rows<qint32> nodesByModule;
    mib::Rows<mib::file::Unplaced> unplaced;
    mib::Rows<mib::file::Diagnostic> diagnostics;
    QList<ModuleInfo> modules; // by name
    QList<ModuleInfo> switchedOff;

    [[nodiscard]] const mib::LibraryImage &image() const { return *m_image; }
    [[nodiscard]] const std::shared_ptr<const mib::LibraryImage> &sharedImage() const { return m_image; }
    [[nodiscard]] std::string_view string(const mib::file::Text &text) const {
        return mib::cut(m_strings, text.offset(), text.size());
    }
    [[nodiscard]] QString stringOf(const mib::file::Text &text) const { return mib::decodeText(string(text)); }
    [[nodiscard]] QString note(const mib::file::Text &text) const;
    [[nodiscard]] std::string_view text(const mib::file::Text &text) const {
        return m_image->text(text.offset(), text.size());
    }
    /// A description as a person reads it: decoded, its common indentation taken off.
    [[nodiscard]] QString prose(const mib::file::Text &text) const;
    [[nodiscard]] QString moduleName(qint32 module) const {
        return module < 0 || module >= modules.size() ? QString() : modules[module].name;
    }
    [[nodiscard]] QString qualifiedName(qint32 node) const;
    [[nodiscard]] qint32 moduleIndex(QStringView name) const;
    /// The child with this arc; -1: none.
    [[nodiscard]] qint32 childOf(qint32 node, quint32 arc) const;
    [[nodiscard]] const mib::file::Name *name(std::string_view name) const;
    [[nodiscard]] TypeInfo typeInfo(qint32 type) const;
    [[nodiscard]] QString syntaxOf(qint32 type) const;
    /// Made when first asked for, kept as long as the library.
    [[nodiscard]] const TypeInfo *namedType(QStringView qualifiedName) const;
    [[nodiscard]] ModuleFacts factsOf(qint32 module) const;
    [[nodiscard]] ModuleFacts factsOfOff(QStringView module) const;
    [[nodiscard]] QList<ModuleImport> importsOf(qint32 module) const;
    [[nodiscard]] Diagnostic diagnostic(const mib::file::Diagnostic &row) const;

private:
    [[nodiscard]] ModuleInfo info(const mib::file::Module &row) const;
    [[nodiscard]] QString rangesText(const mib::file::Slice &slice) const;

    std::shared_ptr<const mib::LibraryImage> m_image;
    std::string_view m_strings;
    std::string_view m_notes;
    mutable std::mutex m_mutex;
    mutable std::unordered_map<qint32, std::unique_ptr<TypeInfo>> m_types;
};

} // namespace walkabout
