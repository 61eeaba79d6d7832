// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/missingtext.h"

#include "core/base/count.h"
#include "core/base/jsonobject.h"

#include <QCoreApplication>

namespace walkabout::missingtext {

namespace {
QString missingTr(const char *text) { return QCoreApplication::translate("Cli", text); }
} // namespace

QString sentence(const Dependency::Missing &missing) {
    const QString who = counted(missing.wanted.size(), missingTr("%1 module lacks"), missingTr("%1 modules lack"));
    const QString symbols = counted(missing.symbolCount(), missingTr("%1 symbol"), missingTr("%1 symbols"));
    return (missing.switchedOff ? missingTr("%1 %2 (%3), which is switched off") : missingTr("%1 %2 (%3)"))
        .arg(who, missing.module, symbols);
}

QByteArray json(const ModuleImport &lacking) {
    JsonObject object;
    object.text("module", lacking.module);
    object.texts("symbols", lacking.symbols);
    return object.bytes();
}

} // namespace walkabout::missingtext
