// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/recordbar.h"

#include "core/base/count.h"
#include "ui/device/opendevice.h"
#include "ui/shared/icon.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace walkabout {

RecordBar::RecordBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this)) {
    setAutoFillBackground(true);
    setAccessibleName(tr("Recording"));
    auto *mark = new QLabel(this);
    mark->setPixmap(icon(Glyph::Recording, Tint::Bad).pixmap(16, 16));
    m_text->setAccessibleName(tr("Recording progress"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *stop = new QPushButton(tr("Stop &recording"), this);
    stop->setAccessibleName(tr("Stop recording"));
    connect(stop, &QPushButton::clicked, this, &RecordBar::cancel);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 4, 3);
    layout->addWidget(mark);
    layout->addWidget(m_text, 1);
    layout->addWidget(stop);
    hide();
}

RecordBar::~RecordBar() = default;

std::optional<Failure> RecordBar::record(OpenDevice &device, const QString &path, Library::Pointer library) {
    auto file = RecordingFile::begin(path);
    if (!file)
        return file.failure();
    m_file = *std::move(file);
    m_device = &device;
    m_library = std::move(library);
    m_text->setText(tr("Opening %1 …").arg(device.device().label()));
    show();
    if (device.connection()) {
        begin();
        return {};
    }
    connect(&device, &OpenDevice::opened, this, &RecordBar::begin);
    connect(&device, &OpenDevice::failed, this, [this](const Failure &failure) { end(failure.text()); });
    device.open();
    return {};
}

void RecordBar::begin() {
    disconnect(m_device, nullptr, this, nullptr);
    auto operation = RecordingFile::query().begin(*m_device->connection(), *m_library);
    if (!operation)
        return end(operation.failure().text());
    m_walk = *std::move(operation);
    connect(m_walk.get(), &Operation::batch, this, [this](const VarBinds &varBinds) {
        m_file->write(varBinds);
        showProgress();
    });
    connect(m_walk.get(), &Operation::finished, this, &RecordBar::finish);
    showProgress();
}

void RecordBar::showProgress() {
    m_text->setText(tr("Recording %1: %2, at %3")
                        .arg(m_device ? m_device->device().label() : QString(),
                            counted(m_walk->figures().varBinds, tr("%1 varbind"), tr("%1 varbinds")),
                            m_walk->lastOid().toString()));
}

void RecordBar::cancel() {
    if (m_walk)
        m_walk->cancel();
    else if (m_file)
        end(tr("Nothing was recorded."));
}

void RecordBar::decline(const QUuid &device) {
    if (m_file && !m_walk && m_device && m_device->device().id == device)
        end(tr("Nothing was recorded."));
}

void RecordBar::finish() {
    const QString device = m_device ? m_device->device().label() : QString();
    const auto kept = m_file->keep(*m_walk);
    const QString why = m_walk->failure() ? m_walk->failure()->text() : QString();
    if (!kept)
        return end(kept.failure().text());
    if (kept->path.isEmpty())
        return end(tr("Nothing was recorded of %1. %2").arg(device, why).trimmed());
    const QString what = tr("%1 of %2 in %3")
                             .arg(counted(m_walk->figures().varBinds, tr("%1 varbind"), tr("%1 varbinds")), device,
                                 QFileInfo(kept->path).fileName());
    end(kept->isWhole ? tr("Recorded: %1.").arg(what)
                      : tr("Recorded in part: %1, which says so in its last line. %2").arg(what, why),
        kept->path);
}

void RecordBar::end(const QString &told, const QString &path) {
    if (m_device)
        disconnect(m_device, nullptr, this, nullptr);
    m_file.reset();
    if (m_walk)
        m_walk.release()->deleteLater(); // its signal may have brought us here
    hide();
    emit recorded(told, path);
}

} // namespace walkabout
