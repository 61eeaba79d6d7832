// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultoutline.h"
#include "ui/query/resultmodel.h"

#include <QPointer>
#include <QSet>

namespace walkabout {

/// A result as a tree under the MIB, line by line: the objects that have instances, and below those that are open their
/// instances; how operations ended, and what is gone, stands below all. A view of the list: what that filters out is
/// not here either. A line is found by halving over the objects, so that a million instances open at once. Starts
/// nothing; the list outlives it.
class TreeModel final : public ResultRows {
    Q_OBJECT

public:
    enum class Branch { None, Closed, Open };

    explicit TreeModel(const ResultModel &list, QObject *parent = nullptr);

    /// Looks at the list while it is looked at itself.
    void setActive(bool active);
    void setDescribe(const Describe &describe);

    /// Opens or closes what stands there; false: it is no object.
    bool toggle(int line);
    [[nodiscard]] Branch branchAt(int line) const;
    void openAll(bool open);
    /// The line of the object above; -1: there is none.
    [[nodiscard]] int lineAbove(int line) const;
    /// Opens the way to this instance; -1: it is not there.
    int reveal(const Oid &oid);
    /// The line of this object or instance; -1: it is not there, or closed in.
    [[nodiscard]] int lineOf(const Oid &oid) const;
    /// The numbers of the list that stand at or below this line.
    void collect(int line, std::vector<int> &numbers) const;
    /// All of them, in OID order.
    [[nodiscard]] const std::vector<int> &numbers() const { return m_numbers; }

    [[nodiscard]] bool isNote(const QModelIndex &index) const override;
    [[nodiscard]] std::optional<VarBind> varBindAt(const QModelIndex &index) const override;
    [[nodiscard]] Oid oidAt(const QModelIndex &index) const override;
    [[nodiscard]] int shown() const override { return m_list.shown(); }
    [[nodiscard]] int total() const override { return m_list.total(); }
    [[nodiscard]] bool isFiltering() const override { return m_list.isFiltering(); }
    [[nodiscard]] QList<int> noteLines() const override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// In OID order, whatever is asked for.
    void sort(int, Qt::SortOrder) override {}

private:
    struct Shown {
        int branch = 0;
        int line = 0;
    };
    /// What a line stands for.
    struct Place {
        int branch = -1;
        int row = -1; // an instance, by its place in OID order; -1: the object itself
        int aside = 0; // a number of the list below 0
    };
    using Layout = std::pair<std::vector<Shown>, int>; // and how many lines

    void begin();
    void adopt(std::vector<int> numbers);
    void restart();
    void takeFrom(int first, int last);
    void take();
    void grow(const std::vector<int> &asides);
    [[nodiscard]] Layout layOut() const;
    [[nodiscard]] bool isOpen(const ResultOutline::Branch &branch) const;
    [[nodiscard]] Place at(int line) const;
    [[nodiscard]] int lineOf(int branch) const;
    [[nodiscard]] const ResultOutline::Branch &branch(int place) const { return m_outline.branches()[size_t(place)]; }
    [[nodiscard]] QVariant branchCell(const ResultOutline::Branch &branch, int column, int role) const;
    [[nodiscard]] std::function<Oid(int)> oids() const;
    /// Its place in OID order; -1: it is not there.
    [[nodiscard]] int placeOf(const Oid &oid) const;
    [[nodiscard]] int lineOfRow(int place) const;

    const ResultModel &m_list;
    bool m_active = false;
    ResultOutline m_outline;
    QSet<Oid> m_toggled; // objects that are not as they are at first: leaves closed, what is above them open
    std::vector<int> m_numbers; // of the list, in OID order
    std::vector<int> m_asides;
    std::vector<Shown> m_shown;
    int m_lines = 0; // above the asides
    RowOrder m_order;
    QTimer m_slices;
    QTimer m_again; // rows came that stand elsewhere than at the end
};

} // namespace walkabout
