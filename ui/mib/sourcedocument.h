// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"
#include "ui/mib/sourcetext.h"

#include <QPalette>

#include <memory>

class QTextDocument;
class QThread;

namespace walkabout {

/// A MIB file ready to be shown: its text laid into a document with its colours, and underlined where diagnostics
/// stand. Made on the pool, so that a file of 5 MB holds up no window.
struct SourceDocument {
    struct Order {
        QString file;
        QList<Diagnostic> diagnostics;
        QPalette palette;
        std::shared_ptr<QTextDocument> document; // blank, of no thread
        int line = 1; // what is looked at first
        QThread *thread = nullptr; // that will use it
    };

    SourceText source; // its text is that of the document
    std::shared_ptr<QTextDocument> document;

    [[nodiscard]] static SourceDocument make(const Order &order);
};

} // namespace walkabout
