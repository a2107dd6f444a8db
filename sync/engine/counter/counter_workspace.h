// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/transport.h"
#include "ports/clock.h"
#include "ports/random_source.h"
#include "ports/store_counter.h"

#include <QUrl>

#include <functional>
#include <memory>

#include <tl/expected.hpp>

namespace belanjain::engine
{

/// A store's counter on a thread of its own, with its file. Destroying it ends the thread; what is on disk stays.
class CounterWorkspace : public QObject
{
    Q_OBJECT
public:
    struct Config
    {
        QString file; ///< counter.db in the account's folder
        QUrl marketplace;
        StoreId store;
        QByteArray language = "id";
        /// For tests that need a network that fails.
        std::function<std::unique_ptr<Transport>(const QUrl&)> makeTransport = {};
    };
    struct Parts
    {
        const ports::Clock& clock;
        ports::RandomSource& random;
    };

    /// The error is for logs.
    static tl::expected<std::unique_ptr<CounterWorkspace>, QString> open(const Config& config, Parts parts);
    ~CounterWorkspace() override;

    ports::StoreCounter& counter();
    void setLanguage(const QByteArray& language);

Q_SIGNALS:
    void storageFailed(const QString& text);

private:
    CounterWorkspace();

    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace belanjain::engine
