// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QAction>

class QMenu;
class QMenuBar;
class QWidget;

namespace walkabout {

/// What can be done in the window, each with its key. Owned by the window, which connects them.
class Actions final : public QObject {
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    /// send: of the sheet of changes, which has its key where the sheet and its views have the focus.
    void fill(QMenuBar &bar, const QList<QAction *> &panels, QAction *send);
    void setTheme(Theme::Choice choice);
    /// Those that set how the program looks and keeps, apart from what is switched on and off.
    [[nodiscard]] QList<QAction *> settings() const;

    QAction *newTab, *closeTab, *nextTab, *previousTab;
    QAction *openRecording, *importDevices, *exportProject, *importModules, *importFolder, *demo, *quit;
    QAction *addDevice, *pasteDevice, *recordDevice, *profiles, *secrets, *askTogether, *why;
    QAction *address, *device, *find, *findNext, *findPrevious, *filter, *searchMibs, *back, *forward;
    QAction *exportShown, *exportSelected, *exportAll;
    QAction *again, *stop, *edit, *createRow, *destroyRow, *sort;
    QAction *asList, *asTree, *asTables;
    QAction *columns, *rowForm, *interfaceNames;
    QAction *live, *interval, *zero, *hideZeros, *dismissGone, *changeLog;
    QAction *copyCommand, *copyCommandWithSecrets;
    QAction *modules, *palette;
    QAction *unlock, *resetLayout;
    QAction *about;

signals:
    void themeChosen(walkabout::Theme::Choice choice);

private:
    QAction *add(const QString &text, const QKeySequence &key = {});

    QWidget *m_window;
    QList<QAction *> m_themes;
};

} // namespace walkabout
