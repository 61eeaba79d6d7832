// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/poolwork.h"

#include <QFuture>
#include <QThread>
#include <QtConcurrent>

#include <algorithm>
#include <atomic>

namespace walkabout::mib {

void runOnPool(int most, const std::function<void(bool isThisThread)> &work) {
    QList<QFuture<void>> helpers;
    for (int i = 1; i < std::min(QThread::idealThreadCount(), most); ++i)
        helpers.append(QtConcurrent::run([&work] { work(false); }));
    work(true);
    for (QFuture<void> &helper : helpers)
        helper.waitForFinished(); // one that has not begun runs here
}

void forEachOnPool(size_t count, const std::function<void(size_t)> &work) {
    std::atomic<size_t> next{0};
    runOnPool(int(count), [&](bool) {
        for (size_t i = next++; i < count; i = next++)
            work(i);
    });
}

} // namespace walkabout::mib
