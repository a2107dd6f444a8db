// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace belanjain::ui {

/// What screens remember between starts: column widths, sort orders, closed hints. Never anything of the
/// seller's data. The program keeps it in its settings file; GUI thread only.
class ViewSettings
{
public:
    virtual ~ViewSettings() = default;

    /// An invalid QVariant when nothing was remembered under this key ("inventory/columns").
    virtual QVariant value(const QString& key) const = 0;
    /// An invalid value forgets the key.
    virtual void setValue(const QString& key, const QVariant& value) = 0;
};

} // namespace belanjain::ui
