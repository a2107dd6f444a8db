// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/view_settings.h"
#include "ports/clock.h"
#include "support/memory_records.h"

#include <QHash>
#include <cmath>
#include <random>

namespace belanjain::tests {

class StillClock : public ports::Clock
{
public:
    Instant now() const override { return {ms}; }
    qint64 monotonicMs() const override { return 0; }
    qint64 ms = 1'795'246'320'000; ///< 21 Nov 2026 14.32 WIB
};

class KeptSettings : public ui::ViewSettings
{
public:
    QVariant value(const QString& key) const override { return m_values.value(key); }
    void setValue(const QString& key, const QVariant& value) override
    {
        if (value.isValid())
            m_values.insert(key, value);
        else
            m_values.remove(key);
    }

private:
    QHash<QString, QVariant> m_values;
};

inline const QStringList& sampleProducts()
{
    static const QStringList names{QStringLiteral("L’Oréal Serioxyl Denser Hair Serum"),
                                   QStringLiteral("Giza Grill Pan SKITCHEN Cast Iron"),
                                   QStringLiteral("Polo City Tas Koper Hardcase 24 inch"),
                                   QStringLiteral("Oxone OX-605 Black Marble Knife Set"),
                                   QStringLiteral("Lilin Tealight Tungku Aromaterapi"),
                                   QStringLiteral("Onix Dispenser Galon Air Pompa Otomatis"),
                                   QStringLiteral("XIAOMI 1more Omthing E-Joy Smart Watch"),
                                   QStringLiteral("Cetakan Kue Martabak Mini Lumpur Surga"),
                                   QStringLiteral("Lunch Box BPA Free 3 Sekat dengan Sendok, Garpu, dan Tas Bekal Anti Bocor")};
    return names;
}

/// A shop's orders of fourteen months up to now, the younger the likelier still running; the same each time.
inline QList<SoldOrder> sampleSales(Instant now, int orders = 4'200)
{
    std::mt19937 chance(20'261'121);
    const auto below = [&chance](quint32 limit) { return quint32(chance() % limit); };
    constexpr qint64 day = 86'400'000;
    const qint64 prices[] = {381'000, 295'000, 772'500, 149'900, 68'000, 70'000, 279'000, 101'900, 56'000};
    QList<SoldOrder> all;
    QList<ProductId> ids;
    for (int i = 0; i < sampleProducts().size(); ++i)
        ids.append(ProductId(QUuid(0x0199'0000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(i))));
    for (int i = 0; i < orders; ++i) {
        // More of them lately, and days differ.
        const double age = 420.0 * std::pow(double(chance()) / 4'294'967'296.0, 1.15);
        const Instant created{now.ms - qint64(age * double(day))};
        const int kind = int(below(9));
        const qint64 pieces = 1 + qint64(below(3));
        SoldOrder one{.sale = {.goods = {prices[kind] * pieces}, .units = pieces, .createdAt = created},
                      .product = ids.at(kind),
                      .productName = sampleProducts().at(kind)};
        const quint32 fate = below(100);
        if (fate < 3)
            one.sale.status = OrderStatus::Cancelled;
        else if (age < 0.8)
            one.sale.status = fate < 60 ? OrderStatus::Pending : OrderStatus::Processing;
        else if (age < 8 && fate < 100 - quint32(age * 12))
            one.sale.status = OrderStatus::Shipped;
        else {
            one.sale.status = OrderStatus::Delivered;
            one.sale.deliveredAt = Instant{std::min(now.ms, created.ms + 3 * day)};
        }
        all.append(one);
    }
    return all;
}

/// Reviews of some weeks, the first four not answered yet.
inline QList<ports::Review> sampleReviews(Instant now, int count = 24)
{
    const QStringList comments{
        QStringLiteral("Barang sampai cepat dan sesuai foto. Wanginya lembut, tahan lama, dan packing rapi sekali."),
        QStringLiteral("Ukurannya agak kekecilan dari yang tertulis. Sudah coba tukar tapi belum dibalas, semoga toko bisa bantu "
                       "karena mau dipakai minggu depan untuk acara keluarga di Bandung."),
        QString(),
        QStringLiteral("Bagus."),
        QStringLiteral("Pegangannya kuat, panas merata. Sudah dipakai tiap hari sebulan ini dan belum ada yang lecet. "
                       "Pengiriman dua hari ke Surabaya.")};
    const QStringList people{QStringLiteral("Siti Rahmawati"), QStringLiteral("Budi Santoso"), QStringLiteral("Hendra Wijaya"),
                             QStringLiteral("Putri Anggraini"), QStringLiteral("Fitriani")};
    const int ratings[] = {5, 2, 4, 5, 5, 3, 5, 4, 1, 5};
    QList<ports::Review> all;
    for (int i = 0; i < count; ++i) {
        ports::Review one{.row = count - i,
                          .review = ReviewId(QUuid(0x0199'0001, ushort(i), 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(i))),
                          .product = ProductId(QUuid(0x0199'0000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(i % 9))),
                          .productName = sampleProducts().at(i % 9),
                          .customerName = people.at(i % 5),
                          .rating = ratings[i % 10],
                          .comment = comments.at(i % 5),
                          .createdAt = {now.ms - qint64(i) * 31'000'000}};
        if (i >= 4) {
            one.reply = QStringLiteral("Terima kasih sudah berbelanja di toko kami. Senang barangnya cocok.");
            one.repliedAt = Instant{one.createdAt.ms + 7'200'000};
        }
        if (i == 4)
            one.waiting = ports::EditField::Reply;
        if (i == 5)
            one.rejected = ports::EditField::Reply;
        all.append(one);
    }
    return all;
}

} // namespace belanjain::tests
