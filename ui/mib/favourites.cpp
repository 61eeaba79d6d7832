// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/favourites.h"

#include "core/store/project.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// Of an instance its object; of what no module names the OID itself.
Oid objectOf(const Library &library, const Oid &oid) {
    const NodeRef node = library.nearest(oid);
    return node.module().isEmpty() ? oid : node.oid();
}

} // namespace

Favourites::Favourites(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings) {
    for (const auto &key : settings.value(Project::favouritesKey()).toArray()) {
        if (!key.toString().isEmpty() && !m_keys.contains(key.toString()))
            m_keys += key.toString();
    }
}

std::optional<Oid> Favourites::find(const Library &library, const QString &key) {
    if (std::optional<Oid> oid = Oid::parse(key))
        return oid;
    const QList<NodeRef> found = library.named(key);
    return found.isEmpty() ? std::nullopt : std::optional(found.first().oid());
}

bool Favourites::contains(const Library &library, const Oid &oid) const {
    const Oid object = objectOf(library, oid);
    return std::ranges::any_of(m_keys, [&](const QString &key) { return find(library, key) == object; });
}

void Favourites::toggle(const Library &library, const Oid &oid) {
    const Oid object = objectOf(library, oid);
    if (object.isEmpty())
        return;
    if (m_keys.removeIf([&](const QString &key) { return find(library, key) == object; }) == 0) {
        const NodeRef node = library.node(object);
        m_keys += node.module().isEmpty() ? object.toString() : node.qualifiedName();
    }
    write();
}

void Favourites::remove(const QString &key) {
    if (m_keys.removeAll(key) > 0)
        write();
}

void Favourites::add(const QStringList &keys) {
    const qsizetype before = m_keys.size();
    m_keys += keys;
    m_keys.removeDuplicates();
    if (m_keys.size() > before)
        write();
}

void Favourites::write() {
    m_settings.keep({{Project::favouritesKey(), QJsonArray::fromStringList(m_keys)}});
    emit changed();
}

} // namespace walkabout
