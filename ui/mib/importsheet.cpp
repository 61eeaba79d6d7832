// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/importsheet.h"

#include "core/base/count.h"
#include "ui/mib/importmodel.h"
#include "ui/shared/choicedelegate.h"
#include "ui/shared/fonts.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// A longer group is folded, unless a person has something to decide in it.
constexpr int LongestOpenGroup = 500;
constexpr int LongestOpenMissing = 10;

} // namespace

ImportSheet::ImportSheet(QWidget *parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_remarks(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_parts(new QSplitter(Qt::Vertical, this))
    , m_tree(new QTreeView(m_parts))
    , m_model(new ImportModel(this))
    , m_details(new QPlainTextEdit(m_parts))
    , m_folder(new QLabel(this))
    , m_import(new QPushButton(tr("&Import"), this))
    , m_cancel(new QPushButton(tr("&Cancel"), this)) {
    setAccessibleName(tr("Import sheet"));
    setFrameShape(QFrame::StyledPanel);
    setFocusProxy(m_cancel);
    build();
    buildTree();
    connect(m_import, &QPushButton::clicked, this, &ImportSheet::importAsked);
    connect(m_cancel, &QPushButton::clicked, this, &ImportSheet::cancelAsked);
    connect(m_model, &ImportModel::chosen, this, &ImportSheet::showSentences);
    setBusy(true);
}

ImportSheet::~ImportSheet() {
    // A choice that is open is made when its editor goes: while the rest still stands.
    delete m_tree;
}

void ImportSheet::build() {
    QFont large = m_heading->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_heading->setFont(large);
    m_heading->setWordWrap(true);
    m_remarks->setForegroundRole(QPalette::PlaceholderText);
    m_folder->setForegroundRole(QPalette::PlaceholderText);
    m_folder->setTextFormat(Qt::PlainText);
    m_folder->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setAccessibleName(tr("Import progress"));
    m_details->setReadOnly(true);
    m_details->setFont(monospaced());
    m_details->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(tr("Import diagnostics"));
    m_import->setAccessibleName(tr("Import"));
    m_cancel->setAccessibleName(tr("Cancel"));
    // Enter on the button that has the focus, as in a dialog.
    m_import->setAutoDefault(true);
    m_cancel->setAutoDefault(true);
    m_parts->setChildrenCollapsible(false);
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_folder, 1);
    buttons->addWidget(m_import);
    buttons->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_remarks);
    layout->addWidget(m_progress);
    layout->addWidget(m_parts, 1);
    layout->addLayout(buttons);
}

void ImportSheet::buildTree() {
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Modules to import"));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setItemDelegate(new ChoiceDelegate(this));
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_tree->header()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] : {std::pair(ImportModel::Modules, 36), {ImportModel::Fate, 30},
             {ImportModel::Remark, 48}, {ImportModel::Updated, 14}, {ImportModel::Definitions, 12}})
        m_tree->header()->resizeSection(column, letter * letters);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportSheet::showDetails);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.flags().testFlag(Qt::ItemIsEditable))
            m_tree->edit(index);
    });
    // Enter in any column of a row opens its choice.
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QModelIndex choice = index.siblingAtColumn(ImportModel::Fate);
        if (choice.flags().testFlag(Qt::ItemIsEditable)) {
            m_tree->setCurrentIndex(choice);
            m_tree->edit(choice);
        }
    });
    // The missing modules change with a choice; what a person folded stays folded.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int row) {
        m_tree->setFirstColumnSpanned(row, {}, true);
        m_tree->setExpanded(m_model->index(row, 0), m_model->rowCount(m_model->index(row, 0)) <= LongestOpenMissing);
    });
}

const ImportPlan &ImportSheet::plan() const { return m_model->plan(); }

void ImportSheet::setBusy(bool busy) {
    m_busy = busy;
    m_progress->setVisible(busy);
    m_tree->setEnabled(!busy);
    if (busy && m_import->hasFocus())
        m_cancel->setFocus();
    m_import->setEnabled(!busy && plan().moduleCount() > 0);
}

void ImportSheet::showWork(const QString &what, int done, int of) {
    m_heading->setText(what);
    m_progress->setRange(0, of);
    m_progress->setValue(done);
    m_cancel->setText(tr("&Cancel"));
    if (!m_busy)
        setBusy(true);
}

void ImportSheet::showPlan(ImportPlan plan, const QString &folder) {
    const bool focused = isAncestorOf(window()->focusWidget());
    m_model->setPlan(std::move(plan));
    m_folder->setText(tr("The files are copied to %1").arg(folder));
    setBusy(false);
    showSentences();
    expand();
    m_tree->setCurrentIndex(m_model->index(0, 0));
    // A person who went on to something else is not disturbed.
    if (focused)
        (m_import->isEnabled() ? m_import : m_cancel)->setFocus();
    if (isVisible()) {
        QAccessibleEvent alert(m_heading, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ImportSheet::showFailures(const QList<ImportResult> &results, const QString &summary) {
    m_model->setResults(results);
    setBusy(false);
    m_heading->setText(summary);
    m_heading->setAccessibleName(summary);
    m_remarks->clear();
    m_import->setEnabled(false);
    m_cancel->setText(tr("&Close"));
    m_cancel->setFocus();
    expand();
    m_tree->setCurrentIndex(m_model->index(0, 0));
}

void ImportSheet::showSentences() {
    const QString summary = plan().summary();
    m_heading->setText(summary);
    m_heading->setAccessibleName(summary);
    m_remarks->setText(plan().remarks());
    m_remarks->setVisible(!m_remarks->text().isEmpty());
    const int count = plan().moduleCount();
    m_import->setText(count > 0 ? counted(count, tr("&Import %1 module"), tr("&Import %1 modules")) : tr("&Import"));
    m_import->setEnabled(count > 0);
}

void ImportSheet::expand() {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        const auto which = m_model->groupOf(group);
        m_tree->setFirstColumnSpanned(row, {}, which != ImportModel::Group::Conflicts);
        const bool folded = which == ImportModel::Group::Same || which == ImportModel::Group::NotMib;
        const int longest = which == ImportModel::Group::Missing ? LongestOpenMissing : LongestOpenGroup;
        m_tree->setExpanded(group, !folded && m_model->rowCount(group) <= longest);
    }
}

void ImportSheet::showDetails() { m_details->setPlainText(m_model->details(m_tree->currentIndex())); }

// Esc stops what is running and closes nothing.
bool ImportSheet::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && m_busy) {
        if (const auto *key = static_cast<QKeyEvent *>(event); key->key() == Qt::Key_Escape)
            event->accept();
    }
    return QFrame::event(event);
}

void ImportSheet::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && m_busy)
        emit cancelAsked();
    else
        QFrame::keyPressEvent(event);
}

} // namespace walkabout
