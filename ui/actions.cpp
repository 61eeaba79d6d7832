// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace walkabout {

Actions::Actions(QWidget *window)
    : QObject(window)
    , m_window(window) {
    newTab = add(tr("New &Tab"), QKeySequence(Qt::CTRL | Qt::Key_T));
    closeTab = add(tr("&Close Tab"), QKeySequence(Qt::CTRL | Qt::Key_W));
    nextTab = add(tr("Next Tab"), QKeySequence(Qt::CTRL | Qt::Key_Tab));
    previousTab = add(tr("Previous Tab"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab));
    openRecording = add(tr("&Open Recording…"), QKeySequence::Open);
    importDevices = add(tr("Import De&vices…"));
    exportProject = add(tr("E&xport Project…"));
    importModules = add(tr("&Import MIBs…"), QKeySequence(Qt::CTRL | Qt::Key_I));
    importFolder = add(tr("Import a &Folder of MIBs…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    demo = add(tr("Try the &Demo Switch"));
    exportShown = add(tr("&Export What Is Shown…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    exportSelected = add(tr("Export Se&lection…"));
    exportAll = add(tr("Export &All…"));
    asList = add(tr("&As List"), QKeySequence(Qt::CTRL | Qt::Key_1));
    asTree = add(tr("As &Tree"), QKeySequence(Qt::CTRL | Qt::Key_2));
    asTables = add(tr("As Ta&bles"), QKeySequence(Qt::CTRL | Qt::Key_3));
    quit = add(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    addDevice = add(tr("&Add Device…"));
    pasteDevice = add(tr("&Paste as Device"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    recordDevice = add(tr("&Record This Device…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    profiles = add(tr("Credential Pr&ofiles…"));
    askTogether = add(tr("Ask To&gether"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    secrets = add(tr("Where &Secrets Are Kept…"));
    why = add(tr("&Why No Answer?"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y));
    address = add(tr("&Address"), QKeySequence(Qt::CTRL | Qt::Key_L));
    device = add(tr("&Device"), QKeySequence(Qt::CTRL | Qt::Key_D));
    find = add(tr("&Find"), QKeySequence::Find);
    findNext = add(tr("Find &Next"), QKeySequence(Qt::Key_F3));
    findPrevious = add(tr("Find &Previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3));
    filter = add(tr("Fi&lter"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    searchMibs = add(tr("Search &MIBs"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    modules = add(tr("Mod&ules"), QKeySequence(Qt::CTRL | Qt::Key_M));
    palette = add(tr("&Command Palette"), QKeySequence(Qt::CTRL | Qt::Key_K));
    back = add(tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left));
    forward = add(tr("F&orward"), QKeySequence(Qt::ALT | Qt::Key_Right));
    again = add(tr("Ask A&gain"), QKeySequence(Qt::Key_F5));
    stop = add(tr("&Stop"), QKeySequence(Qt::Key_Escape));
    edit = add(tr("&Change the Value"), QKeySequence(Qt::Key_F2));
    createRow = add(tr("Create &Row…"), QKeySequence(Qt::ALT | Qt::Key_Insert));
    destroyRow = add(tr("Destro&y Row"), QKeySequence(Qt::ALT | Qt::Key_Delete));
    sort = add(tr("S&ort by This Column"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    columns = add(tr("Columns and &Joins"), QKeySequence(Qt::CTRL | Qt::Key_J));
    rowForm = add(tr("Row as a &Form"), QKeySequence(Qt::CTRL | Qt::Key_R));
    interfaceNames = add(tr("&Interface Names"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    interfaceNames->setCheckable(true);
    live = add(tr("&Live"), QKeySequence(Qt::SHIFT | Qt::Key_F5));
    interval = add(tr("Refresh &Interval"));
    zero = add(tr("&Zero the Counters"), QKeySequence(Qt::CTRL | Qt::Key_0));
    hideZeros = add(tr("&Hide What Is Zero"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    dismissGone = add(tr("&Dismiss Rows That Are Gone"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    changeLog = add(tr("Cha&nge Log"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    copyCommand = add(tr("Copy E&quivalent Command"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    copyCommandWithSecrets = add(tr("Copy It &with Secrets"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_E));
    unlock = add(tr("&Unlock Panels"));
    unlock->setCheckable(true);
    resetLayout = add(tr("&Reset Layout"));
    about = add(tr("&About Walkabout"));

    auto *group = new QActionGroup(this);
    const std::pair<Theme::Choice, QString> choices[] = {{Theme::Choice::Desktop, tr("As the &Desktop")},
        {Theme::Choice::Light, tr("&Light")}, {Theme::Choice::Dark, tr("Da&rk")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = add(text);
        action->setCheckable(true);
        action->setData(int(choice));
        group->addAction(action);
        m_themes += action;
        connect(action, &QAction::triggered, this, [this, which = choice] { emit themeChosen(which); });
    }
}

QAction *Actions::add(const QString &text, const QKeySequence &key) {
    auto *action = new QAction(text, m_window);
    action->setShortcut(key);
    m_window->addAction(action);
    return action;
}

void Actions::setTheme(Theme::Choice choice) {
    for (QAction *action : std::as_const(m_themes))
        action->setChecked(action->data().toInt() == int(choice));
}

QList<QAction *> Actions::settings() const { return m_themes + QList{interval, secrets, unlock, resetLayout}; }

void Actions::fill(QMenuBar &bar, const QList<QAction *> &panels, QAction *send) {
    const auto menu = [&bar](const QString &title, const QList<QAction *> &actions) {
        QMenu *made = bar.addMenu(title);
        for (QAction *action : actions) {
            if (action)
                made->addAction(action);
            else
                made->addSeparator();
        }
        return made;
    };
    menu(tr("&File"),
        {newTab, closeTab, nullptr, openRecording, demo, nullptr, exportShown, exportSelected, exportAll, nullptr,
            importModules, importFolder, nullptr, importDevices, exportProject, nullptr, quit});
    menu(tr("&Device"),
        {addDevice, pasteDevice, recordDevice, nullptr, profiles, secrets, nullptr, device, askTogether, nullptr, why});
    menu(tr("&Go"),
        {address, back, forward, nullptr, nextTab, previousTab, nullptr, find, findNext, findPrevious, filter,
            searchMibs, modules, nullptr, palette});
    menu(tr("&Result"),
        {again, live, interval, stop, nullptr, asList, asTree, asTables, nullptr, zero, hideZeros, dismissGone,
            changeLog, nullptr, edit, createRow, destroyRow, send, nullptr, sort, columns, rowForm, nullptr,
            copyCommand, copyCommandWithSecrets});
    QMenu *view = menu(tr("&View"), panels);
    view->addSeparator();
    view->addAction(interfaceNames);
    view->addSeparator();
    view->addAction(unlock);
    view->addAction(resetLayout);
    view->addMenu(tr("&Theme"))->addActions(m_themes);
    menu(tr("&Help"), {about});
}

} // namespace walkabout
