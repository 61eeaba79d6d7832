// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/dependencycycles.h"

#include <algorithm>

namespace walkabout::mib {

namespace {

class Tarjan {
public:
    explicit Tarjan(const std::vector<std::vector<int>> &edges)
        : m_edges(edges)
        , m_points(edges.size()) {}

    std::vector<std::vector<int>> run() {
        for (int point = 0; point < int(m_edges.size()); ++point) {
            if (m_points[size_t(point)].number == 0)
                visit(point);
        }
        return std::move(m_groups);
    }

private:
    struct Point {
        int number = 0; // in order of visit, from 1
        int lowest = 0; // that can be reached from here
        size_t next = 0; // edge to follow
        bool open = false; // on the stack
    };

    void enter(int point) {
        m_points[size_t(point)].number = m_points[size_t(point)].lowest = ++m_count;
        m_points[size_t(point)].open = true;
        m_open.push_back(point);
        m_way.push_back(point);
    }

    void visit(int start) {
        enter(start);
        while (!m_way.empty()) {
            const int at = m_way.back();
            Point &point = m_points[size_t(at)];
            if (point.next < m_edges[size_t(at)].size()) {
                const int to = m_edges[size_t(at)][point.next++];
                if (m_points[size_t(to)].number == 0)
                    enter(to);
                else if (m_points[size_t(to)].open)
                    point.lowest = std::min(point.lowest, m_points[size_t(to)].number);
                continue;
            }
            m_way.pop_back();
            if (!m_way.empty()) {
                Point &before = m_points[size_t(m_way.back())];
                before.lowest = std::min(before.lowest, point.lowest);
            }
            if (point.lowest == point.number)
                close(at);
        }
    }

    void close(int root) {
        const auto begin = std::prev(std::find(m_open.rbegin(), m_open.rend(), root).base()); // near the end
        std::vector<int> group(begin, m_open.end());
        m_open.erase(begin, m_open.end());
        for (const int point : group)
            m_points[size_t(point)].open = false;
        if (group.size() > 1 || std::ranges::find(m_edges[size_t(root)], root) != m_edges[size_t(root)].end())
            m_groups.push_back(std::move(group));
    }

    const std::vector<std::vector<int>> &m_edges;
    std::vector<Point> m_points;
    std::vector<int> m_open;
    std::vector<int> m_way;
    std::vector<std::vector<int>> m_groups;
    int m_count = 0;
};

} // namespace

std::vector<std::vector<int>> cyclesOf(const std::vector<std::vector<int>> &edges) { return Tarjan(edges).run(); }

} // namespace walkabout::mib
