// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout {

/// The pieces of HTML that texts about objects, types and modules are made of. Links: "oid:1.3.6" to another object,
/// "module:IF-MIB" to a module, "source:/a/file#12" to a line, "#name" in the text itself, "show:revisions" to unfold.
namespace htmltext {

[[nodiscard]] QString link(const NodeRef &node, const QString &text = {});
/// By MODULE::name; the mere name where the library lacks it.
[[nodiscard]] QString linkNamed(const Library &library, const QString &name);
[[nodiscard]] QString linkSource(const QString &file, int line, const QString &text);
/// The file and the line of a source link.
[[nodiscard]] std::pair<QString, int> source(const QUrl &url);
/// Blank where there is nothing under the title.
[[nodiscard]] QString section(const QString &title, const QString &html);
/// A table with a head; blank without rows. Cells are HTML.
[[nodiscard]] QString table(const QStringList &head, const QList<QStringList> &rows);

/// Rows of "what: value"; a blank value leaves no row.
class Facts final {
public:
    void add(const QString &what, const QString &html);
    void addText(const QString &what, const QString &text) { add(what, text.toHtmlEscaped()); }
    void addCode(const QString &what, const QString &text);
    [[nodiscard]] QString html() const;

private:
    QString m_rows;
};

} // namespace htmltext
} // namespace walkabout
