// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace walkabout {

/// The line below: the panels folded away, what the library is doing, the figures of the current tab, and the command
/// that asks the same.
class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void addPanel(QAction *toggle);
    void showSummary(const QString &summary, const QString &command);
    /// Empty: nothing is being done.
    void showWork(const QString &work);
    [[nodiscard]] QString summary() const;
    /// Where secrets are kept.
    void showSecrets(const QString &text);
    /// Behind the copy button's arrow.
    void offerCopies(const QList<QAction *> &copies);
    /// As it is shown, without secrets.
    void copyCommand();

signals:
    void secretsClicked();

private:
    QLabel *m_work;
    QLineEdit *m_summary;
    QLineEdit *m_command;
    QToolButton *m_copy;
    QToolButton *m_secrets;
    QWidget *m_panels;
};

} // namespace walkabout
