// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generated_rows.h"

#include "protocol/row_sum.h"

namespace belanjain::testing {
using namespace Qt::StringLiterals;
namespace {

const QStringList& things()
{
    static const QStringList words{
        u"Kaos"_s,   u"Kemeja"_s, u"Celana"_s, u"Jaket"_s,   u"Sepatu"_s, u"Sandal"_s,   u"Tas"_s,
        u"Dompet"_s, u"Topi"_s,   u"Sabuk"_s,  u"Jam"_s,     u"Kalung"_s, u"Kerudung"_s, u"Batik"_s,
        u"Sarung"_s, u"Kopi"_s,   u"Teh"_s,    u"Gula"_s,    u"Beras"_s,  u"Sabun"_s,    u"Sampo"_s,
        u"Korek"_s,  u"Lampu"_s,  u"Kabel"_s,  u"Baterai"_s, u"Buku"_s,   u"Pensil"_s,   u"Meja"_s,
        u"Kursi"_s,  u"Rak"_s,    u"Piring"_s, u"Gelas"_s,   u"Panci"_s,  u"Wajan"_s,    u"Kompor"_s,
        u"Kipas"_s,  u"Boneka"_s, u"Raket"_s,  u"Café"_s,    u"Jum'at"_s};
    return words;
}

const QStringList& kinds()
{
    static const QStringList words{u"Premium"_s, u"Original"_s, u"Murah"_s, u"Jumbo"_s,  u"Mini"_s,
                                   u"Polos"_s,   u"Motif"_s,    u"Katun"_s, u"Wanita"_s, u"Pria"_s,
                                   u"Anak"_s,    u"Dewasa"_s,   u"Tebal"_s, u"Tipis"_s,  u"Ringan"_s,
                                   u"Modern"_s,  u"Klasik"_s,   u"Lokal"_s};
    return words;
}

const QStringList& categories()
{
    static const QStringList names{
        u"Pakaian"_s,    u"Sepatu & Sandal"_s, u"Makanan"_s, u"Minuman"_s,  u"Dapur"_s, u"Elektronik"_s,
        u"Alat Tulis"_s, u"Mainan"_s,          u"Rumah"_s,   u"aksesori"_s, u""_s};
    return names;
}

const QStringList& colours()
{
    static const QStringList names{u"Merah"_s,  u"Biru"_s,    u"Hitam"_s,   u"Putih"_s, u"Hijau"_s,
                                   u"Kuning"_s, u"Abu-abu"_s, u"Cokelat"_s, u"Krém"_s};
    return names;
}

const QStringList& sizes()
{
    static const QStringList names{u"S"_s, u"M"_s, u"L"_s, u"XL"_s};
    return names;
}

} // namespace

template<class SomeId>
SomeId GeneratedRows::id()
{
    std::array<quint8, 10> random{};
    m_random.fill(random);
    return SomeId(makeUuidV7(++m_ms, random));
}

protocol::SyncRow GeneratedRows::row(QStringView table, const QString& id, const QJsonObject& data)
{
    return {.table = table.toString(), .id = id, .version = ++m_version, .data = data};
}

std::optional<protocol::SyncRow> GeneratedRows::next()
{
    if (m_left < 0) {
        m_left = 0;
        return store();
    }
    if (m_left > 0)
        return variant();
    if (m_made >= m_wanted)
        return std::nullopt;
    return product();
}

protocol::SyncRow GeneratedRows::store()
{
    const protocol::StoreRow data{
        .name = u"Toko Uji"_s, .location = u"Bandung"_s, .timeZone = u"Asia/Jakarta"_s};
    return row(protocol::table::stores, id<StoreId>().toString(), data.toJson());
}

protocol::SyncRow GeneratedRows::product()
{
    m_product = id<ProductId>();
    m_position = 0;
    m_left = std::min(int(1 + m_random.below(9)), m_wanted - m_made);
    m_single = m_left == 1;
    protocol::ProductRow data{.name = u"%1 %2"_s.arg(pick(things()), pick(kinds())),
                              .category = pick(categories()),
                              .archived = m_random.below(100) < 8};
    data.description = u"Barang bagus."_s;
    if (m_random.below(10) < 8)
        data.name += u" %1 %2"_s.arg(pick(kinds())).arg(m_random.below(2'000));
    if (!m_single) {
        data.options = {
            QJsonObject{{u"name"_s, u"Warna"_s}, {u"values"_s, QJsonArray::fromStringList(colours())}},
            QJsonObject{{u"name"_s, u"Ukuran"_s}, {u"values"_s, QJsonArray::fromStringList(sizes())}}};
    }
    if (m_random.below(2) == 0)
        data.images = {QJsonObject{{u"id"_s, id<ImageId>().toString()},
                                   {u"sha256"_s, QString::number(m_random.next(), 16)},
                                   {u"width"_s, 800},
                                   {u"height"_s, 800},
                                   {u"position"_s, 0}}};
    data.createdAt = data.updatedAt = toRfc3339({m_ms});
    return row(protocol::table::products, m_product.toString(), data.toJson());
}

protocol::SyncRow GeneratedRows::variant()
{
    --m_left;
    ++m_made;
    protocol::VariantRow data{.product = m_product, .position = m_position++};
    data.sku = u"%1-%2"_s.arg(pick(things()).left(3).toUpper()).arg(m_made, 6, 10, QChar(u'0'));
    if (m_random.below(10) < 7)
        data.barcode = QString::number(8'990'000'000'000ULL + m_random.below(9'999'999'999ULL));
    if (!m_single)
        data.options = {{u"Warna"_s, pick(colours())}, {u"Ukuran"_s, pick(sizes())}};
    data.price = {qint64(1 + m_random.below(900)) * 500};
    data.weightGrams = qint32(m_random.below(5'000));
    const quint64 luck = m_random.below(100);
    data.onHand = luck < 4 ? 0 : luck < 12 ? qint32(1 + m_random.below(9)) : qint32(10 + m_random.below(300));
    data.reserved = m_random.below(5) == 0 ? qint32(m_random.below(12)) : 0;
    if (m_random.below(5) == 0)
        data.lowStockThreshold = qint32(m_random.below(40));
    return row(protocol::table::variants, id<VariantId>().toString(), data.toJson());
}

QList<protocol::SyncRow> GeneratedRows::all(quint64 seed, int variants)
{
    GeneratedRows rows(seed, variants);
    QList<protocol::SyncRow> list;
    while (auto row = rows.next())
        list.append(std::move(*row));
    return list;
}

protocol::SnapshotHead GeneratedRows::head(quint64 seed, int variants)
{
    protocol::SnapshotHead head{.epoch = u"epoch-%1"_s.arg(seed)};
    GeneratedRows rows(seed, variants);
    while (const auto row = rows.next()) {
        ++head.rowCount;
        head.head = row->version;
        head.rowSum.add(protocol::rowShare(row->table, row->id, row->version));
    }
    return head;
}

} // namespace belanjain::testing
