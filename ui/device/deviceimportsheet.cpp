// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/deviceimportsheet.h"

#include "core/base/count.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

namespace walkabout {

namespace {

enum ImportColumn { NameColumn, AddressColumn, FateColumn, LineColumn };

QString fateText(const ImportedRows::Row &row) {
    QString text;
    switch (row.fate) {
    case ImportedRows::Fate::New: text = DeviceImportSheet::tr("will be added"); break;
    case ImportedRows::Fate::Changed: text = DeviceImportSheet::tr("will be changed"); break;
    case ImportedRows::Fate::Same: text = DeviceImportSheet::tr("is there as it is here"); break;
    case ImportedRows::Fate::There: text = DeviceImportSheet::tr("is already there"); break;
    }
    return row.remark.isEmpty() ? text : DeviceImportSheet::tr("%1: %2").arg(text, row.remark);
}

bool isChoice(const ImportedRows::Row &row) {
    return row.fate == ImportedRows::Fate::New || row.fate == ImportedRows::Fate::Changed;
}

} // namespace

DeviceImportSheet::DeviceImportSheet(QWidget *parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_tree(new QTreeWidget(this))
    , m_import(new QPushButton(tr("&Import"), this))
    , m_cancel(new QPushButton(tr("&Cancel"), this)) {
    build();
    connect(m_tree, &QTreeWidget::itemChanged, this, &DeviceImportSheet::follow);
    connect(m_import, &QPushButton::clicked, this, &DeviceImportSheet::importAsked);
    connect(m_cancel, &QPushButton::clicked, this, &DeviceImportSheet::clear);
    hide();
}

DeviceImportSheet::~DeviceImportSheet() = default;

void DeviceImportSheet::build() {
    setAccessibleName(tr("Device import sheet"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    QFont large = m_heading->font();
    large.setBold(true);
    m_heading->setFont(large);
    m_heading->setWordWrap(true);
    m_tree->setAccessibleName(tr("Devices to import"));
    m_tree->setHeaderLabels({tr("Name"), tr("Address"), tr("What becomes of it"), tr("Line")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    const int letter = fontMetrics().averageCharWidth();
    m_tree->header()->resizeSection(NameColumn, letter * 30);
    m_tree->header()->resizeSection(AddressColumn, letter * 28);
    m_tree->header()->resizeSection(FateColumn, letter * 48);
    m_import->setAccessibleName(tr("Import the devices"));
    m_cancel->setAccessibleName(tr("Cancel the import of devices"));
    m_import->setAutoDefault(true);
    m_cancel->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_import);
    buttons->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_tree, 1);
    layout->addLayout(buttons);
}

void DeviceImportSheet::show(ImportedRows rows, const QString &file) {
    m_rows.emplace(std::move(rows));
    const auto count = [this](ImportedRows::Fate fate) { return m_rows->count(fate); };
    QStringList parts;
    const auto say = [&parts](qsizetype n, const QString &one, const QString &several) {
        if (n > 0)
            parts += counted(n, one, several);
    };
    say(count(ImportedRows::Fate::New), tr("%1 is new"), tr("%1 are new"));
    say(count(ImportedRows::Fate::Changed), tr("%1 differs"), tr("%1 differ"));
    say(count(ImportedRows::Fate::Same) + count(ImportedRows::Fate::There), tr("%1 is already there"),
        tr("%1 are already there"));
    say(m_rows->import().problems.size(), tr("%1 problem"), tr("%1 problems"));
    m_heading->setText(tr("%1: %2").arg(file, parts.isEmpty() ? tr("nothing to import") : parts.join(tr(", "))));
    fill();
    judge();
    QFrame::show();
    (m_import->isEnabled() ? m_import : m_cancel)->setFocus();
}

void DeviceImportSheet::fill() {
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    QList<QTreeWidgetItem *> items;
    const auto lineText = [](int line) { return line > 0 ? QString::number(line) : QString(); };
    for (const DeviceImport::Problem &problem : m_rows->import().problems) {
        auto *item = new QTreeWidgetItem({{}, {}, problem.text, lineText(problem.line)});
        item->setForeground(FateColumn, tint(palette(), Tint::Bad));
        item->setData(NameColumn, Qt::UserRole, -1);
        items += item;
    }
    for (qsizetype i = 0; i < m_rows->rows().size(); ++i) {
        const ImportedRows::Row &row = m_rows->rows()[i];
        const QString name = row.kind == ImportedRows::Row::Kind::Profile ? tr("%1 (profile)").arg(row.name) : row.name;
        auto *item = new QTreeWidgetItem({name, row.where, fateText(row), lineText(row.line)});
        item->setData(NameColumn, Qt::UserRole, i);
        if (isChoice(row))
            item->setCheckState(NameColumn, row.isWanted ? Qt::Checked : Qt::Unchecked);
        else
            item->setForeground(FateColumn, tint(palette(), Tint::Dim));
        items += item;
    }
    for (QTreeWidgetItem *item : std::as_const(items))
        item->setSizeHint(NameColumn, {0, rowHeight(font())}); // as dense as the lists, not denser
    m_tree->addTopLevelItems(items);
}

void DeviceImportSheet::follow(const QTreeWidgetItem *item) {
    const qsizetype row = item->data(NameColumn, Qt::UserRole).toLongLong();
    if (row < 0 || !m_rows)
        return;
    m_rows->want(row, item->checkState(NameColumn) == Qt::Checked);
    judge();
}

void DeviceImportSheet::judge() {
    const DeviceChanges changes = m_rows->changes();
    m_import->setEnabled(
        !changes.devices.isEmpty() || !changes.profiles.isEmpty() || !m_rows->import().favourites.isEmpty());
}

void DeviceImportSheet::clear() {
    hide();
    m_tree->clear();
    m_rows.reset();
}

} // namespace walkabout
