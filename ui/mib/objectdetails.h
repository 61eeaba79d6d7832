// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QWidget>

class QTextBrowser;

namespace walkabout {

/// Everything the library knows about one object, as text to read, select and follow; it stays on its object when a new
/// library comes.
class ObjectDetails final : public QWidget {
    Q_OBJECT

public:
    explicit ObjectDetails(QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    void showObject(const Oid &oid);
    /// Nothing to show.
    void clear();
    /// "Object details" and its hint, unless this is another panel's.
    void setTextName(const QString &accessibleName, const QString &placeholder);

signals:
    void linkActivated(const walkabout::Oid &oid);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    Library::Pointer m_library;
    Oid m_oid;
    QTextBrowser *m_text;
};

} // namespace walkabout
