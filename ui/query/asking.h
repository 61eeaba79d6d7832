// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"
#include "ui/device/opendevices.h"

#include <functional>

namespace walkabout {

class AddressBar;
class NoticeBar;
class ResultTabs;

/// From what stands in Device and Address to a tab that asks it. Keeps the way back. Owned by the window.
class Asking final : public QObject {
    Q_OBJECT

public:
    Asking(OpenDevices &devices, AddressBar &bar, ResultTabs &tabs, NoticeBar &notice, QObject *parent);

    /// ready: all modules are read; until then questions by name wait.
    void setLibrary(Library::Pointer library, bool ready);
    void setBulk(int nonRepeaters, int maxRepetitions);

    void ask(Verb verb, bool newTab = false);
    void askObvious(bool newTab = false);
    /// One question to all of these at once. No verb: the obvious one; a table is walked.
    void askTogether(const QList<Device> &devices, std::optional<Verb> verb);
    void askAbout(Verb verb, const Oid &oid);
    /// What is only defined, as a notification is, is shown instead.
    void askObvious(const Oid &oid);
    /// Device and object at once: the start page, the command line, a recording.
    void visit(const QString &device, const QString &address, std::optional<Verb> verb);
    /// Enter in Device: who is it?
    void meet(const QString &text);
    void paste(const QString &text);
    void showObject(const Oid &oid);
    void go(int step);

signals:
    /// Something was asked: for what is remembered.
    void asked(const QString &device, const QString &address);
    /// The object that a question is about.
    void aimed(const walkabout::Oid &object);
    void waitingForLibrary();
    /// Nothing can be asked of it, but its definition read.
    void definitionWanted(const walkabout::Oid &oid);

private:
    struct Visit {
        QString device;
        QString address;
        friend bool operator==(const Visit &, const Visit &) = default;
    };
    [[nodiscard]] OpenDevice *device();
    [[nodiscard]] OpenDevice *open(const QString &text);
    [[nodiscard]] QString nameOf(const Oid &oid) const;
    /// What stands in Address, to be asked with this verb; nullopt: it was told why not.
    struct Question {
        Query query;
        QString address;
        bool walksAll = false; // nothing was named
    };
    [[nodiscard]] std::optional<Question> question(Verb verb, const OpenDevice *device = nullptr);
    [[nodiscard]] bool waitsForNames(OpenDevice &device, const std::function<void()> &again);
    [[nodiscard]] Query queryOf(Verb verb, const QStringList &objects) const;
    void aim(const Query &query);
    void tellWalksAll();
    void run(OpenDevice &device, const Query &query, const QString &address, bool newTab);
    [[nodiscard]] bool waits(const QStringList &objects, std::function<void()> again);

    OpenDevices &m_devices;
    AddressBar &m_bar;
    ResultTabs &m_tabs;
    NoticeBar &m_notice;
    Library::Pointer m_library = Library::empty();
    bool m_ready = false;
    std::function<void()> m_waiting;
    bool m_hasNames = false; // those of the device were waited for
    int m_nonRepeaters = 0;
    int m_maxRepetitions = 10;
    QList<Visit> m_history;
    qsizetype m_at = -1;
};

} // namespace walkabout
