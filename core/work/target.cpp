// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/target.h"

#include "core/sim/responder.h"

#include <QFileInfo>

namespace walkabout {

Target::Target(Device device, Played played, std::unique_ptr<Connection> connection)
    : m_device(std::move(device))
    , m_played(std::move(played))
    , m_connection(std::move(connection)) {}

Target::~Target() = default;

Result<Device> Target::read(QStringView text, const DeviceStore &saved) {
    text = text.trimmed();
    if (const Device *device = saved.named(text))
        return *device;
    Device device;
    if (text == u"demo") {
        device.kind = Device::Kind::Demo;
        device.name = text.toString();
        return device;
    }
    const QString path = text.toString();
    if (path.contains(u'/') || Recording::looksLikeRecording(path)) {
        const QFileInfo file(path);
        if (!file.exists() || file.isDir())
            return Failure(
                Failure::Kind::File, {path, file.isDir() ? tr("a folder is no recording") : tr("no such file")});
        device.kind = Device::Kind::Recording;
        device.recording = file.absoluteFilePath();
        device.name = file.fileName();
        return device;
    }
    auto endpoint = Endpoint::parse(text);
    if (!endpoint)
        return endpoint.failure();
    device.endpoint = *std::move(endpoint);
    return device;
}

} // namespace walkabout
