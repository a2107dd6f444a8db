// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/transport.h"
#include "ports/account.h"

#include <functional>

namespace belanjain::engine
{

/// Asks the marketplace with the calls of a workspace, whichever thread those are made on. Lives on the GUI thread
/// and outlives every call that it made.
class AccountDesk : public ports::AccountDesk
{
    Q_OBJECT
public:
    using Done = std::function<void(const HttpAnswer&)>;
    /// Sends as the account; done() may come on any thread, or never.
    using Send = std::function<void(const HttpRequest&, Done)>;

    explicit AccountDesk(Send send, QObject* parent = nullptr);

    bool isOnline() const override { return m_online; }
    void readProfile() override;
    void rename(const QString& name) override;
    void changePassword(const QString& current, const QString& wanted) override;
    void beginTwoFactor() override;
    void confirmTwoFactor(const QString& code) override;
    void endTwoFactor(const QString& password, const QString& code) override;
    void readPlaces() override;
    void endPlace(const QString& id) override;
    void endOtherPlaces() override;

    /// Asks nobody while it cannot, or may not. Offline until told otherwise.
    void setOnline(bool online);

private:
    using Body = QJsonObject;
    using Taken = std::function<bool(const Body&)>; ///< false: not an answer that makes sense
    void ask(Call call, const HttpRequest& request, Taken taken);
    void take(Call call, const HttpAnswer& answer, const Taken& taken);
    bool takeProfile(const Body& body);
    void readPage(const QString& cursor, QList<ports::SignInPlace> before,
                  std::function<void(const QList<ports::SignInPlace>&)> then);
    void endThese(QStringList ids);
    void tell(Call call, const HttpAnswer& answer);

    Send m_send;
    bool m_online = false;
};

} // namespace belanjain::engine
