// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/mib/compiler.h"

#include <optional>

namespace walkabout {

/// The compiled libraries in a folder of their own, one file a collection (design 3.6). A value; all of it is fit for a
/// pool thread, and two programs may do the same at once: a file is written beside and renamed, whoever has the old one
/// mapped keeps it. A file that is damaged, cut short or of another version is as good as none.
class LibraryCache final {
public:
    /// The folder is made when it is needed.
    LibraryCache(QString folder, Collection collection);

    /// What was compiled last, without a look at the sources; nullptr: nothing fit to use.
    [[nodiscard]] Library::Pointer open() const;
    /// No source was added, taken away or changed since.
    [[nodiscard]] bool isCurrent(const Library &library) const;

    struct Refreshed {
        Library::Pointer library; // nullptr: cancelled
        std::optional<Failure> failure; // why it is in memory alone
    };
    /// Compiles what has changed and takes over the rest.
    [[nodiscard]] Refreshed refresh(
        const CompileProgress &progress = {}, const std::atomic<bool> *cancelled = nullptr) const;
    /// open() if it is current, else refresh().
    [[nodiscard]] Refreshed current(const std::atomic<bool> *cancelled = nullptr) const;

    [[nodiscard]] QString path() const;

private:
    [[nodiscard]] Library::Pointer nearest() const;
    void prune() const;

    QString m_folder;
    Collection m_collection;
};

} // namespace walkabout
