// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/snmp/varbind.h"

#include <QCoreApplication>

#include <functional>

namespace walkabout {

/// What one device once answered: varbinds in OID order, each OID once. A value. Reads snmprec and what snmpwalk prints
/// (-On, -Oa, default); a bad line is counted, listed and passed over, never fatal.
class Recording final {
    Q_DECLARE_TR_FUNCTIONS(Recording)

public:
    enum class Format { SnmpRec, SnmpWalk };
    struct BadLine {
        int line = 0; // 1-based
        QString reason;
        QString excerpt;
    };
    /// Names in snmpwalk's default output ("IF-MIB::ifDescr.3") need someone who knows them; nullopt: unknown.
    using Names = std::function<std::optional<Oid>(QStringView name)>;

    /// Looked at between the lines; true: nobody wants the rest, and what is given back is not whole.
    using Stopped = std::function<bool()>;

    static Result<Recording> open(const QString &path, const Names &names = {}, const Stopped &stopped = {});
    static Recording parse(const QByteArray &text, Format format, const Names &names = {}, const Stopped &stopped = {});
    /// By suffix, else by the look of the first lines.
    static Format formatOf(const QString &path, const QByteArray &text);
    static bool looksLikeRecording(const QString &path); // .snmprec, .snmpwalk, .snmpwalk.txt, .walk

    explicit Recording(VarBinds varBinds = {});

    [[nodiscard]] const VarBinds &varBinds() const { return m_varBinds; }
    [[nodiscard]] const QList<BadLine> &badLines() const { return m_badLines; }

    [[nodiscard]] QByteArray write(Format format) const;
    /// One line of either format, without its line break.
    [[nodiscard]] static QByteArray line(const VarBind &varBind, Format format);

private:
    VarBinds m_varBinds;
    QList<BadLine> m_badLines;
};

} // namespace walkabout
