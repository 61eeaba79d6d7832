// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/asking.h"

#include "core/sim/recording.h"
#include "core/work/describe.h"
#include "core/work/objectname.h"
#include "ui/device/devicebox.h"
#include "ui/query/addressbar.h"
#include "ui/query/addressedit.h"
#include "ui/query/objectlist.h"
#include "ui/query/pastedcommand.h"
#include "ui/query/resulttabs.h"
#include "ui/query/verbbuttons.h"
#include "ui/shared/noticebar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString mib2 = u"1.3.6.1.2.1"_s;

// What it is called and is, how long it is up, who made it: sysName, sysDescr, sysUpTime, sysObjectID; then sysLocation
// and sysContact.
QStringList identity() {
    QStringList objects;
    for (const int i : {5, 1, 3, 2, 6, 4})
        objects += u"1.3.6.1.2.1.1.%1.0"_s.arg(i);
    return objects;
}

// No instance of it is in any device.
bool isDefinitionAlone(NodeKind kind) {
    return kind == NodeKind::Notification || kind == NodeKind::Group || kind == NodeKind::Compliance
        || kind == NodeKind::Capabilities;
}

} // namespace

Asking::Asking(OpenDevices &devices, AddressBar &bar, ResultTabs &tabs, NoticeBar &notice, QObject *parent)
    : QObject(parent)
    , m_devices(devices)
    , m_bar(bar)
    , m_tabs(tabs)
    , m_notice(notice) {}

void Asking::setLibrary(Library::Pointer library, bool ready) {
    m_library = std::move(library);
    m_ready = ready;
    if (ready && m_waiting)
        std::exchange(m_waiting, {})();
}

void Asking::setBulk(int nonRepeaters, int maxRepetitions) {
    m_nonRepeaters = nonRepeaters;
    m_maxRepetitions = maxRepetitions;
}

// Names mean nothing before their modules are read; OIDs always do.
bool Asking::waits(const QStringList &objects, std::function<void()> again) {
    if (m_ready || std::ranges::all_of(objects, [](const QString &object) { return Oid::parse(object).has_value(); }))
        return false;
    m_waiting = std::move(again);
    emit waitingForLibrary();
    return true;
}

OpenDevice *Asking::open(const QString &text) {
    if (text.isEmpty()) {
        m_notice.complain(tr("Which device? Type its address, or choose one."));
        m_bar.device().setFocus();
        return nullptr;
    }
    if (const QueryTab *tab = m_tabs.current(); tab && tab->device().device().label() == text)
        return &tab->device();
    const Result<OpenDevice *> device = m_devices.read(text);
    if (!device) {
        m_notice.complain(device.failure().text());
        return nullptr;
    }
    return *device;
}

OpenDevice *Asking::device() { return open(m_bar.device().text()); }

QString Asking::nameOf(const Oid &oid) const { return Describe(m_library, Describe::Style::Terminal).name(oid); }

Query Asking::queryOf(Verb verb, const QStringList &objects) const {
    Query query;
    query.verb = verb;
    query.objects = objects;
    if (verb == Verb::Bulk) {
        query.nonRepeaters = m_nonRepeaters;
        query.maxRepetitions = m_maxRepetitions;
    }
    return query;
}

void Asking::aim(const Query &query) {
    m_notice.dismiss();
    const Result<ObjectName> name = ObjectName::parse(query.objects.first(), *m_library);
    if (name && !name->object.isEmpty())
        emit aimed(name->object);
}

void Asking::run(OpenDevice &device, const Query &query, const QString &address, bool newTab) {
    aim(query);
    m_tabs.run(device, query, address, newTab);
    m_bar.setDevice(device);
    m_bar.setAddress(address);
    const Visit visit{device.device().label(), address};
    if (m_history.value(m_at) != visit) {
        m_history.resize(m_at + 1);
        m_history += visit;
        m_at = m_history.size() - 1;
    }
    emit asked(device.device().kind == Device::Kind::Recording ? device.device().recording : visit.device, address);
}

// An index in brackets that only the device can tell: the name of an interface.
bool Asking::waitsForNames(OpenDevice &device, const std::function<void()> &again) {
    if (std::exchange(m_hasNames, false) || device.interfaces() || !device.namesInterfaces())
        return false;
    const QStringList objects = splitObjects(m_bar.address().text());
    const auto isUnknown
        = [this](const QString &object) { return object.contains(u'[') && !ObjectName::parse(object, *m_library); };
    if (std::ranges::none_of(objects, isUnknown))
        return false;
    device.withInterfaces(this, [this, again] {
        m_hasNames = true;
        again();
    });
    return true;
}

std::optional<Asking::Question> Asking::question(Verb verb, const OpenDevice *device) {
    QStringList objects = splitObjects(m_bar.address().text());
    QString address = m_bar.address().text();
    const bool walksAll = objects.isEmpty();
    if (walksAll && verb != Verb::Walk) {
        m_notice.complain(tr("What is asked for? Type an object, or choose one in the MIB tree."));
        m_bar.address().setFocus();
        return {};
    }
    if (walksAll) {
        objects = {mib2};
        address = nameOf(*Oid::parse(mib2));
    }
    // A mistake is told before anything is opened, and nothing typed is lost.
    const InterfaceNames::Pointer names = device ? device->interfaces() : nullptr;
    for (QString &object : objects) {
        if (ObjectName::parse(object, *m_library))
            continue;
        const Result<ObjectName> name = ObjectName::parse(object, *m_library, names.get());
        if (!name) {
            m_notice.complain(name.failure().text());
            return {};
        }
        object = nameOf(name->oid); // the query knows no device
    }
    return Question{queryOf(verb, objects), address, walksAll};
}

void Asking::tellWalksAll() {
    m_notice.tell(tr("No object was named: walking mib-2, as snmpwalk does. The whole device begins at 1.0."));
}

void Asking::ask(Verb verb, bool newTab) {
    if (waits(splitObjects(m_bar.address().text()), [this, verb, newTab] { ask(verb, newTab); }))
        return;
    OpenDevice *target = device();
    if (!target)
        return;
    if (waitsForNames(*target, [this, verb, newTab] { ask(verb, newTab); }))
        return;
    const std::optional<Question> asked = question(verb, target);
    if (!asked)
        return;
    run(*target, asked->query, asked->address, newTab);
    if (asked->walksAll)
        tellWalksAll();
}

void Asking::askTogether(const QList<Device> &devices, std::optional<Verb> verb) {
    if (devices.size() < 2) {
        m_notice.complain(tr("Which devices? Select several in the Devices panel, then ask them together."));
        return;
    }
    if (waits(splitObjects(m_bar.address().text()), [this, devices, verb] { askTogether(devices, verb); }))
        return;
    const Verb which = verb.value_or(m_bar.verbs().obvious());
    const std::optional<Question> asked = question(which == Verb::Table ? Verb::Walk : which);
    if (!asked)
        return;
    QList<OpenDevice *> open;
    for (const Device &device : devices) {
        if (OpenDevice *one = m_devices.take(device); !open.contains(one))
            open += one;
    }
    aim(asked->query);
    m_tabs.runTogether(open, asked->query, asked->address, false);
    m_bar.setAddress(asked->address);
    if (asked->walksAll)
        tellWalksAll();
}

void Asking::askObvious(bool newTab) {
    if (waits(splitObjects(m_bar.address().text()), [this, newTab] { askObvious(newTab); }))
        return;
    ask(m_bar.verbs().obvious(), newTab);
}

void Asking::askAbout(Verb verb, const Oid &oid) {
    showObject(oid);
    ask(verb);
}

void Asking::askObvious(const Oid &oid) {
    const NodeRef node = m_library->node(oid);
    if (!node || !isDefinitionAlone(node.kind()))
        return askAbout(obviousVerb(*m_library, oid), oid);
    showObject(oid);
    emit definitionWanted(oid);
}

void Asking::showObject(const Oid &oid) { m_bar.setAddress(nameOf(oid)); }

void Asking::visit(const QString &deviceText, const QString &address, std::optional<Verb> verb) {
    QStringList names = splitObjects(address);
    if (Recording::looksLikeRecording(deviceText))
        names += deviceText; // what snmpwalk printed has names in it
    if (waits(names, [this, deviceText, address, verb] { visit(deviceText, address, verb); })) {
        m_bar.device().showDevice(deviceText);
        m_bar.setAddress(address);
        return;
    }
    OpenDevice *target = open(deviceText);
    m_bar.setAddress(address);
    if (!target) {
        m_bar.device().showDevice(deviceText);
        return;
    }
    m_bar.device().showDevice(target->device().label());
    if (address.isEmpty() && !verb)
        run(*target, queryOf(Verb::Get, identity()), address, false);
    else
        ask(verb.value_or(m_bar.verbs().obvious()));
}

void Asking::meet(const QString &text) {
    if (const std::optional<PastedCommand> command = PastedCommand::parse(text)) {
        paste(text);
        return;
    }
    OpenDevice *target = open(text);
    if (!target)
        return;
    run(*target, queryOf(Verb::Get, identity()), m_bar.address().text(), false);
}

void Asking::paste(const QString &text) {
    const std::optional<PastedCommand> command = PastedCommand::parse(text);
    if (!command) {
        m_bar.setAddress(splitObjects(text).join(u' '));
        return;
    }
    OpenDevice *target = m_devices.take(command->device);
    // The address may be open already, as a line before this one had it.
    Device described = command->device;
    described.id = target->device().id;
    if (!(described == target->device()))
        target->reset(described);
    target->give(command->secrets);
    m_bar.setDevice(*target);
    m_bar.setAddress(command->objects.join(u' '));
    ask(command->verb);
}

void Asking::go(int step) {
    const qsizetype to = m_at + step;
    if (to < 0 || to >= m_history.size())
        return;
    m_at = to;
    const Visit visit = m_history[to];
    for (QueryTab *tab : m_tabs.all()) {
        if (qobject_cast<ResultTab *>(tab) && tab->device().device().label() == visit.device
            && tab->address() == visit.address)
            m_tabs.setCurrentWidget(tab);
    }
    m_bar.device().showDevice(visit.device);
    m_bar.setAddress(visit.address);
}

} // namespace walkabout
