// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packetmask.h"

#include <QPlainTextEdit>

#include <array>

namespace walkabout {

/// The octets of a message, sixteen a line, as hex and as letters; below them those that were decrypted. One element's
/// can be marked; the caret says which octet is meant. What is masked shows as dots.
class HexView final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit HexView(QWidget *parent = nullptr);

    void show(const QByteArray &message, const QByteArray &plain, const std::vector<OctetRange> &masked);
    void mark(qint32 offset, qint32 length, bool isPlain);

signals:
    /// The caret was put on it.
    void octetChosen(qint32 offset, bool isPlain);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// The message, then what was decrypted.
    struct Section {
        int firstLine = 0;
        qint32 size = 0; // octets shown
    };

    void append(QString &text, Section &section, const QByteArray &octets, const std::vector<OctetRange> &masked) const;
    void paintMark();
    void caretMoved();

    std::array<Section, 2> m_sections;
    Section m_marked; // firstLine: the offset
    bool m_markedPlain = false;
    bool m_isMarking = false;
};

} // namespace walkabout
