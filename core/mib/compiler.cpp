// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"

#include "core/mib/compilation.h"

#include <QBuffer>

namespace walkabout {

Library::Pointer compileLibrary(
    const Collection &collection, const CompileProgress &progress, const std::atomic<bool> *cancelled) {
    QByteArray bytes;
    QBuffer device(&bytes);
    device.open(QIODevice::WriteOnly);
    const auto ending = mib::Compilation(collection, nullptr, device).run(progress, cancelled);
    device.close();
    if (ending != mib::Compilation::Ending::Whole)
        return nullptr;
    auto image = mib::LibraryImage::over(std::move(bytes));
    return image ? Library::open(*std::move(image)) : nullptr;
}

} // namespace walkabout
