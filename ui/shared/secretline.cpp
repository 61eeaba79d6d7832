// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/secretline.h"

#include <QLineEdit>

#include <string.h>

namespace walkabout::secretline {

Secret take(QLineEdit &line) {
    Secret secret = Secret::take(line.text());
    wipe(line);
    return secret;
}

void wipe(QLineEdit &line) {
    QString text = line.text(); // the line's own characters: written to as ours, they would be copied first
    const auto *const held = text.data_ptr().d_ptr(); // nullptr: they stand in the program itself
    if (held && held->ref_.loadRelaxed() == 2) // nobody else's
        explicit_bzero(const_cast<QChar *>(text.constData()), size_t(text.size()) * sizeof(QChar));
    line.setText(QString()); // clear() would keep them to be undone
}

} // namespace walkabout::secretline
