// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/octetmemory.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

const QString formsKey = u"showAs"_s;

constexpr std::pair<OctetForm, QLatin1StringView> formNames[]
    = {{OctetForm::Text, "text"_L1}, {OctetForm::Hex, "hex"_L1}, {OctetForm::Mac, "mac"_L1},
        {OctetForm::Address, "address"_L1}, {OctetForm::Date, "date"_L1}};

} // namespace

OctetMemory::OctetMemory(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings) {
    QHash<Oid, OctetForm> forms;
    const QJsonObject kept = settings.value(formsKey).toObject();
    for (auto each = kept.begin(); each != kept.end(); ++each) {
        for (const auto &[form, name] : formNames) {
            if (const auto oid = Oid::parse(each.key()); oid && each.value().toString() == name)
                forms.insert(*oid, form);
        }
    }
    m_forms = std::make_shared<const QHash<Oid, OctetForm>>(std::move(forms));
}

void OctetMemory::set(const Oid &object, OctetForm form) {
    QHash<Oid, OctetForm> forms = *m_forms;
    QJsonObject kept = m_settings.value(formsKey).toObject();
    forms.remove(object);
    kept.remove(object.toString());
    for (const auto &[each, name] : formNames) {
        if (each != form)
            continue;
        forms.insert(object, form);
        kept[object.toString()] = name;
    }
    m_forms = std::make_shared<const QHash<Oid, OctetForm>>(std::move(forms));
    m_settings.keep({{formsKey, kept}});
    emit changed();
}

void OctetMemory::addTo(QMenu &menu, const Oid &object) {
    QMenu *as = menu.addMenu(tr("S&how As"));
    auto *group = new QActionGroup(as);
    const std::pair<OctetForm, QString> choices[] = {{OctetForm::Automatic, tr("As Its &Type Says")},
        {OctetForm::Text, tr("Te&xt")}, {OctetForm::Hex, tr("&Hex")}, {OctetForm::Mac, tr("&MAC Address")},
        {OctetForm::Address, tr("&IP Address")}, {OctetForm::Date, tr("&Date and Time")}};
    const OctetForm now = m_forms->value(object, OctetForm::Automatic);
    for (const auto &[form, text] : choices) {
        QAction *action = as->addAction(text, this, [this, object, which = form] { set(object, which); });
        action->setCheckable(true);
        action->setChecked(form == now);
        group->addAction(action);
    }
}

} // namespace walkabout
