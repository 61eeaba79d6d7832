// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/endline.h"

namespace walkabout {

QByteArray endLine(QStringView end, const Figures &figures) {
    return QByteArray("{\"end\":\"") + end.toLatin1() + "\",\"varbinds\":" + QByteArray::number(figures.varBinds)
        + ",\"requests\":" + QByteArray::number(figures.requests)
        + ",\"retries\":" + QByteArray::number(figures.retries)
        + (figures.dropped == 0 ? QByteArray() : ",\"dropped\":" + QByteArray::number(figures.dropped))
        + ",\"seconds\":" + QByteArray::number(double(figures.elapsed.count()) / 1e6, 'f', 6) + '}';
}

} // namespace walkabout
