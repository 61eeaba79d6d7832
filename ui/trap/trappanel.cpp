// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/trappanel.h"

#include "ui/find/findbar.h"
#include "ui/find/itemfinder.h"
#include "ui/mib/objectdetails.h"
#include "ui/shared/clearbutton.h"
#include "ui/shared/fonts.h"
#include "ui/trap/bindingmodel.h"
#include "ui/trap/listenbar.h"
#include "ui/trap/trapmodel.h"
#include "ui/trap/trapview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

TrapPanel::TrapPanel(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_receiver(engine)
    , m_model(new TrapModel(this))
    , m_bindings(new BindingModel(this))
    , m_listen(new ListenBar(m_receiver, this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_newer(new QPushButton(this))
    , m_list(new TrapView(this))
    , m_bindingView(new QTableView(this))
    , m_definition(new ObjectDetails(this)) {
    m_filter->setPlaceholderText(tr("Filter traps"));
    m_filter->setAccessibleName(tr("Filter traps"));
    m_filter->setToolTip(tr("Words are all needed, -word excludes, /re/"));
    addClearButton(m_filter);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, m_model, &TrapModel::setFilter);
    auto *clear = new QToolButton(this);
    clear->setText(tr("Clear"));
    clear->setAccessibleName(tr("Clear traps"));
    clear->setAutoRaise(true);
    connect(clear, &QToolButton::clicked, this, [this] {
        m_model->clear();
        sayCount();
    });
    m_newer->setAutoDefault(false);
    m_newer->hide();
    m_listen->addWidget(m_filter, 1);
    m_listen->addWidget(m_newer);
    m_listen->addWidget(m_count);
    m_listen->addWidget(clear);

    buildList();
    buildBindings();
    auto *panes = new QSplitter(Qt::Horizontal, this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_list);
    panes->addWidget(m_bindingView);
    panes->addWidget(m_definition);
    panes->setSizes({640, 340, 280});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_listen);
    layout->addWidget(panes, 1);
    auto *finder = new ItemFinder(*m_list, Qt::DisplayRole, this);
    layout->addWidget(new FindBar([finder] { return finder; }, this));
    setFocusProxy(m_list);

    // A burst becomes one change of the list.
    m_flush.setSingleShot(true);
    m_flush.setInterval(50ms);
    connect(&m_flush, &QTimer::timeout, this, &TrapPanel::take);
    connect(&m_receiver, &Receiver::received, this, [this](const QList<TrapRecord> &records) {
        for (const TrapRecord &record : records)
            m_pending.append(record.notification);
        if (!m_flush.isActive())
            m_flush.start();
    });
    connect(&m_receiver, &Receiver::traffic, this, &TrapPanel::traffic);
    sayCount();
}

void TrapPanel::buildList() {
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Traps"));
    m_list->installEventFilter(this);
    const int letter = QFontMetrics(m_list->font()).averageCharWidth();
    m_list->setColumnWidth(TrapModel::Time, letter * 15);
    m_list->setColumnWidth(TrapModel::Source, letter * 17);
    m_list->setColumnWidth(TrapModel::Name, letter * 24);
    m_list->setColumnWidth(TrapModel::Kind, letter * 11);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TrapPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TrapPanel::showCurrent);
    connect(m_list, &TrapView::aboveChanged, this, [this](int rows) {
        m_newer->setVisible(rows > 0);
        m_newer->setText(tr("%1 newer").arg(rows));
        m_newer->setAccessibleName(tr("Show newer traps"));
    });
    connect(m_newer, &QPushButton::clicked, m_list, &TrapView::goToTop);
}

void TrapPanel::buildBindings() {
    m_bindingView->setModel(m_bindings);
    m_bindingView->setAccessibleName(tr("Trap bindings"));
    m_bindingView->setFont(monospaced());
    m_bindingView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_bindingView->setShowGrid(false);
    m_bindingView->setWordWrap(false);
    m_bindingView->setTabKeyNavigation(false);
    m_bindingView->verticalHeader()->hide();
    m_bindingView->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_bindingView->verticalHeader()->setDefaultSectionSize(rowHeight(m_bindingView->font()));
    QHeaderView *header = m_bindingView->horizontalHeader();
    header->setFont(QApplication::font());
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(BindingModel::Content, QHeaderView::Stretch);
    const int letter = QFontMetrics(m_bindingView->font()).averageCharWidth();
    header->resizeSection(BindingModel::Name, letter * 24);
    header->resizeSection(BindingModel::Type, letter * 12);
    m_bindingView->installEventFilter(this);
    connect(m_bindingView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid() && !m_bindings->oid(current.row()).isEmpty())
                m_definition->showObject(m_bindings->oid(current.row()));
        });
    m_definition->setTextName(tr("Trap definition"), tr("Click a trap, or one of its bindings"));
    connect(m_definition, &ObjectDetails::linkActivated, m_definition, &ObjectDetails::showObject);
    connect(m_definition, &ObjectDetails::sourceRequested, this, &TrapPanel::sourceRequested);
}

void TrapPanel::setLibrary(Library::Pointer library) {
    m_model->setLibrary(library);
    m_bindings->setLibrary(library);
    m_definition->setLibrary(std::move(library));
}

void TrapPanel::take() {
    m_model->add(std::exchange(m_pending, {}));
    sayCount();
}

void TrapPanel::showCurrent() {
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) {
        m_bindings->show({});
        m_definition->clear();
        return;
    }
    const Notification &notification = m_model->at(current.row());
    m_bindings->show(notification);
    if (notification.oid.isEmpty())
        m_definition->clear();
    else
        m_definition->showObject(notification.oid);
}

void TrapPanel::sayCount() {
    const int kept = m_model->kept();
    const qint64 dropped = m_model->dropped();
    const QString traps = kept == 1 ? tr("1 trap") : tr("%1 traps").arg(kept);
    m_count->setText(dropped == 0 ? traps : tr("latest %1, %2 older let go").arg(traps).arg(dropped));
    m_count->setToolTip(tr("The latest %1 are kept in memory until you quit").arg(TrapModel::Kept));
    emit countChanged(kept);
}

bool TrapPanel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_filter && key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    auto *view = qobject_cast<QTableView *>(watched);
    if (!view || !key->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    QModelIndexList indexes = view->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QString text;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        if (i > 0)
            text += indexes.at(i).row() == indexes.at(i - 1).row() ? u'\t' : u'\n';
        text += indexes.at(i).data().toString();
    }
    QApplication::clipboard()->setText(text);
    return true;
}

} // namespace walkabout
