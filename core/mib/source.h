// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/diagnostic.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace walkabout::mib {

/// A part of a source: bytes begin to end, end left out.
struct Span {
    quint32 begin = 0;
    quint32 end = 0;

    [[nodiscard]] bool isEmpty() const { return begin == end; }
    friend bool operator==(const Span &, const Span &) = default;
};

/// One file as it was read: its bytes, and where in it a byte stands. A value that the modules of the file share.
class Source final {
public:
    struct Position {
        int line = 0;
        int column = 0;
    };

    Source() = default;
    Source(QString path, QByteArray bytes)
        : m_path(std::move(path))
        , m_bytes(std::move(bytes))
        , m_lineEnd(m_bytes.contains('\n') ? '\n' : '\r') {}

    /// Reads a file; one that holds no MIB text (a page, a picture, an archive, nothing) gives a diagnostic that names
    /// what it is. Reads into the memory of room, if there is enough.
    static Source read(const QString &path, std::optional<Diagnostic> &problem, QByteArray room = {});
    /// The same of bytes that are at hand; UTF-16 becomes UTF-8.
    static Source of(const QString &path, QByteArray bytes, std::optional<Diagnostic> &problem);
    /// One file, or all that an archive holds ("vendor.zip/mibs/ACME-MIB"); what is no MIB text is told.
    static std::vector<Source> readAll(const QString &path, QList<Diagnostic> &problems);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] std::string_view bytes() const { return {m_bytes.constData(), size_t(m_bytes.size())}; }
    [[nodiscard]] QByteArray takeBytes() && { return std::move(m_bytes); }
    [[nodiscard]] std::string_view view(Span span) const { return bytes().substr(span.begin, span.end - span.begin); }
    /// What ends a line here: LF, or CR in a file that has no LF.
    [[nodiscard]] char lineEnd() const { return m_lineEnd; }
    /// The line of a byte, tabs and all, cut at 200 characters.
    [[nodiscard]] QString excerpt(quint32 offset) const;

private:
    QString m_path;
    QByteArray m_bytes;
    char m_lineEnd = '\n';
};

/// A part of some bytes; empty where it would lie outside.
[[nodiscard]] inline std::string_view cut(std::string_view bytes, size_t offset, size_t size) {
    return offset > bytes.size() || size > bytes.size() - offset ? std::string_view() : bytes.substr(offset, size);
}

/// Text of a MIB file: UTF-8 where it is that, else Latin-1.
[[nodiscard]] QString decodeText(std::string_view bytes);

} // namespace walkabout::mib
