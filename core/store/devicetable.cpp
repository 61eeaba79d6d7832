// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/devicetable.h"

#include "core/base/bytes.h"
#include "core/base/csv.h"
#include "core/store/devicegroup.h"

#include <QCoreApplication>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace walkabout::devicetable {

namespace {

using Cells = std::map<QString, QStringView>; // by the column's first name below

QString tr(const char *text) { return QCoreApplication::translate("DeviceTable", text); }

// The column's own name, then what other programs call it.
const std::initializer_list<QStringList> columns = {
    {u"name"_s, u"sysname"_s, u"label"_s, u"device"_s},
    {u"hostname"_s, u"host"_s}, // an address, or a name beside one
    {u"address"_s, u"ip"_s, u"ipaddress"_s, u"target"_s},
    {u"port"_s, u"udpport"_s, u"snmpport"_s},
    {u"transport"_s},
    {u"version"_s, u"snmpversion"_s, u"snmp"_s},
    {u"community"_s, u"readcommunity"_s, u"snmpcommunity"_s, u"rocommunity"_s},
    {u"writecommunity"_s, u"rwcommunity"_s},
    {u"user"_s, u"username"_s, u"securityname"_s, u"authname"_s},
    {u"level"_s, u"securitylevel"_s, u"authlevel"_s},
    {u"auth"_s, u"authprotocol"_s, u"authalgo"_s},
    {u"authpassphrase"_s, u"authpassword"_s, u"authpass"_s, u"authkey"_s},
    {u"priv"_s, u"privprotocol"_s, u"cryptoalgo"_s},
    {u"privpassphrase"_s, u"privpassword"_s, u"privpass"_s, u"cryptopass"_s, u"privkey"_s},
    {u"context"_s, u"contextname"_s},
    {u"engine"_s, u"engineid"_s},
    {u"group"_s, u"folder"_s, u"site"_s},
    {u"notes"_s, u"note"_s, u"comment"_s, u"description"_s},
    {u"colour"_s, u"color"_s},
    {u"timeout"_s},
    {u"retries"_s},
    {u"gentle"_s},
    {u"production"_s},
};

QString columnOf(QStringView header) {
    QString folded;
    for (const QChar c : header) {
        if (c.isLetterOrNumber())
            folded += c.toLower();
    }
    for (const QStringList &names : columns) {
        if (names.contains(folded))
            return names.first();
    }
    return {};
}

bool isYes(QStringView text) {
    static const QStringList words{u"1"_s, u"yes"_s, u"true"_s, u"x"_s, u"y"_s};
    return words.contains(text, Qt::CaseInsensitive);
}

/// One line: its cells become a device, or the first of them that cannot be is named.
class Line final {
public:
    explicit Line(Cells cells)
        : m_cells(std::move(cells)) {}

    [[nodiscard]] Result<DeviceImport::Offer<Device>> offer() {
        Device &device = m_offer.value;
        QStringView &address = m_cells[u"address"_s];
        device.name = text(u"name"_s);
        if (device.name.isEmpty() && !address.isEmpty())
            device.name = text(u"hostname"_s);
        if (address.isEmpty())
            address = m_cells[u"hostname"_s];
        device.group = devicegroup::tidy(text(u"group"_s));
        device.notes = text(u"notes"_s);
        device.contextName = text(u"context"_s);
        device.user = text(u"user"_s);
        device.gentle = isYes(m_cells[u"gentle"_s]);
        device.production = isYes(m_cells[u"production"_s]);
        takeSecrets();
        takeAccess();
        takeAddress();
        takeBounds();
        if (m_problem.isEmpty())
            return m_offer;
        return Failure(Failure::Kind::BadUsage, {m_problem});
    }

private:
    /// Of any column but a secret's.
    [[nodiscard]] QString text(const QString &column) { return m_cells[column].toString(); }
    [[nodiscard]] Secret secret(const QString &column) { return Secret::take(m_cells[column].toUtf8()); }
    void complain(const QString &what, const QString &cell) {
        if (m_problem.isEmpty())
            m_problem = what.arg(cell);
    }
    template <class T>
    void choose(const QString &column, std::optional<T> (*named)(QStringView), T &value, const QString &what) {
        const QString cell = text(column);
        if (cell.isEmpty())
            return;
        if (const auto known = named(cell))
            value = *known;
        else
            complain(what, cell);
    }
    void takeSecrets() {
        m_offer.secrets.readCommunity = secret(u"community"_s);
        m_offer.secrets.writeCommunity = secret(u"writecommunity"_s);
        m_offer.secrets.authPassphrase = secret(u"authpassphrase"_s);
        m_offer.secrets.privPassphrase = secret(u"privpassphrase"_s);
    }
    void takeAccess() {
        Device &device = m_offer.value;
        if (m_cells[u"version"_s].isEmpty() && !device.user.isEmpty())
            device.version = Version::V3;
        choose(u"version"_s, &Credential::versionNamed, device.version, tr("“%1” is no SNMP version"));
        choose(u"auth"_s, &Credential::authNamed, device.auth, tr("“%1” is no authentication protocol"));
        choose(u"priv"_s, &Credential::privNamed, device.priv, tr("“%1” is no privacy protocol"));
        if (m_cells[u"level"_s].isEmpty())
            device.level = !m_offer.secrets.privPassphrase.isEmpty() ? SecurityLevel::AuthPriv
                : !m_offer.secrets.authPassphrase.isEmpty()          ? SecurityLevel::AuthNoPriv
                                                                     : device.level;
        choose(u"level"_s, &Credential::levelNamed, device.level, tr("“%1” is no security level"));
        if (device.version == Version::V3 && device.user.isEmpty())
            complain(tr("an SNMPv3 device needs a user%1"), {});
        const QString engine = text(u"engine"_s);
        const auto engineId = bytes::fromHex(engine);
        if (!engine.isEmpty() && (!engineId || engineId->size() < 5 || engineId->size() > 32))
            complain(tr("“%1” is no engine ID: 5 to 32 octets in hex"), engine);
        device.engineId = engineId.value_or(QByteArray());
        for (const Secret &secret : {m_offer.secrets.authPassphrase, m_offer.secrets.privPassphrase}) {
            if (!secret.isEmpty() && secret.size() < 8)
                complain(tr("an SNMPv3 pass-phrase has at least 8 characters%1"), {});
        }
    }
    void takeAddress() {
        Device &device = m_offer.value;
        QString address = text(u"address"_s);
        if (!m_cells[u"transport"_s].isEmpty())
            address.prepend(text(u"transport"_s).toLower() + u':');
        const Result<Endpoint> endpoint = Endpoint::parse(address);
        if (address.isEmpty())
            return complain(tr("it has no address%1"), {});
        if (!endpoint)
            return complain(tr("“%1” is no address"), address);
        device.endpoint = *endpoint;
        bool isPort = false;
        const QString port = text(u"port"_s);
        const uint number = port.toUInt(&isPort);
        if (!port.isEmpty() && (!isPort || number < 1 || number > 65535))
            complain(tr("“%1” is no port"), port);
        else if (!port.isEmpty())
            device.endpoint.port = quint16(number);
        if (device.name.isEmpty())
            device.name = device.endpoint.host;
        if (device.name == u"demo")
            complain(tr("“%1” is the built-in device: choose another name"), device.name);
    }
    void takeBounds() {
        Bounds &bounds = m_offer.value.bounds;
        if (const QString cell = text(u"timeout"_s); !cell.isEmpty()) {
            bool isNumber = false;
            const double seconds = cell.toDouble(&isNumber);
            if (!isNumber || seconds < 0.001 || seconds > 3600)
                return complain(tr("“%1” is no timeout: seconds up to 3600"), cell);
            bounds.timeout = std::chrono::milliseconds(std::llround(seconds * 1000));
        }
        if (const QString cell = text(u"retries"_s); !cell.isEmpty()) {
            bool isNumber = false;
            const int retries = cell.toInt(&isNumber);
            if (!isNumber || retries < 0 || retries > 100)
                return complain(tr("“%1” is no number of resends: 0 to 100"), cell);
            bounds.retries = retries;
        }
        if (const QString cell = text(u"colour"_s); !cell.isEmpty()) {
            static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
            if (!colour.match(cell).hasMatch())
                return complain(tr("“%1” is no colour: #rrggbb"), cell);
            m_offer.value.colour = cell.toLower();
        }
    }

    Cells m_cells;
    DeviceImport::Offer<Device> m_offer;
    QString m_problem;
};

} // namespace

Result<DeviceImport> read(QByteArrayView text, const QString &path) {
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    const csv::Table table(text);
    const QList<csv::Table::Row> &rows = table.rows();
    if (rows.isEmpty())
        return Failure(Failure::Kind::File, {path, tr("it is empty")});
    DeviceImport found;
    QStringList names;
    for (const QStringView header : rows.first().cells) {
        names += columnOf(header);
        if (names.last().isEmpty() && !header.isEmpty())
            found.problems.append(
                {rows.first().line, tr("the column “%1” is not known and left out").arg(header), false});
    }
    if (!names.contains(u"address"_s) && !names.contains(u"hostname"_s))
        return Failure(Failure::Kind::BadLine,
            {path, QString::number(rows.first().line),
                tr("it names no column of addresses: call it “address”, “host” or “ip”")});
    for (const csv::Table::Row &row : rows.sliced(1)) {
        Cells cells;
        for (qsizetype i = 0; i < std::min(names.size(), row.cells.size()); ++i)
            cells[names[i]] = row.cells[i];
        auto offer = Line(std::move(cells)).offer();
        if (!offer) {
            found.problems.append({row.line, offer.failure().text()});
            continue;
        }
        offer->line = row.line;
        found.devices.append(*std::move(offer));
    }
    return found;
}

} // namespace walkabout::devicetable
