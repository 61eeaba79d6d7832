// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/mibsearch.h"

#include "ui/mib/nodedelegate.h"
#include "ui/mib/searchmodel.h"
#include "ui/shared/clearbutton.h"
#include "ui/shared/fonts.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

namespace walkabout {

MibSearch::MibSearch(QWidget *panel)
    : QObject(panel)
    , m_library(Library::empty())
    , m_found(new SearchModel(this))
    , m_line(new QLineEdit(panel))
    , m_said(new QLabel(panel))
    , m_results(new QTableView(panel)) {
    m_line->setPlaceholderText(tr("Search MIBs"));
    m_line->setAccessibleName(tr("Search MIBs"));
    m_line->setToolTip(tr("Names, OIDs, labels and words of descriptions (Ctrl+Shift+M)"));
    addClearButton(m_line);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_enters = false;
        m_found->search(text);
    });
    connect(m_found, &SearchModel::found, this, &MibSearch::show);
    m_said->setMargin(6);
    m_said->setWordWrap(true);
    m_said->hide();
    build();
}

void MibSearch::build() {
    m_results->setModel(m_found);
    m_results->setAccessibleName(tr("MIB search results"));
    m_results->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_results->setSelectionMode(QAbstractItemView::SingleSelection);
    m_results->setShowGrid(false);
    m_results->setWordWrap(false);
    m_results->setTabKeyNavigation(false);
    m_results->setIconSize({16, 16});
    m_results->setItemDelegateForColumn(SearchModel::Name, new NodeDelegate(m_results));
    m_results->setContextMenuPolicy(Qt::CustomContextMenu);
    m_results->verticalHeader()->hide();
    m_results->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_results->verticalHeader()->setDefaultSectionSize(rowHeight(m_results->font()));
    m_results->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    // Measured by what is in view: a sentence of each hit would have to be made.
    m_results->horizontalHeader()->setResizeContentsPrecision(0);
    m_results->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_results->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_results->horizontalHeader()->setHighlightSections(false);
    m_results->installEventFilter(this);
    m_results->hide();
    connect(m_results->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const NodeRef node = currentNode())
            emit chosen(node.oid());
    });
    connect(m_results, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const NodeRef node = m_found->node(index.row())) {
            emit chosen(node.oid());
            emit left();
        }
    });
}

void MibSearch::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    m_found->setLibrary(m_library);
}

void MibSearch::setFilter(const NodeFilter &filter) { m_found->setFilter(filter); }

NodeRef MibSearch::currentNode() const { return m_found->node(m_results->currentIndex().row()); }

void MibSearch::focus() {
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void MibSearch::show() {
    const bool asked = !m_line->text().trimmed().isEmpty();
    const bool found = m_found->rowCount() > 0;
    m_results->setVisible(asked && found);
    emit resultsShown(asked && found);
    const qsizetype modules = m_library->modules().size();
    m_said->setText(modules == 0 ? tr("Nothing found: no modules are loaded yet.")
                                 : tr("Nothing found in the %1 modules that are loaded.").arg(modules));
    m_said->setVisible(asked && !found && !m_found->isRunning());
    if (m_enters && found)
        enter();
}

void MibSearch::enter() {
    m_enters = false;
    m_results->setCurrentIndex(m_found->index(0, 0));
    m_results->setFocus();
}

bool MibSearch::eventFilter(QObject *watched, QEvent *event) {
    // A sentence that matched ends where the view does.
    if (watched == m_results && event->type() == QEvent::Resize)
        m_results->horizontalHeader()->setMaximumSectionSize(qMax(150, m_results->viewport()->width()));
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_line->text().isEmpty()) {
        event->accept(); // before the window stops what runs
        if (event->type() == QEvent::ShortcutOverride)
            return true;
        m_line->clear();
        emit left();
        return true;
    }
    if (event->type() == QEvent::KeyPress && watched == m_line
        && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        if (!m_found->isWaiting() && m_found->rowCount() > 0)
            enter();
        else
            m_enters = !m_line->text().trimmed().isEmpty();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace walkabout
