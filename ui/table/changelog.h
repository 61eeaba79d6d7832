// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace walkabout {

/// What changed in a live table, a line each, the newest last, to be read and copied. It keeps so many lines and says
/// how many older ones it let go.
class ChangeLog final : public QWidget {
    Q_OBJECT

public:
    static constexpr int MostLines = 2000;

    explicit ChangeLog(QWidget *parent = nullptr);

    void add(const QStringList &lines);
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] QString text() const;
    void copy() const;

signals:
    void closeAsked();

private:
    void say();

    QLabel *m_said;
    QPlainTextEdit *m_lines;
    qint64 m_count = 0; // those that are gone among them
};

} // namespace walkabout
