// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/devicetest.h"

#include "ui/shared/palette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace walkabout {

DeviceTest::DeviceTest(Engine &engine, std::function<void(Answer)> wanted, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_wanted(std::move(wanted))
    , m_button(new QPushButton(tr("&Test"), this))
    , m_text(new QLabel(this)) {
    m_button->setAccessibleName(tr("Test device"));
    m_button->setToolTip(tr("Asks the device as it is described here, and says what it finds"));
    m_button->setAutoDefault(false);
    m_text->setAccessibleName(tr("Test result"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumHeight(fontMetrics().height() * 2);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_button, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    connect(m_button, &QPushButton::clicked, this, &DeviceTest::toggle);
}

DeviceTest::~DeviceTest() = default;

void DeviceTest::toggle() {
    if (m_diagnosis) {
        m_diagnosis.reset();
        m_button->setText(tr("&Test"));
        tell(tr("Stopped."), true);
        return;
    }
    m_wanted([self = QPointer(this)](const Result<DiagnosisPlan> &plan) {
        if (self && !self->m_diagnosis)
            self->start(plan);
    });
}

void DeviceTest::start(const Result<DiagnosisPlan> &plan) {
    if (!plan)
        return tell(plan.failure().text(), false);
    tell(tr("Sends at most %1 packets …").arg(Diagnosis::packets(*plan)), true);
    m_button->setText(tr("&Stop"));
    m_diagnosis = std::make_unique<Diagnosis>(m_engine, *plan);
    connect(m_diagnosis.get(), &Diagnosis::stepped, this,
        [this](const DiagnosisStep &step) { tell(step.text(), !step.failure); });
    connect(m_diagnosis.get(), &Diagnosis::finished, this, &DeviceTest::finish);
}

void DeviceTest::finish() {
    Diagnosis *ended = m_diagnosis.release();
    ended->deleteLater(); // its signal brought us here
    m_button->setText(tr("&Test"));
    const Finding &finding = ended->finding();
    const QString field = finding.fieldText();
    tell(field.isEmpty() ? finding.text() : tr("%1: %2").arg(field, finding.text()),
        finding.cause == Finding::Cause::Answers);
}

void DeviceTest::tell(const QString &text, bool isGood) {
    QPalette colours = palette();
    if (!isGood)
        colours.setColor(QPalette::WindowText, tint(colours, Tint::Bad));
    m_text->setPalette(colours);
    m_text->setText(text);
}

} // namespace walkabout
