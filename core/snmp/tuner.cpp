// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/tuner.h"

#include <algorithm>

namespace walkabout {

namespace {

constexpr int Polite = 10; // varbinds of a first request, and of every gentle one
constexpr int MostWindow = 32;
constexpr int MostVarBinds = 2000;
constexpr qsizetype Unfragmented = 1400; // octets that any network carries in one piece
constexpr qsizetype MostOctets = 16'000;
constexpr qsizetype InFlight
    = 96'000; // octets that a socket's usual buffer surely takes (Linux: 208 KiB with overhead)
constexpr qsizetype MessageHead = 60; // octets around the varbinds of a message
constexpr int Measured = 16; // answers that make a rate worth comparing
constexpr double Worth = 1.05; // a growth brings so much, or is taken back
constexpr int Rest = 24; // epochs

} // namespace

Tuner::Tuner()
    : m_mostOctets(MostOctets)
    , m_mostVarBinds(MostVarBinds)
    , m_sinceLoss(MostWindow) {}

int Tuner::window(const Pace &pace) const { return pace.gentle ? 1 : pace.window > 0 ? pace.window : m_now.window; }

int Tuner::varBinds(const Pace &pace) const {
    const int wanted = pace.maxRepetitions > 0 ? pace.maxRepetitions : pace.gentle ? Polite : m_now.varBinds;
    return std::min(wanted, m_mostVarBinds);
}

int Tuner::fitting() const {
    const qsizetype fits = (m_now.octets - MessageHead) / std::max<qsizetype>(m_averageSize, 1);
    return int(std::clamp<qsizetype>(fits, 1, m_mostVarBinds));
}

void Tuner::beginEpoch(Monotonic::time_point now) {
    m_began = now;
    m_answers = 0;
    m_taken = 0;
    m_usedWindow = false;
}

void Tuner::answered(const Answer &answer, Monotonic::time_point now) {
    if (answer.averageSize > 0)
        m_averageSize = std::max<qsizetype>(1, (3 * m_averageSize + answer.averageSize) / 4);
    m_now.varBinds = std::min(m_now.varBinds, fitting());
    m_sinceLoss = std::min(m_sinceLoss + 1, MostWindow);
    if (answer.wasLost)
        return stepBack(now);
    if (m_answers == 0 && m_taken == 0 && m_began == Monotonic::time_point{})
        beginEpoch(now);
    ++m_answers;
    m_taken += answer.varBinds;
    m_usedWindow = m_usedWindow || answer.inFlight >= m_now.window;
    const bool isPolite = m_now.window < 4 && m_now.octets <= Unfragmented; // nothing here can hurt: no need to measure
    if (m_answers >= (isPolite ? std::max(2, m_now.window) : std::max(Measured, 4 * m_now.window)))
        endEpoch(now);
}

void Tuner::endEpoch(Monotonic::time_point now) {
    const double seconds = std::max(1e-6, std::chrono::duration<double>(now - m_began).count());
    const bool isMeasured = m_answers >= Measured;
    const double rate = double(m_taken) / seconds;
    if (m_grew && isMeasured && m_rate > 0 && rate < m_rate * Worth) {
        m_now = m_before; // it brought nothing
        m_now.varBinds = std::min(m_now.varBinds, fitting());
        m_grew = false;
        m_rest = Rest;
        m_rate = 0;
    } else {
        m_rate = isMeasured ? rate : 0;
        m_grew = false;
        if (m_rest > 0)
            --m_rest;
        else
            m_grew = grow();
    }
    beginEpoch(now);
}

// One thing at a time: as much as fits into an unfragmented answer, then more requests in flight, then larger answers.
bool Tuner::grow() {
    m_before = m_now;
    if (const int most = fitting(); most - m_now.varBinds > m_now.varBinds / 4) { // a little would not be worth it
        m_now.varBinds = std::min(m_now.varBinds * 2, most);
        return true;
    }
    const auto mostWindow = int(std::clamp<qsizetype>(InFlight / m_now.octets, 1, MostWindow));
    const bool wantsLarger = m_now.window >= 4 && m_now.octets < 4 * Unfragmented;
    if (m_usedWindow && m_now.window < mostWindow && !wantsLarger) {
        m_now.window = std::min(m_now.window * 2, mostWindow);
        return true;
    }
    if (const auto larger = std::min(m_now.octets * 2, m_mostOctets);
        larger > m_now.octets && larger * m_now.window <= InFlight) {
        m_now.octets = larger;
        m_now.varBinds = std::min(m_now.varBinds * 2, fitting());
        return true;
    }
    return false;
}

void Tuner::stepBack(Monotonic::time_point now) {
    if (m_sinceLoss < m_now.window)
        return; // losses of one moment count once
    m_sinceLoss = 0;
    if (m_now.octets > Unfragmented) {
        m_now.octets = std::max(m_now.octets / 2, Unfragmented);
        m_mostOctets = std::max(m_now.octets, Unfragmented);
    } else if (m_now.window > 1) {
        m_now.window = std::max(1, m_now.window * 3 / 4);
    }
    m_now.varBinds = std::min(m_now.varBinds, fitting());
    m_grew = false;
    m_rate = 0;
    m_rest = Rest;
    beginEpoch(now);
}

void Tuner::lost() {
    m_now.varBinds = std::max(1, m_now.varBinds / 2);
    stepBack(Monotonic::now());
}

bool Tuner::tooBig(int varBinds) {
    if (varBinds <= 1)
        return false;
    m_mostVarBinds = std::max(1, varBinds / 2);
    m_now.varBinds = std::min(m_now.varBinds, m_mostVarBinds);
    m_grew = false;
    m_rest = Rest;
    return true;
}

} // namespace walkabout
