// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/device/opendevices.h"

namespace walkabout {

/// The devices of a group on their way to be open: all at once those whose secrets are known, one after another those
/// that lack some, so that a person is asked for one at a time. Begins by itself; tells of each device once, from the
/// event loop. Owned by whoever asks the group; the devices outlive it.
class GroupOpening final : public QObject {
    Q_OBJECT

public:
    explicit GroupOpening(QList<OpenDevice *> devices, QObject *parent = nullptr);

    /// The secrets of this device will not come.
    void decline(const QUuid &device);
    /// For which secrets a person is being asked; empty: for none.
    [[nodiscard]] QString wanted() const { return m_wanted ? m_wanted->text() : QString(); }

signals:
    void opened(walkabout::OpenDevice *device);
    void failed(walkabout::OpenDevice *device, const walkabout::Failure &failure);
    /// wanted() is another.
    void wantedChanged();

private:
    void begin();
    void open(OpenDevice *device);
    void askNext();
    void end(OpenDevice *device);
    void want(std::optional<Failure> wanted);

    QList<OpenDevice *> m_devices; // not yet told of
    QList<OpenDevice *> m_lacking; // secrets, and not yet asked for
    OpenDevice *m_asked = nullptr;
    std::optional<Failure> m_wanted;
};

} // namespace walkabout
