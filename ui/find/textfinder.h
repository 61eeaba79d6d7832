// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/find/finder.h"

class QTextBrowser;

namespace walkabout {

/// Finds in a text and selects what it found. The view outlives it.
class TextFinder final : public Finder {
    Q_OBJECT

public:
    TextFinder(QTextBrowser &view, QObject *parent)
        : Finder(parent)
        , m_view(view) {}

    void find(const QString &text, bool forward, bool onwards) override;
    [[nodiscard]] QWidget &view() const override;

private:
    QTextBrowser &m_view;
};

} // namespace walkabout
