// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "ui/mib/objecthistory.h"

#include <QWidget>

class QTextBrowser;
class QToolButton;
class QUrl;

namespace walkabout {

class Favourites;

/// Everything the library knows about one object, or about a module, as text to read, select and follow; it stays there
/// when a new library comes. A row above it leads back and forward, stars the object and shows its source.
class ObjectDetails final : public QWidget {
    Q_OBJECT

public:
    explicit ObjectDetails(QWidget *parent = nullptr);

    void setLibrary(Library::Pointer library);
    /// They outlive it.
    void setFavourites(Favourites &favourites);
    void showObject(const Oid &oid);
    /// For one that has no identity among the objects.
    void showModule(const QString &module);
    /// Nothing to show.
    void clear();
    /// "Object details" and its hint, unless this is another panel's; that has no row above the text.
    void setTextName(const QString &accessibleName, const QString &placeholder);
    /// Back (-1) and forward (1) over what was looked at; shown here first, then said as a link that was followed.
    void go(int step);

signals:
    void linkActivated(const walkabout::Oid &oid);
    void sourceRequested(const QString &file, int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildBar();
    void showBar();
    [[nodiscard]] bool isFavourite() const;
    void look(const ObjectHistory::Place &place);
    /// File and line where what is shown is defined; no file: nowhere.
    [[nodiscard]] std::pair<QString, int> definedAt() const;
    void follow(const QUrl &url);
    void showSource();
    void render();
    void renderInPlace();

    Library::Pointer m_library;
    Favourites *m_favourites = nullptr;
    ObjectHistory m_history;
    Oid m_oid;
    QString m_module; // in place of an object
    bool m_revisionsShown = false;
    QWidget *m_bar;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    QToolButton *m_star = nullptr;
    QToolButton *m_source = nullptr;
    QTextBrowser *m_text;
};

} // namespace walkabout
