// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/opening.h"

#include "core/sim/demo.h"
#include "core/sim/recordedagent.h"
#include "core/sim/responder.h"
#include "core/work/objectname.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QtConcurrentRun>

#include <array>

namespace walkabout {

namespace {

// Known to this program alone: nobody else on this machine reads or writes the agent behind a recording.
Secret randomCommunity() {
    std::array<quint32, 4> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), qsizetype(numbers.size()));
    const QByteArrayView bytes(reinterpret_cast<const char *>(numbers.data()), qsizetype(sizeof(numbers)));
    return Secret::take(bytes.toByteArray().toHex());
}

} // namespace

// A pure function for a pool thread.
void Opening::readRecording(QPromise<Result<Agent>> &promise, const QString &path, const Library::Pointer &library) {
    const auto names = [&library](QStringView name) { return ObjectName::oidOf(name, *library); };
    const auto recording = Recording::open(path, names, [&promise] { return promise.isCanceled(); });
    if (recording)
        promise.addResult(Agent{std::make_unique<RecordedAgent>(*recording), recording->badLines()});
    else
        promise.addResult(recording.failure());
}

Opening::Opening(Engine &engine, Device device, Secrets secrets, Library::Pointer library, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_device(std::move(device))
    , m_secrets(std::move(secrets)) {
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        if (!m_outcome)
            serve(m_reading.future().takeResult());
    });
    QMetaObject::invokeMethod(
        this, [this, library = std::move(library)] { begin(library ? library : Library::empty()); },
        Qt::QueuedConnection);
}

Opening::~Opening() { m_reading.cancel(); }

void Opening::cancel() {
    m_reading.cancel();
    if (!m_outcome)
        end(Failure(Failure::Kind::Cancelled));
}

void Opening::begin(const Library::Pointer &library) {
    if (m_outcome)
        return;
    switch (m_device.kind) {
    case Device::Kind::Live: return connectTo(m_device, m_secrets, {});
    case Device::Kind::Demo: return serve(Agent{makeDemoDevice(), {}});
    case Device::Kind::Recording:
        m_reading.setFuture(QtConcurrent::run(&Opening::readRecording, m_device.recording, library));
        return;
    }
}

void Opening::serve(Result<Agent> agent) {
    if (!agent)
        return end(agent.failure());
    Secrets secrets = m_secrets;
    secrets.readCommunity = randomCommunity();
    secrets.writeCommunity = secrets.readCommunity;
    auto responder = std::make_unique<Responder>(
        m_engine, std::move(agent->data), Responder::Access{secrets.readCommunity, secrets.writeCommunity, {}});
    if (const auto failure = responder->listen(QHostAddress(QHostAddress::LocalHost), 0))
        return end(*failure);
    Device device = m_device;
    device.endpoint = {Endpoint::Transport::Udp, true, responder->address().toString(), responder->port()};
    // In process the agent speaks v1 and v2c alone: manager and agent would share their SNMPv3 keys.
    if (device.version == Version::V3)
        device.version = Version::V2c;
    connectTo(std::move(device), secrets, {std::move(responder), std::move(agent->badLines)});
}

void Opening::connectTo(Device device, const Secrets &secrets, Target::Played played) {
    auto connection = Connection::open(m_engine, device, secrets);
    if (!connection)
        return end(connection.failure());
    end(std::make_unique<Target>(std::move(device), std::move(played), *std::move(connection)));
}

void Opening::end(Result<std::unique_ptr<Target>> outcome) {
    m_outcome.emplace(std::move(outcome));
    QMetaObject::invokeMethod(this, &Opening::finished, Qt::QueuedConnection);
}

} // namespace walkabout
