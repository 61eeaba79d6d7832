// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/recordingfile.h"

#include <QFrame>
#include <QPointer>

class QLabel;

namespace walkabout {

class OpenDevice;

/// A device being recorded into a file, from 1.0, while everything else goes on: a line below the address bar that says
/// how far it is, with a button that ends it; what was read until then is kept. One at a time. Owned by the window.
class RecordBar final : public QFrame {
    Q_OBJECT

public:
    explicit RecordBar(QWidget *parent = nullptr);
    ~RecordBar() override;

    [[nodiscard]] bool isRecording() const { return m_file != nullptr; }
    /// Fails where the file cannot be written. The device is opened if it is not.
    [[nodiscard]] std::optional<Failure> record(OpenDevice &device, const QString &path, Library::Pointer library);
    void cancel();
    /// The secrets of this device will not come.
    void decline(const QUuid &device);

signals:
    /// Once for each that began: what is to be told, and the file that can be opened (empty: there is none).
    void recorded(const QString &told, const QString &path);

private:
    void begin();
    void finish();
    void showProgress();
    void end(const QString &told, const QString &path = {});

    QPointer<OpenDevice> m_device;
    Library::Pointer m_library;
    std::unique_ptr<RecordingFile> m_file;
    std::unique_ptr<Operation> m_walk;
    QLabel *m_text;
};

} // namespace walkabout
