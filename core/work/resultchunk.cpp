// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/resultchunk.h"

#include <algorithm>
#include <bit>

namespace walkabout {

namespace {

void put(std::vector<quint8> &bytes, quint64 number) {
    for (; number >= 0x80; number >>= 7)
        bytes.push_back(quint8(number | 0x80));
    bytes.push_back(quint8(number));
}

// Small negative numbers stay short.
quint64 folded(qint64 number) { return quint64(number) << 1 ^ quint64(number >> 63); }

qint64 unfolded(quint64 number) { return qint64(number >> 1) ^ -qint64(number & 1); }

Oid asOid(const QVarLengthArray<Oid::Part, Oid::MaxLength> &parts) {
    return Oid(std::span<const Oid::Part>(parts.constData(), size_t(parts.size())));
}

} // namespace

class ResultStore::Chunk::Reader final {
public:
    explicit Reader(const quint8 *at)
        : m_at(at) {}

    quint64 number() {
        quint64 number = 0;
        for (int shift = 0;; shift += 7) {
            const quint8 byte = *m_at++;
            number |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                return number;
        }
    }

    // Turns the row before into this one.
    void step(Parts &oid) {
        oid.resize(qsizetype(number()));
        for (auto count = number(); count > 0; --count)
            oid.append(Oid::Part(number()));
    }

    QByteArray octets() {
        const auto length = qsizetype(number());
        QByteArray octets(reinterpret_cast<const char *>(m_at), length);
        m_at += length;
        return octets;
    }

    Value value() {
        using Type = Value::Type;
        switch (const auto type = Type(*m_at++); type) {
        case Type::Null: return {};
        case Type::Integer32: return Value::integer(qint32(unfolded(number())));
        case Type::Counter32: return Value::counter32(quint32(number()));
        case Type::Gauge32: return Value::gauge32(quint32(number()));
        case Type::TimeTicks: return Value::timeTicks(quint32(number()));
        case Type::Counter64: return Value::counter64(number());
        case Type::OpaqueInteger64: return Value::opaqueInteger64(unfolded(number()));
        case Type::OpaqueUnsigned64: return Value::opaqueUnsigned64(number());
        case Type::OpaqueFloat: return Value::opaqueFloat(std::bit_cast<float>(quint32(number())));
        case Type::OpaqueDouble: return Value::opaqueDouble(std::bit_cast<double>(number()));
        case Type::OctetString: return Value::octets(octets());
        case Type::Opaque: return Value::opaque(octets());
        case Type::NsapAddress: return Value::nsap(octets());
        case Type::IpAddress: return Value::ipAddress(octets()).value_or(Value());
        case Type::ObjectIdentifier: {
            Parts oid;
            step(oid);
            return Value::oid(asOid(oid));
        }
        default: return Value::exception(type);
        }
    }

    void skipValue() {
        using Type = Value::Type;
        switch (Type(*m_at++)) {
        case Type::OctetString:
        case Type::Opaque:
        case Type::NsapAddress:
        case Type::IpAddress: {
            const auto length = qsizetype(number());
            m_at += length;
            break;
        }
        case Type::ObjectIdentifier: {
            (void)number();
            for (auto count = number(); count > 0; --count)
                (void)number();
            break;
        }
        case Type::Null:
        case Type::NoSuchObject:
        case Type::NoSuchInstance:
        case Type::EndOfMibView: break;
        default: (void)number();
        }
    }

private:
    const quint8 *m_at;
};

void ResultStore::Chunk::append(const VarBind &varBind, const Oid &before) {
    const auto putOid = [this](const Oid &oid, const Oid &base) {
        const auto parts = oid.parts();
        const auto same = std::ranges::mismatch(parts, base.parts()).in1 - parts.begin();
        put(m_bytes, quint64(same));
        put(m_bytes, parts.size() - size_t(same));
        for (const Oid::Part part : parts.subspan(size_t(same)))
            put(m_bytes, part);
    };
    if (m_size % Stride == 0) {
        m_starts[size_t(m_size / Stride)] = quint32(m_bytes.size());
        putOid(varBind.oid, m_size == 0 ? Oid() : oidAt(0));
    } else {
        putOid(varBind.oid, before);
    }

    using Type = Value::Type;
    const Value &value = varBind.value;
    m_bytes.push_back(quint8(value.type()));
    if (value.isOctets()) {
        put(m_bytes, quint64(value.octets().size()));
        m_bytes.insert(m_bytes.end(), value.octets().begin(), value.octets().end());
    } else if (value.type() == Type::ObjectIdentifier) {
        putOid(value.toOid(), {});
    } else if (value.type() == Type::Integer32 || value.type() == Type::OpaqueInteger64) {
        put(m_bytes, folded(value.toSigned()));
    } else if (value.type() != Type::Null && !value.isException()) {
        put(m_bytes, value.toUnsigned());
    }
    ++m_size;
}

VarBind ResultStore::Chunk::at(int row) const {
    Parts oid;
    Reader reader = seek(row, oid);
    return {asOid(oid), reader.value()};
}

Oid ResultStore::Chunk::oidAt(int row) const {
    Parts oid;
    (void)seek(row, oid);
    return asOid(oid);
}

bool ResultStore::Chunk::each(int from, int to, const Visit &visit) const {
    Parts oid;
    Reader reader = seek(from, oid);
    for (int row = from; row < to; ++row) {
        if (row > from && row % Stride == 0)
            reader = seek(row, oid);
        else if (row > from)
            reader.step(oid);
        if (!visit(row, {asOid(oid), reader.value()}))
            return false;
    }
    return true;
}

bool ResultStore::Chunk::each(std::span<const int> rows, int first, const Visit &visit) const {
    Parts oid;
    Reader reader(m_bytes.data());
    int at = -1;
    for (const int row : rows) {
        const int wanted = row - first;
        if (at < 0 || wanted / Stride != at / Stride) {
            reader = seek(wanted, oid);
        } else {
            for (reader.step(oid); ++at < wanted; reader.step(oid))
                reader.skipValue();
        }
        at = wanted;
        if (!visit(row, {asOid(oid), reader.value()}))
            return false;
    }
    return true;
}

// Leaves the reader at the row's value.
ResultStore::Chunk::Reader ResultStore::Chunk::seek(int row, Parts &oid) const {
    if (row >= Stride)
        Reader(m_bytes.data()).step(oid);
    Reader reader(m_bytes.data() + m_starts[size_t(row / Stride)]);
    for (int i = row - row % Stride; i < row; ++i) {
        reader.step(oid);
        reader.skipValue();
    }
    reader.step(oid);
    return reader;
}

qint64 ResultStore::Chunk::memory() const { return qint64(sizeof(*this)) + qint64(m_bytes.capacity()); }

} // namespace walkabout
