// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/work/query.h"

#include <QWidget>

namespace walkabout {

/// The MIB tree with its search line: over the whole library, selection kept as an OID across libraries.
class MibPanel final : public QWidget {
    Q_OBJECT

public:
    explicit MibPanel(QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    /// Selects it and opens the way to it; siblings that are open stay open.
    void reveal(const Oid &oid);
    void focusSearch();

signals:
    void selected(const walkabout::Oid &oid);
    /// Double-click or Enter on something that is not a folder.
    void activated(const walkabout::Oid &oid);
    void requested(walkabout::Verb verb, const walkabout::Oid &oid);
};

} // namespace walkabout
