// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/liverun.h"

#include "core/base/count.h"
#include "ui/query/ending.h"
#include "ui/table/changetext.h"
#include "ui/table/livebar.h"
#include "ui/table/livetable.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableresult.h"

namespace walkabout {

LiveRun::LiveRun(OpenDevice &device, LiveBar &bar, QObject *parent)
    : QObject(parent)
    , m_device(device)
    , m_bar(bar) {
    connectBar();
}

LiveRun::~LiveRun() = default;

void LiveRun::connectBar() {
    connect(&m_bar, &LiveBar::intervalChanged, this, [this](std::chrono::seconds interval) {
        if (m_poll)
            m_poll->setInterval(interval);
    });
    const auto onModel = [this](auto signal, auto what) {
        connect(&m_bar, signal, this, [this, what] {
            if (m_grid)
                (m_grid->model().*what)();
            say();
        });
    };
    onModel(&LiveBar::zeroAsked, &TableModel::zero);
    onModel(&LiveBar::zeroForgotten, &TableModel::forgetZero);
    onModel(&LiveBar::dismissAsked, &TableModel::dismiss);
    connect(&m_bar, &LiveBar::zerosHidden, this, [this](bool hidden) {
        if (m_grid)
            m_grid->model().hideZeros(hidden);
    });
    connect(&m_bar, &LiveBar::logAsked, this, [this](bool shown) {
        if (m_grid)
            m_grid->showLog(shown);
    });
}

void LiveRun::setGrid(TableResult *grid) {
    m_poll.reset();
    m_readings = 0;
    m_grid = grid;
    m_bar.showLive(false);
    say();
    if (!grid)
        return;
    grid->model().hideZeros(m_bar.hidesZeros());
    grid->showLog(m_bar.showsLog());
    connect(grid, &TableResult::logClosed, &m_bar, [this] { m_bar.showLog(false); });
    connect(&grid->model(), &TableModel::readingShown, this, [this] {
        say();
        emit readingShown();
    });
}

std::optional<Failure> LiveRun::begin(const Query &query, const Library &library, bool isWhole) {
    auto poll = query.poll(*m_device.connection(), library, m_bar.interval());
    if (!poll) {
        m_bar.showLive(false);
        return poll.failure();
    }
    m_poll = *std::move(poll);
    m_isWhole = isWhole;
    m_readings = 0;
    connect(m_poll.get(), &Poll::read, this, &LiveRun::take);
    connect(m_poll.get(), &Poll::missed, this, [this](Ending, const Failure &failure) { miss(failure); });
    connect(m_poll.get(), &Operation::trying, this, [this](int attempt, int of) {
        if (attempt > 1) {
            m_summary = tr("Waiting for %1: try %2 of %3").arg(m_device.device().label()).arg(attempt).arg(of);
            emit changed();
        }
    });
    connect(m_poll.get(), &Operation::finished, this, &LiveRun::ended);
    m_summary = tr("Asking %1 …").arg(m_device.device().label());
    m_bar.showLive(true);
    m_grid->say(tr("Live: every %1 s.").arg(m_bar.interval().count()), false);
    emit changed();
    return {};
}

void LiveRun::take(const std::shared_ptr<const PollReading> &reading) {
    ++m_readings;
    m_summary = figuresText(reading->figures);
    m_grid->say(tr("Live: every %1 s, reading %2 at %3.")
                    .arg(m_bar.interval().count())
                    .arg(grouped(m_readings), changetext::clock(reading->when)),
        false);
    m_grid->model().show(reading, std::exchange(m_isWhole, true));
    emit changed();
}

// One that failed is no end: the device may come back.
void LiveRun::miss(const Failure &failure) {
    m_summary = failure.text();
    m_grid->say(
        tr("%1: %2 Live goes on: what is shown is older; Esc stops.").arg(changetext::clock(utcNow()), failure.text()),
        true);
    emit changed();
}

void LiveRun::stop() {
    if (m_poll)
        m_poll->cancel();
}

void LiveRun::ended() {
    const std::unique_ptr<Poll> poll = std::move(m_poll); // its signal brought us here
    const bool isStopped = poll->ending() == Ending::Cancelled;
    const QString when = changetext::clock(utcNow());
    const QString readings = counted(m_readings, tr("%1 reading"), tr("%1 readings"));
    m_bar.showLive(false);
    m_summary = isStopped ? tr("Live stopped at %1 after %2.").arg(when, readings)
                          : tr("Live ended at %1: %2").arg(when, poll->failure()->text());
    if (m_grid)
        m_grid->say(m_summary, !isStopped);
    say();
    emit changed();
}

void LiveRun::say() {
    const LiveTable *live = m_grid ? m_grid->model().live() : nullptr;
    m_bar.showZero(live && live->readings() > 0, live && live->zeroed());
    m_bar.showGone(live ? int(live->gone().size()) : 0);
}

} // namespace walkabout
