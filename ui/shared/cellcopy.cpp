// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/cellcopy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>

#include <algorithm>

namespace walkabout {

void copyCells(const QTableView &view) {
    QModelIndexList indexes = view.selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QString text;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        if (i > 0)
            text += indexes.at(i).row() == indexes.at(i - 1).row() ? u'\t' : u'\n';
        text += indexes.at(i).data().toString();
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace walkabout
