// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/readverb.h"

#include "app/cli/context.h"
#include "app/cli/objectlist.h"
#include "app/cli/terminal.h"
#include "core/work/objectname.h"

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

struct Words {
    const char *name;
    const char *description;
};

Words wordsOf(Verb verb) {
    switch (verb) {
    case Verb::Next: return {"next", "read what follows each object"};
    case Verb::Bulk: return {"bulk", "one GETBULK over the objects"};
    case Verb::Walk: return {"walk", "read everything below each object (mib-2 without one)"};
    default: return {"get", "read objects; a scalar's .0 is added, a column gives all its instances"};
    }
}

} // namespace

ReadVerb::ReadVerb(Verb verb)
    : m_which(verb) {}

ReadVerb::~ReadVerb() { m_interfaces.reset(); /* before the target does */ }

void ReadVerb::addTo(CLI::App &app) {
    const Words words = wordsOf(m_which);
    CLI::App *const verb = addVerb(app, words.name, words.description);
    m_letters.addTo(*verb);
    auto *const objects = verb->add_option("OBJECT", m_objects,
        "1.3.6.1.2.1.1, IF-MIB::ifDescr.3, ifDescr, "
        "tcpConnState[\"10.0.0.1\"][22][...]; @FILE and - give one a line");
    if (m_which != Verb::Walk)
        objects->required();
    m_output.addTo(*verb);
    m_tuning.addTo(*verb);
    verb->add_option(
            "--with", m_others, "ask this device too, at the same time (may be repeated); each line names its device")
        ->type_name("TARGET")
        ->allow_extra_args(false);
    verb->add_flag("--names", m_names,
        "interfaces by name: Gi1/0/7 · uplink core2 (10107), and as an index [Gi1/0/7]; in JSON as \"interface\"");
    if (m_which == Verb::Bulk) {
        verb->add_option("-C", m_bulkLetters, "n: non-repeaters (0), r: max-repetitions: -Cn1 -Cr20")
            ->type_name("nNUMBER|rNUMBER")
            ->allow_extra_args(false);
    }
}

std::optional<Failure> ReadVerb::readNumbers() {
    m_tuning.applyTo(m_query);
    for (const std::string &given : m_bulkLetters) {
        const QString text = QString::fromStdString(given);
        bool ok = false;
        const int number = text.mid(1).toInt(&ok);
        if (ok && number >= 0 && number <= 65535 && text.startsWith(u'n'))
            m_query.nonRepeaters = number;
        else if (ok && number > 0 && number <= 65535 && text.startsWith(u'r'))
            m_query.maxRepetitions = number;
        else
            return Failure(Failure::Kind::BadUsage, {tr("-C%1: write -Cn and -Cr with a number.").arg(text)});
    }
    return {};
}

void ReadVerb::start() {
    m_query.verb = m_which;
    if (const auto failure = m_output.check())
        return fail(*failure);
    if (const auto failure = readNumbers())
        return fail(*failure);
    const auto objects = objectList(m_objects);
    if (!objects)
        return fail(objects.failure());
    m_query.objects = *objects;
    if (m_query.objects.isEmpty() && m_which != Verb::Walk)
        return failUsage(tr("No object was given."));
    openTarget();
}

void ReadVerb::known(const Device &device, const Secrets &secrets) {
    if (m_others.empty())
        return TargetCommand::known(device, secrets);
    const size_t others = size_t(m_members.size());
    m_members.append({device, secrets});
    if (others == m_others.size())
        return askGroup();
    m_letters.target = m_others[others];
    openTarget();
}

void ReadVerb::askGroup() {
    sayWhatIsWalked();
    auto group
        = std::make_unique<GroupRead>(context().engine(), context().library(), m_query, std::exchange(m_members, {}));
    if (m_names)
        group->readInterfaces();
    m_group = std::make_unique<GroupReading>(context().terminal(),
        VarBindLines(context().library(), m_output.style(context().json())), context().json(), std::move(group));
    connect(m_group.get(), &GroupReading::finished, this,
        [this] { m_signal != 0 ? end(128 + m_signal) : end(m_group->status()); });
}

void ReadVerb::sayWhatIsWalked() {
    if (!m_query.objects.isEmpty())
        return;
    m_query.objects = {u"1.3.6.1.2.1"_s};
    Terminal::say(tr("No object given: walking mib-2 (1.3.6.1.2.1)."));
}

void ReadVerb::opened() {
    sayWhatIsWalked();
    if (!m_names)
        return begin();
    m_interfaces = std::make_unique<InterfaceReader>(target().connection());
    connect(m_interfaces.get(), &InterfaceReader::settled, this, [this] {
        placeNames();
        begin();
    });
    m_interfaces->want(Refers::BridgePort); // and of interfaces
}

void ReadVerb::placeNames() {
    for (QString &object : m_query.objects) {
        if (ObjectName::parse(object, *context().library()))
            continue;
        if (const auto name = ObjectName::parse(object, *context().library(), m_interfaces->names().get()))
            object = name->oid.toString();
    }
}

void ReadVerb::begin() {
    auto operation = m_query.begin(target().connection(), *context().library());
    if (!operation)
        return fail(operation.failure());
    VarBindLines lines(context().library(), m_output.style(context().json()));
    if (m_interfaces)
        lines.setInterfaces(m_interfaces->names());
    m_reading = std::make_unique<Reading>(context().terminal(), std::move(lines), std::move(*operation));
    connect(m_reading.get(), &Reading::finished, this, &ReadVerb::finish);
}

void ReadVerb::interrupt(int signalNumber) {
    m_signal = signalNumber;
    if (m_reading)
        m_reading->cancel();
    else if (m_group)
        m_group->cancel();
    else
        TargetCommand::interrupt(signalNumber);
}

void ReadVerb::finish() {
    if (m_reading->isUnheard())
        return end(ExitStatus::Whole);
    const Operation &operation = m_reading->operation();
    Summary summary;
    summary.add(operation);
    conclude(context().terminal(), operation.failure(), summary, context().json());
    if (operation.ending() == Ending::Cancelled && m_signal != 0)
        return end(128 + m_signal);
    end(exitStatus(operation));
}

} // namespace walkabout
