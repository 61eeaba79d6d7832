// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/valueeditor.h"

#include "core/work/change.h"
#include "ui/set/bitseditor.h"
#include "ui/set/enumeditor.h"
#include "ui/set/lineeditor.h"
#include "ui/set/octetseditor.h"
#include "ui/set/rawtypeeditor.h"

namespace walkabout {

ValueEditor *ValueEditor::make(
    const Describe &describe, const Oid &instance, const std::optional<Value> &current, QWidget *parent) {
    const NodeRef node = describe.library()->nearest(instance);
    const bool isLeaf = !node.isNull() && (node.kind() == NodeKind::Scalar || node.kind() == NodeKind::Column);
    const TypeInfo type = isLeaf ? node.type() : TypeInfo();
    switch (type.base) {
    case BaseType::None:
    case BaseType::Sequence: return new RawTypeEditor(current, parent);
    case BaseType::Bits: return new BitsEditor(type, current, parent);
    case BaseType::OctetString:
    case BaseType::Opaque:
    case BaseType::NsapAddress: return new OctetsEditor(describe, instance, current, parent);
    default: break;
    }
    if (!type.enums.isEmpty())
        return new EnumEditor(type, current, parent);
    return new LineEditor(type, node.units(), current, parent);
}

Result<VarBind> ValueEditor::change(const Library &library, const Oid &instance) const {
    const Input typed = input();
    Result<VarBind> made = change::make(library, instance, typed.text, typed.letter);
    if (!made)
        return made;
    // What was typed in hex passed by its letter: what the module says of the object holds for it all the same.
    if (auto refused = change::refusal(library, *made))
        return *std::move(refused);
    return made;
}

} // namespace walkabout
