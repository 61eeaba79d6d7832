// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/valuecheck.h"

#include "core/mib/library.h"
#include "core/work/typedoctets.h"
#include "core/work/typedvalue.h"

namespace walkabout::valuecheck {

namespace {

std::optional<Value::Type> wireType(BaseType base) {
    switch (base) {
    case BaseType::Integer32: return Value::Type::Integer32;
    case BaseType::Unsigned32:
    case BaseType::Gauge32: return Value::Type::Gauge32;
    case BaseType::OctetString:
    case BaseType::Bits: return Value::Type::OctetString;
    case BaseType::ObjectIdentifier: return Value::Type::ObjectIdentifier;
    case BaseType::IpAddress:
    case BaseType::NetworkAddress: return Value::Type::IpAddress;
    case BaseType::Counter32: return Value::Type::Counter32;
    case BaseType::Counter64: return Value::Type::Counter64;
    case BaseType::TimeTicks: return Value::Type::TimeTicks;
    case BaseType::NsapAddress: return Value::Type::NsapAddress;
    case BaseType::Opaque: // numbers in it have types of their own
    case BaseType::None:
    case BaseType::Sequence: break;
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> wantedInstead(const Value &value, const TypeInfo &type) {
    const auto wire = wireType(type.base);
    if (wire && value.type() != *wire)
        return QCoreApplication::translate("Change", "a value of type %1").arg(baseTypeName(type.base));
    if (value.type() == Value::Type::OctetString && type.base == BaseType::OctetString)
        return typedoctets::wantedSize(value.octets().size(), type);
    if (value.type() == Value::Type::Integer32 || value.type() == Value::Type::Gauge32) {
        TypeInfo plain = type;
        plain.displayHint.clear(); // it is a number here, whatever the form that people write
        const QString number = value.type() == Value::Type::Integer32 ? QString::number(value.toSigned())
                                                                      : QString::number(value.toUnsigned());
        const ReadValue read = typedvalue::read(number, plain, *Library::empty());
        return read ? std::nullopt : std::optional(read.error());
    }
    return std::nullopt;
}

} // namespace walkabout::valuecheck
