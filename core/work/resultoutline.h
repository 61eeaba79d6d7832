// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QElapsedTimer>

#include <functional>
#include <vector>

namespace walkabout {

/// The objects that have instances in a result, as a tree under the MIB: each is a range of rows in OID order, so that
/// nothing is kept per varbind. Rows come in slices; later ones stand behind. Holds its library.
class ResultOutline final {
public:
    struct Branch {
        Oid oid; // of the object; where no module names it, as far as instances have it in common
        int parent = -1;
        int depth = 0;
        int first = 0; // rows, by their place in OID order
        int last = 0; // behind the last
        bool isLeaf = false; // instances stand right below it
        bool isScalar = false;

        /// A scalar as it should be: it stands as its one instance.
        [[nodiscard]] bool isSingle() const { return isScalar && last - first == 1; }
    };

    explicit ResultOutline(Library::Pointer library);

    /// Looks at rows up to this one, until the slice is over; true: it has seen all.
    bool take(const std::function<Oid(int place)> &oidAt, int count, const QElapsedTimer &clock, int milliseconds);
    /// From the top, each before those below it.
    [[nodiscard]] const std::vector<Branch> &branches() const { return m_branches; }
    [[nodiscard]] int taken() const { return m_taken; }
    /// The leaf below which this row stands.
    [[nodiscard]] int leafOf(int place) const;

private:
    void begin(const Oid &oid);
    void push(const Oid &oid, bool isLeaf, bool isScalar);

    Library::Pointer m_library;
    std::vector<Branch> m_branches;
    std::vector<int> m_path; // of the row taken last, from the top
    int m_taken = 0;
    bool m_isExact = false; // the last leaf is an object without instance: nothing stands below it
};

} // namespace walkabout
