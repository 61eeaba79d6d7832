// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettemodel.h"

#include "ui/shared/icon.h"
#include "ui/shared/palette.h"

#include <QApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

using Group = PaletteEntry::Group;

constexpr int MostMixed = 14; // of each group, where all are offered
constexpr int MostAlone = 100;
constexpr int NamedSo = 1; // the best ranks
constexpr int ToldOf = 6; // where only a description speaks of it

QString nameOf(Group group) {
    switch (group) {
    case Group::Recent: return PaletteModel::tr("Used lately");
    case Group::Action: return PaletteModel::tr("Actions");
    case Group::Setting: return PaletteModel::tr("Settings and panels");
    case Group::Device: return PaletteModel::tr("Devices");
    case Group::Table: return PaletteModel::tr("Tables");
    case Group::Object: return PaletteModel::tr("Objects");
    }
    return {};
}

} // namespace

void PaletteModel::setLibrary(Library::Pointer library) { m_library = std::move(library); }

void PaletteModel::setThings(QList<PaletteEntry> things, QStringList used, const QString &device) {
    m_things = std::move(things);
    m_used = std::move(used);
    m_device = device;
}

bool PaletteModel::isAsked(Group group) const {
    if (m_kind == u'>')
        return group == Group::Action || group == Group::Setting;
    return m_kind != u'@' || group == Group::Device;
}

void PaletteModel::look(const QString &text) {
    m_run.cancel();
    QString wanted = text.trimmed();
    m_kind = wanted.startsWith(u'>') || wanted.startsWith(u'@') ? wanted[0] : QChar();
    if (!m_kind.isNull())
        wanted = wanted.mid(1).trimmed();
    if (wanted.isEmpty() && m_kind.isNull()) {
        offerUsed();
    } else if (!m_kind.isNull()) {
        offer(wanted, {}, m_library);
    } else {
        m_run.start(
            [library = m_library, wanted](const std::atomic<bool> &cancelled) {
                return paletteentries::find(*library, wanted, MostMixed, cancelled);
            },
            [this, wanted, library = m_library](
                const paletteentries::FoundObjects &objects) { offer(wanted, objects, library); });
    }
}

// Nothing is typed: what was used lately stands first, then all that a person may look for by reading.
void PaletteModel::offerUsed() {
    QList<Ranked> all;
    for (const QString &id : std::as_const(m_used)) {
        const auto thing = std::ranges::find(m_things, id, &PaletteEntry::id);
        std::optional<PaletteEntry> used;
        if (thing != m_things.end()) {
            used = *thing;
        } else if (const std::optional<Oid> oid = paletteentries::oidOf(id)) {
            if (const NodeRef node = m_library->node(*oid); node && !node.module().isEmpty())
                used = paletteentries::ofNode(node, m_device);
        }
        if (used) {
            used->group = Group::Recent;
            all.append({*used, -1});
        }
    }
    for (const PaletteEntry &thing : std::as_const(m_things))
        all.append({thing, int(thing.group)});
    show(grouped(std::move(all), MostAlone));
}

void PaletteModel::offer(
    const QString &text, const paletteentries::FoundObjects &objects, const Library::Pointer &searched) {
    const PaletteWords words = PaletteWords::parse(text);
    QList<Ranked> all;
    for (const PaletteEntry &thing : std::as_const(m_things)) {
        if (!isAsked(thing.group))
            continue;
        if (const std::optional<int> rank = words.rank(thing.text, thing.detail))
            all.append({thing, *rank + (thing.isEnabled ? 0 : 4)});
    }
    // In the order in which they were found, which knows more than the words do. Of tables there are fewer, and each is
    // more: they come before columns that have the word inside.
    for (const bool areTables : {true, false}) {
        const QList<qint32> &nodes = areTables ? objects.tables : objects.objects;
        int least = 0;
        for (const qint32 index : nodes) {
            const NodeRef node = searched->at(index);
            if (node.module().isEmpty())
                continue;
            const int rank = words.rank(node.name(), node.qualifiedName()).value_or(ToldOf);
            least = qMax(least, areTables || rank <= NamedSo ? rank : rank + ToldOf);
            all.append({paletteentries::ofNode(node, m_device), least});
        }
    }
    const bool isKnown = std::ranges::any_of(m_things, [&text](const PaletteEntry &thing) {
        return thing.group == Group::Device && thing.text.compare(text, Qt::CaseInsensitive) == 0;
    });
    if (m_kind == u'@' && !text.isEmpty() && !isKnown) {
        PaletteEntry typed;
        typed.group = Group::Device;
        typed.text = tr("Open %1").arg(text);
        typed.detail = tr("as typed");
        typed.icon = icon(Glyph::Device);
        typed.target = PaletteEntry::Place{text, {}};
        all.append({typed, 100});
    }
    show(grouped(std::move(all), m_kind.isNull() ? MostMixed : MostAlone));
}

QList<PaletteModel::Row> PaletteModel::grouped(QList<Ranked> all, int most) const {
    const auto usedAt = [this](const Ranked &each) {
        const qsizetype at = m_used.indexOf(each.entry.id);
        return at < 0 || each.entry.id.isEmpty() ? m_used.size() : at;
    };
    std::ranges::stable_sort(all, [&usedAt](const Ranked &a, const Ranked &b) {
        return a.rank != b.rank ? a.rank < b.rank : usedAt(a) < usedAt(b);
    });
    std::map<Group, QList<PaletteEntry>> groups;
    QList<Group> order; // as each first appears: by its best
    for (const Ranked &each : std::as_const(all)) {
        QList<PaletteEntry> &group = groups[each.entry.group];
        if (group.isEmpty())
            order += each.entry.group;
        if (group.size() < most)
            group += each.entry;
    }
    QList<Row> rows;
    for (const Group group : std::as_const(order)) {
        PaletteEntry heading;
        heading.group = group;
        rows.append({heading, true});
        for (const PaletteEntry &entry : std::as_const(groups[group]))
            rows.append({entry, false});
    }
    return rows;
}

void PaletteModel::show(QList<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit found();
}

const PaletteEntry *PaletteModel::entry(int row) const {
    return row >= 0 && row < m_rows.size() && !m_rows[row].isHeading ? &m_rows[row].entry : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant PaletteModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const auto &[entry, isHeading] = m_rows[index.row()];
    if (role == HeadingRole)
        return isHeading;
    if (isHeading)
        return role == Qt::DisplayRole ? nameOf(entry.group) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return entry.text;
    case Qt::DecorationRole: return entry.icon;
    case Qt::ForegroundRole: return entry.isEnabled ? QVariant() : QVariant(tint(QApplication::palette(), Tint::Dim));
    case DetailRole: return entry.detail;
    case KeysRole: return entry.keys;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.text, entry.detail, entry.keys};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!entry(index.row()))
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace walkabout
