// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>

class QLineEdit;
class QWidget;

namespace walkabout {

class FindBar;

/// Which part of the window finds and filters when a key asks for it: the panel that has the focus. A value, of one
/// key press.
class FocusedPanel final {
    Q_DECLARE_TR_FUNCTIONS(FocusedPanel)

public:
    /// results: searched where no panel with a search has the focus; may be nullptr.
    FocusedPanel(const QWidget &window, QWidget *results)
        : m_window(window)
        , m_results(results) {}

    [[nodiscard]] FindBar *findBar() const;
    /// The line that filters the one of these panels that has the focus; nullptr: none has.
    [[nodiscard]] static QLineEdit *filter(const QList<QWidget *> &panels);

private:
    const QWidget &m_window;
    QWidget *m_results;
};

} // namespace walkabout
