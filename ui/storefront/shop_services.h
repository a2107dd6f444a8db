// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/region_book.h"
#include "ports/checkout.h"
#include "ports/clock.h"
#include "ports/purchases.h"
#include "ports/shop_cart.h"
#include "ports/shop_reader.h"
#include "ports/sync_control.h"

#include <QString>

namespace belanjain::ui {

class PictureThumbnails;
class ViewSettings;

/// What a buyer's pages stand on; outlives them.
struct ShopServices
{
    ports::ShopReader& reader;
    ports::ShopCart& cart;
    ports::Checkout& checkout;
    ports::Purchases& purchases;
    ports::SyncControl& sync;
    const ports::Clock& clock;
    ViewSettings& settings;
    const RegionBook& regions;
    PictureThumbnails* thumbnails = nullptr;
    bool signedIn = true; ///< without an account one looks around and fills a cart
    QString person = {};  ///< the account's: whom a first address is for
};

} // namespace belanjain::ui
