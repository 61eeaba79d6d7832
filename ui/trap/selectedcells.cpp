// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/selectedcells.h"

#include <QItemSelectionModel>

#include <algorithm>

namespace walkabout {

QString selectedCells(const QItemSelectionModel &selection) {
    QModelIndexList indexes = selection.selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QString text;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        if (i > 0)
            text += indexes.at(i).row() == indexes.at(i - 1).row() ? u'\t' : u'\n';
        text += indexes.at(i).data().toString();
    }
    return text;
}

} // namespace walkabout
