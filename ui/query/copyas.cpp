// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/copyas.h"

#include "core/work/equivalentcommand.h"
#include "core/work/varbindlines.h"
#include "core/work/walkline.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace walkabout::copyas {

namespace {

const std::pair<Form, const char *> forms[] = {{Form::Name, QT_TRANSLATE_NOOP("CopyAs", "&Name")},
    {Form::QualifiedName, QT_TRANSLATE_NOOP("CopyAs", "&MODULE::name.instance")},
    {Form::Line, QT_TRANSLATE_NOOP("CopyAs", "net-snmp's &Line")}, {Form::Json, QT_TRANSLATE_NOOP("CopyAs", "&JSON")},
    {Form::Command, QT_TRANSLATE_NOOP("CopyAs", "&Command")}};

QString command(const Copied &copied) {
    Query query;
    for (const VarBind &varBind : copied.varBinds)
        query.objects += copied.describe.name(varBind.oid);
    return equivalentCommand(copied.device, query);
}

} // namespace

QString text(Form form, const Copied &copied) {
    if (form == Form::Command)
        return copied.varBinds.isEmpty() ? QString() : command(copied);
    const VarBindLines json(copied.describe.library(), {.json = true});
    QStringList lines;
    for (const VarBind &varBind : copied.varBinds) {
        QByteArray line;
        switch (form) {
        case Form::Name: line = copied.describe.typedName(varBind.oid).toUtf8(); break;
        case Form::QualifiedName: line = copied.describe.name(varBind.oid).toUtf8(); break;
        case Form::Line: line = walkline::named(varBind, copied.describe); break;
        case Form::Json: json.append(line, varBind); break;
        case Form::Command: break;
        }
        lines += QString::fromUtf8(line);
    }
    return lines.join(u'\n');
}

void addTo(QMenu &menu, const std::function<Copied()> &what) {
    QMenu *as = menu.addMenu(QCoreApplication::translate("CopyAs", "Copy &As"));
    for (const auto &[form, name] : forms) {
        as->addAction(QCoreApplication::translate("CopyAs", name), as, [what, which = form] {
            if (const QString copied = text(which, what()); !copied.isEmpty())
                QGuiApplication::clipboard()->setText(copied);
        });
    }
}

} // namespace walkabout::copyas
