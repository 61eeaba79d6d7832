// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/search.h"

#include "core/mib/librarydata.h"

#include <algorithm>
#include <array>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace walkabout {

using namespace mib;

namespace {

constexpr std::array<char, 256> Lower = [] {
    std::array<char, 256> lower{};
    for (size_t c = 0; c < lower.size(); ++c)
        lower[c] = char(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return lower;
}();

bool containsFolded(std::string_view text, std::string_view lowerWord) {
    const auto same = [](char a, char b) { return Lower[uchar(a)] == b; };
    return std::search(text.begin(), text.end(), lowerWord.begin(), lowerWord.end(), same) != text.end();
}

/// One search: gathers nodes in order of rank, each OID once, up to its limit.
class Search final {
public:
    Search(
        const Library &library, const LibraryData &data, const SearchQuery &query, const std::atomic<bool> *cancelled)
        : m_library(library)
        , m_data(data)
        , m_filter(query.filter)
        , m_cancelled(cancelled)
        , m_limit(size_t(std::max(0, query.limit))) {
        QStringView text = query.text;
        const qsizetype colons = text.indexOf(u"::"_s);
        if (colons >= 0) {
            m_module = text.first(colons).trimmed().toString();
            text = text.mid(colons + 2);
        }
        for (const QString &word : text.toString().toLower().split(u' ', Qt::SkipEmptyParts))
            m_words.push_back(word.toStdString());
    }

    QList<qint32> run(QStringView text, SearchQuery::Part part) {
        if (m_words.empty() || m_limit == 0)
            return {};
        byName();
        byOid(text);
        byLabel();
        if (part == SearchQuery::Names)
            return std::move(m_found);
        // Those stand in the list already, if they were asked for.
        m_found.clear();
        byDescription();
        return std::move(m_found);
    }

private:
    enum Rank : quint8 { Exact, Prefix, Word, Inside, RankCount };

    [[nodiscard]] bool full() const {
        return size_t(m_found.size()) >= m_limit || (m_cancelled && m_cancelled->load(std::memory_order_relaxed));
    }

    void add(qint32 node) {
        qint32 place = node;
        while (m_data.nodes[size_t(place)].isAlias)
            --place;
        const bool wanted = m_module.isEmpty()
            || m_data.moduleName(m_data.nodes[size_t(node)].module).compare(m_module, Qt::CaseInsensitive) == 0;
        if (!full() && wanted && (m_filter.isEmpty() || m_filter.accepts({&m_library, node}))
            && m_seen.insert(place).second)
            m_found.append(node);
    }

    [[nodiscard]] Rank rankOf(const NameRecord &name, size_t at) const {
        const std::string_view text = m_data.string(name.name);
        const size_t size = m_words.front().size();
        if (at == 0)
            return text.size() == size ? Exact : Prefix;
        // A word begins at a capital after a small letter, at a digit after a letter, behind a hyphen.
        const auto kind = [](char c) {
            return c >= 'A' && c <= 'Z' ? 2 : c >= 'a' && c <= 'z' ? 1 : c >= '0' && c <= '9' ? 3 : 0;
        };
        const int before = kind(text[at - 1]);
        const int here = kind(text[at]);
        return before != here && !(before == 2 && here == 1) ? Word : Inside;
    }

    void byName() {
        std::array<std::vector<qint32>, RankCount> ranked;
        const std::string_view pool = m_data.lowerNames;
        const std::string &first = m_words.front();
        size_t name = 0;
        for (size_t at = pool.find(first); at != std::string_view::npos;) {
            while (name + 1 < m_data.lowerStarts.size() && m_data.lowerStarts[name + 1] <= at)
                ++name;
            const size_t start = m_data.lowerStarts[name];
            const size_t end = pool.find('\n', at);
            const std::string_view whole = pool.substr(start, end - start);
            const bool others = std::ranges::all_of(
                m_words, [&](const std::string &word) { return whole.find(word) != std::string_view::npos; });
            if (others) {
                const NameRecord &record = m_data.names[name];
                Rank rank = m_words.size() > 1 ? Inside : rankOf(record, at - start);
                // "if" in "notif": an earlier place in the name may be inside a word and a later one begin one.
                for (size_t next = at;
                     rank == Inside && m_words.size() == 1 && (next = pool.find(first, next + 1)) < end;)
                    rank = rankOf(record, next - start);
                const auto nodes = sliced(m_data.nodesByName, {record.first, record.count});
                ranked[rank].insert(ranked[rank].end(), nodes.begin(), nodes.end());
            }
            at = pool.find(first, end);
        }
        for (size_t rank = 0; rank < RankCount; ++rank) {
            if (rank
                != Exact) // the likelier stand first there; elsewhere the tree's order has standards before vendors
                std::ranges::sort(ranked[rank]);
            for (const qint32 node : ranked[rank])
                add(node);
        }
    }

    void byOid(QStringView text) {
        const std::optional<Oid> oid = Oid::parse(text.trimmed());
        if (!oid)
            return;
        qint32 node = 0;
        for (const Oid::Part part : oid->parts())
            if ((node = m_data.childOf(node, part)) < 0)
                return;
        // The node and what is below it, in order: everything from here up to the next node that is not deeper.
        add(node);
        std::unordered_set<qint32> below{node};
        for (auto i = size_t(node) + 1; i < m_data.nodes.size() && !full(); ++i) {
            if (!below.contains(m_data.nodes[i].parent) && qint32(i) != node && !m_data.nodes[i].isAlias)
                return;
            below.insert(qint32(i));
            add(qint32(i));
        }
    }

    void byLabel() {
        if (full() || m_words.size() > 1)
            return;
        std::vector<bool> matches(m_data.types.size());
        for (size_t type = 0; type < matches.size(); ++type)
            matches[type] = std::ranges::any_of(sliced(m_data.enums, m_data.types[type].enums),
                [&](const EnumRecord &item) { return containsFolded(m_data.string(item.label), m_words.front()); });
        for (size_t node = 1; node < m_data.nodes.size() && !full(); ++node)
            if (m_data.facts[node].type >= 0 && matches[size_t(m_data.facts[node].type)])
                add(qint32(node));
    }

    void byDescription() {
        for (size_t node = 1; node < m_data.nodes.size() && !full(); ++node) {
            const std::string_view text = m_data.text(m_data.facts[node].description);
            if (std::ranges::all_of(m_words, [&](const std::string &word) { return containsFolded(text, word); }))
                add(qint32(node));
        }
    }

    const Library &m_library;
    const LibraryData &m_data;
    NodeFilter m_filter;
    const std::atomic<bool> *m_cancelled;
    size_t m_limit;
    QString m_module;
    std::vector<std::string> m_words;
    QList<qint32> m_found;
    std::unordered_set<qint32> m_seen;
};

} // namespace

QList<qint32> search(const Library &library, const SearchQuery &query, const std::atomic<bool> *cancelled) {
    return Search(library, library.data(), query, cancelled).run(query.text, query.part);
}

QList<NodeRef> Library::search(QStringView text, int limit) const {
    SearchQuery query;
    query.text = text.toString();
    query.limit = limit;
    QList<NodeRef> nodes;
    const auto append = [&] {
        for (const qint32 node : walkabout::search(*this, query))
            nodes.append({this, node});
    };
    append();
    query.part = SearchQuery::Descriptions;
    query.limit -= int(nodes.size());
    append();
    return nodes;
}

} // namespace walkabout
