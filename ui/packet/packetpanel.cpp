// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/packet/packetpanel.h"

#include "core/base/bytes.h"
#include "core/snmp/packetmask.h"
#include "core/snmp/packettree.h"
#include "core/snmp/pcapfile.h"
#include "ui/find/findbar.h"
#include "ui/find/itemfinder.h"
#include "ui/packet/packetdetails.h"
#include "ui/shared/clearbutton.h"
#include "ui/shared/emptyhint.h"
#include "ui/shared/rowlist.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

PacketPanel::PacketPanel(PacketRing &ring, QWidget *parent)
    : QWidget(parent)
    , m_ring(ring)
    , m_model(new PacketModel(ring, this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_list(new QTableView(this))
    , m_details(new PacketDetails(this))
    , m_pause(add(tr("Pause"), tr("Pause packets"), QKeySequence(Qt::CTRL | Qt::Key_P)))
    , m_show(add(tr("Show communities"), tr("Show communities"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C)))
    , m_copy(add(tr("Copy hex"), tr("Copy packets as hex"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)))
    , m_save(add(tr("Save…"), tr("Save packets"), QKeySequence::Save))
    , m_clear(add(tr("Clear"), tr("Clear packets"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete))) {
    m_pause->setCheckable(true);
    m_show->setCheckable(true);
    m_pause->setToolTip(tr("Let packets go by without listing them"));
    m_show->setToolTip(tr("Show communities here, in what is copied and in what is saved"));
    m_copy->setToolTip(tr("Copy the octets of the chosen packets as hex"));
    m_save->setToolTip(tr("Save the packets in the list as pcap"));
    buildList();
    auto *panes = new QSplitter(Qt::Horizontal, this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_list);
    panes->addWidget(m_details);
    panes->setSizes({590, 776});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(panes, 1);
    auto *finder = new ItemFinder(*m_list, Qt::DisplayRole, this);
    layout->addWidget(new FindBar([finder] { return finder; }, this));
    setAccessibleName(tr("Packets panel"));
    setFocusProxy(m_list);
    connect(m_pause, &QAction::toggled, this, [this](bool paused) {
        m_ring.setPaused(paused);
        sayCount();
    });
    connect(m_show, &QAction::toggled, this, [this](bool shown) {
        m_communities = shown ? packettext::Communities::Clear : packettext::Communities::Masked;
        m_details->setCommunities(m_communities);
    });
    connect(m_copy, &QAction::triggered, this, &PacketPanel::copyHex);
    connect(m_save, &QAction::triggered, this, &PacketPanel::askWhere);
    connect(m_clear, &QAction::triggered, this, [this] {
        m_ring.clear();
        sayCount();
    });
    connect(&m_ring, &PacketRing::grew, this, &PacketPanel::sayCount);
    connect(&m_ring, &PacketRing::passed, this, &PacketPanel::sayCount);
    sayCount();
}

PacketPanel::~PacketPanel() = default;

QAction *PacketPanel::add(const QString &text, const QString &name, const QKeySequence &key) {
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

QWidget *PacketPanel::buildBar() {
    m_filter->setPlaceholderText(tr("Filter packets"));
    m_filter->setAccessibleName(tr("Filter packets"));
    m_filter->setToolTip(tr("Words are all needed, -word excludes, /re/"));
    addClearButton(m_filter);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, m_model, &PacketModel::setFilter);
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(4, 4, 4, 4);
    line->setSpacing(6);
    line->addWidget(m_filter, 1);
    line->addWidget(m_count);
    for (QAction *action : {m_pause, m_show, m_copy, m_save, m_clear}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAccessibleName(action->objectName());
        button->setToolTip(u"%1 (%2)"_s.arg(action->toolTip(), action->shortcut().toString(QKeySequence::NativeText)));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        line->addWidget(button);
    }
    return bar;
}

void PacketPanel::buildList() {
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Packets"));
    asRowList(*m_list);
    QHeaderView *header = m_list->horizontalHeader();
    header->setStretchLastSection(true);
    const int letter = QFontMetrics(m_list->font()).averageCharWidth();
    constexpr std::array<int, PacketModel::Content> letters{13, 8, 9, 8, 10, 11, 9, 10, 6};
    for (int column = 0; column < PacketModel::Content; ++column)
        header->resizeSection(column, letter * letters[size_t(column)]);
    new EmptyHint(*m_list, [this] {
        return m_filter->text().isEmpty() ? tr("Messages come here from now on: ask a device, or listen for traps.")
                                          : tr("No packet fits the filter. Esc in it clears it.");
    });
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions({m_copy, m_save, m_clear});
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PacketPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PacketPanel::showCurrent);
    connect(m_list, &QAbstractItemView::activated, this, &PacketPanel::goToPartner);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &PacketPanel::showCurrent);
    // The range of the scroll bar says that rows came; who stands at its end stays there.
    QScrollBar *bar = m_list->verticalScrollBar();
    bar->setProperty("atEnd", true);
    connect(bar, &QScrollBar::valueChanged, m_list,
        [bar](int value) { bar->setProperty("atEnd", value >= bar->maximum()); });
    connect(bar, &QScrollBar::rangeChanged, m_list, [bar](int, int maximum) {
        if (bar->property("atEnd").toBool())
            bar->setValue(maximum);
    });
}

void PacketPanel::setLibrary(Library::Pointer library) {
    m_model->setLibrary(std::move(library));
    refresh();
}

void PacketPanel::setDecrypt(Decrypt decrypt) { m_model->setDecrypt(std::move(decrypt)); }

void PacketPanel::refresh() {
    m_model->forgetTexts();
    m_current = 0;
    showCurrent();
}

void PacketPanel::showCurrent() {
    const QModelIndex current = m_list->currentIndex();
    const qint64 number = current.isValid() ? m_model->packet(current.row()).number : 0;
    if (number != 0 && number == m_current)
        return;
    m_current = number;
    if (number == 0) {
        m_details->clear();
        return;
    }
    const Packet &packet = m_ring.at(number);
    const PacketTree tree = m_model->tree(packet);
    QString note = packettext::fault(tree);
    if (note.isEmpty() && packet.head.isEncrypted && tree.plain().isEmpty())
        note = m_model->hasKeys(packet)
            ? tr("Encrypted, and not with this device's keys.")
            : tr("Encrypted: the keys are not here, or went with the device that was open.");
    m_details->show(tree, m_model->describe(), note);
}

void PacketPanel::goToPartner(const QModelIndex &index) {
    const int row = m_model->rowOf(m_model->packet(index.row()).partner);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row, index.column()));
}

bool PacketPanel::reveal(const QByteArray &bytes) {
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        if (m_model->packet(row).traffic.bytes != bytes)
            continue;
        m_list->setCurrentIndex(m_model->index(row, 0));
        m_list->scrollTo(m_list->currentIndex());
        return true;
    }
    return false;
}

void PacketPanel::sayCount() {
    const qint64 kept = m_ring.end() - m_ring.first();
    const QString packets = kept == 1 ? tr("1 packet") : tr("%1 packets").arg(kept);
    if (m_ring.isPaused())
        m_count->setText(tr("%1, paused: %2 went by").arg(packets).arg(m_ring.passedBy()));
    else if (m_ring.dropped() > 0)
        m_count->setText(tr("latest %1, %2 older let go").arg(packets).arg(m_ring.dropped()));
    else
        m_count->setText(packets);
    emit countChanged(kept);
}

std::vector<const Packet *> PacketPanel::chosen() const {
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<const Packet *> packets;
    for (const QModelIndex &row : rows)
        packets.push_back(&m_model->packet(row.row()));
    return packets;
}

void PacketPanel::copyHex() const {
    QStringList lines;
    for (const Packet *packet : chosen()) {
        const QByteArray &octets = packet->traffic.bytes;
        lines << bytes::toHex(isMasked() ? withMaskedCommunity(octets) : octets);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void PacketPanel::copyRows() const {
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < PacketModel::ColumnCount; ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void PacketPanel::askWhere() {
    if (m_model->rowCount() == 0)
        return;
    auto *dialog = new QFileDialog(
        this, isMasked() ? tr("Save packets, communities masked") : tr("Save packets with their communities in clear"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pcap"_s);
    dialog->setNameFilters({tr("Captures (*.pcap)"), tr("All files (*)")});
    dialog->selectFile(u"walkabout.pcap"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &PacketPanel::save);
    dialog->open();
}

void PacketPanel::save(const QString &path) {
    if (m_saving.isRunning())
        return;
    std::vector<Packet> packets;
    packets.reserve(size_t(m_model->rowCount()));
    for (int row = 0; row < m_model->rowCount(); ++row)
        packets.push_back(m_model->packet(row));
    const bool masked = isMasked();
    m_saving.disconnect(this);
    connect(&m_saving, &QFutureWatcherBase::finished, this, [this, path, masked, count = int(packets.size())] {
        if (const auto failure = m_saving.result())
            emit failed(*failure);
        else
            emit saved(path, count, masked);
    });
    m_saving.setFuture(QtConcurrent::run([path, masked, packets = std::move(packets)] {
        return pcap::save(path, packets, masked ? pcap::Communities::Masked : pcap::Communities::Clear);
    }));
}

bool PacketPanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_list && key->matches(QKeySequence::Copy)) {
        copyRows();
        return true;
    }
    if (watched == m_filter && key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace walkabout
