// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/rule.h"

#include <QAbstractTableModel>

namespace walkabout {

/// Rules in their order, edited in place. Owned by the sheet that shows them.
class RuleModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Source, Notification, Words, Level, Hide, Mark, Alert, ColumnCount };

    explicit RuleModel(QList<Rule> rules, QObject *parent = nullptr);

    [[nodiscard]] const QList<Rule> &rules() const { return m_rules; }
    void add(const Rule &rule);
    void remove(int row);
    /// Up or down by one; the row where it stands now.
    int move(int row, int step);
    /// Which of them decides what is tested; -1: none.
    void setDeciding(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// By a person.
    void edited();

private:
    [[nodiscard]] static QString text(const Rule &rule, int column);
    [[nodiscard]] static bool *flag(Rule &rule, int column);
    [[nodiscard]] static QString *field(Rule &rule, int column);

    QList<Rule> m_rules;
    int m_deciding = -1;
};

} // namespace walkabout
