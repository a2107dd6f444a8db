// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/session.h"

#include <QString>
#include <QUrl>

namespace belanjain::ui {

/// What the first start chooses.
enum class FirstRunChoice { SampleMarketplace, ConnectToAddress, EmptyMarketplace };

/// An account that can be tried without a password, in the sample marketplace.
struct TryAccount
{
    QString person;
    QString store;
    ports::SignIn credentials;
};

/// Reads an address as people type it ("pasar.example", "192.168.1.5:8787"): adds https, or http for this
/// computer and for private networks. Invalid when it is no address of a marketplace.
QUrl marketplaceAddress(const QString& typed);

} // namespace belanjain::ui
