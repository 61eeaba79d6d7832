// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/search.h"

#include "core/mib/librarydata.h"
#include "core/mib/wordfinder.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace walkabout {

using namespace mib;

namespace {

enum Rank : quint8 { Exact, Prefix, Word, Inside, RankCount };

/// How well a word that stands at this place of a name fits it.
Rank rankAt(std::string_view name, size_t at, size_t size) {
    if (at == 0)
        return name.size() == size ? Exact : Prefix;
    // A word begins at a capital after a small letter, at a digit after a letter, behind a hyphen.
    const auto kind = [](char c) {
        return c >= 'A' && c <= 'Z' ? 2 : c >= 'a' && c <= 'z' ? 1 : c >= '0' && c <= '9' ? 3 : 0;
    };
    const int before = kind(name[at - 1]);
    const int here = kind(name[at]);
    return before != here && !(before == 2 && here == 1) ? Word : Inside;
}

/// Strings one behind the other, each after a line feed, and where each begins.
struct Pool {
    std::string_view text;
    const Rows<quint32> &starts;
};

/// One search: gathers nodes in order of rank, each OID once, up to its limit.
class Search final {
public:
    Search(const Library &library, const SearchQuery &query, const std::atomic<bool> *cancelled)
        : m_library(library)
        , m_data(library.data())
        , m_filter(query.filter)
        , m_cancelled(cancelled)
        , m_limit(std::max(0, query.limit)) {
        QStringView text = query.text;
        const qsizetype colons = text.indexOf(u"::"_s);
        if (colons >= 0) {
            m_module = text.first(colons).trimmed().toString();
            text = text.mid(colons + 2);
        }
        for (const QString &word : text.toString().toLower().split(u' ', Qt::SkipEmptyParts))
            m_words.emplace_back(word.toStdString());
    }

    QList<qint32> run(QStringView text, SearchQuery::Part part) {
        if (m_words.empty() || m_limit == 0)
            return {};
        byName();
        byOid(text);
        byLabel();
        if (part == SearchQuery::Descriptions) {
            m_found.clear(); // those stand in the list of names already
            byDescription();
        }
        return std::move(m_found);
    }

private:
    using Ranked = std::array<std::vector<qint32>, RankCount>;

    [[nodiscard]] bool full() const { return m_found.size() >= m_limit || isCancelled(); }
    [[nodiscard]] bool isCancelled() const { return m_cancelled && m_cancelled->load(std::memory_order_relaxed); }

    void add(qint32 node) {
        qint32 place = node;
        while (place > 0 && m_data.nodes[size_t(place)].is_alias())
            --place;
        const bool wanted = m_module.isEmpty()
            || m_data.moduleName(m_data.nodes[size_t(node)].owner()).compare(m_module, Qt::CaseInsensitive) == 0;
        if (!full() && wanted && (m_filter.isEmpty() || m_filter.accepts({&m_library, node}))
            && m_seen.insert(place).second)
            m_found.append(node);
    }

    /// Strings of a pool in which all words stand: called with the string's number and how well the first word fits.
    void inPool(const Pool &pool, const std::function<std::string_view(size_t)> &written,
        const std::function<void(size_t, Rank)> &take) const {
        const WordFinder &first = m_words.front();
        size_t number = 0;
        for (size_t at = first.find(pool.text); at != std::string_view::npos && !isCancelled();) {
            while (number + 1 < pool.starts.size() && pool.starts[number + 1] <= at)
                ++number;
            const size_t start = std::min<size_t>(pool.starts[number], at);
            const size_t end = std::min(pool.text.find('\n', at), pool.text.size());
            const std::string_view lower = pool.text.substr(start, end - start);
            if (std::ranges::all_of(m_words, [&](const WordFinder &word) { return word.isIn(lower); }))
                take(number, m_words.size() > 1 ? Inside : bestRank(written(number), lower));
            at = first.find(pool.text, end);
        }
    }

    /// "if" in "notif": an earlier place in the name may be inside a word and a later one begin one.
    [[nodiscard]] Rank bestRank(std::string_view written, std::string_view lower) const {
        Rank best = Inside;
        if (written.size() != lower.size())
            return best;
        const WordFinder &word = m_words.front();
        for (size_t at = word.find(lower); at != std::string_view::npos; at = word.find(lower, at + 1))
            best = std::min(best, rankAt(written, at, word.word().size()));
        return best;
    }

    /// In the tree's order, which has standards before vendors; only as many as are wanted are put in order.
    void addInOrder(std::vector<qint32> &nodes) {
        std::ranges::make_heap(nodes, std::greater());
        while (!nodes.empty() && !full()) {
            std::ranges::pop_heap(nodes, std::greater());
            add(nodes.back());
            nodes.pop_back();
        }
    }

    void byName() {
        Ranked ranked;
        inPool(
            {m_data.lowerNames, m_data.lowerStarts},
            [this](size_t name) { return m_data.string(m_data.names[name].name()); },
            [&](size_t name, Rank rank) {
                const auto nodes = m_data.nodesByName.of(m_data.names[name].first(), m_data.names[name].count());
                ranked[rank].insert(ranked[rank].end(), nodes.begin(), nodes.end());
            });
        for (const qint32 node : ranked[Exact]) // the likelier stand first there
            add(node);
        for (const Rank rank : {Prefix, Word, Inside})
            addInOrder(ranked[rank]);
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
            const file::Node &next = m_data.nodes[i];
            if (!below.contains(next.parent()) && !next.is_alias())
                return;
            below.insert(qint32(i));
            add(qint32(i));
        }
    }

    void byLabel() {
        if (full())
            return;
        Ranked ranked;
        const auto taken = [&](size_t label, Rank rank) {
            const file::Label &row = m_data.labels[label];
            for (const qint32 type : m_data.typesByLabel.of(row.first(), row.count())) {
                const quint32 first = m_data.typeStarts[size_t(type)];
                const auto nodes
                    = m_data.nodesByType.of(first, std::max(m_data.typeStarts[size_t(type) + 1], first) - first);
                ranked[rank].insert(ranked[rank].end(), nodes.begin(), nodes.end());
            }
        };
        inPool(
            {m_data.lowerLabels, m_data.lowerLabelStarts},
            [this](size_t label) { return m_data.string(m_data.labels[label].label()); }, taken);
        for (std::vector<qint32> &nodes : ranked)
            addInOrder(nodes);
    }

    void byDescription() {
        for (size_t node = 1; node < m_data.nodes.size() && !full(); ++node) {
            const std::string_view text = m_data.text(m_data.facts[node].description());
            if (std::ranges::all_of(m_words, [&](const WordFinder &word) { return word.isIn(text); }))
                add(qint32(node));
        }
    }

    const Library &m_library;
    const LibraryData &m_data;
    NodeFilter m_filter;
    const std::atomic<bool> *m_cancelled;
    qsizetype m_limit;
    QString m_module;
    std::vector<WordFinder> m_words;
    QList<qint32> m_found;
    std::unordered_set<qint32> m_seen;
};

} // namespace

QList<qint32> search(const Library &library, const SearchQuery &query, const std::atomic<bool> *cancelled) {
    return Search(library, query, cancelled).run(query.text, query.part);
}

QList<NodeRef> Library::search(QStringView text, int limit) const {
    SearchQuery query;
    query.text = text.toString();
    query.limit = limit;
    QList<NodeRef> nodes;
    for (const SearchQuery::Part part : {SearchQuery::Names, SearchQuery::Descriptions}) {
        query.part = part;
        for (const qint32 node : nodes.size() < limit ? walkabout::search(*this, query) : QList<qint32>())
            if (nodes.size() < limit)
                nodes.append({this, node});
    }
    return nodes;
}

} // namespace walkabout
