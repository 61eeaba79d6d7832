// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/resultlist.h"

namespace walkabout {

class TreeModel;

/// The tree of a result: a list whose lines open and close. Right and Left open and close, Left again goes to the
/// object above, * opens all. Owned by the tab.
class TreeView final : public ResultList {
    Q_OBJECT

public:
    explicit TreeView(QWidget *parent = nullptr);

    void showTree(TreeModel *model);
    /// Opens the way to this instance and makes it current; false: it is not there.
    bool reveal(const Oid &oid);
    void openAll(bool open);
    void addTo(QMenu &menu) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    int sizeHintForColumn(int column) const override;

private:
    void keepCurrent();
    bool toggle(int line);

    TreeModel *m_tree = nullptr;
    Oid m_kept; // what was current while lines come and go
};

} // namespace walkabout
