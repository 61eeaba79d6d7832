// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mib/shownnodes.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace walkabout {

class CheckMenu;
class ChoiceEdit;

/// What the MIB tree and its search are narrowed to: a form that opens and closes, and one line that says what holds,
/// how many nodes it leaves, and takes it away. Kept for this run only.
class MibFilter final : public QWidget {
    Q_OBJECT

public:
    explicit MibFilter(QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    [[nodiscard]] NodeFilter filter() const;
    [[nodiscard]] bool isObsoleteShown() const;
    void setObsoleteShown(bool shown);
    /// How many nodes the filter leaves is known.
    void tell(const ShownNodes &nodes);
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);
    /// Whatever is obsolete stays as it is. False where nothing was filtered.
    bool reset();

signals:
    void changed();
    void openChanged(bool open);
    /// On to the tree.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void fillChoices();

    Library::Pointer m_library;
    bool m_filled = false; // with the choices of this library
    QWidget *m_form;
    ChoiceEdit *m_module;
    ChoiceEdit *m_vendor;
    CheckMenu *m_kinds;
    CheckMenu *m_accesses;
    QCheckBox *m_obsolete;
    QWidget *m_line;
    QLabel *m_said;
};

} // namespace walkabout
