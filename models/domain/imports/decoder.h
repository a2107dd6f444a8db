// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/csv/csv_reader.h"
#include "domain/imports/mapping.h"

#include <QByteArray>
#include <QStringDecoder>

#include <optional>

namespace belanjain::imports {

/// Turns a file's bytes, in pieces of any size, into bytes the CSV reader takes.
class Decoder
{
public:
    explicit Decoder(Encoding encoding)
        : m_encoding(encoding)
    {}

    QByteArray feed(const QByteArray& bytes);
    /// What is left when the file ends.
    QByteArray finish();

    /// What the reader then has to make of them.
    csv::Encoding forReader() const
    {
        return m_encoding == Encoding::Detect ? csv::Encoding::Utf8OrWindows1252 : csv::Encoding::Utf8;
    }

private:
    void start();
    QByteArray decoded(const QByteArray& bytes);

    Encoding m_encoding;
    bool m_started = false;
    bool m_windows = false;
    QByteArray m_head;
    QString m_cut; ///< half of a character beyond the first 65,536
    std::optional<QStringDecoder> m_utf16;
};

} // namespace belanjain::imports
