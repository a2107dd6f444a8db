// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringView>

namespace belanjain::marketplace::samples {

/// Thirteen digits of which the last fits the others (GS1 General Specifications, 7.9).
bool isEan13(QStringView code);

/// Makes barcodes of GS1's range for use inside a company (prefix 2): they can never be those of a real
/// article. The same names in the same order give the same codes, each once.
class BarcodeMaker
{
public:
    QString make(QStringView name);

private:
    QSet<QString> m_taken;
};

} // namespace belanjain::marketplace::samples
