// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <span>

namespace belanjain::marketplace::samples {

struct SampleCategory
{
    QLatin1StringView source;     ///< as PRDECT-ID writes it
    QLatin1StringView indonesian; ///< what is stored and shown
    QLatin1StringView english;
    int weightGrams; ///< what a parcel with one piece usually weighs; invented
    bool fashion;    ///< sold by colour and size
    bool measured;   ///< a weight or volume in the name is the content's
};

/// All 29 of PRDECT-ID.
std::span<const SampleCategory> categories();

/// By the source's name; nullptr for one that is not known.
const SampleCategory* findCategory(QStringView source);

} // namespace belanjain::marketplace::samples
