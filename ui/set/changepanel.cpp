// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel does; changepanelparts.cpp has what it is made of.
#include "ui/set/changepanel.h"

#include "ui/set/cellediting.h"
#include "ui/set/changewords.h"
#include "ui/set/donemodel.h"
#include "ui/set/pendingmodel.h"
#include "ui/set/sheetfacts.h"
#include "ui/shared/namebutton.h"
#include "ui/shared/palette.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

ChangePanel::ChangePanel(OpenDevices &devices, QWidget *parent)
    : QWidget(parent)
    , m_devices(devices)
    , m_facts(new SheetFacts(this))
    , m_pending(new PendingModel(*m_facts, this))
    , m_done(new DoneModel(devices, this))
    , m_parts(new QTabWidget(this))
    , m_sheet(new QTableView(this))
    , m_log(new QTableView(this))
    , m_warning(new QLabel(this))
    , m_message(new QLabel(this))
    , m_elsewhere(new QLabel(this))
    , m_undone(new QLabel(this))
    , m_button(new NameButton(this))
    , m_send(new QAction(tr("S&end the Changes"), this)) {
    setAccessibleName(tr("Changes panel"));
    m_send->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_send->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_send);
    connect(m_send, &QAction::triggered, this, [this] {
        if (m_device)
            emit sendRequested(m_device);
    });
    connect(m_button, &QPushButton::clicked, m_send, &QAction::trigger);
    m_parts->setDocumentMode(true);
    m_parts->addTab(buildPending(), tr("Pending"));
    m_parts->addTab(buildDone(), tr("Done"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_parts);
    setFocusProxy(m_sheet);
    connect(m_facts, &SheetFacts::changed, this, &ChangePanel::follow);
    connect(&m_devices, &OpenDevices::added, this, [this](OpenDevice *device) {
        connect(&device->changes(), &ChangeSheet::changed, this, [this, device] {
            // What was said was of another sheet, or of this one as it was.
            if (device == m_device && !device->changes().isSending())
                say({}, false);
            follow();
        });
        connect(device, &OpenDevice::writesChanged, this, &ChangePanel::follow);
    });
    follow();
}

ChangePanel::~ChangePanel() = default;

void ChangePanel::setLibrary(Library::Pointer library) {
    m_facts->setLibrary(library);
    m_pending->setLibrary(library);
    m_done->setLibrary(library);
    m_editing->setLibrary(std::move(library));
    follow();
}

void ChangePanel::show(OpenDevice *device) {
    if (m_device == device)
        return;
    m_device = device;
    m_pending->show(device);
    say({}, false);
    follow();
}

void ChangePanel::add(const QList<DoneChange> &done) {
    m_done->add(done);
    m_log->scrollToBottom();
    m_parts->setTabText(1, tr("Done %1").arg(m_done->rowCount()));
}

void ChangePanel::say(const QString &text, bool bad) {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tint(colours, bad ? Tint::Bad : Tint::Dim));
    m_message->setPalette(colours);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

bool ChangePanel::edit() {
    if (!m_sheet->hasFocus() || !m_sheet->currentIndex().isValid())
        return false;
    m_sheet->setCurrentIndex(m_sheet->currentIndex().siblingAtColumn(PendingModel::After));
    return m_editing->edit();
}

void ChangePanel::showPending() { m_parts->setCurrentIndex(0); }

void ChangePanel::showDone() { m_parts->setCurrentIndex(1); }

void ChangePanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    follow();
}

// "2 more on core2": of other devices than the one that is looked at.
QString ChangePanel::elsewhere() const {
    QStringList parts;
    for (const OpenDevice *device : m_devices.all()) {
        if (device != m_device && !device->changes().isEmpty())
            parts << tr("%1 on %2").arg(device->changes().entries().size()).arg(device->device().label());
    }
    return parts.isEmpty() ? QString() : tr("Also pending: %1").arg(parts.join(u", "_s));
}

void ChangePanel::follow() {
    int all = 0;
    for (const OpenDevice *device : m_devices.all())
        all += int(device->changes().entries().size());
    const int here = m_device ? int(m_device->changes().entries().size()) : 0;
    const bool isSending = m_device && m_device->changes().isSending();
    const QString label = m_device ? m_device->device().label() : QString();
    const QString sentence = here == 1 ? tr("Set 1 value on %1") : tr("Set %1 values on %2").arg(here).arg(u"%1"_s);
    m_button->setSentence(here > 0 ? sentence : tr("Set"), here > 0 ? label : QString());
    if (here == 0)
        m_button->setAccessibleName(tr("Set the values of the sheet"));
    m_button->setEnabled(here > 0 && !isSending);
    m_button->setToolTip(here > 0 && !m_device->isWritable() ? tr("%1 is open read-only: allow writes first").arg(label)
            : here > 0 ? tr("Send these changes to %1 as one SET (Ctrl+Enter)").arg(label)
                       : tr("Send the changes as one SET (Ctrl+Enter)"));
    m_send->setEnabled(here > 0 && !isSending);
    m_send->setText(here > 0 ? sentence.arg(label).replace(u'&', u"&&"_s) : tr("S&end the Changes"));
    for (QAction *action : std::as_const(m_sheetActions))
        action->setEnabled(here > 0 && !isSending);
    m_parts->setTabText(0, here > 0 ? tr("Pending %1").arg(here) : tr("Pending"));
    m_elsewhere->setText(elsewhere());
    if (here == 0 && m_message->text().isEmpty())
        say(tr("Nothing is pending: Enter or F2 on a value that can be written puts its change here."), false);
    if (m_device && isVisible() && here > 0 && !isSending)
        m_facts->look(*m_device);
    const QString branch = m_device ? m_facts->branch(*m_device) : QString();
    m_warning->setText(branch.isEmpty()
            ? QString()
            : tr("%1 is reached by the address on %2, which these changes are about: they may "
                 "cut it off.")
                  .arg(label, branch));
    m_warning->setVisible(!branch.isEmpty());
    emit countChanged(all);
}

QList<Oid> ChangePanel::chosen() const {
    QModelIndexList rows = m_sheet->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<Oid> instances;
    for (const QModelIndex &row : rows)
        instances.append(m_pending->instanceAt(row.row()));
    return instances;
}

void ChangePanel::removeChosen() {
    if (m_device)
        m_device->changes().remove(chosen());
}

void ChangePanel::moveChosen(int step) {
    QList<Oid> instances = chosen();
    if (step > 0)
        std::ranges::reverse(instances);
    for (const Oid &instance : std::as_const(instances)) {
        if (m_device)
            m_device->changes().move(instance, step);
    }
}

// The latest first, so that of several changes of one instance the first one's value before comes out.
void ChangePanel::undoChosen() {
    QModelIndexList rows = m_log->selectionModel()->selectedRows();
    std::ranges::sort(rows, std::ranges::greater{}, &QModelIndex::row);
    const Describe &describe = m_done->describe();
    QStringList refusals;
    QSet<Oid> onSheet;
    for (const QModelIndex &row : std::as_const(rows)) {
        const DoneChange &done = m_done->at(row.row());
        OpenDevice *device = m_devices.find(done.device);
        const Result<VarBind> undo = donechange::undoing(*describe.library(), done);
        if (!undo) {
            refusals << tr("%1: %2").arg(describe.typedName(done.change.oid), undo.failure().text());
        } else if (!device || device->changes().isSending()) {
            refusals << tr("%1: its device is busy, or gone").arg(describe.typedName(done.change.oid));
        } else {
            device->changes().put(*undo, onSheet.contains(undo->oid) ? std::nullopt : done.after);
            onSheet.insert(undo->oid);
        }
    }
    QString text = onSheet.isEmpty() ? QString()
        : onSheet.size() == 1
        ? tr("1 value before was put on the sheet: look at it, then send.")
        : tr("%1 values before were put on the sheet: look at them, then send.").arg(onSheet.size());
    if (!refusals.isEmpty())
        text += (text.isEmpty() ? QString() : u" "_s) + tr("Not undone: %1.").arg(refusals.join(u"; "_s));
    m_undone->setText(text);
    m_undone->setVisible(!text.isEmpty());
    if (!onSheet.isEmpty() && refusals.isEmpty())
        showPending();
}

} // namespace walkabout
