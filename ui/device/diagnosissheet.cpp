// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/diagnosissheet.h"

#include "core/work/diagnosing.h"
#include "ui/shared/icon.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace walkabout {

DiagnosisSheet::DiagnosisSheet(Engine &engine, QWidget *parent)
    : QFrame(parent)
    , m_engine(engine)
    , m_title(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_others(new QCheckBox(tr("Try the &other versions too"), this))
    , m_start(new QPushButton(tr("&Start"), this))
    , m_remedy(new QPushButton(this))
    , m_steps(new QListWidget(this))
    , m_sentence(new QLabel(this)) {
    build();
    connect(m_others, &QCheckBox::toggled, this, [this](bool tried) {
        m_plan.otherVersions = tried;
        showWarning();
    });
    connect(m_start, &QPushButton::clicked, this, &DiagnosisSheet::start);
    connect(m_remedy, &QPushButton::clicked, this, [this] {
        const std::optional<Remedy> remedy = m_diagnosis ? m_diagnosis->finding().remedy : std::nullopt;
        close();
        if (remedy)
            emit remedyChosen(*remedy);
    });
    hide();
}

DiagnosisSheet::~DiagnosisSheet() = default;

void DiagnosisSheet::build() {
    setAutoFillBackground(true);
    setAccessibleName(tr("Why no answer"));
    m_start->setAccessibleName(tr("Start diagnosis"));
    m_steps->setAccessibleName(tr("Diagnosis steps"));
    m_steps->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_steps->setWordWrap(true);
    m_steps->setMaximumHeight(fontMetrics().height() * 9);
    m_sentence->setAccessibleName(tr("Diagnosis"));
    m_warning->setAccessibleName(tr("What the diagnosis sends"));
    for (QLabel *text : {m_warning, m_sentence}) {
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setFocusPolicy(Qt::NoFocus);
    }
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_sentence->setFont(bold);
    auto *close = new QToolButton(this);
    close->setIcon(icon(Glyph::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the diagnosis"));
    connect(close, &QToolButton::clicked, this, &DiagnosisSheet::close);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *controls = new QHBoxLayout;
    controls->addWidget(m_warning, 1);
    controls->addWidget(m_others);
    controls->addWidget(m_start);
    auto *outcome = new QHBoxLayout;
    outcome->addWidget(m_sentence, 1);
    outcome->addWidget(m_remedy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 6);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(controls);
    layout->addWidget(m_steps);
    layout->addLayout(outcome);
}

void DiagnosisSheet::showWarning() { m_warning->setText(diagnosing::warning(m_plan)); }

void DiagnosisSheet::ask(const QString &name, DiagnosisPlan plan) {
    m_diagnosis.reset();
    m_plan = std::move(plan);
    m_title->setText(tr("Why does %1 not answer?").arg(name));
    const QSignalBlocker quiet(m_others);
    m_others->setChecked(m_plan.otherVersions);
    m_others->setVisible(true);
    m_others->setEnabled(true);
    showWarning();
    m_start->setText(tr("&Start"));
    m_start->setEnabled(true);
    m_steps->clear();
    m_steps->hide();
    m_sentence->hide();
    m_remedy->hide();
    show();
    m_start->setFocus();
}

void DiagnosisSheet::start() {
    m_steps->clear();
    m_steps->show();
    m_sentence->setText(tr("Trying …"));
    m_sentence->show();
    m_remedy->hide();
    m_start->setEnabled(false);
    m_others->setEnabled(false);
    m_diagnosis = std::make_unique<Diagnosis>(m_engine, m_plan);
    connect(m_diagnosis.get(), &Diagnosis::stepped, this, &DiagnosisSheet::addStep);
    connect(m_diagnosis.get(), &Diagnosis::finished, this, &DiagnosisSheet::finish);
}

void DiagnosisSheet::addStep(const DiagnosisStep &step) {
    auto *item = new QListWidgetItem(step.text(), m_steps);
    if (step.failure)
        item->setForeground(tint(palette(), Tint::Bad));
    m_steps->scrollToBottom();
}

void DiagnosisSheet::finish() {
    const Finding &finding = m_diagnosis->finding();
    const QString field = finding.fieldText();
    m_sentence->setText(field.isEmpty() ? finding.text() : tr("%1: %2").arg(field, finding.text()));
    m_start->setText(tr("&Try Again"));
    m_start->setEnabled(true);
    m_others->setEnabled(true);
    m_remedy->setVisible(finding.remedy.has_value());
    if (!finding.remedy)
        return;
    m_remedy->setText(finding.remedy->text());
    m_remedy->setAccessibleName(tr("Apply: %1").arg(finding.remedy->text()));
    m_remedy->setFocus();
}

void DiagnosisSheet::close() {
    m_diagnosis.reset();
    hide();
}

bool DiagnosisSheet::stop() {
    if (!m_diagnosis || m_diagnosis->ending())
        return false;
    m_diagnosis.reset();
    m_sentence->setText(tr("Stopped."));
    m_start->setEnabled(true);
    m_others->setEnabled(true);
    return true;
}

} // namespace walkabout
