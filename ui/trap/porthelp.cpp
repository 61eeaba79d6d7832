// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/porthelp.h"

#include "ui/shared/fonts.h"
#include "ui/shared/icon.h"
#include "ui/trap/commandtext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QLabel *paragraph(const QString &text, QWidget *parent, bool isBold = false) {
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont font = label->font();
    font.setBold(isBold);
    label->setFont(font);
    return label;
}

} // namespace

PortHelp::PortHelp(const PortRefusal &refusal, const PortRemedy::Setting &setting, QWidget *parent)
    : QDialog(parent) {
    setWindowTitle(tr("Port %1").arg(refusal.port));
    setAttribute(Qt::WA_DeleteOnClose);
    QLabel *reason = paragraph(tr("%1.").arg(refusal.text()), this, true);
    reason->setAccessibleName(tr("Why the port was refused"));
    const QString listens = setting.instead > 0 ? tr("Meanwhile port %1 listens. ").arg(setting.instead) : QString();
    QLabel *meanwhile = paragraph(listens
            + tr("What brings traps for port %1 here stands below. Walkabout runs none of these commands, and needs no "
                 "rights of root itself.")
                  .arg(refusal.port),
        this);
    meanwhile->setAccessibleName(tr("What can be done"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &PortHelp::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(reason);
    layout->addWidget(meanwhile);
    layout->addWidget(list(PortRemedy::of(refusal, setting)), 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 36);
}

QWidget *PortHelp::list(const QList<PortRemedy> &remedies) {
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    for (const PortRemedy &remedy : remedies)
        add(remedy, layout);
    layout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setAccessibleName(tr("Remedies"));
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

void PortHelp::add(const PortRemedy &remedy, QVBoxLayout *layout) {
    QWidget *parent = layout->parentWidget();
    auto *commands = new CommandText(remedy.commands, parent);
    commands->setAccessibleName(tr("Commands: %1").arg(remedy.title));
    commands->setAccessibleDescription(remedy.explanation);
    auto *copy = new QPushButton(icon(Glyph::Copy), tr("Copy"), parent);
    copy->setAutoDefault(false);
    copy->setAccessibleName(tr("Copy: %1").arg(remedy.title));
    connect(copy, &QPushButton::clicked, this,
        [text = remedy.commands] { QGuiApplication::clipboard()->setText(text + u'\n'); });
    if (layout->count() > 0)
        layout->addSpacing(fontMetrics().height() / 2);
    auto *line = new QHBoxLayout;
    line->addWidget(commands, 1);
    line->addWidget(copy, 0, Qt::AlignTop);
    layout->addWidget(paragraph(remedy.title, parent, true));
    layout->addWidget(paragraph(remedy.explanation, parent));
    layout->addLayout(line);
}

} // namespace walkabout
