// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"

#include "core/base/log.h"
#include "core/snmp/engine_p.h"
#include "core/snmp/enginefile.h"
#include "core/snmp/events.h"

#include <net-snmp/library/snmpusm.h>
#include <net-snmp/library/snmpv3.h>

#include <array>
#include <mutex>

#include <syslog.h>

namespace walkabout {

namespace {

constexpr size_t LargestMessage = 65507;

int logLine(netsnmp_log_handler * /*handler*/, int priority, const char *text) {
    const QByteArray line = QByteArray(text).trimmed();
    if (priority <= LOG_ERR)
        qCWarning(lcNetSnmp).noquote() << line;
    else
        qCInfo(lcNetSnmp).noquote() << line;
    return 1;
}

/// Sets an environment variable for a while: the library reads some of its settings from there only, and what this
/// program starts later shall not inherit them.
class Environment final {
public:
    Environment(const char *name, const char *value)
        : m_name(name)
        , m_before(qgetenv(name))
        , m_wasSet(qEnvironmentVariableIsSet(name)) {
        qputenv(name, value);
    }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;
    ~Environment() {
        if (m_wasSet)
            qputenv(m_name, m_before);
        else
            qunsetenv(m_name);
    }

private:
    const char *m_name;
    QByteArray m_before;
    bool m_wasSet;
};

void initialiseLibrary(const QByteArray &engineId) {
    const Environment mibs("MIBS", "");
    const Environment mibDirectories("MIBDIRS", "");
    const Environment persistent("SNMP_PERSISTENT_DIR", "/dev/null");
    const Environment configuration("SNMPCONFPATH", "/dev/null");
    // Before init, or its first lines go to stderr. Never taken away again: 5.9.3 uses a handler after freeing it.
    if (auto *handler = netsnmp_register_loghandler(NETSNMP_LOGHANDLER_CALLBACK, LOG_DEBUG))
        handler->handler = logLine;
    for (const int option :
        {NETSNMP_DS_LIB_DONT_READ_CONFIGS, NETSNMP_DS_LIB_DONT_PERSIST_STATE, NETSNMP_DS_LIB_DISABLE_PERSISTENT_LOAD,
            NETSNMP_DS_LIB_DISABLE_PERSISTENT_SAVE, NETSNMP_DS_LIB_DISABLE_CONFIG_LOAD})
        netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, option, 1);
    set_exact_engineID(reinterpret_cast<const u_char *>(engineId.constData()), size_t(engineId.size()));
    init_snmp("walkabout");
}

} // namespace

Engine::Private::Private(const QString &stateFolder)
    : m_file(std::make_unique<EngineFile>(stateFolder)) {
    static std::once_flag once; // the library can be initialised once only in a process
    const QByteArray id = m_file->engineId();
    std::call_once(once, initialiseLibrary, id);
    set_exact_engineID(reinterpret_cast<const u_char *>(id.constData()), size_t(id.size()));
    // The library counts one more by itself.
    QByteArray line = "engineBoots " + QByteArray::number(m_file->boots() - 1);
    netsnmp_config(line.data());
    snmp_sess_init(&session);
    session.version = SNMP_DEFAULT_VERSION;
    session.isAuthoritative = SNMP_SESS_NONAUTHORITATIVE;
    session.securityModel = SNMP_SEC_MODEL_USM;
    session.rcvMsgMaxSize = LargestMessage;
    session.sndMsgMaxSize = LargestMessage;
    session.flags |= SNMP_FLAGS_DONT_PROBE;
    usm = std::make_unique<Usm>();
}

Engine::Private::~Private() = default;

Engine::Engine(const QString &stateFolder)
    : m_events(std::make_unique<Events>())
    , d(std::make_unique<Private>(stateFolder)) {}

Engine::~Engine() = default;

QByteArray Engine::engineId() const {
    std::array<u_char, MAX_ENGINEID_LENGTH> id{};
    const size_t length = snmpv3_get_engineID(id.data(), id.size());
    return {reinterpret_cast<const char *>(id.data()), qsizetype(length)};
}

quint32 Engine::boots() const { return quint32(snmpv3_local_snmpEngineBoots()); }

quint32 Engine::time() const { return quint32(snmpv3_local_snmpEngineTime()); }

} // namespace walkabout
