// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "ui/mib/sourcedocument.h"

#include <QFutureWatcher>
#include <QWidget>

class QLabel;
class QSpinBox;
class QTableView;

namespace walkabout {

class FindBar;
class SourceDiagnostics;
class SourceEdit;
class SourceFinder;

/// A window that shows a file of a MIB module at a line, with what is wrong in it: to read only. The file is read on
/// the pool, anew each time it is asked for.
class SourceView final : public QWidget {
    Q_OBJECT

public:
    explicit SourceView(QWidget *parent = nullptr);
    ~SourceView() override;

    void setLibrary(Library::Pointer library);
    /// Lines count from 1; 0: the beginning. The window comes to the front.
    void open(const QString &file, int line);
    [[nodiscard]] const QString &file() const { return m_file; }

signals:
    /// What was asked for is on screen, or is said not to be there.
    void shown();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildList();
    void addKeys();
    void read();
    void arrived();
    void goTo(int row);
    void say(const SourceText &source);

    Library::Pointer m_library;
    QString m_file;
    int m_wanted = 0; // the line to go to once it is read; 0: stay
    SourceText m_source;
    QFutureWatcher<SourceDocument> m_reading;
    QLabel *m_path;
    QLabel *m_notice;
    QSpinBox *m_line;
    SourceEdit *m_edit;
    SourceFinder *m_finder;
    FindBar *m_find;
    SourceDiagnostics *m_diagnostics;
    QTableView *m_list;
};

} // namespace walkabout
