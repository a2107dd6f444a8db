// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/counter/waiting_carts.h"
#include "engine/net/api_client.h"
#include "engine/net/backoff.h"
#include "ports/clock.h"
#include "ports/id_factory.h"
#include "ports/store_counter.h"

#include <list>
#include <memory>

namespace belanjain::engine
{

/// Orders for one customer after the other. The customer's cart at the marketplace may hold other things: only the
/// lines of this order are put there and bought, and what was there of the same goods is put back. Key and body of
/// a checkout are on disk before it is sent; the customer's tokens never are. Lives on the counter's thread; its
/// port may be called from any.
class CounterDesk : public ports::StoreCounter
{
    Q_OBJECT
public:
    struct Parts
    {
        Transport& transport;
        Scheduler& scheduler;
        WaitingCarts& carts;
        const ports::Clock& clock;
        ports::RandomSource& random;
        StoreId store;
    };
    explicit CounterDesk(Parts parts);
    ~CounterDesk() override;

    void read() override;
    void keep(const ports::WaitingCart& cart) override;
    void removeWaiting(qint64 number) override;
    void readQuotes(quint64 ticket, const QString& postcode, qint64 grams) override;
    void signIn(const QString& email, const QString& password, const QString& otp) override;
    void registerBuyer(const QString& name, const QString& email, const QString& password) override;
    void place(const ports::CounterOrder& order) override;
    void askAgain() override;
    void forget() override;

    // On the counter's thread.
    void setLanguage(const QByteArray& language);
    std::function<void(const QString&)> failed; ///< text for logs

private:
    using Done = std::function<void(const HttpAnswer&)>;
    void onThread(std::function<void()> task);
    void become(ports::CounterState state);
    void tellWaiting();
    void storageTrouble(const storage::Error& error);
    /// A call without a token, answered once or never.
    void call(HttpRequest request, Done done);
    void enter(const QString& path, const QJsonObject& body);
    void entered(const HttpAnswer& answer);
    void logout(const QString& refresh);
    void endSession();
    void refuse(const ports::ShopProblem& problem, const QList<ports::ShortLine>& shortLines = {});

    // One order, step by step.
    void lookIntoCart();
    void putNextLine();
    void keepAndSend();
    void send();
    void answered(const HttpAnswer& answer);
    /// Makes the account's cart what it was, as far as the lines of this order go, and goes on whatever comes.
    void putBack(bool bought, const std::function<void()>& then);

    Parts m_parts;
    ports::IdFactory m_ids;
    Backoff m_backoff;
    QByteArray m_language = "id";
    ports::CounterState m_state;
    std::list<std::unique_ptr<PendingCall>> m_calls;
    std::unique_ptr<PendingCall> m_entering;
    std::unique_ptr<ApiClient> m_api; ///< while somebody is signed in
    QString m_user;

    struct Errand
    {
        ports::CounterOrder order;
        bool keptForIt = false; ///< the waiting cart exists only because of this order
        QHash<VariantId, qint64> before; ///< what the account's cart had of these goods
        qsizetype put = 0;               ///< lines that the account's cart has now
        WaitingCarts::Sent sent;
    };
    std::optional<Errand> m_errand;
    std::unique_ptr<PlannedCall> m_nextTry;
};

} // namespace belanjain::engine
