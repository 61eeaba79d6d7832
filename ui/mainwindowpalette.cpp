// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette offers of this window, and what becomes of what is chosen there.
#include "core/sim/recording.h"
#include "ui/actions.h"
#include "ui/device/devicebox.h"
#include "ui/device/devicemodel.h"
#include "ui/docks.h"
#include "ui/mainwindow.h"
#include "ui/palette/actionentries.h"
#include "ui/palette/commandpalette.h"
#include "ui/query/addressbar.h"
#include "ui/query/asking.h"
#include "ui/query/resulttabs.h"
#include "ui/shared/icon.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

PaletteEntry entryOf(const QString &label, const QString &address, Glyph glyph) {
    PaletteEntry entry;
    entry.group = PaletteEntry::Group::Device;
    entry.text = label;
    entry.detail = address;
    entry.id = u"device:"_s + label;
    entry.icon = icon(glyph);
    entry.target = PaletteEntry::Place{label, {}};
    return entry;
}

QList<PaletteEntry> devicesToOffer(const DeviceStore &saved) {
    QList<PaletteEntry> entries{entryOf(u"demo"_s, MainWindow::tr("built in"), Glyph::Play)};
    for (const Device &device : saved.devices())
        entries += entryOf(device.label(), addressOf(device), Glyph::Device);
    return entries;
}

QList<PaletteEntry> visitsToOffer(const QList<StartPage::Recent> &visits) {
    QList<PaletteEntry> entries;
    for (const StartPage::Recent &visit : visits) {
        const bool isRecording = Recording::looksLikeRecording(visit.device);
        const QString device = isRecording ? QFileInfo(visit.device).fileName() : visit.device;
        PaletteEntry entry;
        entry.group = PaletteEntry::Group::Device;
        entry.text = visit.address.isEmpty() ? device : MainWindow::tr("%1 on %2").arg(visit.address, device);
        entry.detail = MainWindow::tr("asked lately");
        entry.id = u"device:%1:%2"_s.arg(visit.device, visit.address);
        entry.icon = icon(isRecording ? Glyph::Recording : Glyph::Repeat);
        entry.target = PaletteEntry::Place{visit.device, visit.address};
        entries += entry;
    }
    return entries;
}

} // namespace

void MainWindow::connectPalette(Settings &settings) {
    m_palette = new CommandPalette(settings, this);
    connect(m_actions->palette, &QAction::triggered, this, [this] {
        if (m_palette->isVisible())
            m_palette->dismiss();
        else
            m_palette->open(thingsToOffer(), m_bar->device().text());
    });
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::choose);
}

QList<PaletteEntry> MainWindow::thingsToOffer() {
    QList<PaletteEntry> things = devicesToOffer(m_open.saved()) + visitsToOffer(m_memory.recent());
    things += paletteentries::ofMenus(*menuBar(), m_actions->settings());
    for (const auto *dock : findChildren<QDockWidget *>())
        things += paletteentries::ofPanel(*dock->widget(), dock->windowTitle());
    things.removeIf([this](const PaletteEntry &entry) {
        const auto *action = std::get_if<QPointer<QAction>>(&entry.target);
        return action && *action == m_actions->palette;
    });
    return things;
}

void MainWindow::choose(const PaletteEntry &entry, bool asks) {
    if (const auto *action = std::get_if<QPointer<QAction>>(&entry.target)) {
        for (const auto *dock : findChildren<QDockWidget *>()) {
            if (*action && dock->widget()->actions().contains(*action))
                m_docks->raise(dock->widget());
        }
        if (*action)
            (*action)->trigger();
    } else if (const auto *place = std::get_if<PaletteEntry::Place>(&entry.target)) {
        if (place->address.isEmpty() && !Recording::looksLikeRecording(place->device))
            m_asking->meet(place->device);
        else
            visit(place->device, place->address, {});
    } else {
        const Oid &oid = std::get<Oid>(entry.target);
        const NodeRef node = m_library->node(oid);
        reveal(oid);
        if (asks || (node && node.kind() == NodeKind::Table))
            m_asking->askObvious(oid);
    }
}

} // namespace walkabout
