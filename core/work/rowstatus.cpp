// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/rowstatus.h"

#include "core/mib/convention.h"

namespace walkabout::rowstatus {

bool is(const TypeInfo &type) { return convention::is(type, u"RowStatus"); }

bool is(const Library &library, const Oid &instance) { return is(library.nearest(instance).type()); }

NodeRef columnOf(const Library &library, const Oid &object) {
    const NodeRef row = library.nearest(object).rowNode();
    if (row.isNull())
        return {};
    for (const NodeRef &column : row.columns()) {
        if (is(column.type()) && column.isWritable())
            return column;
    }
    return {};
}

} // namespace walkabout::rowstatus
