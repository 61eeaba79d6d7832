// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"

#include <QWidget>

class QToolButton;

namespace walkabout {

/// The verbs beside Address: a main button that carries the obvious one (its menu has all), the others small. Each verb
/// is one button, known by its name.
class VerbButtons final : public QWidget {
    Q_OBJECT

public:
    explicit VerbButtons(QWidget *parent = nullptr);

    void setObvious(Verb verb);
    [[nodiscard]] Verb obvious() const { return m_obvious; }
    /// Set names the device it acts on.
    void setDevice(const QString &label, bool writable);
    void setRunning(bool running);
    void setBulk(int nonRepeaters, int maxRepetitions);

signals:
    void asked(walkabout::Verb verb);
    void stopAsked();
    /// Both numbers of Bulk, chosen in its menu.
    void bulkChanged(int nonRepeaters, int maxRepetitions);

private:
    [[nodiscard]] QToolButton *small(const QString &name, const QString &tip);
    void makeMenu();
    void makeBulkMenu();

    Verb m_obvious = Verb::Get;
    QToolButton *m_main;
    QToolButton *m_get;
    QToolButton *m_walk;
    QToolButton *m_table;
    QToolButton *m_bulk;
    QToolButton *m_set;
    QToolButton *m_stop;
};

} // namespace walkabout
