// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/target.h"

#include "core/sim/demo.h"
#include "core/sim/recordedagent.h"
#include "core/sim/responder.h"
#include "core/work/objectname.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QRandomGenerator>

#include <array>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

// Known to this program alone: nobody else on this machine reads or writes the agent behind a recording.
Secret randomCommunity() {
    std::array<quint32, 4> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), qsizetype(numbers.size()));
    const QByteArrayView bytes(reinterpret_cast<const char *>(numbers.data()), qsizetype(sizeof(numbers)));
    return Secret::take(bytes.toByteArray().toHex());
}

Result<std::unique_ptr<AgentData>> agentOf(const Device &device, const Library *library) {
    if (device.kind == Device::Kind::Demo)
        return makeDemoDevice();
    Recording::Names names;
    if (library) {
        names = [library](QStringView name) -> std::optional<Oid> {
            const auto object = ObjectName::parse(name, *library);
            return object ? std::optional(object->oid) : std::nullopt;
        };
    }
    const auto recording = Recording::open(device.recording, names);
    if (!recording)
        return recording.failure();
    return std::unique_ptr<AgentData>(std::make_unique<RecordedAgent>(*recording));
}

} // namespace

Target::Target(Device device, std::unique_ptr<Responder> responder, std::unique_ptr<Connection> connection)
    : m_device(std::move(device))
    , m_responder(std::move(responder))
    , m_connection(std::move(connection)) {}

Target::~Target() = default;

Result<std::unique_ptr<Target>> Target::open(
    Engine &engine, const Device &device, const Secrets &secrets, const Library *library) {
    Device reached = device;
    Secrets used = secrets;
    std::unique_ptr<Responder> responder;
    if (device.kind != Device::Kind::Live) {
        auto data = agentOf(device, library);
        if (!data)
            return data.failure();
        used.readCommunity = randomCommunity();
        used.writeCommunity = used.readCommunity;
        responder = std::make_unique<Responder>(
            engine, *std::move(data), Responder::Access{used.readCommunity, used.writeCommunity, {}});
        if (const auto failure = responder->listen(QHostAddress(QHostAddress::LocalHost), 0))
            return *failure;
        reached.endpoint = {Endpoint::Transport::Udp, true, responder->address().toString(), responder->port()};
        // In process the agent speaks v1 and v2c alone: manager and agent would share their SNMPv3 keys.
        if (reached.version == Version::V3)
            reached.version = Version::V2c;
    }
    auto connection = Connection::open(engine, reached, used);
    if (!connection)
        return connection.failure();
    return std::unique_ptr<Target>(new Target(std::move(reached), std::move(responder), *std::move(connection)));
}

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
