// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/itemfinder.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QTableView>

namespace walkabout {

namespace {

constexpr int SliceMilliseconds = 6;

} // namespace

ItemFinder::ItemFinder(QTableView &view, int role, QObject *parent)
    : Finder(parent)
    , m_view(view)
    , m_role(role) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ItemFinder::slice);
}

QWidget &ItemFinder::view() const { return m_view; }

void ItemFinder::find(const QString &text, bool forward, bool onwards) {
    m_timer.stop();
    m_text = text;
    m_forward = forward;
    m_wrapped = false;
    m_model = m_view.model();
    m_columns.clear();
    const QHeaderView *header = m_view.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const int column = header->logicalIndex(visual); !m_view.isColumnHidden(column))
            m_columns += column;
    }
    const QModelIndex current = m_view.currentIndex();
    m_row = current.isValid() ? current.row() : qMax(0, m_view.rowAt(0));
    m_place = qMax(0, int(m_columns.indexOf(current.column())));
    m_all = m_model ? qint64(m_model->rowCount()) * m_columns.size() : 0;
    m_left = m_all;
    if (onwards && current.isValid() && m_all > 0)
        step();
    slice();
}

void ItemFinder::step() {
    m_place += m_forward ? 1 : -1;
    if (m_place >= 0 && m_place < m_columns.size())
        return;
    m_place = m_forward ? 0 : int(m_columns.size()) - 1;
    m_row += m_forward ? 1 : -1;
    if (m_row >= 0 && m_row < m_model->rowCount())
        return;
    m_row = m_forward ? 0 : m_model->rowCount() - 1;
    m_wrapped = true;
}

bool ItemFinder::matches() const {
    return m_model->index(m_row, m_columns.at(m_place)).data(m_role).toString().contains(m_text, Qt::CaseInsensitive);
}

void ItemFinder::slice() {
    if (m_view.model() != m_model) { // a new run began: its own rows are meant
        find(m_text, m_forward, false);
        return;
    }
    QElapsedTimer clock;
    clock.start();
    for (int looked = 1; m_left > 0 && m_row < m_model->rowCount(); ++looked, --m_left) {
        if (looked % 16 == 0 && clock.elapsed() >= SliceMilliseconds) {
            emit searching(int(100 - m_left * 100 / m_all));
            m_timer.start(0);
            return;
        }
        if (matches()) {
            const QModelIndex found = m_model->index(m_row, m_columns.at(m_place));
            m_view.setCurrentIndex(found);
            m_view.scrollTo(found);
            emit ended(m_wrapped ? Outcome::Wrapped : Outcome::Found);
            return;
        }
        step();
    }
    emit ended(Outcome::NotThere);
}

} // namespace walkabout
