// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/palettememory.h"
#include "ui/palette/palettemodel.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace walkabout {

/// The palette (Ctrl+K): one line to type over the window, below it what it may mean, Enter does it, Esc gives the
/// focus back to where it was. Not modal: it goes when the focus goes elsewhere. Owned by the window, which does what
/// is chosen.
class CommandPalette final : public QFrame {
    Q_OBJECT

public:
    CommandPalette(Settings &settings, QWidget *window);
    ~CommandPalette() override;

    void setLibrary(const Library::Pointer &library) { m_model->setLibrary(library); }
    void open(QList<PaletteEntry> things, const QString &device);
    void dismiss();

signals:
    /// After the focus was given back. asks: Ctrl was held, an object is to be asked for.
    void chosen(const walkabout::PaletteEntry &entry, bool asks);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void showFound();
    void step(int by);
    void showCurrent();
    void enter(bool asks);
    void choose(int row, bool asks);
    [[nodiscard]] bool pressed(int key, Qt::KeyboardModifiers modifiers);

    PaletteMemory m_memory;
    PaletteModel *m_model;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_said;
    QPointer<QWidget> m_before; // had the focus
    std::optional<bool> m_enters; // Enter came before the answer: whether Ctrl was held
};

} // namespace walkabout
