// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <memory>

namespace walkabout {

/// What one run of a program left behind.
struct Ran {
    int status = -1; // its exit status; -1: it crashed, or did not end in time
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QList<QByteArray> lines() const {
        QList<QByteArray> all = out.split('\n');
        if (!all.isEmpty() && all.last().isEmpty())
            all.removeLast();
        return all;
    }
    /// Every line of standard output as a JSON object; one that is none becomes an empty object.
    [[nodiscard]] QList<QJsonObject> objects() const {
        QList<QJsonObject> all;
        for (const QByteArray &line : lines())
            all.append(QJsonDocument::fromJson(line).object());
        return all;
    }
    /// The last line of standard error: the summary of a read.
    [[nodiscard]] QByteArray summary() const { return err.trimmed().split('\n').last(); }
};

/// walkabout-cli from the build, with a folder of its own for its files and no secrets in the environment.
class Program {
public:
    static constexpr int Patience = 60'000; // ms; only a hanging program needs it

    [[nodiscard]] static QString path() { return QStringLiteral(WALKABOUT_BIN_DIR "/walkabout-cli"); }
    [[nodiscard]] QString folder(const QString &name = {}) const { return m_folder.filePath(name); }
    QProcessEnvironment environment = clean();

    [[nodiscard]] std::unique_ptr<QProcess> begin(const QStringList &arguments, const QString &program = path()) const {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        QStringList all = arguments;
        if (program == path())
            all = QStringList{QStringLiteral("--config-dir"), m_folder.path()} + arguments;
        process->start(program, all);
        process->waitForStarted(Patience);
        return process;
    }
    [[nodiscard]] static Ran ended(QProcess &process) {
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(Patience))
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        const bool isClean = process.exitStatus() == QProcess::NormalExit;
        return {isClean ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    [[nodiscard]] Ran run(const QStringList &arguments, const QByteArray &input = {}) const {
        const auto process = begin(arguments);
        process->write(input);
        process->closeWriteChannel();
        return ended(*process);
    }
    [[nodiscard]] Ran runOther(const QString &program, const QStringList &arguments) const {
        const auto process = begin(arguments, program);
        process->closeWriteChannel();
        return ended(*process);
    }
    QString write(const QString &name, const QByteArray &text) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }

private:
    static QProcessEnvironment clean() {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"WALKABOUT_COMMUNITY", "WALKABOUT_AUTH", "WALKABOUT_PRIV", "WALKABOUT_VAULT"})
            environment.remove(QString::fromLatin1(name));
        return environment;
    }

    QTemporaryDir m_folder;
};

/// walkabout-cli serve (or traps) on a free port of loopback, stopped with the object.
class Listening {
public:
    Listening(const Program &program, QStringList arguments) {
        arguments << QStringLiteral("--listen") << QStringLiteral("127.0.0.1:0");
        m_process = program.begin(arguments);
        m_process->setReadChannel(QProcess::StandardError);
        while (!m_said.contains("listening ") || !m_said.endsWith('\n')) {
            if (!m_process->waitForReadyRead(Program::Patience))
                break;
            m_said += m_process->readAllStandardError();
        }
        const QByteArray line = m_said.mid(m_said.indexOf("listening ")).split('\n').first();
        m_port = line.mid(line.lastIndexOf(':') + 1).trimmed();
    }
    ~Listening() {
        m_process->terminate();
        m_process->waitForFinished(Program::Patience);
    }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;

    [[nodiscard]] QByteArray said() const { return m_said; }
    [[nodiscard]] QString address() const { return QStringLiteral("127.0.0.1:") + QString::fromLatin1(m_port); }
    [[nodiscard]] bool isUp() const { return m_port.toInt() > 0; }
    [[nodiscard]] QProcess &process() { return *m_process; }
    /// What it printed since, waited for this long at most: left in the pipe, it stops the program in the end.
    QByteArray printed(int milliseconds = 0) const {
        m_process->waitForReadyRead(milliseconds);
        return m_process->readAllStandardOutput();
    }

private:
    std::unique_ptr<QProcess> m_process;
    QByteArray m_said;
    QByteArray m_port;
};

} // namespace walkabout
