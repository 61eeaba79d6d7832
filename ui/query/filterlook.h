// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/resultfilter.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace walkabout {

/// A filter at work on many rows, in one thread: what an object decides of a term is decided once for all of its
/// instances, and of a row only that is read which may still decide. Says what ResultFilter::matches() says.
class ResultFilter::Look final {
public:
    Look(const ResultFilter &filter, const Describe &describe);

    [[nodiscard]] bool matches(const VarBind &varBind, const Standing &standing);

private:
    enum class Verdict : qint8 { Open, No, Yes };
    static constexpr int Types = 32; // of values, at most
    static constexpr int Numbers = 64;

    /// What is known of a term once its object is.
    struct Known {
        Verdict whole = Verdict::Open; // of all its instances
        std::array<Verdict, Types> types{}; // of a type:, by wire type
        // Of a word: how it may stand in what an instance adds to name and OID, and whether brackets hold more.
        bool mayBeWithin = false;
        QList<QByteArray> beginnings;
        bool hasTyped = false;
        std::array<Verdict, Numbers> numbers{}; // of small integers that are told in words
    };
    struct Object {
        const NamedObject *named = nullptr;
        std::vector<Known> terms;
    };

    [[nodiscard]] Object &objectOf(const NamedObject &named);
    [[nodiscard]] Known known(const Term &term, const NamedObject &named) const;
    [[nodiscard]] static bool isPlain(const Term &word);
    void learnWord(Known &known, const Term &term, const NamedObject &named) const;
    [[nodiscard]] bool holds(const Term &term, Known &known, Row &row);
    [[nodiscard]] bool contains(const Term &term, Known &known, const VarBind &varBind);
    [[nodiscard]] bool isInInstance(const Term &term, const Known &known, const Oid &oid);
    [[nodiscard]] bool isInValue(const Term &term, Known &known, const VarBind &varBind);
    [[nodiscard]] bool isInTyped(const Term &term, const Oid &oid);

    QList<Term> m_terms;
    const Describe m_describe; // remembers what it met
    std::unordered_map<const NamedObject *, Object> m_objects;
    Object *m_object = nullptr; // of the row that is looked at
    // Of that row, made when it is asked for; empty: it was not.
    QByteArray m_instance;
    QByteArray m_value;
    QByteArray m_typed;
};

} // namespace walkabout
