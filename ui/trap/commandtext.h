// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace walkabout {

/// Commands to read, select and copy: monospaced, as high as its lines; Tab leaves it.
class CommandText final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CommandText(const QString &commands, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace walkabout
