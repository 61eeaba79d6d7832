// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/varbind.h"
#include "core/work/interfacenames.h"
#include "core/work/octetform.h"

namespace walkabout {

class NamedObject;

/// Turns varbinds into what a person reads, by one library; cheap to copy, holds the library. Made anew when a new
/// library arrives. One thread at a time: it remembers the objects it met; a copy for another thread begins anew.
class Describe final {
public:
    /// Whose eyes: the window reads octets by behaviour.md's rules, the command line as net-snmp prints them.
    enum class Style { Window, Terminal };

    explicit Describe(Library::Pointer library, Style style = Style::Window, OctetForms forms = {});
    Describe(const Describe &other);
    Describe(Describe &&other) noexcept;
    Describe &operator=(const Describe &other);
    Describe &operator=(Describe &&other) noexcept;
    ~Describe();

    [[nodiscard]] const Library::Pointer &library() const { return m_library; }
    [[nodiscard]] Style style() const { return m_style; }
    /// What the device calls its interfaces; from now on its numbers are told with their names. nullptr: they are not.
    void setInterfaces(InterfaceNames::Pointer interfaces) { m_interfaces = std::move(interfaces); }
    [[nodiscard]] const InterfaceNames::Pointer &interfaces() const { return m_interfaces; }
    [[nodiscard]] const OctetForms &forms() const { return m_forms; }

    /// "IF-MIB::ifOperStatus.3"; the dotted OID where nothing names it.
    [[nodiscard]] QString name(const Oid &oid) const;
    /// "ipNetToMediaPhysAddress[Gi1/0/7][10.0.0.1]": typed indices where the suffix fits the INDEX, else as name()
    /// without the module.
    [[nodiscard]] QString typedName(const Oid &oid) const;
    /// The value by enum, BITS, hint or textual convention; exceptions as words.
    [[nodiscard]] QString value(const VarBind &varBind) const;
    /// The name of the interface that the value stands for; empty: it stands for none, or none is known.
    [[nodiscard]] QString interfaceName(const VarBind &varBind) const;
    /// What the values of this object stand for, else what a part of its index does.
    [[nodiscard]] Refers refers(const Oid &oid) const;
    /// The wire type, Bits and Unsigned32 where the library says so.
    [[nodiscard]] QString type(const VarBind &varBind) const;
    [[nodiscard]] QString units(const Oid &oid) const;

    /// What the library says of the object that this belongs to; valid while this lives.
    [[nodiscard]] const NamedObject &object(const Oid &oid) const;

private:
    class Memory;
    [[nodiscard]] OctetForm formOf(const NodeRef &node) const;

    [[nodiscard]] QString named(const VarBind &varBind) const;

    Library::Pointer m_library;
    Style m_style;
    InterfaceNames::Pointer m_interfaces;
    OctetForms m_forms;
    std::unique_ptr<Memory> m_memory;
};

} // namespace walkabout
