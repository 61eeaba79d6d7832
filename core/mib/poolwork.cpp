// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/poolwork.h"

#include <QFuture>
#include <QThread>
#include <QtConcurrent>

#include <algorithm>

namespace walkabout::mib {

void runOnPool(int most, const std::function<void(bool isThisThread)> &work) {
    QList<QFuture<void>> helpers;
    for (int i = 1; i < std::min(QThread::idealThreadCount(), most); ++i)
        helpers.append(QtConcurrent::run([&work] { work(false); }));
    work(true);
    for (QFuture<void> &helper : helpers)
        helper.waitForFinished(); // one that has not begun runs here
}

} // namespace walkabout::mib
