// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the compiled library of some MIB files: what libraryfuzz starts from.
#include "core/mib/compilation.h"

#include <cstdio>

using namespace walkabout;

int main(int count, char **arguments) {
    if (count < 3) {
        std::fputs("usage: libraryseed IMAGE MIB...\n", stderr);
        return 2;
    }
    QFile file(QString::fromLocal8Bit(arguments[1]));
    Collection collection;
    for (int i = 2; i < count; ++i)
        collection.folders.append({QString::fromLocal8Bit(arguments[i]), Collection::User});
    if (!file.open(QIODevice::ReadWrite | QIODevice::Truncate))
        return 1;
    return mib::Compilation(collection, nullptr, file).run({}, nullptr) == mib::Compilation::Ending::Whole ? 0 : 1;
}
