// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include <functional>

class QAbstractItemView;

namespace walkabout {

/// What to do where a view has no rows: a sentence in its middle, gone with the first row, and the view's accessible
/// description meanwhile. Owned by the view, whose model is set already and stays.
class EmptyHint final : public QLabel {
    Q_OBJECT

public:
    /// text: asked for anew whenever the rows change, since a filter may be why there are none.
    EmptyHint(QAbstractItemView &view, std::function<QString()> text);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void place();

    QAbstractItemView &m_view;
    std::function<QString()> m_text;
};

} // namespace walkabout
