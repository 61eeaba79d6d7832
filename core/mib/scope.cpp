// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/scope.h"

#include "core/mib/wellknown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

// Modules that pass a name on, one to the next: further than this it is a circle.
constexpr int LongestForwarding = 32;

} // namespace

Scope::Scope(std::vector<const Unit *> modules)
    : m_modules(std::move(modules))
    , m_imports(m_modules.size()) {
    size_t count = 0;
    size_t bytes = 1U << 16U; // names of the language, dates
    for (const Unit *module : m_modules) {
        count += module->definitions.size();
        bytes += module->strings.size();
    }
    m_names.reserve(count, bytes);
    m_before.reserve(count);
    m_nameOf.reserve(count);
    m_moduleOf.reserve(count);
    m_definitions.reserve(count);
    m_starts.push_back(0);
    for (size_t module = 0; module < m_modules.size(); ++module) {
        for (const PackedDefinition &definition : m_modules[module]->definitions) {
            const qint32 name = m_names.add(m_modules[module]->view(definition.name));
            m_latest.resize(m_names.count(), None);
            const qint32 id = qint32(m_definitions.size());
            m_nameOf.push_back(name);
            m_moduleOf.push_back(qint32(module));
            m_definitions.push_back(&definition);
            // Only the first one of a module counts: one that it repeats is never looked for.
            const bool again = own(qint32(module), name, isType(id) ? Sort::Type : Sort::Object) != None;
            m_before.push_back(again ? None : std::exchange(m_latest[size_t(name)], id));
        }
        m_starts.push_back(qint32(m_definitions.size()));
        m_reporters.emplace_back(*m_modules[module]);
    }
    for (qint32 module = 0; module < moduleCount(); ++module)
        readImports(module);
    m_latest.resize(m_names.count(), None);
    for (qint32 module = 0; module < moduleCount(); ++module)
        resolveImports(module);
}

qint32 Scope::moduleNamed(std::string_view name) const {
    const auto nameOfModule = [](const Unit *module) { return module->view(module->name); };
    const auto found = std::ranges::lower_bound(m_modules, name, {}, nameOfModule);
    if (found != m_modules.end() && nameOfModule(*found) == name)
        return qint32(found - m_modules.begin());
    const std::string_view present = wellknown::presentName(name);
    return present.empty() ? None : moduleNamed(present);
}

void Scope::readImports(qint32 module) {
    const Unit &ast = this->module(module);
    std::vector<Imported> &imports = m_imports[size_t(module)];
    for (const Module::Import &import : ast.imports) {
        const qint32 from = moduleNamed(ast.view(import.module));
        QStringList wanted;
        for (const Span symbol : sliced(ast.symbols, import.symbols)) {
            const std::string_view name = ast.view(symbol);
            imports.push_back({m_names.add(name), from, None, None});
            if (from == None && !wellknown::isPartOfLanguage(name) && wellknown::oidOf(name).empty())
                wanted.append(decodeText(name));
        }
        if (wanted.size() > 8)
            wanted = wanted.first(8) << u"..."_s;
        if (!wanted.isEmpty())
            reporter(module).error("missing-module", import.module.begin,
                tr("%1 is not there; %2 should come from it. Add the file that defines it.")
                    .arg(ast.text(import.module), wanted.join(u", "_s)));
    }
    std::ranges::stable_sort(imports, {}, &Imported::name);
}

void Scope::resolveImports(qint32 module) {
    std::vector<Imported> &imports = m_imports[size_t(module)];
    for (Imported &import : imports) {
        import.object = import.from == None ? None : follow(import.from, import.name, Sort::Object);
        import.type = import.from == None ? None : follow(import.from, import.name, Sort::Type);
    }
    const Unit &ast = this->module(module);
    for (const Module::Import &import : ast.imports)
        for (const Span symbol : sliced(ast.symbols, import.symbols)) {
            const std::string_view name = ast.view(symbol);
            const Imported *const found = imported(module, m_names.find(name));
            if (found->from != None && found->object == None && found->type == None
                && !wellknown::isPartOfLanguage(name) && !wellknown::isSmi(ast.view(import.module)))
                reporter(module).warn("import-not-found", symbol.begin,
                    tr("%1 is not defined in %2. Import it from the module that defines it.")
                        .arg(decodeText(name), ast.text(import.module)));
        }
}

qint32 Scope::own(qint32 module, qint32 name, Sort sort) const {
    qint32 found = None;
    for (qint32 id = m_latest[size_t(name)]; id >= firstOf(module); id = m_before[size_t(id)])
        if (m_moduleOf[size_t(id)] == module && isType(id) == (sort == Sort::Type))
            found = id; // the first one counts
    return found;
}

const Scope::Imported *Scope::imported(qint32 module, qint32 name) const {
    const std::vector<Imported> &imports = m_imports[size_t(module)];
    const auto found = std::ranges::lower_bound(imports, name, {}, &Imported::name);
    return found != imports.end() && found->name == name ? &*found : nullptr;
}

qint32 Scope::follow(qint32 module, qint32 name, Sort sort) const {
    for (int step = 0; step < LongestForwarding && module != None; ++step) {
        if (const qint32 found = own(module, name, sort); found != None)
            return found;
        const Imported *const next = imported(module, name);
        module = next ? next->from : None;
    }
    return None;
}

/// Two modules that say the same of a node, as copies of one registration do.
bool Scope::sameValue(qint32 a, qint32 b) const {
    const Unit &first = module(moduleOf(a));
    const Unit &second = module(moduleOf(b));
    const auto same = [&](const OidPart &x, const OidPart &y) {
        return x.hasNumber == y.hasNumber && x.number == y.number && first.view(x.name) == second.view(y.name);
    };
    return !isType(a)
        && std::ranges::equal(sliced(first.oids, packed(a).oid), sliced(second.oids, packed(b).oid), same);
}

/// What was meant by a name that is neither defined nor imported: what a well-known module supplies under it; else the
/// one definition of that name among the modules that are imported from; else the one definition of that name there is.
/// Two of them: nobody can tell.
qint32 Scope::guess(qint32 module, qint32 name, Sort sort) const {
    struct Only {
        qint32 id = None;
        bool several = false;
    };
    Only related;
    Only anywhere;
    const auto count = [this](Only &only, qint32 id) {
        only.several
            = only.several || (only.id != None && moduleOf(only.id) != moduleOf(id) && !sameValue(only.id, id));
        only.id = id;
    };
    qint32 best = None;
    int bestRank = -1;
    for (qint32 id = m_latest[size_t(name)]; id != None; id = m_before[size_t(id)]) {
        if (isType(id) != (sort == Sort::Type))
            continue;
        const qint32 owner = moduleOf(id);
        const int rank = wellknown::supplierRank(this->module(owner).view(this->module(owner).name));
        if (rank >= 0 && (bestRank < 0 || rank <= bestRank)) {
            best = id;
            bestRank = rank;
        }
        count(anywhere, id);
        const std::vector<Imported> &imports = m_imports[size_t(module)];
        if (std::ranges::find(imports, owner, &Imported::from) != imports.end())
            count(related, id);
    }
    if (best != None)
        return best;
    if (related.id != None)
        return related.several ? None : related.id;
    return anywhere.several ? None : anywhere.id;
}

qint32 Scope::findQuietly(qint32 module, std::string_view name, Sort sort) const {
    const qint32 id = m_names.find(name);
    if (id == None || size_t(id) >= m_latest.size())
        return None;
    if (const qint32 found = own(module, id, sort); found != None)
        return found;
    const Imported *const import = imported(module, id);
    return !import ? None : sort == Sort::Type ? import->type : import->object;
}

qint32 Scope::find(qint32 module, Span span, Sort sort, Span qualifier) {
    const std::string_view name = this->module(module).view(span);
    if (!qualifier.isEmpty()) {
        const qint32 from = moduleNamed(this->module(module).view(qualifier));
        const qint32 id = m_names.find(name);
        if (from != None && id != None && size_t(id) < m_latest.size())
            if (const qint32 found = follow(from, id, sort); found != None)
                return found;
    }
    if (const qint32 found = findQuietly(module, name, sort); found != None)
        return found;
    const qint32 id = m_names.find(name);
    if (id == None || size_t(id) >= m_latest.size())
        return None;
    const Imported *const import = imported(module, id);
    const qint32 found = guess(module, id, sort);
    if (found != None && m_told.insert({module, id}).second) {
        const Unit &owner = this->module(moduleOf(found));
        const QString from = owner.text(owner.name);
        if (import)
            reporter(module).warn("wrong-import", span.begin,
                tr("%1 is imported from another module than the one that defines it; taken from %2.")
                    .arg(decodeText(name), from));
        else
            reporter(module).warn("missing-import", span.begin,
                tr("%1 is not imported; taken from %2. Add it to IMPORTS.").arg(decodeText(name), from));
    }
    return found;
}

} // namespace walkabout::mib
