// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/sourceview.h"

#include "ui/find/findbar.h"
#include "ui/mib/sourcediagnostics.h"
#include "ui/mib/sourceedit.h"
#include "ui/mib/sourcefinder.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QTextBlock>
#include <QTextDocument>
#include <QtConcurrentRun>

#include <algorithm>

namespace walkabout {

SourceView::SourceView(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_library(Library::empty())
    , m_path(new QLabel(this))
    , m_notice(new QLabel(this))
    , m_line(new QSpinBox(this))
    , m_edit(new SourceEdit(this))
    , m_finder(new SourceFinder(*m_edit, this))
    , m_find(new FindBar([this] { return m_finder; }, this))
    , m_diagnostics(new SourceDiagnostics(this))
    , m_list(new QTableView(this)) {
    build();
    buildList();
    addKeys();
    resize(screen()->availableSize().boundedTo(QSize(900, 720)));
    connect(&m_reading, &QFutureWatcherBase::finished, this, &SourceView::arrived);
}

SourceView::~SourceView() { m_reading.disconnect(this); }

void SourceView::build() {
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setAccessibleName(tr("File"));
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_notice->setAccessibleName(tr("Source notice"));
    m_notice->setWordWrap(true);
    m_notice->setAutoFillBackground(true);
    m_notice->setContentsMargins(8, 4, 8, 4);
    m_notice->hide();
    m_line->setAccessibleName(tr("Go to line"));
    m_line->setToolTip(tr("Go to line (Ctrl+G)"));
    m_line->setPrefix(tr("Line "));
    m_line->setRange(1, 1);
    m_line->setKeyboardTracking(false);
    m_line->setButtonSymbols(QAbstractSpinBox::NoButtons);
    connect(m_line, &QSpinBox::editingFinished, this, [this] {
        // Leaving the box goes nowhere: only Enter does.
        if (m_line->hasFocus()) {
            m_edit->goTo(m_line->value());
            m_edit->setFocus();
        }
    });
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const QSignalBlocker quiet(m_line);
        m_line->setValue(m_edit->line());
    });
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 4, 6, 4);
    top->addWidget(m_path, 1);
    top->addWidget(m_line);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_edit);
    split->addWidget(m_list);
    split->setStretchFactor(0, 1);
    split->setSizes({560, 140});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_notice);
    layout->addWidget(split, 1);
    layout->addWidget(m_find);
    setFocusProxy(m_edit);
}

void SourceView::buildList() {
    m_list->setModel(m_diagnostics);
    m_list->setAccessibleName(tr("Source diagnostics"));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(rowHeight(m_list->font()));
    QHeaderView *header = m_list->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int sign = m_list->fontMetrics().averageCharWidth();
    header->resizeSection(SourceDiagnostics::Line, sign * 8);
    header->resizeSection(SourceDiagnostics::Severity, sign * 11);
    header->resizeSection(SourceDiagnostics::Code, sign * 26);
    connect(m_list, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { goTo(index.row()); });
    m_list->hide();
}

void SourceView::addKeys() {
    const auto on = [this](const QKeySequence &key, auto call) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, call);
    };
    on(QKeySequence::Find, [this] { m_find->open(); });
    on(Qt::Key_F3, [this] { m_find->step(true); });
    on(Qt::SHIFT | Qt::Key_F3, [this] { m_find->step(false); });
    on(Qt::CTRL | Qt::Key_G, [this] {
        m_line->setFocus();
        m_line->selectAll();
    });
    on(Qt::CTRL | Qt::Key_W, [this] { close(); });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(key, m_list);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, [this] { goTo(m_list->currentIndex().row()); });
    }
}

void SourceView::setLibrary(Library::Pointer library) {
    m_library = std::move(library);
    if (!m_file.isEmpty() && isVisible() && m_library->diagnosticsOf(m_file) != m_diagnostics->all())
        read();
}

void SourceView::open(const QString &file, int line) {
    m_wanted = std::max(line, 1);
    m_file = file;
    setWindowTitle(tr("%1 - Walkabout").arg(QFileInfo(file).fileName()));
    m_path->setText(file);
    m_path->setToolTip(file);
    show();
    raise();
    read();
    activateWindow();
    m_edit->setFocus();
}

void SourceView::read() {
    // One that is read already is dropped; it is a pure function.
    m_reading.setFuture(QtConcurrent::run(&SourceDocument::make,
        SourceDocument::Order{m_file, m_library->diagnosticsOf(m_file), palette(), m_edit->blank(),
            m_wanted > 0 ? m_wanted : m_edit->line(), thread()}));
}

void SourceView::arrived() {
    const SourceDocument made = m_reading.result();
    const QList<Diagnostic> diagnostics = m_library->diagnosticsOf(m_file);
    const int line = m_wanted > 0 ? m_wanted : m_edit->line();
    const int scrolled = m_edit->verticalScrollBar()->value();
    m_find->stop();
    m_source = made.source;
    m_edit->setSource(made.document, diagnostics);
    m_finder->setText(m_source.text);
    m_line->setRange(1, m_edit->blockCount());
    m_diagnostics->set(diagnostics);
    m_list->setVisible(!diagnostics.isEmpty());
    m_edit->goTo(line);
    if (m_wanted == 0)
        m_edit->verticalScrollBar()->setValue(scrolled);
    m_wanted = 0;
    say(m_source);
    emit shown();
}

void SourceView::say(const SourceText &source) {
    QString text = source.problem;
    if (text.isEmpty() && source.cutFrom > 0)
        text = tr("The file has %1 MB; its first %2 MB are shown.")
                   .arg(QString::number(double(source.cutFrom) / 1e6, 'f', 1),
                       QString::number(double(SourceText::Longest) / 1e6, 'f', 0));
    QPalette colours = palette();
    colours.setColor(QPalette::Window, tint(palette(), source.problem.isEmpty() ? Tint::NoticeBack : Tint::BadBack));
    m_notice->setPalette(colours);
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void SourceView::goTo(int row) {
    if (row < 0)
        return;
    const Diagnostic &diagnostic = m_diagnostics->all()[row];
    const QString line = m_edit->document()->findBlockByNumber(std::max(diagnostic.line, 1) - 1).text();
    m_edit->goTo(diagnostic.line, m_source.place(line, diagnostic.column));
    m_edit->setFocus();
}

void SourceView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    // Its colours are in the document.
    if (event->type() == QEvent::PaletteChange && !m_file.isEmpty())
        read();
}

} // namespace walkabout
