// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/secret_store.h"

#include <QHash>

namespace belanjain::engine
{

/// Secrets for as long as the program runs; the person signs in again next time.
class MemoryStore : public ports::SecretStore
{
public:
    Place place() const override { return Place::MemoryOnly; }
    void read(const QString& key, std::function<void(std::optional<QByteArray>)> done) override
    {
        const auto found = m_values.constFind(key);
        done(found == m_values.cend() ? std::nullopt : std::optional(*found));
    }
    void write(const QString& key, const QByteArray& value, std::function<void(bool)> done) override
    {
        m_values.insert(key, value);
        done(true);
    }
    void remove(const QString& key, std::function<void()> done) override
    {
        m_values.remove(key);
        done();
    }

private:
    QHash<QString, QByteArray> m_values;
};

} // namespace belanjain::engine
