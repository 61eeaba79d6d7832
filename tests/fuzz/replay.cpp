// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer in the ordinary presets: every file given, or in a folder given, is one input. So the targets
// stay built, and what a fuzzer starts from passes.
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int main(int count, char **arguments) {
    int inputs = 0;
    const auto give = [&inputs](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
        ++inputs;
    };
    for (int i = 1; i < count; ++i) {
        const QString path = QFile::decodeName(arguments[i]);
        if (!QFileInfo(path).isDir()) {
            give(path);
            continue;
        }
        QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            give(files.next());
    }
    std::printf("%d inputs\n", inputs);
    return inputs > 0 ? 0 : 1;
}
