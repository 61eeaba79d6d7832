// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"

#include <optional>

namespace walkabout {

/// A stretch of a walk: the instances behind one OID up to another one, read by one question after the other. Owned by
/// the Walk, whose parts follow each other without a gap.
struct WalkPart {
    Oid at; // read up to here: the next question goes on behind it
    std::optional<Oid> until; // the last that belongs to it; nullopt: the end of what is walked
    qint64 ahead = 0; // instances that it is thought to hold; 0: not known
    bool isGuess = false; // begins where no other column had a row, and has not proven to hold anything yet
    bool isFar = false; // begins behind a whole subtree: another kind of guess
    bool isAsked = false; // a question is in flight
    bool isBegun = false; // an answer has come

    VarBinds read; // that could not be delivered yet
    qint64 taken = 0; // instances, delivered or not
    std::optional<Oid> first; // of its instances

    /// What follows it, once it is read; an empty OID: nothing, it was the end.
    std::optional<Oid> follower;

    struct Stop {
        Ending ending = Ending::Timeout;
        std::optional<Failure> failure;
        int errorIndex = 0;
        Oid culprit;
    };
    std::optional<Stop> stop; // why it could not be read further

    [[nodiscard]] bool isRead() const { return follower || stop; }
    /// What the answer behind its beginning named; nullopt: not known yet.
    [[nodiscard]] std::optional<Oid> head() const { return first ? first : follower; }
    [[nodiscard]] qint64 remaining() const { return ahead > 0 ? std::max<qint64>(ahead - taken, 0) : -1; }
};

} // namespace walkabout
