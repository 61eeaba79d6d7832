// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/rulesheet.h"

#include "core/trap/notificationtext.h"
#include "core/trap/ruletest.h"
#include "ui/shared/choicedelegate.h"
#include "ui/shared/emptyhint.h"
#include "ui/shared/fonts.h"
#include "ui/shared/palette.h"
#include "ui/trap/mark.h"
#include "ui/trap/rulemodel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace walkabout {

RuleSheet::RuleSheet(TrapStation &station, QWidget *parent)
    : QDialog(parent)
    , m_station(station)
    , m_model(new RuleModel(station.rules(), this))
    , m_table(new QTableView(this))
    , m_line(new QLineEdit(this))
    , m_result(new QLabel(this)) {
    setWindowTitle(tr("Trap Rules"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *order
        = new QLabel(tr("The first rule that fits a trap decides. Rules hold for what comes from now on."), this);
    order->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Trap rules"));
    new EmptyHint(
        *m_table, [] { return tr("No rules: traps keep the level that their names suggest. Add Rule makes one."); });
    for (const int column : {RuleModel::Level, RuleModel::Mark}) // the others are typed
        m_table->setItemDelegateForColumn(column, new ChoiceDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(m_table->font()) + 4);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(RuleModel::Words, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] : std::initializer_list<std::pair<int, int>>{{RuleModel::Name, 20},
             {RuleModel::Source, 18}, {RuleModel::Notification, 22}, {RuleModel::Level, 20}, {RuleModel::Hide, 7},
             {RuleModel::Mark, 14}, {RuleModel::Alert, 8}})
        m_table->setColumnWidth(column, letter * letters);
    m_line->setAccessibleName(tr("Test line"));
    m_line->setPlaceholderText(tr("192.0.2.7 linkDown ifDescr.3=Gi1/0/7"));
    m_line->setToolTip(tr("A trap as it might come: source, notification, OBJECT=VALUE ..."));
    m_result->setAccessibleName(tr("Test result"));
    m_result->setWordWrap(true);
    m_result->setMinimumHeight(fontMetrics().height() * 2);
    m_result->setAlignment(Qt::AlignTop);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *form = new QFormLayout;
    form->addRow(tr("&Test with"), m_line);
    form->addRow(QString(), m_result);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(order);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons());
    layout->addLayout(form);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &RuleSheet::reject);
    layout->addWidget(close);
    resize(letter * 150, fontMetrics().height() * 26);
    connect(m_model, &RuleModel::edited, this, &RuleSheet::keep);
    connect(m_line, &QLineEdit::textChanged, this, &RuleSheet::test);
    test();
}

QWidget *RuleSheet::buttons() {
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    const auto add = [&](const QString &text, auto act) {
        auto *button = new QPushButton(text, row);
        button->setAutoDefault(false);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, act);
        return button;
    };
    const auto select = [this](int rule) { m_table->setCurrentIndex(m_model->index(rule, RuleModel::Name)); };
    const auto move = [this, select](int step) {
        if (m_table->currentIndex().isValid())
            select(m_model->move(m_table->currentIndex().row(), step));
    };
    add(tr("&Add Rule"), [this, select] {
        m_model->add({.name = tr("new rule")});
        select(m_model->rowCount() - 1);
        m_table->edit(m_table->currentIndex());
    });
    add(tr("&Remove Rule"), [this] {
        if (m_table->currentIndex().isValid())
            m_model->remove(m_table->currentIndex().row());
    });
    add(tr("Move &Up"), [move] { move(-1); });
    add(tr("Move &Down"), [move] { move(1); });
    layout->addStretch(1);
    return row;
}

void RuleSheet::offer(const TrapRecord &record) {
    const Describe describe(m_station.library());
    const QString name = notificationtext::name(record.notification, describe);
    m_model->add({.name = name, .notification = describe.name(record.notification.oid)});
    m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, RuleModel::Level));
    tryWith(record);
}

void RuleSheet::tryWith(const TrapRecord &record) {
    m_line->setText(RuleTest::lineOf(record, Describe(m_station.library(), Describe::Style::Terminal)));
    m_line->setCursorPosition(0);
}

void RuleSheet::keep() {
    const auto failure = m_station.setRules(m_model->rules());
    test();
    if (failure)
        m_result->setText(failure->text());
}

void RuleSheet::test() {
    const QString line = m_line->text().trimmed();
    QPalette colours = palette();
    if (line.isEmpty()) {
        colours.setColor(QPalette::WindowText, tint(colours, Tint::Dim));
        m_result->setText(tr("Type a trap as it might come, to see which rule decides."));
        m_model->setDeciding(-1);
    } else {
        const auto tested = RuleTest::run(line, m_model->rules(), m_station.library(), m_station.names());
        if (!tested)
            colours.setColor(QPalette::WindowText, tint(colours, Tint::Bad));
        m_result->setText(tested ? tested->text(m_model->rules(), mark::names()) : tested.failure().text());
        m_model->setDeciding(tested && tested->rule ? int(*tested->rule) : -1);
    }
    m_result->setPalette(colours);
}

} // namespace walkabout
