// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QWidget>

namespace walkabout {

/// Everything the library knows about one object, as text to read, select and follow.
class ObjectDetails final : public QWidget {
    Q_OBJECT

public:
    explicit ObjectDetails(QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    void showObject(const Oid &oid);

signals:
    void linkActivated(const walkabout::Oid &oid);
};

} // namespace walkabout
