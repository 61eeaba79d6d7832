// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demoport.h"

#include <cmath>
#include <numbers>

namespace walkabout {

namespace {

constexpr double BootTime = 38; // seconds until ports come up
constexpr double Swell = 0.45; // how much of a rate comes and goes
constexpr double ShortestPeriod = 90; // seconds of one swell
constexpr double OctetsOfAPacket = 780; // on average
constexpr double MulticastsASecond = 1.6;
constexpr double BroadcastsASecond = 0.7;
constexpr double DiscardsOfAnError = 0.02;

// The integral of rate * (1 + Swell * sin(...)) from 0: never falls, as Swell is under 1.
quint64 grown(double rate, double seconds, double period, double phase) {
    const double turn = 2 * std::numbers::pi / period;
    const double swell = Swell / turn * (std::cos(phase) - std::cos(turn * seconds + phase));
    return quint64(std::max(0.0, rate * (seconds + swell)));
}

} // namespace

DemoPort::DemoPort(Make make)
    : m_make(std::move(make))
    , m_alias(m_make.alias)
    , m_admin(m_make.isEnabled ? Status::Up : Status::Down)
    , m_lastChange(oper() == Status::Up ? BootTime : 0) {}

bool DemoPort::isPhysical() const {
    constexpr int EthernetCsmacd = 6;
    return m_make.type == EthernetCsmacd;
}

DemoPort::Status DemoPort::oper() const {
    if (m_admin != Status::Up)
        return m_admin;
    return m_make.isPlugged ? Status::Up : Status::Down;
}

void DemoPort::setAdmin(Status status, double now) {
    const Status before = oper();
    const double activeBefore = active(now);
    m_admin = status;
    if (oper() == before)
        return;
    m_activeBefore = activeBefore;
    m_lastChange = now;
}

double DemoPort::active(double now) const {
    return m_activeBefore + (oper() == Status::Up ? std::max(0.0, now - m_lastChange) : 0);
}

quint64 DemoPort::octets(Direction direction, double now) const {
    const double phase = m_make.index + (direction == Direction::Out ? 1.1 : 0);
    return grown(m_make.octetRate[size_t(direction)], active(now), ShortestPeriod + m_make.index % 60, phase);
}

quint64 DemoPort::packets(Direction direction, Cast cast, double now) const {
    if (m_make.octetRate[size_t(direction)] <= 0)
        return 0;
    const double phase = m_make.index + (direction == Direction::Out ? 1.1 : 0);
    const double period = ShortestPeriod + m_make.index % 60;
    switch (cast) {
    case Cast::Unicast: return grown(m_make.octetRate[size_t(direction)] / OctetsOfAPacket, active(now), period, phase);
    case Cast::Multicast: return grown(MulticastsASecond, active(now), period, phase);
    case Cast::Broadcast: return grown(BroadcastsASecond, active(now), period, phase);
    }
    return 0;
}

quint64 DemoPort::inErrors(double now) const { return grown(m_make.errorRate, active(now), ShortestPeriod, 0); }

quint64 DemoPort::discards(Direction direction, double now) const {
    return direction == Direction::In ? quint64(double(inErrors(now)) * DiscardsOfAnError) : 0;
}

} // namespace walkabout
