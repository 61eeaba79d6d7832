// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/collection.h"
#include "core/mib/diagnostic.h"

#include <vector>

namespace walkabout::mib {

/// One file that a collection holds; named: the collection says this very file, it was not met in a folder.
struct ListedFile {
    QString path;
    qint64 size = 0;
    qint64 changed = 0; // ms since 1970
    Collection::Tier tier = Collection::User;
    bool named = false;
};

/// The files of a collection, each once (where it is met first), the folders in their order, below a folder by path.
[[nodiscard]] std::vector<ListedFile> listFiles(const Collection &collection, QList<Diagnostic> &problems);

} // namespace walkabout::mib
