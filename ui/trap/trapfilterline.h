// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/trapfilter.h"

#include <QLineEdit>
#include <QTimer>

class QMenu;

namespace walkabout {

class Settings;

/// The line that filters traps, told of once typing pauses; its star keeps a line under a name and brings kept ones
/// back. The settings outlive it.
class TrapFilterLine final : public QLineEdit {
    Q_OBJECT

public:
    explicit TrapFilterLine(Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] TrapFilter filter() const;
    /// One more condition, at once.
    void add(const QString &term) { replace({}, term); }
    /// These terms in place of those, where they still stand; at once.
    void replace(const QString &terms, const QString &by);
    /// For the button that opens it.
    [[nodiscard]] QMenu *menu() const { return m_menu; }

signals:
    void filterChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void keep();

    Settings &m_settings;
    QTimer m_typing;
    QMenu *m_menu;
};

} // namespace walkabout
