// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/resultfilter.h"

namespace walkabout {

/// A row as a filter looks at it: its texts as bytes, made when a term asks for them. Lives as long as one look.
class ResultFilter::Row final {
public:
    Row(const VarBind &varBind, const Describe &describe, const Standing &standing)
        : m_varBind(varBind)
        , m_describe(describe)
        , m_standing(standing) {}

    [[nodiscard]] const VarBind &varBind() const { return m_varBind; }
    [[nodiscard]] const Describe &describe() const { return m_describe; }
    [[nodiscard]] const Standing &standing() const { return m_standing; }
    /// Case does not matter; folded: the word by foldedWord().
    [[nodiscard]] bool contains(const QString &word, const QByteArray &folded);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString value() const { return m_describe.value(m_varBind); }

    /// As it is looked for among bytes; empty: its case is more than ASCII's.
    [[nodiscard]] static QByteArray foldedWord(const QString &word);
    static void fold(QByteArray &bytes);
    /// Both folded.
    [[nodiscard]] static bool isFoundIn(const QByteArray &text, const QByteArray &word);
    /// As it is shown.
    static void appendValue(
        QByteArray &to, const VarBind &varBind, const NamedObject &object, const Describe &describe);

private:
    /// Name, value, OID, device: a line each.
    void appendTexts(QByteArray &to) const;

    const VarBind &m_varBind;
    const Describe &m_describe;
    const Standing &m_standing;
    QByteArray m_folded; // its texts
    QByteArray m_typed; // the name with typed indices
};

} // namespace walkabout
