<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
<context>
    <name>AccountWords</name>
    <message>
        <source>The marketplace did not answer. Try again in a moment.</source>
        <translation>Pasar tidak menjawab. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Ini bukan kata sandi Anda.</translation>
    </message>
    <message>
        <source>This code does not fit. Wait for the next one in your app.</source>
        <translation>Kode ini tidak cocok. Tunggu kode berikutnya di aplikasi Anda.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a few minutes, then try again.</source>
        <translation>Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The marketplace has ended this sign-in. Sign in again.</source>
        <translation>Pasar telah mengakhiri sesi ini. Silakan masuk lagi.</translation>
    </message>
    <message>
        <source>The marketplace gave an answer that this program does not know.</source>
        <translation>Pasar memberi jawaban yang tidak dikenal program ini.</translation>
    </message>
    <message>
        <source>In this system&apos;s keychain. Your password itself is never kept.</source>
        <translation>Di penyimpanan kata sandi sistem ini. Kata sandi Anda sendiri tidak pernah disimpan.</translation>
    </message>
    <message>
        <source>In a file sealed with your passphrase, because this system has no keychain. Your password itself is never kept.</source>
        <translation>Dalam berkas yang disegel dengan frasa sandi Anda, karena sistem ini tidak punya penyimpanan kata sandi. Kata sandi Anda sendiri tidak pernah disimpan.</translation>
    </message>
    <message>
        <source>Only until Belanjain is closed, because this system has no keychain. You sign in again at the next start.</source>
        <translation>Hanya sampai Belanjain ditutup, karena sistem ini tidak punya penyimpanan kata sandi. Anda masuk lagi saat program dibuka berikutnya.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>kosong</translation>
    </message>
</context>
<context>
    <name>AnalyticsWords</name>
    <message>
        <source>%1B</source>
        <extracomment>A thousand million on a chart&apos;s axis, after the number: &quot;2 M&quot; in Indonesian, &quot;2B&quot; in English.</extracomment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1M</source>
        <extracomment>A million on a chart&apos;s axis: &quot;2 jt&quot; in Indonesian, &quot;2M&quot; in English.</extracomment>
        <translation>%1 jt</translation>
    </message>
    <message>
        <source>%1K</source>
        <extracomment>A thousand on a chart&apos;s axis: &quot;2 rb&quot; in Indonesian, &quot;2K&quot; in English.</extracomment>
        <translation>%1 rb</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>sehari sebelumnya</translation>
    </message>
    <message>
        <source>%1 days before</source>
        <translation>%1 hari sebelumnya</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>seminggu sebelumnya</translation>
    </message>
    <message>
        <source>%1 weeks before</source>
        <translation>%1 minggu sebelumnya</translation>
    </message>
    <message>
        <source>the month before</source>
        <translation>sebulan sebelumnya</translation>
    </message>
    <message>
        <source>%1 months before</source>
        <translation>%1 bulan sebelumnya</translation>
    </message>
    <message>
        <source>Revenue by day</source>
        <translation>Omzet per hari</translation>
    </message>
    <message>
        <source>Revenue by week</source>
        <translation>Omzet per minggu</translation>
    </message>
    <message>
        <source>Revenue by month</source>
        <translation>Omzet per bulan</translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>Empty</source>
        <translation>Kosong</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Biarkan apa adanya</translation>
    </message>
    <message>
        <source>Discard my change</source>
        <translation>Buang perubahan saya</translation>
    </message>
    <message>
        <source>%1 asked, %2 available</source>
        <translation>%1 diminta, %2 tersedia</translation>
    </message>
    <message>
        <source>Your change, over today&apos;s stock</source>
        <translation>Perubahan Anda, atas stok sekarang</translation>
    </message>
    <message>
        <source>Try %1 again</source>
        <translation>Coba %1 lagi</translation>
    </message>
    <message>
        <source>%1 on hand</source>
        <translation>Fisik %1</translation>
    </message>
    <message>
        <source>As the marketplace has it</source>
        <translation>Seperti di pasar</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Biarkan %1</translation>
    </message>
    <message>
        <source>Count out of date</source>
        <translation>Hitungan sudah lama</translation>
    </message>
    <message>
        <source>%1 counted, %2 now</source>
        <translation>%1 dihitung, %2 sekarang</translation>
    </message>
    <message>
        <source>You counted %1. Meanwhile the stock had changed, so the count may be old. Counting again is safest.</source>
        <translation>Anda menghitung %1. Sementara itu stok sudah berubah, jadi hitungan ini mungkin sudah lama. Paling aman hitung lagi.</translation>
    </message>
    <message>
        <source>What you counted</source>
        <translation>Yang Anda hitung</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Pakai %1</translation>
    </message>
    <message>
        <source>Price changed in two places</source>
        <translation>Harga berubah di dua tempat</translation>
    </message>
    <message>
        <source>From this computer</source>
        <translation>Dari komputer ini</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 atau %2</translation>
    </message>
    <message>
        <source>You changed the price here. Meanwhile it was changed elsewhere too. Choose which one counts.</source>
        <translation>Anda mengubah harga di sini. Sementara itu, harga yang sama diubah di tempat lain. Pilih yang berlaku.</translation>
    </message>
    <message>
        <source>%1 against the marketplace</source>
        <translation>%1 dari harga di pasar</translation>
    </message>
    <message>
        <source>From the marketplace</source>
        <translation>Dari pasar</translation>
    </message>
    <message>
        <source>SKU already in use</source>
        <translation>SKU sudah dipakai</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>Yang Anda ketik</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>%1 asked, now %2</source>
        <translation>%1 diminta, sekarang %2</translation>
    </message>
    <message>
        <source>You moved the order to “%1”. Meanwhile it had become “%2”, from where that step is not possible.</source>
        <translation>Anda memindahkan pesanan ke “%1”. Sementara itu statusnya sudah “%2”, dan dari sana langkah itu tidak bisa.</translation>
    </message>
    <message>
        <source>Your step</source>
        <translation>Langkah Anda</translation>
    </message>
    <message>
        <source>Discard my step</source>
        <translation>Buang langkah saya</translation>
    </message>
    <message>
        <source>Reply not accepted</source>
        <translation>Balasan tidak diterima</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Balasan Anda</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Kirim lagi</translation>
    </message>
    <message>
        <source>Discard my reply</source>
        <translation>Buang balasan saya</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Low-stock limit</source>
        <translation>Batas stok menipis</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>Picture not accepted</source>
        <translation>Gambar tidak diterima</translation>
    </message>
    <message>
        <source>New product not accepted</source>
        <translation>Produk baru tidak diterima</translation>
    </message>
    <message>
        <source>Product could not be archived</source>
        <translation>Produk tidak dapat diarsipkan</translation>
    </message>
    <message>
        <source>Product could not be restored</source>
        <translation>Produk tidak dapat dipulihkan</translation>
    </message>
    <message>
        <source>%1 not accepted</source>
        <translation>%1 tidak diterima</translation>
    </message>
    <message>
        <source>Change not accepted</source>
        <translation>Perubahan tidak diterima</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Perubahan Anda</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>Pakai punya saya</translation>
    </message>
    <message>
        <source>Use the marketplace&apos;s</source>
        <translation>Pakai dari pasar</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Anda: %1</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Tersimpan di komputer ini</translation>
    </message>
    <message>
        <source>%1 ordered at %2</source>
        <translation>%1 dipesan dengan harga %2</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Pesanan %1</translation>
    </message>
    <message>
        <source>no options</source>
        <translation>tanpa pilihan</translation>
    </message>
    <message>
        <source>Options changed in two places</source>
        <translation>Pilihan diubah di dua tempat</translation>
    </message>
    <message>
        <source>Options not accepted</source>
        <translation>Pilihan tidak diterima</translation>
    </message>
    <message>
        <source>From this computer, over the variants of now</source>
        <translation>Dari komputer ini, di atas varian yang sekarang</translation>
    </message>
    <message>
        <source>Try mine</source>
        <translation>Coba punya saya</translation>
    </message>
    <message>
        <source>Stock change rejected</source>
        <translation>Perubahan stok ditolak</translation>
    </message>
    <message>
        <source>You changed the stock by %1. When that was sent, %2 were on hand and %3 of them ordered, so it could not be taken.</source>
        <translation>Anda mengubah stok sebanyak %1. Saat dikirim, stok fisik %2 dan %3 sudah dipesan, jadi tidak dapat diterima.</translation>
    </message>
    <message>
        <source>Or another change</source>
        <translation>Atau perubahan lain</translation>
    </message>
    <message>
        <source>Or another count</source>
        <translation>Atau hitungan lain</translation>
    </message>
    <message>
        <source>Price rejected</source>
        <translation>Harga ditolak</translation>
    </message>
    <message>
        <source>Or another price</source>
        <translation>Atau harga lain</translation>
    </message>
    <message>
        <source>Or another SKU</source>
        <translation>Atau SKU lain</translation>
    </message>
    <message>
        <source>Order step rejected</source>
        <translation>Langkah pesanan ditolak</translation>
    </message>
    <message>
        <source>Or another reply</source>
        <translation>Atau balasan lain</translation>
    </message>
    <message>
        <source>Or something else</source>
        <translation>Atau yang lain</translation>
    </message>
    <message>
        <source>Yours was used: %1</source>
        <translation>Punya Anda dipakai: %1</translation>
    </message>
    <message>
        <source>The marketplace&apos;s was kept: %1</source>
        <translation>Dari pasar dipakai: %1</translation>
    </message>
    <message>
        <source>Your change was rejected</source>
        <translation>Perubahan Anda ditolak</translation>
    </message>
    <message>
        <source>The marketplace rejected it</source>
        <translation>Pasar menolaknya</translation>
    </message>
    <message>
        <source>Meanwhile it had become %1 elsewhere</source>
        <translation>Sementara itu sudah menjadi %1 di tempat lain</translation>
    </message>
</context>
<context>
    <name>ChartPicture</name>
    <message>
        <source>The picture could not be drawn.</source>
        <translation>Gambar tidak dapat dibuat.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Good morning, %1</source>
        <translation>Selamat pagi, %1</translation>
    </message>
    <message>
        <source>Good day, %1</source>
        <translation>Selamat siang, %1</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation>Selamat sore, %1</translation>
    </message>
    <message>
        <source>Good evening, %1</source>
        <translation>Selamat malam, %1</translation>
    </message>
    <message>
        <source>1 change needs your decision</source>
        <translation>1 perubahan perlu keputusan Anda</translation>
    </message>
    <message>
        <source>%1 changes need your decision</source>
        <translation>%1 perubahan perlu keputusan Anda</translation>
    </message>
    <message>
        <source>1 order is late</source>
        <translation>1 pesanan terlambat</translation>
    </message>
    <message>
        <source>%1 orders are late</source>
        <translation>%1 pesanan terlambat</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 hari</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 jam</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 jam</translation>
    </message>
    <message>
        <source>1 new order</source>
        <translation>1 pesanan baru</translation>
    </message>
    <message>
        <source>%1 new orders</source>
        <translation>%1 pesanan baru</translation>
    </message>
    <message>
        <source>1 order to be shipped</source>
        <translation>1 pesanan siap dikirim</translation>
    </message>
    <message>
        <source>%1 orders to be shipped</source>
        <translation>%1 pesanan siap dikirim</translation>
    </message>
    <message>
        <source>The oldest came on %1, %2</source>
        <translation>Terlama masuk %1, %2</translation>
    </message>
    <message>
        <source>1 variant is out of stock</source>
        <translation>1 varian habis</translation>
    </message>
    <message>
        <source>%1 variants are out of stock</source>
        <translation>%1 varian habis</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 dan %2 lainnya</translation>
    </message>
    <message>
        <source>%1, %2 and %3 more</source>
        <translation>%1, %2, dan %3 lainnya</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 dan %2</translation>
    </message>
    <message>
        <source>1 variant is running low</source>
        <translation>1 varian menipis</translation>
    </message>
    <message>
        <source>%1 variants are running low</source>
        <translation>%1 varian menipis</translation>
    </message>
    <message>
        <source>1 review without a reply</source>
        <translation>1 ulasan belum dibalas</translation>
    </message>
    <message>
        <source>%1 reviews without a reply</source>
        <translation>%1 ulasan belum dibalas</translation>
    </message>
    <message>
        <source>One of them gave 1 star to %1</source>
        <translation>Salah satunya bintang 1 untuk %1</translation>
    </message>
    <message>
        <source>The lowest gave %1 stars to %2</source>
        <translation>Terendah bintang %1 untuk %2</translation>
    </message>
    <message>
        <source>Order %1 from %2, %3</source>
        <translation>Pesanan %1 dari %2, %3</translation>
    </message>
    <message>
        <source>A review with 1 star for %1 from %2</source>
        <translation>Ulasan bintang 1 untuk %1 dari %2</translation>
    </message>
    <message>
        <source>A review with %1 stars for %2 from %3</source>
        <translation>Ulasan bintang %1 untuk %2 dari %3</translation>
    </message>
    <message>
        <source>1 change was sent to the marketplace</source>
        <translation>1 perubahan dikirim ke pasar</translation>
    </message>
    <message>
        <source>%1 changes were sent to the marketplace</source>
        <translation>%1 perubahan dikirim ke pasar</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>kemarin</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 hari lalu</translation>
    </message>
    <message>
        <source>%1 %2 overdue</source>
        <translation>%1 %2 lewat batas</translation>
    </message>
</context>
<context>
    <name>InventoryWords</name>
    <message>
        <source>%1 of 1 variant in %2</source>
        <translation>%1 dari 1 varian di %2</translation>
    </message>
    <message>
        <source>%1 of %2 variants in %3</source>
        <translation>%1 dari %2 varian di %3</translation>
    </message>
    <message>
        <source>No variants yet</source>
        <translation>Belum ada varian</translation>
    </message>
    <message>
        <source>1 variant in %1</source>
        <translation>1 varian di %1</translation>
    </message>
    <message>
        <source>%1 variants in %2</source>
        <translation>%1 varian di %2</translation>
    </message>
    <message>
        <source>1 variant is low</source>
        <translation>1 varian menipis</translation>
    </message>
    <message>
        <source>%1 variants are low</source>
        <translation>%1 varian menipis</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>1 variant is out of stock</source>
        <translation>1 varian habis</translation>
    </message>
    <message>
        <source>%1 variants are out of stock</source>
        <translation>%1 varian habis</translation>
    </message>
    <message>
        <source>%1 and %2.</source>
        <extracomment>&quot;9 variants are low&quot; and &quot;4 out of stock&quot;</extracomment>
        <translation>%1 dan %2.</translation>
    </message>
    <message>
        <source>%1 out of stock</source>
        <translation>%1 habis</translation>
    </message>
    <message>
        <source>The next orders may have to wait.</source>
        <translation>Pesanan berikutnya bisa tertahan.</translation>
    </message>
    <message>
        <source>Show 1 variant</source>
        <translation>Tampilkan 1 varian</translation>
    </message>
    <message>
        <source>Show %1 variants</source>
        <translation>Tampilkan %1 varian</translation>
    </message>
    <message>
        <source>1 variant selected</source>
        <translation>1 varian dipilih</translation>
    </message>
    <message>
        <source>%1 variants selected</source>
        <translation>%1 varian dipilih</translation>
    </message>
    <message>
        <source>1 of them not in this view</source>
        <translation>1 di antaranya tidak tampak di sini</translation>
    </message>
    <message>
        <source>%1 of them not in this view</source>
        <translation>%1 di antaranya tidak tampak di sini</translation>
    </message>
    <message>
        <source>1 cell changed.</source>
        <translation>1 sel diubah.</translation>
    </message>
    <message>
        <source>%1 cells changed.</source>
        <translation>%1 sel diubah.</translation>
    </message>
    <message>
        <source>Nothing to change: the values were there already.</source>
        <translation>Tidak ada yang diubah: nilainya sudah sama.</translation>
    </message>
    <message>
        <source>Nothing to change here.</source>
        <translation>Tidak ada yang bisa diubah di sini.</translation>
    </message>
    <message>
        <source>1 left out: %1</source>
        <translation>1 dilewati: %1</translation>
    </message>
    <message>
        <source>%1 left out, the first because: %2</source>
        <translation>%1 dilewati, yang pertama karena: %2</translation>
    </message>
    <message>
        <source>1 product archived. Buyers no longer see it.</source>
        <translation>1 produk diarsipkan. Pembeli tidak lagi melihatnya.</translation>
    </message>
    <message>
        <source>%1 products archived. Buyers no longer see them.</source>
        <translation>%1 produk diarsipkan. Pembeli tidak lagi melihatnya.</translation>
    </message>
    <message>
        <source>1 product is for sale again.</source>
        <translation>1 produk dijual lagi.</translation>
    </message>
    <message>
        <source>%1 products are for sale again.</source>
        <translation>%1 produk dijual lagi.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <extracomment>The tag of the language you translate into: &quot;id&quot; in Indonesian.</extracomment>
        <translation>id</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>%1, %2 and others</source>
        <translation>%1, %2, dan lainnya</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Pesanan baru</translation>
    </message>
    <message>
        <source>%1 new orders</source>
        <translation>%1 pesanan baru</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Stock is running low</source>
        <translation>Stok menipis</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, sisa %2</translation>
    </message>
    <message>
        <source>%1 variants are running low or out</source>
        <translation>%1 varian menipis atau habis</translation>
    </message>
    <message>
        <source>%1; and %2 more</source>
        <translation>%1; dan %2 lainnya</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Diproses</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>Bayar di tempat</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Transfer bank</translation>
    </message>
    <message>
        <source>E-wallet</source>
        <translation>Dompet digital</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Late by %1 h</source>
        <translation>Terlambat %1 jam</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>Sisa %1 jam</translation>
    </message>
    <message>
        <source>1 order selected</source>
        <translation>1 pesanan dipilih</translation>
    </message>
    <message>
        <source>%1 orders selected</source>
        <translation>%1 pesanan dipilih</translation>
    </message>
    <message>
        <source>Same day</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Ekspres</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Reguler</translation>
    </message>
    <message>
        <source>Economy</source>
        <translation>Ekonomi</translation>
    </message>
    <message>
        <source>Cargo</source>
        <translation>Kargo</translation>
    </message>
</context>
<context>
    <name>ProductWords</name>
    <message>
        <source>The picture</source>
        <translation>Gambar ini</translation>
    </message>
    <message>
        <source>%1 is not a JPEG or PNG picture. Save it as one of these and try again.</source>
        <translation>%1 bukan gambar JPEG atau PNG. Simpan dalam salah satu format itu, lalu coba lagi.</translation>
    </message>
    <message>
        <source>%1 is larger than 5 MB. Make it smaller and try again.</source>
        <translation>%1 lebih besar dari 5 MB. Perkecil, lalu coba lagi.</translation>
    </message>
    <message>
        <source>%1 has more than 30 megapixels. Make it smaller and try again.</source>
        <translation>%1 lebih dari 30 megapiksel. Perkecil, lalu coba lagi.</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be shown. Choose another picture.</source>
        <translation>%1 rusak dan tidak dapat ditampilkan. Pilih gambar lain.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Is it still there?</source>
        <translation>%1 tidak dapat dibaca. Apakah filenya masih ada?</translation>
    </message>
</context>
<context>
    <name>RejectionStory</name>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Discard change</source>
        <translation>Buang perubahan</translation>
    </message>
    <message>
        <source>Change %1 was rejected.</source>
        <translation>Perubahan %1 ditolak.</translation>
    </message>
    <message>
        <source>None were available when this was sent.</source>
        <translation>Saat dikirim, tidak ada yang tersedia.</translation>
    </message>
    <message>
        <source>Only 1 was available when this was sent.</source>
        <translation>Saat dikirim, hanya 1 tersedia.</translation>
    </message>
    <message>
        <source>Only %1 were available when this was sent.</source>
        <translation>Saat dikirim, hanya %1 tersedia.</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>Ubah menjadi %1</translation>
    </message>
    <message>
        <source>The count of %1 was rejected.</source>
        <translation>Hitungan %1 ditolak.</translation>
    </message>
    <message>
        <source>On hand had become %1 meanwhile. Please count again.</source>
        <translation>Stok fisik sementara itu menjadi %1. Harap hitung lagi.</translation>
    </message>
    <message>
        <source>%1 was rejected.</source>
        <translation>%1 ditolak.</translation>
    </message>
    <message>
        <source>The price was changed to %1 elsewhere.</source>
        <translation>Harga sudah diubah menjadi %1 di tempat lain.</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>Jadikan %1</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Biarkan %1</translation>
    </message>
    <message>
        <source>SKU %1 was rejected.</source>
        <translation>SKU %1 ditolak.</translation>
    </message>
    <message>
        <source>The change was rejected.</source>
        <translation>Perubahan ditolak.</translation>
    </message>
</context>
<context>
    <name>RevenueChart</name>
    <message>
        <source>No orders</source>
        <translation>Tidak ada pesanan</translation>
    </message>
    <message>
        <source>Enter opens 1 order</source>
        <translation>Enter membuka 1 pesanan</translation>
    </message>
    <message>
        <source>Enter opens %1 orders</source>
        <translation>Enter membuka %1 pesanan</translation>
    </message>
    <message>
        <source>Click to open 1 order</source>
        <translation>Klik untuk membuka 1 pesanan</translation>
    </message>
    <message>
        <source>Click to open %1 orders</source>
        <translation>Klik untuk membuka %1 pesanan</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Dipesan</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>SalesFile</name>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>To and including</source>
        <translation>Sampai dengan</translation>
    </message>
    <message>
        <source>Ordered revenue (Rp)</source>
        <translation>Omzet dipesan (Rp)</translation>
    </message>
    <message>
        <source>Of it completed (Rp)</source>
        <translation>Yang sudah selesai (Rp)</translation>
    </message>
    <message>
        <source>Completed revenue (Rp)</source>
        <translation>Omzet selesai (Rp)</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Ordered in the period before (Rp)</source>
        <translation>Dipesan pada periode sebelumnya (Rp)</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Omzet</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>Produk terlaris</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Revenue (Rp)</source>
        <translation>Omzet (Rp)</translation>
    </message>
    <message>
        <source>Order status</source>
        <translation>Status pesanan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>SessionProblem</name>
    <message>
        <source>The marketplace does not answer. Check the address and your connection, then try again.</source>
        <translation>Pasar tidak menjawab. Periksa alamat dan sambungan Anda, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Email and password do not match.</source>
        <translation>Email atau kata sandi tidak cocok.</translation>
    </message>
    <message>
        <source>What answers at this address is not a marketplace that this program knows.</source>
        <translation>Yang menjawab di alamat ini bukan pasar yang dikenal program ini.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Needs attention</source>
        <translation>Perlu keputusan</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>Pakai punya saya</translation>
    </message>
    <message>
        <source>Use the marketplace&apos;s</source>
        <translation>Pakai dari pasar</translation>
    </message>
    <message>
        <source>Type something else</source>
        <translation>Ketik yang lain</translation>
    </message>
    <message>
        <source>Use mine for all</source>
        <translation>Pakai punya saya untuk semua</translation>
    </message>
    <message>
        <source>Use the marketplace&apos;s for all</source>
        <translation>Pakai dari pasar untuk semua</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Open what it is about</source>
        <translation>Buka yang bersangkutan</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Di mana saja</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Go from task to task</source>
        <translation>Pindah ke tugas lain</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Produk baru</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Edit the cell; typing does too</source>
        <translation>Ubah sel; mengetik juga bisa</translation>
    </message>
    <message>
        <source>Save and go down</source>
        <translation>Simpan lalu turun</translation>
    </message>
    <message>
        <source>Tick the row</source>
        <translation>Centang baris</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Isi ke bawah</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Print labels</source>
        <translation>Cetak label</translation>
    </message>
    <message>
        <source>Process the chosen orders</source>
        <translation>Proses pesanan yang dipilih</translation>
    </message>
    <message>
        <source>Ship the chosen orders</source>
        <translation>Kirim pesanan yang dipilih</translation>
    </message>
    <message>
        <source>Mark the chosen orders as delivered</source>
        <translation>Tandai pesanan yang dipilih sudah sampai</translation>
    </message>
    <message>
        <source>Cancel the chosen orders</source>
        <translation>Batalkan pesanan yang dipilih</translation>
    </message>
    <message>
        <source>Tick everything</source>
        <translation>Centang semua</translation>
    </message>
    <message>
        <source>Untick everything</source>
        <translation>Hapus semua centang</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Ulasan</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Tulis balasan</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Work offline, or go online again</source>
        <translation>Bekerja offline, atau kembali online</translation>
    </message>
    <message>
        <source>Search or go to a page, product or order</source>
        <translation>Cari atau buka halaman, produk, atau pesanan</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>Tampilkan semua pintasan</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>Ke Beranda</translation>
    </message>
    <message>
        <source>Go to Orders</source>
        <translation>Ke Pesanan</translation>
    </message>
    <message>
        <source>Go to Stock</source>
        <translation>Ke Stok</translation>
    </message>
    <message>
        <source>Go to Products</source>
        <translation>Ke Produk</translation>
    </message>
    <message>
        <source>Go to Analytics</source>
        <translation>Ke Analitik</translation>
    </message>
    <message>
        <source>Go to Reviews</source>
        <translation>Ke Ulasan</translation>
    </message>
    <message>
        <source>Go to what needs attention</source>
        <translation>Ke Perlu keputusan</translation>
    </message>
    <message>
        <source>Paste pictures</source>
        <translation>Tempel gambar</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Impor dan ekspor</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Buka berkas</translation>
    </message>
    <message>
        <source>Stocktake</source>
        <translation>Stok opname</translation>
    </message>
</context>
<context>
    <name>TransferWords</name>
    <message>
        <source>Belanjain&apos;s own</source>
        <translation>Belanjain</translation>
    </message>
    <message>
        <source>Another table</source>
        <translation>Tabel lain</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Otomatis</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Koma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Titik koma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Produk baru</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Tidak berubah</translation>
    </message>
    <message>
        <source>Picture only</source>
        <translation>Hanya gambar</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Salah</translation>
    </message>
    <message>
        <source>1 new product</source>
        <translation>1 produk baru</translation>
    </message>
    <message>
        <source>%1 new products</source>
        <translation>%1 produk baru</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 perubahan</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 perubahan</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Dibatalkan.</translation>
    </message>
    <message>
        <source>Undone, but for %1 that were changed or sold since.</source>
        <translation>Dibatalkan, kecuali %1 yang sejak itu diubah atau terjual.</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 are in.</source>
        <translation>Dihentikan: %1 dari %2 sudah masuk.</translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>Diimpor: %1.</translation>
    </message>
    <message>
        <source>%1 could not go in.</source>
        <translation>%1 tidak dapat masuk.</translation>
    </message>
    <message>
        <source>changed or sold since, so it stays as it is.</source>
        <translation>sejak itu diubah atau terjual, jadi dibiarkan apa adanya.</translation>
    </message>
    <message>
        <source>New variant</source>
        <translation>Varian baru</translation>
    </message>
</context>
<context>
    <name>belanjain::app::BuyerPages</name>
    <message>
        <source>Browse</source>
        <translation>Jelajah</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Keranjang</translation>
    </message>
    <message>
        <source>My orders</source>
        <translation>Pesanan saya</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Pembeli</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Tamu</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Belum masuk</translation>
    </message>
    <message>
        <source>Your orders are kept with your account</source>
        <translation>Pesanan disimpan bersama akun Anda</translation>
    </message>
    <message>
        <source>Sign in or register to order. What is in your cart comes along.</source>
        <translation>Masuk atau daftar untuk memesan. Isi keranjang Anda ikut terbawa.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>Saya punya akun</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>Saya baru di sini</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
</context>
<context>
    <name>belanjain::app::Desktop</name>
    <message>
        <source>The marketplace on this computer</source>
        <translation>Pasar di komputer ini</translation>
    </message>
    <message>
        <source>Loading the sample stores</source>
        <translation>Memuat toko contoh</translation>
    </message>
    <message>
        <source>Loading their orders</source>
        <translation>Memuat pesanannya</translation>
    </message>
    <message>
        <source>Starting the marketplace</source>
        <translation>Menyalakan pasar</translation>
    </message>
    <message>
        <source>The marketplace could not be started. %1</source>
        <translation>Pasar tidak bisa dinyalakan. %1</translation>
    </message>
    <message>
        <source>Your data in %1 cannot be opened. Is the disk full, or is Belanjain running twice?</source>
        <translation>Data Anda di %1 tidak bisa dibuka. Apakah disk penuh, atau Belanjain berjalan dua kali?</translation>
    </message>
</context>
<context>
    <name>belanjain::app::Hosting</name>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>Folder %1 tidak bisa ditulisi.</translation>
    </message>
    <message>
        <source>The sample stores could not be loaded: %1</source>
        <translation>Toko contoh tidak bisa dimuat: %1</translation>
    </message>
    <message>
        <source>Belanjain is open already. Go on in its window, or close that first.</source>
        <translation>Belanjain sudah terbuka. Lanjutkan di jendelanya, atau tutup dulu jendela itu.</translation>
    </message>
</context>
<context>
    <name>belanjain::app::SellerPages</name>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Penjual</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analitik</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Ulasan</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Impor dan ekspor</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
</context>
<context>
    <name>belanjain::app::SellerTools</name>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Produk baru</translation>
    </message>
    <message>
        <source>Orders to process</source>
        <translation>Pesanan untuk diproses</translation>
    </message>
    <message>
        <source>new pending</source>
        <translation>baru menunggu</translation>
    </message>
    <message>
        <source>Orders to ship</source>
        <translation>Pesanan untuk dikirim</translation>
    </message>
    <message>
        <source>processing send</source>
        <translation>diproses antar</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Pesanan terlambat</translation>
    </message>
    <message>
        <source>Low and empty stock</source>
        <translation>Stok menipis dan habis</translation>
    </message>
    <message>
        <source>out restock</source>
        <translation>kosong isi ulang</translation>
    </message>
    <message>
        <source>Reviews without a reply</source>
        <translation>Ulasan belum dibalas</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>Go online again</source>
        <translation>Kembali online</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Bekerja offline</translation>
    </message>
    <message>
        <source>language bahasa</source>
        <translation>bahasa language</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Tampilan terang</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Tampilan gelap</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>tema warna</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pintasan keyboard</translation>
    </message>
    <message>
        <source>help</source>
        <translation>bantuan</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Perlu keputusan</translation>
    </message>
    <message>
        <source>Search or open</source>
        <translation>Cari atau buka</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Bahasa: %1</translation>
    </message>
    <message>
        <source>Store mode</source>
        <translation>Mode toko</translation>
    </message>
    <message>
        <source>kiosk customers counter</source>
        <translation>kios pelanggan kasir</translation>
    </message>
</context>
<context>
    <name>belanjain::replica::InventorySource</name>
    <message>
        <source>The local data could not be read.</source>
        <translation>Data di komputer ini tidak dapat dibaca.</translation>
    </message>
</context>
<context>
    <name>belanjain::replica::ReplicaWorker</name>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation>Disk penuh. Kosongkan sebagian ruang lalu coba lagi.</translation>
    </message>
    <message>
        <source>The change could not be saved on this computer.</source>
        <translation>Perubahan tidak dapat disimpan di komputer ini.</translation>
    </message>
</context>
<context>
    <name>belanjain::tables::EditHistory</name>
    <message>
        <source>stock of one variant</source>
        <translation>stok satu varian</translation>
    </message>
    <message>
        <source>stock of %1 variants</source>
        <translation>stok %1 varian</translation>
    </message>
    <message>
        <source>price of one variant</source>
        <translation>harga satu varian</translation>
    </message>
    <message>
        <source>price of %1 variants</source>
        <translation>harga %1 varian</translation>
    </message>
    <message>
        <source>SKU of one variant</source>
        <translation>SKU satu varian</translation>
    </message>
    <message>
        <source>SKU of %1 variants</source>
        <translation>SKU %1 varian</translation>
    </message>
    <message>
        <source>threshold of one variant</source>
        <translation>batas satu varian</translation>
    </message>
    <message>
        <source>threshold of %1 variants</source>
        <translation>batas %1 varian</translation>
    </message>
    <message>
        <source>barcode of one variant</source>
        <translation>barcode satu varian</translation>
    </message>
    <message>
        <source>barcode of %1 variants</source>
        <translation>barcode %1 varian</translation>
    </message>
    <message>
        <source>new product</source>
        <translation>produk baru</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 sel</translation>
    </message>
    <message>
        <source>archiving of one product</source>
        <translation>pengarsipan satu produk</translation>
    </message>
    <message>
        <source>archiving of %1 products</source>
        <translation>pengarsipan %1 produk</translation>
    </message>
    <message>
        <source>restoring of one product</source>
        <translation>pemulihan satu produk</translation>
    </message>
    <message>
        <source>restoring of %1 products</source>
        <translation>pemulihan %1 produk</translation>
    </message>
    <message>
        <source>changes of a product</source>
        <translation>perubahan satu produk</translation>
    </message>
</context>
<context>
    <name>belanjain::tables::InventoryModel</name>
    <message>
        <source>Single</source>
        <translation>Tunggal</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Diarsipkan</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Menipis</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Dipilih</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Fisik</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Dipesan</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Tersedia</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sinkron</translation>
    </message>
    <message>
        <source>Pieces on the shelf</source>
        <translation>Barang yang ada di rak</translation>
    </message>
    <message>
        <source>Pieces promised to orders that are not shipped yet</source>
        <translation>Barang untuk pesanan yang belum dikirim</translation>
    </message>
    <message>
        <source>Pieces that can be sold: on hand less reserved</source>
        <translation>Barang yang bisa dijual: fisik dikurangi dipesan</translation>
    </message>
    <message>
        <source>A variant with fewer available pieces than this is low</source>
        <translation>Varian menipis bila yang tersedia kurang dari ini</translation>
    </message>
    <message>
        <source>Changes that wait for the marketplace or were rejected by it</source>
        <translation>Perubahan yang menunggu pasar atau ditolak olehnya</translation>
    </message>
    <message>
        <source>Low below</source>
        <translation>Batas</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::AccountCard</name>
    <message>
        <source>The marketplace does not answer now. This can be used when it does.</source>
        <translation>Pasar sedang tidak menjawab. Bagian ini dapat dipakai setelah terhubung.</translation>
    </message>
    <message>
        <source>You are working offline. Connect again to use this part.</source>
        <translation>Anda sedang bekerja offline. Sambungkan lagi untuk memakai bagian ini.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::AccountPage</name>
    <message>
        <source>Your password is changed. Everywhere else you have been signed out.</source>
        <translation>Kata sandi Anda sudah diganti. Di tempat lain Anda sudah dikeluarkan.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar dari akun</translation>
    </message>
    <message>
        <source>Changes that are still waiting stay on this computer for your next sign-in.</source>
        <translation>Perubahan yang masih menunggu tetap di komputer ini sampai Anda masuk lagi.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::AddressDialog</name>
    <message>
        <source>Remove it from the address book</source>
        <translation>Hapus dari buku alamat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Pakai alamat ini</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Address book</source>
        <translation>Buku alamat</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Alamat baru</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::AddressForm</name>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Who receives it?</source>
        <translation>Siapa yang menerima?</translation>
    </message>
    <message>
        <source>3 to 15 digits, such as 0812-2204-1187</source>
        <translation>3 sampai 15 angka, misalnya 0812-2204-1187</translation>
    </message>
    <message>
        <source>Where is it brought to?</source>
        <translation>Diantar ke mana?</translation>
    </message>
    <message>
        <source>Choose a province</source>
        <translation>Pilih provinsi</translation>
    </message>
    <message>
        <source>Choose a city or regency</source>
        <translation>Pilih kota atau kabupaten</translation>
    </message>
    <message>
        <source>Five digits, such as 40131</source>
        <translation>Lima angka, misalnya 40131</translation>
    </message>
    <message>
        <source>This postcode lies in %1</source>
        <translation>Kode pos ini ada di %1</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Penerima</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Street, number, district</source>
        <translation>Jalan, nomor, kecamatan</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Kode pos</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>City or regency</source>
        <translation>Kota atau kabupaten</translation>
    </message>
    <message>
        <source>Fills in province and city</source>
        <translation>Provinsi dan kota terisi otomatis</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::AnalyticsBody</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 variant</source>
        <translation>1 varian</translation>
    </message>
    <message>
        <source>%1 variants</source>
        <translation>%1 varian</translation>
    </message>
    <message>
        <source>1 piece available</source>
        <translation>1 barang tersedia</translation>
    </message>
    <message>
        <source>%1 pieces available</source>
        <translation>%1 barang tersedia</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Minggu</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>One bar for each</source>
        <translation>Satu batang untuk setiap</translation>
    </message>
    <message>
        <source>No orders in these days or the ones before.</source>
        <translation>Tidak ada pesanan pada hari-hari ini maupun sebelumnya.</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>Produk terlaris</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Omzet</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Best sellers by</source>
        <translation>Produk terlaris menurut</translation>
    </message>
    <message>
        <source>Order status</source>
        <translation>Status pesanan</translation>
    </message>
    <message>
        <source>Stock value now</source>
        <translation>Nilai stok sekarang</translation>
    </message>
    <message>
        <source>Price times available pieces of all active products</source>
        <translation>Harga dikali barang tersedia dari semua produk aktif</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::AnalyticsHead</name>
    <message>
        <source>Days shown: %1</source>
        <translation>Hari yang ditampilkan: %1</translation>
    </message>
    <message>
        <source>Chart as a picture (PNG)…</source>
        <translation>Grafik sebagai gambar (PNG)…</translation>
    </message>
    <message>
        <source>Chart for printing (PDF)…</source>
        <translation>Grafik untuk dicetak (PDF)…</translation>
    </message>
    <message>
        <source>Figures as CSV…</source>
        <translation>Angka sebagai CSV…</translation>
    </message>
    <message>
        <source>Figures for Excel…</source>
        <translation>Angka untuk Excel…</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analitik</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 hari</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 hari</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 bulan</translation>
    </message>
    <message>
        <source>Days shown</source>
        <translation>Hari yang ditampilkan</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::AnalyticsPage</name>
    <message>
        <source>Nothing sold yet</source>
        <translation>Belum ada penjualan</translation>
    </message>
    <message>
        <source>Show orders</source>
        <translation>Tampilkan pesanan</translation>
    </message>
    <message>
        <source>New orders come in by themselves</source>
        <translation>Pesanan baru masuk dengan sendirinya</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Nothing of your data has been changed</source>
        <translation>Data Anda tidak berubah</translation>
    </message>
    <message>
        <source>Adding up your sales…</source>
        <translation>Menjumlahkan penjualan Anda…</translation>
    </message>
    <message>
        <source>So many days fit on the chart as weeks only.</source>
        <translation>Hari sebanyak ini hanya muat di grafik sebagai minggu.</translation>
    </message>
    <message>
        <source>So many days fit on the chart as months only.</source>
        <translation>Hari sebanyak ini hanya muat di grafik sebagai bulan.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The figures could not be read again.&lt;/b&gt; What you see may be old. %1</source>
        <translation>&lt;b&gt;Angka tidak dapat dibaca ulang.&lt;/b&gt; Yang Anda lihat mungkin sudah lama. %1</translation>
    </message>
    <message>
        <source>The figures could not be read</source>
        <translation>Angka tidak dapat dibaca</translation>
    </message>
    <message>
        <source>sales</source>
        <extracomment>The beginning of a file&apos;s name; no spaces.</extracomment>
        <translation>penjualan</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Disimpan sebagai %1</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 tidak dapat disimpan: %2</translation>
    </message>
    <message>
        <source>Revenue, best sellers and comparisons appear here from your first order.</source>
        <translation>Omzet, produk terlaris, dan perbandingan tampil di sini sejak pesanan pertama Anda.</translation>
    </message>
    <message>
        <source>Create a product</source>
        <translation>Buat produk</translation>
    </message>
    <message>
        <source>Buyers can order it as soon as it is there</source>
        <translation>Pembeli dapat memesannya begitu produk ada</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::AskFirst</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::AttentionPage</name>
    <message>
        <source>The marketplace has it already. Make another change instead.</source>
        <translation>Pasar sudah menerimanya. Buat perubahan lain saja.</translation>
    </message>
    <message>
        <source>The data on this computer could not be read or written.</source>
        <translation>Data di komputer ini tidak dapat dibaca atau ditulis.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>1 change waits for you</source>
        <translation>1 perubahan menunggu Anda</translation>
    </message>
    <message>
        <source>%1 changes wait for you</source>
        <translation>%1 perubahan menunggu Anda</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Urungkan: %1</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Sudah diputuskan</translation>
    </message>
    <message>
        <source>%1 changes decided</source>
        <translation>%1 perubahan diputuskan</translation>
    </message>
    <message>
        <source>%1 could not be made again: %2</source>
        <translation>%1 tidak dapat dibuat lagi: %2</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Perlu keputusan</translation>
    </message>
    <message>
        <source>Mine for all</source>
        <translation>Punya saya untuk semua</translation>
    </message>
    <message>
        <source>The marketplace&apos;s for all</source>
        <translation>Dari pasar untuk semua</translation>
    </message>
    <message>
        <source>Nothing is lost. What you do not choose stays in the history.</source>
        <translation>Tidak ada yang hilang. Pilihan yang tidak dipakai tersimpan di riwayat.</translation>
    </message>
    <message>
        <source>Changes that need a decision</source>
        <translation>Perubahan yang perlu keputusan</translation>
    </message>
    <message>
        <source>Nothing needs your decision</source>
        <translation>Tidak ada yang perlu diputuskan</translation>
    </message>
    <message>
        <source>When the same thing is changed in two places, you choose here which one counts.</source>
        <translation>Bila stok atau harga yang sama diubah di dua tempat, di sini Anda memilih yang berlaku.</translation>
    </message>
    <message>
        <source>Recently decided</source>
        <translation>Baru diputuskan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Tutup pesan ini</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::BulkBar</name>
    <message>
        <source>Clear selection</source>
        <translation>Batalkan pilihan</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::BuyerPreview</name>
    <message>
        <source>What a buyer sees: %1, %2</source>
        <translation>Yang dilihat pembeli: %1, %2</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>Nama produk</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::BuyerPreviewDialog</name>
    <message>
        <source>What a buyer sees</source>
        <translation>Yang dilihat pembeli</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CardTexts</name>
    <message>
        <source>No photo yet</source>
        <translation>Belum ada foto</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Tinggal %1</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>habis</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CartList</name>
    <message>
        <source>Order %1</source>
        <translation>Pesanan %1</translation>
    </message>
    <message>
        <source>Not ordered now</source>
        <translation>Tidak ikut dipesan</translation>
    </message>
    <message>
        <source>No longer for sale</source>
        <translation>Tidak dijual lagi</translation>
    </message>
    <message>
        <source>Just sold out</source>
        <translation>Baru saja habis</translation>
    </message>
    <message>
        <source>Only %1 left</source>
        <translation>Hanya tinggal %1</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>Ambil %1</translation>
    </message>
    <message>
        <source>Was %1</source>
        <translation>Tadinya %1</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Tinggal %1</translation>
    </message>
    <message>
        <source>Waits for the marketplace</source>
        <translation>Menunggu pasar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Hapus %1</translation>
    </message>
    <message>
        <source>Quantity of %1</source>
        <translation>Jumlah %1</translation>
    </message>
    <message>
        <source>Shipping from %1</source>
        <translation>Pengiriman dari %1</translation>
    </message>
    <message>
        <source>Asking what shipping costs…</source>
        <translation>Menanyakan ongkos kirim…</translation>
    </message>
    <message>
        <source>Shipping is not known while the marketplace does not answer</source>
        <translation>Ongkos kirim belum diketahui selama pasar tidak menjawab</translation>
    </message>
    <message>
        <source>Nobody takes this parcel there</source>
        <translation>Tidak ada yang mengantar paket ini ke sana</translation>
    </message>
    <message>
        <source>Order total</source>
        <translation>Jumlah pesanan</translation>
    </message>
    <message>
        <source>Shipping depends on the address</source>
        <translation>Ongkos kirim mengikuti alamat</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CartPage</name>
    <message>
        <source>Changes to the cart are kept.</source>
        <translation>Perubahan keranjang disimpan.</translation>
    </message>
    <message>
        <source>Nothing in the cart can be ordered now.</source>
        <translation>Tidak ada isi keranjang yang bisa dipesan sekarang.</translation>
    </message>
    <message>
        <source>Orders need the marketplace. The cart is kept until it answers.</source>
        <translation>Memesan butuh pasar. Keranjang disimpan sampai pasar menjawab.</translation>
    </message>
    <message>
        <source>One moment, the order is on its way.</source>
        <translation>Sebentar, pesanan sedang dikirim.</translation>
    </message>
    <message>
        <source>There are fewer of %1 than you want. Take fewer or remove it.</source>
        <translation>%1 tinggal lebih sedikit daripada yang Anda mau. Kurangi atau hapus.</translation>
    </message>
    <message>
        <source>Add an address, then it can be ordered.</source>
        <translation>Tambahkan alamat, lalu bisa dipesan.</translation>
    </message>
    <message>
        <source>Asking what shipping costs…</source>
        <translation>Menanyakan ongkos kirim…</translation>
    </message>
    <message>
        <source>Nobody takes the parcel of %1 there. Remove its goods or choose another address.</source>
        <translation>Tidak ada yang mengantar paket %1 ke sana. Hapus barangnya atau pilih alamat lain.</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>1 product</source>
        <translation>1 produk</translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation>%1 produk</translation>
    </message>
    <message>
        <source>1 store</source>
        <translation>1 toko</translation>
    </message>
    <message>
        <source>%1 stores</source>
        <translation>%1 toko</translation>
    </message>
    <message>
        <source>Making the orders…</source>
        <translation>Membuat pesanan…</translation>
    </message>
    <message>
        <source>Whether the order went through is not known yet. Sign in again, then it is asked.</source>
        <translation>Belum diketahui apakah pesanan berhasil. Masuk lagi, lalu ditanyakan.</translation>
    </message>
    <message>
        <source>The answer got lost on the way. It is asked again until it comes; nothing is bought twice.</source>
        <translation>Jawabannya hilang di jalan. Akan ditanyakan lagi sampai datang; tidak ada yang terbeli dua kali.</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Tanyakan sekarang</translation>
    </message>
    <message>
        <source>Nothing was ordered. %1</source>
        <translation>Tidak ada yang dipesan. %1</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Sudah dipesan</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 dihapus</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>%1 is back in the cart</source>
        <translation>%1 kembali ke keranjang</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Keranjang</translation>
    </message>
    <message>
        <source>The cart is empty</source>
        <translation>Keranjang kosong</translation>
    </message>
    <message>
        <source>What you put into it stays here, also while you are offline.</source>
        <translation>Yang Anda masukkan tetap di sini, juga saat offline.</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Jelajah</translation>
    </message>
    <message>
        <source>See what the stores have</source>
        <translation>Lihat isi toko-toko</translation>
    </message>
    <message>
        <source>My orders</source>
        <translation>Pesanan saya</translation>
    </message>
    <message>
        <source>What you bought before</source>
        <translation>Yang pernah Anda beli</translation>
    </message>
    <message>
        <source>See my orders</source>
        <translation>Lihat pesanan saya</translation>
    </message>
    <message>
        <source>%1 orders placed</source>
        <translation>%1 pesanan dibuat</translation>
    </message>
    <message>
        <source>The store has your order. You pay %1 in all.</source>
        <translation>Toko sudah menerima pesanan Anda. Anda membayar %1 seluruhnya.</translation>
    </message>
    <message>
        <source>The stores have your orders. You pay %1 in all; each store ships its own parcel.</source>
        <translation>Toko sudah menerima pesanan Anda. Anda membayar %1 seluruhnya; tiap toko mengirim paketnya sendiri.</translation>
    </message>
    <message>
        <source>Continue shopping</source>
        <translation>Lanjut belanja</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CartPanel</name>
    <message>
        <source>%1 each</source>
        <translation>@ %1</translation>
    </message>
    <message>
        <source>How many of %1</source>
        <translation>Jumlah %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Hapus %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Just sold out. Remove it to order the rest.</source>
        <translation>Baru saja habis. Hapus untuk memesan yang lain.</translation>
    </message>
    <message>
        <source>Only %1 left. Take fewer.</source>
        <translation>Tinggal %1. Kurangi jumlahnya.</translation>
    </message>
    <message>
        <source>The price has changed.</source>
        <translation>Harganya berubah.</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Keranjang</translation>
    </message>
    <message>
        <source>Nothing picked yet. Tap what you like.</source>
        <translation>Belum ada barang. Ketuk yang Anda suka.</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pesan</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n barang</numerusform>
        </translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>Pesanan Anda</translation>
    </message>
    <message>
        <source>Empty cart</source>
        <translation>Kosongkan</translation>
    </message>
    <message numerus="yes">
        <source>%n saved cart(s)</source>
        <translation>
            <numerusform>%n keranjang tersimpan</numerusform>
        </translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Ongkos kirim</translation>
    </message>
    <message>
        <source>Offline. The cart is saved on this computer and can be ordered once there is a connection. Until then nothing is reserved.</source>
        <translation>Offline. Keranjang disimpan di komputer ini dan bisa dipesan begitu tersambung. Sampai saat itu belum ada stok yang disisihkan.</translation>
    </message>
    <message>
        <source>Save cart</source>
        <translation>Simpan keranjang</translation>
    </message>
    <message>
        <source>Save for later</source>
        <translation>Simpan keranjang</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CategoryBar</name>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CategoryList</name>
    <message>
        <source>Categories</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Fewer categories</source>
        <translation>Lebih sedikit kategori</translation>
    </message>
    <message>
        <source>1 more category</source>
        <translation>1 kategori lain</translation>
    </message>
    <message>
        <source>%1 more categories</source>
        <translation>%1 kategori lain</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CategoryTiles</name>
    <message>
        <source>Fewer categories</source>
        <translation>Lebih sedikit kategori</translation>
    </message>
    <message numerus="yes">
        <source>%n more categories</source>
        <translation>
            <numerusform>%n kategori lain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ChartLegend</name>
    <message>
        <source>Completed</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Masih berjalan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CheckoutPanel</name>
    <message>
        <source>Order %1, %2</source>
        <translation>Pesanan %1, %2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ganti</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Ganti alamat</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Tambah alamat</translation>
    </message>
    <message>
        <source>No address yet</source>
        <translation>Belum ada alamat</translation>
    </message>
    <message>
        <source>Pay with</source>
        <translation>Bayar dengan</translation>
    </message>
    <message>
        <source>Scan a QR code</source>
        <translation>Pindai kode QR</translation>
    </message>
    <message>
        <source>Have the amount ready</source>
        <translation>Siapkan uang pas</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Ongkos kirim</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Sign in and order</source>
        <translation>Masuk dan pesan</translation>
    </message>
    <message>
        <source>Place the order, %1</source>
        <translation>Buat pesanan, %1</translation>
    </message>
    <message>
        <source>Place %1 orders, %2</source>
        <translation>Buat %1 pesanan, %2</translation>
    </message>
    <message>
        <source>Shipping depends on the address.</source>
        <translation>Ongkos kirim dihitung setelah alamat diisi.</translation>
    </message>
    <message>
        <source>Checked automatically, within 10 minutes</source>
        <translation>Dicek otomatis, paling lama 10 menit</translation>
    </message>
    <message>
        <source>This makes 1 order</source>
        <translation>Akan menjadi 1 pesanan</translation>
    </message>
    <message>
        <source>This makes %1 orders</source>
        <translation>Akan menjadi %1 pesanan</translation>
    </message>
    <message>
        <source>Total without shipping</source>
        <translation>Total tanpa ongkos kirim</translation>
    </message>
    <message>
        <source>Sign in first; your cart comes along.</source>
        <translation>Masuk dahulu; isi keranjang Anda ikut terbawa.</translation>
    </message>
    <message>
        <source>Stock is reserved when you press the button. Each store ships separately.</source>
        <translation>Stok dipesan begitu Anda menekan tombol. Tiap toko mengirim sendiri-sendiri.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CodeDialog</name>
    <message>
        <source>Search name, variant, SKU</source>
        <translation>Cari nama, varian, SKU</translation>
    </message>
    <message>
        <source>Link to this variant</source>
        <translation>Kaitkan ke varian ini</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>Kode belum dikenal</translation>
    </message>
    <message>
        <source>Variant that the code belongs to</source>
        <translation>Varian pemilik kode ini</translation>
    </message>
    <message>
        <source>Variants found</source>
        <translation>Varian yang ditemukan</translation>
    </message>
    <message>
        <source>New product with this code</source>
        <translation>Produk baru dengan kode ini</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>%1 belongs to no variant yet</source>
        <translation>%1 belum dimiliki varian mana pun</translation>
    </message>
    <message>
        <source>Link it once, and every scan finds the variant.</source>
        <translation>Kaitkan sekali, lalu setiap pindaian menemukan variannya.</translation>
    </message>
    <message>
        <source>Its barcode %1 is replaced.</source>
        <translation>Barcode lamanya, %1, diganti.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Tidak ada yang cocok.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Kaitkan</translation>
    </message>
    <message>
        <source>Type a name or SKU to find the variant.</source>
        <translation>Ketik nama atau SKU untuk menemukan variannya.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ColumnLayout</name>
    <message>
        <source>Reset columns</source>
        <translation>Atur ulang kolom</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ColumnsEditor</name>
    <message>
        <source>Saved mapping</source>
        <translation>Susunan kolom tersimpan</translation>
    </message>
    <message>
        <source>Name for this mapping</source>
        <translation>Nama susunan kolom ini</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Simpan susunan kolom</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Kolom di file</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Menjadi</translation>
    </message>
    <message>
        <source>What the column %1 becomes</source>
        <translation>Kolom %1 menjadi apa</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Contoh isi</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CommandPalette</name>
    <message>
        <source>%1 available</source>
        <translation>%1 tersedia</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Tidak ada yang cocok dengan “%1”</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Mencari…</translation>
    </message>
    <message>
        <source>Search or go to</source>
        <translation>Cari atau buka</translation>
    </message>
    <message>
        <source>A page, an action, a product or an order</source>
        <translation>Halaman, tindakan, produk, atau pesanan</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Hasil pencarian</translation>
    </message>
    <message>
        <source>Enter opens, arrows choose, Esc closes</source>
        <translation>Enter membuka, panah memilih, Esc menutup</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ConfirmDialog</name>
    <message>
        <source>Order</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Kembali ke keranjang</translation>
    </message>
    <message>
        <source>Place the order, %1</source>
        <translation>Buat pesanan, %1</translation>
    </message>
    <message>
        <source>Place %1 orders, %2</source>
        <translation>Buat %1 pesanan, %2</translation>
    </message>
    <message>
        <source>Place this order?</source>
        <translation>Buat pesanan ini?</translation>
    </message>
    <message>
        <source>Place these %1 orders?</source>
        <translation>Buat %1 pesanan ini?</translation>
    </message>
    <message>
        <source>To %1, %2, %3 %4. Payment: %5.</source>
        <translation>Untuk %1, %2, %3 %4. Pembayaran: %5.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::DecisionPanel</name>
    <message>
        <source>SKU %1</source>
        <translation>SKU %1</translation>
    </message>
    <message>
        <source>%1 on hand, %2 ordered</source>
        <translation>fisik %1, dipesan %2</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>Buka pesanan</translation>
    </message>
    <message>
        <source>Open review</source>
        <translation>Buka ulasan</translation>
    </message>
    <message>
        <source>Open product</source>
        <translation>Buka produk</translation>
    </message>
    <message>
        <source>Open store</source>
        <translation>Buka toko</translation>
    </message>
    <message>
        <source>Mine for %1</source>
        <translation>Punya saya untuk %1</translation>
    </message>
    <message>
        <source>The marketplace&apos;s for %1</source>
        <translation>Dari pasar untuk %1</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Punya saya</translation>
    </message>
    <message>
        <source>From the marketplace</source>
        <translation>Dari pasar</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Pakai</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>e.g. %1</source>
        <translation>misalnya %1</translation>
    </message>
    <message>
        <source>Arrow up and down go to another change. When you have chosen, the next one opens.</source>
        <translation>Panah atas dan bawah pindah ke perubahan lain. Setelah Anda memilih, yang berikutnya terbuka.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::DiscardDialog</name>
    <message>
        <source>Stocktake</source>
        <translation>Stok opname</translation>
    </message>
    <message>
        <source>Your counts will be discarded. The stock stays as it is.</source>
        <translation>Hitungan Anda akan dibuang. Stok tetap seperti semula.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Keep counting</source>
        <translation>Lanjut menghitung</translation>
    </message>
    <message>
        <source>Discard this stocktake?</source>
        <translation>Buang stok opname ini?</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ExportCard</name>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>All products on sale, with every variant, its price and stock. The file can be imported again; what you did not touch changes nothing.</source>
        <translation>Semua produk yang dijual, lengkap dengan varian, harga, dan stoknya. File ini bisa diimpor lagi; yang tidak Anda ubah tetap sama.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV for Shopify</source>
        <translation>CSV untuk Shopify</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Buka pesanan</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>products</source>
        <extracomment>The beginning of a file&apos;s name; no spaces.</extracomment>
        <translation>produk</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Menulis %1</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Stopped. %1 was not written.</source>
        <translation>Dihentikan. %1 tidak ditulis.</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 tidak dapat disimpan: %2</translation>
    </message>
    <message>
        <source>1 product saved as %1</source>
        <translation>1 produk disimpan sebagai %1</translation>
    </message>
    <message>
        <source>%1 products saved as %2</source>
        <translation>%1 produk disimpan sebagai %2</translation>
    </message>
    <message>
        <source>Orders are exported from their own page.</source>
        <translation>Pesanan diekspor di halamannya sendiri.</translation>
    </message>
    <message>
        <source>There is no product on sale yet that could be exported.</source>
        <translation>Belum ada produk yang dijual untuk diekspor.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::FatesModel</name>
    <message>
        <source>Missing</source>
        <translation>Belum diisi</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::FatesTable</name>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Why, and what to know</source>
        <translation>Alasan dan catatan</translation>
    </message>
    <message>
        <source>Rows of the file and what happens with each</source>
        <translation>Baris file dan yang terjadi dengan masing-masing</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::FigureStrip</name>
    <message>
        <source>from %1</source>
        <translation>dari %1</translation>
    </message>
    <message>
        <source>nothing in the period before</source>
        <translation>tidak ada pada periode sebelumnya</translation>
    </message>
    <message>
        <source>Ordered revenue</source>
        <translation>Omzet dipesan</translation>
    </message>
    <message>
        <source>Goods of the orders placed in these days, without shipping and without cancelled orders</source>
        <translation>Nilai barang dari pesanan yang masuk pada hari-hari ini, tanpa ongkos kirim dan tanpa pesanan batal</translation>
    </message>
    <message>
        <source>Completed revenue</source>
        <translation>Omzet selesai</translation>
    </message>
    <message>
        <source>Goods of the orders delivered in these days, whenever they were placed</source>
        <translation>Nilai barang dari pesanan yang diterima pembeli pada hari-hari ini, kapan pun dipesan</translation>
    </message>
    <message>
        <source>Orders placed in these days that were not cancelled</source>
        <translation>Pesanan yang masuk pada hari-hari ini dan tidak dibatalkan</translation>
    </message>
    <message>
        <source>Average per order</source>
        <translation>Rata-rata per pesanan</translation>
    </message>
    <message>
        <source>Ordered revenue divided by orders</source>
        <translation>Omzet dipesan dibagi jumlah pesanan</translation>
    </message>
    <message>
        <source>Orders, without cancelled ones</source>
        <translation>Pesanan, tanpa yang dibatalkan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::FileCard</name>
    <message>
        <source>Import products</source>
        <translation>Impor produk</translation>
    </message>
    <message>
        <source>Choose a CSV file, or drop it here. First you see what would happen with every row; nothing is changed until you say so.</source>
        <translation>Pilih file CSV, atau seret ke sini. Anda melihat dulu apa yang akan terjadi dengan setiap baris; tidak ada yang berubah sebelum Anda menyetujuinya.</translation>
    </message>
    <message>
        <source>From Shopify, WooCommerce, your own spreadsheet, or any other table.</source>
        <translation>Dari Shopify, WooCommerce, spreadsheet Anda sendiri, atau tabel lain apa pun.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Pilih file…</translation>
    </message>
    <message>
        <source>Ctrl O</source>
        <translation>Ctrl O</translation>
    </message>
    <message>
        <source>Choose a file (Ctrl+O)</source>
        <translation>Pilih file (Ctrl+O)</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::FilterBar</name>
    <message>
        <source>Type an amount in rupiah, such as 50.000</source>
        <translation>Ketik jumlah rupiah, misalnya 50.000</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Semua kategori</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>mulai %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>sampai %1</translation>
    </message>
    <message>
        <source>1 product</source>
        <translation>1 produk</translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation>%1 produk</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>In stock only</source>
        <translation>Hanya yang ada stok</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Hapus filter</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Paling cocok</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Terbaru</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Harga terendah</translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation>Harga tertinggi</translation>
    </message>
    <message>
        <source>Liked best</source>
        <translation>Paling disukai</translation>
    </message>
    <message>
        <source>1 product seen before</source>
        <translation>1 produk yang pernah dilihat</translation>
    </message>
    <message>
        <source>%1 products seen before</source>
        <translation>%1 produk yang pernah dilihat</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>Terlaris</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::FilterChips</name>
    <message>
        <source>Take this filter away: %1</source>
        <translation>Hapus filter ini: %1</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::FirstRunPage</name>
    <message>
        <source>This is not an address. It looks like https://pasar.example or 192.168.1.5:8787.</source>
        <translation>Ini bukan alamat. Bentuknya seperti https://pasar.example atau 192.168.1.5:8787.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Sebentar</translation>
    </message>
    <message>
        <source>Welcome to Belanjain</source>
        <translation>Selamat datang di Belanjain</translation>
    </message>
    <message>
        <source>A marketplace on this computer, with sample stores</source>
        <translation>Pasar di komputer ini, dengan toko contoh</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Disarankan</translation>
    </message>
    <message>
        <source>1,308 real products with orders and reviews. No internet needed.</source>
        <translation>1.308 produk nyata dengan pesanan dan ulasan. Tidak perlu internet.</translation>
    </message>
    <message>
        <source>Connect to a marketplace</source>
        <translation>Sambungkan ke pasar</translation>
    </message>
    <message>
        <source>Enter the address you received from whoever runs it.</source>
        <translation>Masukkan alamat yang Anda terima dari pengelola pasar.</translation>
    </message>
    <message>
        <source>A marketplace on this computer, empty</source>
        <translation>Pasar di komputer ini, mulai kosong</translation>
    </message>
    <message>
        <source>For your own store. Others can connect to it later.</source>
        <translation>Untuk toko Anda sendiri. Yang lain bisa tersambung nanti.</translation>
    </message>
    <message>
        <source>Address of the marketplace</source>
        <translation>Alamat pasar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Choose where your marketplace is. You can change this later when you sign in.</source>
        <translation>Pilih tempat pasar Anda berada. Bisa diganti nanti saat masuk.</translation>
    </message>
    <message>
        <source>Products can be imported afterwards, also from Shopify and WooCommerce.</source>
        <translation>Produk bisa diimpor setelahnya, juga dari Shopify dan WooCommerce.</translation>
    </message>
    <message>
        <source>All data stays on this computer until you connect it.</source>
        <translation>Semua data tetap di komputer ini sampai Anda menyambungkannya.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::Gallery</name>
    <message>
        <source>No photo of %1 yet</source>
        <translation>Belum ada foto %1</translation>
    </message>
    <message>
        <source>Photo %1 of %2: %3</source>
        <translation>Foto %1 dari %2: %3</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::HomePage</name>
    <message>
        <source>&lt;b&gt;The figures could not be read.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Angka-angka tidak dapat dibaca.&lt;/b&gt; %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Your store is fetched once as soon as the marketplace answers.</source>
        <translation>Toko Anda diambil sekali begitu pasar menjawab.</translation>
    </message>
    <message>
        <source>Your store is being fetched. This happens once.</source>
        <translation>Toko Anda sedang diambil. Ini hanya sekali.</translation>
    </message>
    <message>
        <source>The marketplace could not take them as they are</source>
        <translation>Pasar tidak dapat menerimanya begitu saja</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proses</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>%1 ordered this week</source>
        <translation>%1 dipesan minggu ini</translation>
    </message>
    <message>
        <source>Add stock</source>
        <translation>Tambah stok</translation>
    </message>
    <message>
        <source>Below the limit that you have set</source>
        <translation>Di bawah batas yang Anda tetapkan</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Balas</translation>
    </message>
    <message>
        <source>Nothing else waits for you</source>
        <translation>Tidak ada lagi yang menunggu Anda</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Tidak ada yang menunggu Anda</translation>
    </message>
    <message>
        <source>New orders and reviews show up here by themselves.</source>
        <translation>Pesanan dan ulasan baru muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 pesanan</translation>
    </message>
    <message>
        <source>%1 orders</source>
        <translation>%1 pesanan</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Booked until now, held against the same hours a week ago</source>
        <translation>Dipesan sampai sekarang, dibanding jam yang sama seminggu lalu</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Minggu ini</translation>
    </message>
    <message>
        <source>Booked since Monday, held against the same days a week ago</source>
        <translation>Dipesan sejak Senin, dibanding hari yang sama seminggu lalu</translation>
    </message>
    <message>
        <source>against the same days last week</source>
        <translation>dari hari yang sama minggu lalu</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Produk baru</translation>
    </message>
    <message>
        <source>New product (Ctrl+N)</source>
        <translation>Produk baru (Ctrl+N)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>Best sellers of the week</source>
        <translation>Paling laku minggu ini</translation>
    </message>
    <message>
        <source>Your store is ready for its first product</source>
        <translation>Toko Anda siap untuk produk pertamanya</translation>
    </message>
    <message>
        <source>What needs doing shows up here once buyers find something to order.</source>
        <translation>Yang perlu dikerjakan muncul di sini begitu pembeli punya sesuatu untuk dipesan.</translation>
    </message>
    <message>
        <source>A name, a price and how many you have are enough</source>
        <translation>Nama, harga, dan jumlahnya sudah cukup</translation>
    </message>
    <message>
        <source>Describe your store</source>
        <translation>Ceritakan toko Anda</translation>
    </message>
    <message>
        <source>Name, place and what buyers should know</source>
        <translation>Nama, tempat, dan yang perlu diketahui pembeli</translation>
    </message>
    <message>
        <source>Today · %1</source>
        <translation>Hari ini · %1</translation>
    </message>
    <message>
        <source>against last %1</source>
        <translation>dibanding hari %1 lalu</translation>
    </message>
    <message>
        <source>nothing by this hour last %1</source>
        <translation>belum ada sampai jam ini hari %1 lalu</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Terbaru</translation>
    </message>
    <message>
        <source>Create a product</source>
        <translation>Buat produk</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::HomeView</name>
    <message>
        <source>Nothing is for sale yet</source>
        <translation>Belum ada yang dijual</translation>
    </message>
    <message>
        <source>As soon as a store puts something up, it is here.</source>
        <translation>Begitu sebuah toko menjual sesuatu, barangnya ada di sini.</translation>
    </message>
    <message>
        <source>Nothing was seen here yet</source>
        <translation>Belum ada yang pernah dilihat di sini</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>Ask the marketplace again</source>
        <translation>Tanyakan lagi ke pasar</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Looked at last</source>
        <translation>Terakhir dilihat</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Lihat semua</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Liked best</source>
        <translation>Paling disukai</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>Terlaris</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::InventoryDelegate</name>
    <message>
        <source>Low</source>
        <translation>Menipis</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>saves</source>
        <extracomment>What Return does, after the key: &quot;Enter saves&quot;</extracomment>
        <translation>simpan</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::InventoryEmptyStates</name>
    <message>
        <source>Start with one product</source>
        <translation>Mulai dari satu produk</translation>
    </message>
    <message>
        <source>Stock and prices are saved on this computer at once, also without internet.</source>
        <translation>Stok dan harga langsung tersimpan di komputer ini, juga tanpa internet.</translation>
    </message>
    <message>
        <source>Create a product</source>
        <translation>Buat produk</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>No variant matches “%1” and the filters.</source>
        <translation>Tidak ada varian yang cocok dengan “%1” dan filternya.</translation>
    </message>
    <message>
        <source>No variant matches the filters.</source>
        <translation>Tidak ada varian yang cocok dengan filternya.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Hapus pencarian dan filter</translation>
    </message>
    <message>
        <source>Show all active variants again</source>
        <translation>Tampilkan lagi semua varian aktif</translation>
    </message>
    <message>
        <source>The stock could not be read</source>
        <translation>Stok tidak bisa dibaca</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Nothing of your data has been changed</source>
        <translation>Data Anda tidak ada yang berubah</translation>
    </message>
    <message>
        <source>Loading the stock…</source>
        <translation>Memuat stok…</translation>
    </message>
    <message>
        <source>Name, category, price and opening stock</source>
        <translation>Nama, kategori, harga, dan stok awal</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>Impor dari file</translation>
    </message>
    <message>
        <source>From Shopify, WooCommerce or a file of your own</source>
        <translation>Dari Shopify, WooCommerce, atau file Anda sendiri</translation>
    </message>
    <message>
        <source>Scan a barcode</source>
        <translation>Pindai barcode</translation>
    </message>
    <message>
        <source>Connect a scanner, then scan the first item</source>
        <translation>Colokkan pemindai, lalu pindai barang pertama</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::InventoryPage</name>
    <message>
        <source>Undone: %1</source>
        <translation>Diurungkan: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Ctrl Y</source>
        <translation>Ctrl Y</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Diulangi: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Could not be taken back: %1. %2</source>
        <translation>Tidak bisa diurungkan: %1. %2</translation>
    </message>
    <message>
        <source>&lt;b&gt;The change could not be saved on this computer.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Perubahan tidak bisa disimpan di komputer ini.&lt;/b&gt; %1</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Stock table</source>
        <translation>Tabel stok</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Produk baru</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>Add stock…</source>
        <translation>Tambah stok…</translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>Change price…</source>
        <translation>Ubah harga…</translation>
    </message>
    <message>
        <source>Pieces to add to each</source>
        <translation>Jumlah yang ditambahkan ke masing-masing</translation>
    </message>
    <message>
        <source>A minus takes away, such as -2.</source>
        <translation>Tanda minus mengurangi, misalnya -2.</translation>
    </message>
    <message>
        <source>Why was this rejected?</source>
        <translation>Mengapa ini ditolak?</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Ctrl C</source>
        <translation>Ctrl C</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Ctrl V</source>
        <translation>Ctrl V</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Isi ke bawah</translation>
    </message>
    <message>
        <source>Ctrl D</source>
        <translation>Ctrl D</translation>
    </message>
    <message>
        <source>Deselect variant</source>
        <translation>Batalkan pilihan varian</translation>
    </message>
    <message>
        <source>Select variant</source>
        <translation>Pilih varian</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Urutkan naik</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Urutkan turun</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arsipkan</translation>
    </message>
    <message>
        <source>Count and reorder</source>
        <translation>Hitung dan pesan ulang</translation>
    </message>
    <message>
        <source>Low below</source>
        <translation>Menipis di bawah</translation>
    </message>
    <message>
        <source>Stocktake</source>
        <translation>Stok opname</translation>
    </message>
    <message>
        <source>Reorder list</source>
        <translation>Daftar pesan ulang</translation>
    </message>
    <message>
        <source>Stock history</source>
        <translation>Riwayat stok</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>Restore product</source>
        <translation>Pulihkan produk</translation>
    </message>
    <message>
        <source>Archive product</source>
        <translation>Arsipkan produk</translation>
    </message>
    <message>
        <source>Ready. Scan the first item.</source>
        <translation>Siap. Pindai barang pertama.</translation>
    </message>
    <message>
        <source>Low below…</source>
        <translation>Batas…</translation>
    </message>
    <message>
        <source>Add to 1 variant</source>
        <translation>Tambah ke 1 varian</translation>
    </message>
    <message>
        <source>Add to %1 variants</source>
        <translation>Tambah ke %1 varian</translation>
    </message>
    <message>
        <source>New price for each (Rp)</source>
        <translation>Harga baru masing-masing (Rp)</translation>
    </message>
    <message>
        <source>Change the price of 1 variant</source>
        <translation>Ubah harga 1 varian</translation>
    </message>
    <message>
        <source>Change the price of %1 variants</source>
        <translation>Ubah harga %1 varian</translation>
    </message>
    <message>
        <source>Empty: the store&apos;s limit again.</source>
        <translation>Kosong: kembali ke batas toko.</translation>
    </message>
    <message>
        <source>Set for 1 variant</source>
        <translation>Atur untuk 1 varian</translation>
    </message>
    <message>
        <source>Set for %1 variants</source>
        <translation>Atur untuk %1 varian</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::InventoryToolbar</name>
    <message>
        <source>All categories</source>
        <translation>Semua kategori</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Diarsipkan</translation>
    </message>
    <message>
        <source>Active and archived</source>
        <translation>Aktif dan diarsipkan</translation>
    </message>
    <message>
        <source>All stock levels</source>
        <translation>Semua tingkat stok</translation>
    </message>
    <message>
        <source>Low or out of stock</source>
        <translation>Menipis atau habis</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Menipis</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Cukup</translation>
    </message>
    <message>
        <source>Search name, SKU or barcode</source>
        <translation>Cari nama, SKU, atau barcode</translation>
    </message>
    <message>
        <source>Search the stock</source>
        <translation>Cari di stok</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Ctrl F</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stock level</source>
        <translation>Tingkat stok</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ItemView</name>
    <message>
        <source>Sold out</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Tinggal %1</translation>
    </message>
    <message>
        <source>%1 of them in the cart</source>
        <translation>%1 di keranjang</translation>
    </message>
    <message>
        <source>All of them are in the cart</source>
        <translation>Semuanya sudah di keranjang</translation>
    </message>
    <message>
        <source>Add to the cart</source>
        <translation>Masukkan keranjang</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Specifications</source>
        <translation>Spesifikasi</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>%1 in stock</source>
        <translation>Ada %1</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::KeepPanel</name>
    <message>
        <source>Say it when you come back. The cart is not ordered yet, and nothing is reserved.</source>
        <translation>Sebutkan saat Anda kembali. Keranjang ini belum dipesan, dan belum ada stok yang disisihkan.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Nomor Anda</translation>
    </message>
    <message>
        <source>Save this cart</source>
        <translation>Simpan keranjang ini</translation>
    </message>
    <message>
        <source>The cart could not be saved. Is the disk of this computer full?</source>
        <translation>Keranjang tidak bisa disimpan. Apakah disk komputer ini penuh?</translation>
    </message>
    <message>
        <source>It is saved on this computer until it can be ordered. A name makes it easier to find.</source>
        <translation>Keranjang disimpan di komputer ini sampai bisa dipesan. Dengan nama, lebih mudah ditemukan.</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>Nama (boleh kosong)</translation>
    </message>
    <message>
        <source>Save cart</source>
        <translation>Simpan keranjang</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::LeaveDialog</name>
    <message>
        <source>Changes that are not saved</source>
        <translation>Perubahan belum disimpan</translation>
    </message>
    <message>
        <source>Save what you changed?</source>
        <translation>Simpan perubahan Anda?</translation>
    </message>
    <message>
        <source>The new product has not been saved yet.</source>
        <translation>Produk baru ini belum disimpan.</translation>
    </message>
    <message>
        <source>Your changes to %1 have not been saved yet.</source>
        <translation>Perubahan Anda pada %1 belum disimpan.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Tetap di sini</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Before it can be saved, something has to be filled in or put right.</source>
        <translation>Sebelum bisa disimpan, masih ada yang perlu diisi atau diperbaiki.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::LinkCodeDialog</name>
    <message>
        <source>Search name or SKU</source>
        <translation>Cari nama atau SKU</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Link barcode</source>
        <translation>Tautkan barcode</translation>
    </message>
    <message>
        <source>Link %1 to a variant</source>
        <translation>Tautkan %1 ke varian</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>The variant gets the barcode %1, and the pieces scanned with it are counted.</source>
        <translation>Varian mendapat barcode %1, dan barang yang dipindai dengannya ikut dihitung.</translation>
    </message>
    <message>
        <source>Its barcode %1 will be replaced.</source>
        <translation>Barcode-nya %1 akan diganti.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::LookChoice</name>
    <message>
        <source>Same as the system</source>
        <translation>Ikuti sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::MoveResults</name>
    <message>
        <source>What became of each order</source>
        <translation>Hasil tiap pesanan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::MyOrdersPage</name>
    <message>
        <source>The order is cancelled</source>
        <translation>Pesanan dibatalkan</translation>
    </message>
    <message>
        <source>Thank you, the store knows that it arrived</source>
        <translation>Terima kasih, toko tahu paketnya sudah sampai</translation>
    </message>
    <message>
        <source>Your review is out</source>
        <translation>Ulasan Anda sudah tayang</translation>
    </message>
    <message>
        <source>Your orders were not seen here yet</source>
        <translation>Pesanan Anda belum pernah dilihat di sini</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Ask the marketplace again</source>
        <translation>Tanyakan lagi ke pasar</translation>
    </message>
    <message>
        <source>You have not ordered anything yet</source>
        <translation>Anda belum memesan apa pun</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Jelajah</translation>
    </message>
    <message>
        <source>See what the stores have</source>
        <translation>Lihat isi toko-toko</translation>
    </message>
    <message>
        <source>No such order</source>
        <translation>Tidak ada pesanan seperti itu</translation>
    </message>
    <message>
        <source>None of your orders matches.</source>
        <translation>Tidak ada pesanan Anda yang cocok.</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Semua pesanan</translation>
    </message>
    <message>
        <source>Without filter and search</source>
        <translation>Tanpa filter dan pencarian</translation>
    </message>
    <message>
        <source>Tracking number %1</source>
        <translation>Nomor resi %1</translation>
    </message>
    <message>
        <source>Not shipped yet</source>
        <translation>Belum dikirim</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Dibatalkan: %1</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Sudah diulas</translation>
    </message>
    <message>
        <source>Write a review</source>
        <translation>Tulis ulasan</translation>
    </message>
    <message>
        <source>Steps of an order need the marketplace.</source>
        <translation>Langkah pesanan butuh pasar.</translation>
    </message>
    <message>
        <source>The store is packing it. To cancel now, ask the store.</source>
        <translation>Toko sedang mengemasnya. Untuk membatalkan, hubungi toko.</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Batalkan pesanan</translation>
    </message>
    <message>
        <source>Cancel the order from %1? What was paid comes back.</source>
        <translation>Batalkan pesanan dari %1? Yang sudah dibayar dikembalikan.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Tidak jadi</translation>
    </message>
    <message>
        <source>My orders</source>
        <translation>Pesanan saya</translation>
    </message>
    <message>
        <source>Number or product</source>
        <translation>Nomor atau produk</translation>
    </message>
    <message>
        <source>Search my orders</source>
        <translation>Cari di pesanan saya</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>Alamat kirim</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Pengiriman</translation>
    </message>
    <message>
        <source>How was it?</source>
        <translation>Bagaimana barangnya?</translation>
    </message>
    <message>
        <source>It has arrived</source>
        <translation>Sudah sampai</translation>
    </message>
    <message>
        <source>Visit the store</source>
        <translation>Kunjungi toko</translation>
    </message>
    <message>
        <source>Your orders and their progress appear here.</source>
        <translation>Pesanan Anda dan perjalanannya tampil di sini.</translation>
    </message>
    <message>
        <source>%1, ordered on %2 at %3
Payment: %4</source>
        <translation>%1, dipesan %2 pukul %3
Pembayaran: %4</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::NumberPanel</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OfflineStrip</name>
    <message>
        <source>You are working offline.</source>
        <translation>Anda bekerja offline.</translation>
    </message>
    <message>
        <source>The marketplace does not answer.</source>
        <translation>Pasar tidak menjawab.</translation>
    </message>
    <message>
        <source>This is what was last seen, at %1.</source>
        <translation>Data terakhir pukul %1.</translation>
    </message>
    <message>
        <source>This is what was last seen.</source>
        <translation>Ini yang terakhir dilihat.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Kembali online</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OptionPicker</name>
    <message>
        <source>Not together</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OptionsEditor</name>
    <message>
        <source>Add an option, such as colour or size</source>
        <translation>Tambah pilihan, misalnya warna atau ukuran</translation>
    </message>
    <message>
        <source>Add an option</source>
        <translation>Tambah pilihan</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Name of the option</source>
        <translation>Nama pilihan</translation>
    </message>
    <message>
        <source>Values of the option</source>
        <translation>Nilai pilihan</translation>
    </message>
    <message>
        <source>Move the option up</source>
        <translation>Pindahkan pilihan ke atas</translation>
    </message>
    <message>
        <source>Remove the option</source>
        <translation>Hapus pilihan</translation>
    </message>
    <message>
        <source>Sold in one variant only. With options, it becomes the first of them.</source>
        <translation>Dijual dalam satu varian saja. Dengan pilihan, varian itu menjadi yang pertama.</translation>
    </message>
    <message>
        <source>You can add and rename options and values. Variants that are saved stay, since their stock and orders depend on them.</source>
        <translation>Pilihan dan nilainya bisa ditambah dan diganti namanya. Varian yang sudah disimpan tetap ada karena stok dan pesanannya bergantung padanya.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Pindahkan ke atas</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OrderLinesCard</name>
    <message>
        <source>Subtotal</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Ongkos kirim</translation>
    </message>
    <message>
        <source>Shipping, %1</source>
        <translation>Ongkos kirim, %1</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Diskon</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OrderPanel</name>
    <message>
        <source>Order %1</source>
        <translation>Pesanan %1</translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation>1 barang</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 barang</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Alasan: %1</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proses</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Mark as delivered</source>
        <translation>Tandai selesai</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Ship to</source>
        <translation>Dikirim ke</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Pengiriman</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Nomor resi</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Batalkan…</translation>
    </message>
    <message>
        <source>%1 printed on %2</source>
        <translation>%1 dicetak %2</translation>
    </message>
    <message>
        <source>%1 printed %2 times, last on %3</source>
        <translation>%1 dicetak %2 kali, terakhir %3</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Print (Ctrl P prints the label)</source>
        <translation>Cetak (Ctrl P mencetak label)</translation>
    </message>
    <message>
        <source>Courier not filled in</source>
        <translation>Kurir tidak diisi</translation>
    </message>
    <message>
        <source>No tracking number</source>
        <translation>Tanpa nomor resi</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OrderStepsBar</name>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Diproses</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proses</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OrderView</name>
    <message>
        <source>Enter your name.</source>
        <translation>Isi nama Anda.</translation>
    </message>
    <message>
        <source>Enter an email address such as siti@contoh.id.</source>
        <translation>Isi alamat email, misalnya siti@contoh.id.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <translation>Pakai sedikitnya %1 karakter.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Isi kata sandi Anda.</translation>
    </message>
    <message>
        <source>This account belongs to a store. Sign in as a buyer, or register as one.</source>
        <translation>Akun ini milik toko. Masuk sebagai pembeli, atau daftar sebagai pembeli.</translation>
    </message>
    <message>
        <source>This cart was sent from another account, and the answer did not arrive. Who sent it has to sign in.</source>
        <translation>Keranjang ini dikirim dari akun lain, dan jawabannya belum sampai. Yang mengirimnya harus masuk.</translation>
    </message>
    <message>
        <source>The session has ended. Go back and sign in again.</source>
        <translation>Sesi sudah berakhir. Kembali lalu masuk lagi.</translation>
    </message>
    <message>
        <source>Nothing was ordered. %1</source>
        <translation>Belum ada yang dipesan. %1</translation>
    </message>
    <message>
        <source>Asking what shipping costs…</source>
        <translation>Menanyakan ongkos kirim…</translation>
    </message>
    <message>
        <source>Type the postcode, then you see what shipping costs.</source>
        <translation>Isi kode pos untuk melihat ongkos kirim.</translation>
    </message>
    <message>
        <source>Nobody takes this parcel there. Choose another address.</source>
        <translation>Tidak ada kurir yang mengantar paket ini ke sana. Pilih alamat lain.</translation>
    </message>
    <message>
        <source>Place the order, %1</source>
        <translation>Buat pesanan, %1</translation>
    </message>
    <message>
        <source>Place the order</source>
        <translation>Buat pesanan</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>Saya punya akun</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>Saya baru di sini</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Choose a password</source>
        <translation>Buat kata sandi</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>From your authenticator app, or one of your recovery codes</source>
        <translation>Dari aplikasi autentikator, atau salah satu kode pemulihan Anda</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
    <message>
        <source>Your account is used for this order only. This computer forgets it afterwards.</source>
        <translation>Akun Anda hanya dipakai untuk pesanan ini. Setelah itu komputer ini melupakannya.</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Pengiriman</translation>
    </message>
    <message>
        <source>Pay with</source>
        <translation>Bayar dengan</translation>
    </message>
    <message>
        <source>It is ordered once the marketplace has said yes; you see it here.</source>
        <translation>Pesanan jadi begitu pasar menjawab ya; Anda melihatnya di sini.</translation>
    </message>
    <message>
        <source>The answer got lost on the way</source>
        <translation>Jawabannya hilang di jalan</translation>
    </message>
    <message>
        <source>Ordering…</source>
        <translation>Memesan…</translation>
    </message>
    <message>
        <source>The marketplace looks whether everything is there.</source>
        <translation>Pasar memeriksa apakah semuanya ada.</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Tanya sekarang</translation>
    </message>
    <message>
        <source>I cannot wait</source>
        <translation>Saya tidak bisa menunggu</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Sudah dipesan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Total %1, paid by e-wallet</source>
        <translation>Total %1, dibayar dengan dompet digital</translation>
    </message>
    <message>
        <source>Total %1, paid by card</source>
        <translation>Total %1, dibayar dengan kartu</translation>
    </message>
    <message>
        <source>Total %1, paid in cash on delivery</source>
        <translation>Total %1, dibayar tunai di tempat</translation>
    </message>
    <message>
        <source>Total %1, paid by bank transfer</source>
        <translation>Total %1, dibayar dengan transfer bank</translation>
    </message>
    <message>
        <source>Back to products</source>
        <translation>Kembali ke barang</translation>
    </message>
    <message>
        <source>Who is ordering?</source>
        <translation>Siapa yang memesan?</translation>
    </message>
    <message>
        <source>Where should we send it?</source>
        <translation>Dikirim ke mana?</translation>
    </message>
    <message>
        <source>Register and continue</source>
        <translation>Daftar dan lanjut</translation>
    </message>
    <message>
        <source>Sign in and continue</source>
        <translation>Masuk dan lanjut</translation>
    </message>
    <message>
        <source>Checked by itself, within 10 minutes</source>
        <translation>Dicek otomatis, paling lama 10 menit</translation>
    </message>
    <message>
        <source>Scan a QR code</source>
        <translation>Pindai kode QR</translation>
    </message>
    <message>
        <source>Have the amount ready</source>
        <translation>Siapkan uang pas</translation>
    </message>
    <message>
        <source>Debit or credit card</source>
        <translation>Kartu debit atau kredit</translation>
    </message>
    <message>
        <source>Whether it was ordered is not known yet. It is asked again by itself; nothing is bought twice. Whoever cannot wait finds it under the saved carts and in My orders.</source>
        <translation>Belum diketahui apakah sudah dipesan. Ditanyakan lagi dengan sendirinya; tidak ada yang dibeli dua kali. Bila tidak bisa menunggu, lihat di keranjang tersimpan dan di Pesanan saya.</translation>
    </message>
    <message>
        <source>Thank you, %1. %2. The order is in your account under My orders.</source>
        <translation>Terima kasih, %1. %2. Pesanannya ada di akun Anda, di Pesanan saya.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OrdersDelegate</name>
    <message>
        <source>Rejected</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Waiting to sync</source>
        <translation>Menunggu sinkron</translation>
    </message>
    <message>
        <source>The label was printed once</source>
        <translation>Label sudah dicetak sekali</translation>
    </message>
    <message>
        <source>The label was printed %1 times</source>
        <translation>Label sudah dicetak %1 kali</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OrdersHeader</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Masuk</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OrdersOutlet</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Penerima</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Kota</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Kode pos</translation>
    </message>
    <message>
        <source>Shipping service</source>
        <translation>Layanan kirim</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>Kurir</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Nomor resi</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pembayaran</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>Unit price (Rp)</source>
        <translation>Harga satuan (Rp)</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Line total (Rp)</source>
        <translation>Total baris (Rp)</translation>
    </message>
    <message>
        <source>Subtotal (Rp)</source>
        <translation>Subtotal (Rp)</translation>
    </message>
    <message>
        <source>Shipping cost (Rp)</source>
        <translation>Ongkos kirim (Rp)</translation>
    </message>
    <message>
        <source>Discount (Rp)</source>
        <translation>Potongan (Rp)</translation>
    </message>
    <message>
        <source>Total (Rp)</source>
        <translation>Total (Rp)</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Diproses</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Disimpan sebagai %1</translation>
    </message>
    <message>
        <source>%1 printed</source>
        <translation>%1 dicetak</translation>
    </message>
    <message>
        <source>%1 printed for %2 orders</source>
        <translation>%1 dicetak untuk %2 pesanan</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>orders</source>
        <extracomment>The beginning of a file&apos;s name; no spaces.</extracomment>
        <translation>pesanan</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Menulis %1</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Stopped. %1 was not written.</source>
        <translation>Dihentikan. %1 tidak ditulis.</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 tidak dapat disimpan: %2</translation>
    </message>
    <message>
        <source>1 order saved as %1</source>
        <translation>1 pesanan disimpan sebagai %1</translation>
    </message>
    <message>
        <source>%1 orders saved as %2</source>
        <translation>%1 pesanan disimpan sebagai %2</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OrdersPage</name>
    <message>
        <source>Only the first %1 were selected.</source>
        <translation>Hanya %1 yang pertama dipilih.</translation>
    </message>
    <message>
        <source>1 order is late</source>
        <translation>1 pesanan terlambat</translation>
    </message>
    <message>
        <source>%1 orders are late</source>
        <translation>%1 pesanan terlambat</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>total %1</source>
        <translation>total %1</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proses</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Proses %1</translation>
    </message>
    <message>
        <source>Ship…</source>
        <translation>Kirim…</translation>
    </message>
    <message>
        <source>Ship %1…</source>
        <translation>Kirim %1…</translation>
    </message>
    <message>
        <source>Mark as delivered</source>
        <translation>Tandai selesai</translation>
    </message>
    <message>
        <source>Mark %1 as delivered</source>
        <translation>Tandai %1 selesai</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Batalkan…</translation>
    </message>
    <message>
        <source>Cancel %1…</source>
        <translation>Batalkan %1…</translation>
    </message>
    <message>
        <source>The orders could not be read</source>
        <translation>Pesanan tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Nothing has been lost.</source>
        <translation>Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Nothing here fits the search and the filters.</source>
        <translation>Tidak ada yang sesuai dengan pencarian dan filter.</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Belum ada pesanan</translation>
    </message>
    <message>
        <source>When somebody buys from your store, the order appears here by itself.</source>
        <translation>Begitu ada yang membeli dari toko Anda, pesanannya muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Semua waktu</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 hari terakhir</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>365 hari terakhir</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Search number, customer, SKU</source>
        <translation>Cari nomor, pelanggan, SKU</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Ctrl F</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>None of these orders can become “%1” now.</source>
        <translation>Pesanan ini tidak dapat menjadi “%1” sekarang.</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>Tidak ada yang berubah: %1</translation>
    </message>
    <message>
        <source>%1 stayed as it was: %2</source>
        <translation>%1 tetap seperti semula: %2</translation>
    </message>
    <message>
        <source>%1 and %2 more stayed as they were: %3</source>
        <translation>%1 dan %2 lainnya tetap seperti semula: %3</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <translation>Pilih tanggal…</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Show each</source>
        <translation>Lihat satu per satu</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Tidak ada yang bisa diurungkan.</translation>
    </message>
    <message>
        <source>1 order is as it was before.</source>
        <translation>1 pesanan kembali seperti semula.</translation>
    </message>
    <message>
        <source>%1 orders are as they were before.</source>
        <translation>%1 pesanan kembali seperti semula.</translation>
    </message>
    <message>
        <source>1 order stays: the marketplace may already know about it.</source>
        <translation>1 pesanan tetap: pasar mungkin sudah menerimanya.</translation>
    </message>
    <message>
        <source>%1 orders stay: the marketplace may already know about them.</source>
        <translation>%1 pesanan tetap: pasar mungkin sudah menerimanya.</translation>
    </message>
    <message>
        <source>1 order has been changed again since. Undo that first.</source>
        <translation>1 pesanan sudah diubah lagi setelahnya. Urungkan itu dahulu.</translation>
    </message>
    <message>
        <source>%1 orders have been changed again since. Undo that first.</source>
        <translation>%1 pesanan sudah diubah lagi setelahnya. Urungkan itu dahulu.</translation>
    </message>
    <message>
        <source>Excel…</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>CSV, with semicolons…</source>
        <translation>CSV, dengan titik koma…</translation>
    </message>
    <message>
        <source>CSV, with commas…</source>
        <translation>CSV, dengan koma…</translation>
    </message>
    <message>
        <source>No orders match</source>
        <translation>Tidak ada pesanan yang cocok</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Hapus pencarian dan filter</translation>
    </message>
    <message>
        <source>Show all orders again</source>
        <translation>Tampilkan lagi semua pesanan</translation>
    </message>
    <message>
        <source>Process %1 orders</source>
        <translation>Proses %1 pesanan</translation>
    </message>
    <message>
        <source>Ship %1 orders…</source>
        <translation>Kirim %1 pesanan…</translation>
    </message>
    <message>
        <source>Mark %1 orders as delivered</source>
        <translation>Tandai %1 pesanan selesai</translation>
    </message>
    <message>
        <source>1 order cancelled.</source>
        <translation>1 pesanan dibatalkan.</translation>
    </message>
    <message>
        <source>%1 orders cancelled.</source>
        <translation>%1 pesanan dibatalkan.</translation>
    </message>
    <message>
        <source>1 order marked as %1.</source>
        <translation>1 pesanan ditandai %1.</translation>
    </message>
    <message>
        <source>%1 orders marked as %2.</source>
        <translation>%1 pesanan ditandai %2.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::OrdersView</name>
    <message>
        <source>List of orders</source>
        <translation>Daftar pesanan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PasswordCard</name>
    <message>
        <source>Enter your current password.</source>
        <translation>Masukkan kata sandi Anda sekarang.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Mengganti…</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Ganti kata sandi</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Kata sandi sekarang</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>At least 8 characters; a few words are easy to remember</source>
        <translation>Paling sedikit 8 karakter; beberapa kata mudah diingat</translation>
    </message>
    <message>
        <source>A new password signs you out everywhere else, but not here.</source>
        <translation>Kata sandi baru mengeluarkan Anda di semua tempat lain, tetapi tidak di sini.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>Sembunyikan kata sandi</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Tampilkan kata sandi</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PictureIntake</name>
    <message>
        <source>The picture could not be saved on this computer. Is the disk full?</source>
        <translation>Gambar tidak dapat disimpan di komputer ini. Apakah disk penuh?</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PictureStrip</name>
    <message>
        <source>Photos</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Foto %1 dari %2</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Tambah foto</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Main photo</source>
        <translation>Foto utama</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Make it the main photo</source>
        <translation>Jadikan foto utama</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Pindahkan ke kiri</translation>
    </message>
    <message>
        <source>Ctrl Left</source>
        <translation>Ctrl Kiri</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Pindahkan ke kanan</translation>
    </message>
    <message>
        <source>Ctrl Right</source>
        <translation>Ctrl Kanan</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Kept on this computer; uploaded when the marketplace can be reached.</source>
        <translation>Disimpan di komputer ini; diunggah saat pasar dapat dihubungi.</translation>
    </message>
    <message>
        <source>The marketplace did not take this photo. Needs attention says why.</source>
        <translation>Pasar tidak menerima foto ini. Alasannya ada di Perlu keputusan.</translation>
    </message>
    <message>
        <source>Drag to put it elsewhere. Delete removes it.</source>
        <translation>Seret untuk memindahkan. Delete menghapusnya.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PinPad</name>
    <message>
        <source>The PIN could not be kept on this computer.</source>
        <translation>PIN tidak bisa disimpan di komputer ini.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>PIN-nya bukan itu.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation>PIN terdiri dari 4 sampai 8 angka.</translation>
    </message>
    <message>
        <source>The two were not the same. Choose a PIN again.</source>
        <translation>Keduanya tidak sama. Pilih PIN sekali lagi.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Masukkan kata sandinya.</translation>
    </message>
    <message>
        <source>The password is checked by the marketplace, which does not answer now.</source>
        <translation>Kata sandi diperiksa oleh pasar, yang sekarang tidak menjawab.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s).</source>
        <translation>
            <numerusform>Tunggu %n detik.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n angka</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>Pilih PIN</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>PIN yang sama sekali lagi</translation>
    </message>
    <message>
        <source>So that a slip of the finger does not lock you out.</source>
        <translation>Supaya salah ketuk tidak mengunci Anda di luar.</translation>
    </message>
    <message>
        <source>Leave store mode</source>
        <translation>Keluar dari mode toko</translation>
    </message>
    <message>
        <source>Enter the PIN of this store.</source>
        <translation>Masukkan PIN toko ini.</translation>
    </message>
    <message>
        <source>Enter the password of the account that this store belongs to. It is checked online.</source>
        <translation>Masukkan kata sandi akun pemilik toko ini. Diperiksa secara online.</translation>
    </message>
    <message>
        <source>Take back the last digit</source>
        <translation>Hapus angka terakhir</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nanti saja</translation>
    </message>
    <message>
        <source>Stay in store mode</source>
        <translation>Tetap di mode toko</translation>
    </message>
    <message>
        <source>Enter the PIN</source>
        <translation>Masukkan PIN</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>From your authenticator app, or one of your recovery codes</source>
        <translation>Dari aplikasi autentikator, atau salah satu kode pemulihan Anda</translation>
    </message>
    <message>
        <source>4 to 8 digits. Nobody can leave store mode without it.</source>
        <translation>4 sampai 8 angka. Tanpa PIN ini tidak ada yang bisa keluar dari mode toko.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Forgot the PIN?</source>
        <translation>Lupa PIN?</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PlacesCard</name>
    <message>
        <source>A device without a name</source>
        <translation>Perangkat tanpa nama</translation>
    </message>
    <message>
        <source>Signed in %1, last used %2</source>
        <translation>Masuk %1, terakhir dipakai %2</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>yang ini</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Yang ini</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Akhiri</translation>
    </message>
    <message>
        <source>End the sign-in of %1: %2</source>
        <translation>Akhiri sesi sejak %1: %2</translation>
    </message>
    <message>
        <source>End this sign-in?</source>
        <translation>Akhiri sesi ini?</translation>
    </message>
    <message>
        <source>%1, signed in %2, has to sign in again. Changes that wait there stay there until then.</source>
        <translation>%1, masuk %2, harus masuk lagi. Perubahan yang menunggu di sana tetap di sana sampai saat itu.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Akhiri</translation>
    </message>
    <message>
        <source>End all other sign-ins?</source>
        <translation>Akhiri semua sesi lain?</translation>
    </message>
    <message>
        <source>Everybody who uses this account elsewhere has to sign in again. Here you stay signed in.</source>
        <translation>Siapa pun yang memakai akun ini di tempat lain harus masuk lagi. Di sini Anda tetap masuk.</translation>
    </message>
    <message>
        <source>End all others</source>
        <translation>Akhiri semua yang lain</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>Mengakhiri…</translation>
    </message>
    <message>
        <source>End all others…</source>
        <translation>Akhiri semua yang lain…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Mencari…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Tempat Anda masuk</translation>
    </message>
    <message>
        <source>Signed in %1, used now</source>
        <translation>Masuk %1, sedang dipakai</translation>
    </message>
    <message>
        <source>End any session you do not recognise, then change your password.</source>
        <translation>Akhiri sesi yang tidak Anda kenal, lalu ganti kata sandi Anda.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PrintJob</name>
    <message>
        <source>There is nothing to print.</source>
        <translation>Tidak ada yang dicetak.</translation>
    </message>
    <message>
        <source>The printer does not take the job.</source>
        <translation>Printer tidak menerima tugas ini.</translation>
    </message>
    <message>
        <source>The printer reports an error.</source>
        <translation>Printer melaporkan kesalahan.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PrintPreview</name>
    <message>
        <source>Language of the document</source>
        <translation>Bahasa dokumen</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>1 of them was printed before and says that it is a reprint.</source>
        <translation>1 di antaranya pernah dicetak dan diberi tanda cetak ulang.</translation>
    </message>
    <message>
        <source>%1 of them were printed before and say that they are reprints.</source>
        <translation>%1 di antaranya pernah dicetak dan diberi tanda cetak ulang.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Halaman %1 dari %2</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>Menyusun halaman…</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 pesanan</translation>
    </message>
    <message>
        <source>%1 orders</source>
        <translation>%1 pesanan</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 halaman</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 halaman</translation>
    </message>
    <message>
        <source>Stopped. Nothing was noted as printed.</source>
        <translation>Dihentikan. Tidak ada yang dicatat sebagai tercetak.</translation>
    </message>
    <message>
        <source>It could not be printed: %1</source>
        <translation>Tidak dapat dicetak: %1</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 tidak dapat disimpan: %2</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Menyimpan</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan sebagai PDF</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Mencetak</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Label printer, 100 × 150 mm</source>
        <translation>Printer label, 100 × 150 mm</translation>
    </message>
    <message>
        <source>A6, one on each page</source>
        <translation>A6, satu per halaman</translation>
    </message>
    <message>
        <source>A4, four on each page</source>
        <translation>A4, empat per halaman</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>Halaman sebelumnya (Page Up)</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Halaman berikutnya</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>Halaman berikutnya (Page Down)</translation>
    </message>
    <message>
        <source>The page as it will be printed</source>
        <translation>Halaman seperti akan dicetak</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Simpan sebagai PDF…</translation>
    </message>
    <message>
        <source>Ctrl S</source>
        <translation>Ctrl S</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>Ctrl P</source>
        <translation>Ctrl P</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Sender&apos;s street, postcode and phone</source>
        <translation>Jalan, kode pos, dan telepon pengirim</translation>
    </message>
    <message>
        <source>The sender has no address yet.</source>
        <translation>Alamat pengirim belum diisi.</translation>
    </message>
    <message>
        <source>Only “%1” is printed as the sender&apos;s address.</source>
        <translation>Alamat pengirim yang tercetak hanya “%1”.</translation>
    </message>
    <message>
        <source>e.g. %1</source>
        <translation>mis. %1</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ProductEditor</name>
    <message>
        <source>The product is no longer there.</source>
        <translation>Produk ini sudah tidak ada.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (salinan)</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Produk baru</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Diarsipkan</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Batalkan perubahan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>belum disinkronkan</translation>
    </message>
    <message>
        <source>%1 of %2 combinations</source>
        <translation>%1 dari %2 gabungan</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Memeriksa…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>This photo is here already.</source>
        <translation>Foto ini sudah ada.</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Tambah foto</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png)</source>
        <translation>Foto (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplikatkan</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arsipkan</translation>
    </message>
    <message>
        <source>&lt;b&gt;The product could not be saved on this computer.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Produk tidak dapat disimpan di komputer ini.&lt;/b&gt; %1</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Belum disimpan</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Ctrl S</source>
        <translation>Ctrl S</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Pilihan</translation>
    </message>
    <message>
        <source>Specifications</source>
        <translation>Spesifikasi</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>Add the missing ones</source>
        <translation>Tambahkan yang belum ada</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Isi ke bawah</translation>
    </message>
    <message>
        <source>Ctrl D</source>
        <translation>Ctrl D</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>Tempel dari lembar kerja</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>What buyers see</source>
        <translation>Pratinjau pembeli</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Diubah</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>A variant that is saved would be left without its value. It stays, since it has stock and orders of its own; rename the value, or set its stock to 0.</source>
        <translation>Ada varian tersimpan yang akan kehilangan nilainya. Varian itu tetap ada karena punya stok dan pesanan sendiri; ganti nama nilainya, atau jadikan stoknya 0.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The options were changed elsewhere meanwhile.&lt;/b&gt; They are shown as they are now; please make your change to them again.</source>
        <translation>&lt;b&gt;Pilihan produk ini sementara itu diubah di tempat lain.&lt;/b&gt; Yang terlihat adalah keadaan sekarang; silakan ulangi perubahan Anda.</translation>
    </message>
    <message>
        <source>Needs a name, a category and a price</source>
        <translation>Perlu nama, kategori, dan harga</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Simpan (Ctrl+S)</translation>
    </message>
    <message>
        <source>Fill in a name, a category and a price first</source>
        <translation>Isi dulu nama, kategori, dan harga</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>Belum ada yang diubah</translation>
    </message>
    <message>
        <source>%1 (store default)</source>
        <translation>%1 (bawaan toko)</translation>
    </message>
    <message>
        <source>Drag to sort. Paste with %1. JPEG or PNG, up to 5 MB.</source>
        <translation>Seret untuk mengurutkan. Tempel dengan %1. JPEG atau PNG, paling besar 5 MB.</translation>
    </message>
    <message>
        <source>Paste with %1. JPEG or PNG, up to 5 MB.</source>
        <translation>Tempel dengan %1. JPEG atau PNG, paling besar 5 MB.</translation>
    </message>
    <message>
        <source>View as a buyer</source>
        <translation>Lihat sebagai pembeli</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>Nama produk</translation>
    </message>
    <message>
        <source>Choose a category</source>
        <translation>Pilih kategori</translation>
    </message>
    <message>
        <source>Low below</source>
        <translation>Menipis di bawah</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ProductPage</name>
    <message>
        <source>This is no longer for sale</source>
        <translation>Ini tidak dijual lagi</translation>
    </message>
    <message>
        <source>The store has taken it down.</source>
        <translation>Toko sudah menurunkannya.</translation>
    </message>
    <message>
        <source>This product was not seen before</source>
        <translation>Produk ini belum pernah dilihat</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Ask the marketplace again</source>
        <translation>Tanyakan lagi ke pasar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>To where you came from</source>
        <translation>Ke tempat Anda tadi</translation>
    </message>
    <message>
        <source>This combination is not made</source>
        <translation>Kombinasi ini tidak ada</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Tinggal %1</translation>
    </message>
    <message>
        <source>%1 in stock</source>
        <translation>Stok %1</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>%1 from %2 reviews · %3 sold</source>
        <translation>%1 dari %2 ulasan · %3 terjual</translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation>%1 produk</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>Kirim ke %1</translation>
    </message>
    <message>
        <source>Add to cart</source>
        <translation>Masukkan keranjang</translation>
    </message>
    <message>
        <source>Buy now</source>
        <translation>Beli sekarang</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
    <message>
        <source>Specifications</source>
        <translation>Spesifikasi</translation>
    </message>
    <message>
        <source>Visit the store</source>
        <translation>Kunjungi toko</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>%1 from %2 review · %3 sold</source>
        <translation>%1 dari %2 ulasan · %3 terjual</translation>
    </message>
    <message>
        <source>1 product</source>
        <translation>1 produk</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Buyer ratings</source>
        <translation>Penilaian pembeli</translation>
    </message>
    <message>
        <source>Latest review</source>
        <translation>Ulasan terbaru</translation>
    </message>
    <message>
        <source>Latest %1 reviews</source>
        <translation>%1 ulasan terbaru</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ProductPicker</name>
    <message>
        <source>Search products</source>
        <translation>Cari produk</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ProductsDelegate</name>
    <message>
        <source>Archived</source>
        <translation>Diarsipkan</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>%1 out of stock</source>
        <translation>%1 habis</translation>
    </message>
    <message>
        <source>%1 low</source>
        <translation>%1 menipis</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ProductsList</name>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Tersedia</translation>
    </message>
    <message>
        <source>List of products</source>
        <translation>Daftar produk</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplikatkan</translation>
    </message>
    <message>
        <source>Ctrl D</source>
        <translation>Ctrl D</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arsipkan</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ProductsPage</name>
    <message>
        <source>Create a product</source>
        <translation>Buat produk</translation>
    </message>
    <message>
        <source>%1 is in your products.</source>
        <translation>%1 sudah ada di produk Anda.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 tersimpan.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Could not be taken back. %1</source>
        <translation>Tidak dapat dibatalkan. %1</translation>
    </message>
    <message>
        <source>Could not be taken back.</source>
        <translation>Tidak dapat dibatalkan.</translation>
    </message>
    <message>
        <source>%1 is archived.</source>
        <translation>%1 diarsipkan.</translation>
    </message>
    <message>
        <source>%1 is on sale again.</source>
        <translation>%1 dijual lagi.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Semua kategori</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Diarsipkan</translation>
    </message>
    <message>
        <source>Active and archived</source>
        <translation>Aktif dan diarsipkan</translation>
    </message>
    <message>
        <source>The products could not be read</source>
        <translation>Produk tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Nothing of your data has been changed</source>
        <translation>Tidak ada data Anda yang berubah</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>No product matches the search and the filters.</source>
        <translation>Tidak ada produk yang cocok dengan pencarian dan filter.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Hapus pencarian dan filter</translation>
    </message>
    <message>
        <source>Show all products again</source>
        <translation>Tampilkan lagi semua produk</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Belum ada produk</translation>
    </message>
    <message>
        <source>What you add here is kept on this computer and on sale once it is synced.</source>
        <translation>Yang Anda tambahkan disimpan di komputer ini dan dijual setelah disinkronkan.</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Produk baru</translation>
    </message>
    <message>
        <source>With photos, options and stock</source>
        <translation>Dengan foto, pilihan, dan stok</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>1 product</source>
        <translation>1 produk</translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation>%1 produk</translation>
    </message>
    <message>
        <source>%1 is linked to %2.</source>
        <translation>%1 dikaitkan ke %2.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Search the products</source>
        <translation>Cari produk</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Ctrl F</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>On sale or archived</source>
        <translation>Dijual atau diarsipkan</translation>
    </message>
    <message>
        <source>%1 is saved with its new variants.</source>
        <translation>%1 disimpan bersama varian barunya.</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Impor produk</translation>
    </message>
    <message>
        <source>From a CSV file of Shopify, WooCommerce or your own</source>
        <translation>Dari file CSV Shopify, WooCommerce, atau milik Anda sendiri</translation>
    </message>
    <message>
        <source>Search name, SKU or barcode</source>
        <translation>Cari nama, SKU, atau barcode</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ProfileCard</name>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>You sign in with it. It cannot be changed.</source>
        <translation>Anda masuk dengan email ini. Tidak dapat diganti.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PurchaseDelegate</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 dan %2 lainnya</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RangePanel</name>
    <message>
        <source>Show these days</source>
        <translation>Tampilkan hari-hari ini</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>To and including</source>
        <translation>Sampai dengan</translation>
    </message>
    <message>
        <source>This day lies before the first one.</source>
        <translation>Hari ini mendahului hari pertama.</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Bulan ini</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Bulan lalu</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RatingBars</name>
    <message>
        <source>%1 stars: %2</source>
        <translation>%1 bintang: %2</translation>
    </message>
    <message>
        <source>1 star: %1</source>
        <translation>1 bintang: %1</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RatingRow</name>
    <message>
        <source>%1 stars: %2</source>
        <translation>%1 bintang: %2</translation>
    </message>
    <message>
        <source>1 star: %1</source>
        <translation>1 bintang: %1</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RatingSummary</name>
    <message>
        <source>from 1 review</source>
        <translation>dari 1 ulasan</translation>
    </message>
    <message>
        <source>from %1 reviews</source>
        <translation>dari %1 ulasan</translation>
    </message>
    <message>
        <source>Average rating</source>
        <translation>Rata-rata bintang</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Batalkan pesanan</translation>
    </message>
    <message>
        <source>Cancel %1 orders</source>
        <translation>Batalkan %1 pesanan</translation>
    </message>
    <message>
        <source>Cancel an order</source>
        <translation>Batalkan pesanan</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Stok habis</translation>
    </message>
    <message>
        <source>The buyer asked for it</source>
        <translation>Diminta pembeli</translation>
    </message>
    <message>
        <source>The address cannot be reached</source>
        <translation>Alamat tidak terjangkau</translation>
    </message>
    <message>
        <source>The price was wrong</source>
        <translation>Harga keliru</translation>
    </message>
    <message>
        <source>Say why, the buyer will ask.</source>
        <translation>Tuliskan alasannya, pembeli akan bertanya.</translation>
    </message>
    <message>
        <source>Order %1 will be cancelled.</source>
        <translation>Pesanan %1 akan dibatalkan.</translation>
    </message>
    <message>
        <source>These orders will be cancelled: %1.</source>
        <translation>Pesanan ini akan dibatalkan: %1.</translation>
    </message>
    <message>
        <source>These orders will be cancelled: %1 and %2 more.</source>
        <translation>Pesanan ini akan dibatalkan: %1 dan %2 lainnya.</translation>
    </message>
    <message>
        <source>Keep the order</source>
        <translation>Jangan batalkan</translation>
    </message>
    <message>
        <source>Keep orders</source>
        <translation>Jangan batalkan</translation>
    </message>
    <message>
        <source>e.g. Out of stock</source>
        <translation>mis. Stok habis</translation>
    </message>
    <message>
        <source>The buyer will see this reason. The pieces go back into stock.</source>
        <translation>Pembeli akan melihat alasan ini. Barangnya kembali ke stok.</translation>
    </message>
    <message>
        <source>The buyers will see this reason. The pieces go back into stock.</source>
        <translation>Para pembeli akan melihat alasan ini. Barangnya kembali ke stok.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RecordsCard</name>
    <message>
        <source>… and %1 more</source>
        <translation>… dan %1 lainnya</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Batalkan impor</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Undo the import of %1</source>
        <translation>Batalkan impor %1</translation>
    </message>
    <message>
        <source>Undo the import of 1 product?</source>
        <translation>Batalkan impor 1 produk ini?</translation>
    </message>
    <message>
        <source>Undo the import of %1 products?</source>
        <translation>Batalkan impor %1 produk ini?</translation>
    </message>
    <message>
        <source>Undo 1 imported change?</source>
        <translation>Batalkan 1 perubahan dari impor ini?</translation>
    </message>
    <message>
        <source>Undo %1 imported changes?</source>
        <translation>Batalkan %1 perubahan dari impor ini?</translation>
    </message>
    <message>
        <source>Undo the 1 new product or change of this import?</source>
        <translation>Batalkan 1 produk baru atau perubahan dari impor ini?</translation>
    </message>
    <message>
        <source>Undo the %1 new products and changes of this import?</source>
        <translation>Batalkan %1 produk baru dan perubahan dari impor ini?</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>Impor sebelumnya</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RecoveryCodes</name>
    <message>
        <source>Copied. Paste them somewhere safe.</source>
        <translation>Disalin. Tempel di tempat yang aman.</translation>
    </message>
    <message>
        <source>Belanjain: recovery codes of %1</source>
        <translation>Belanjain: kode pemulihan %1</translation>
    </message>
    <message>
        <source>Each one works once, in place of a code from your app.</source>
        <translation>Masing-masing berlaku satu kali, sebagai pengganti kode dari aplikasi Anda.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>belanjain-recovery-codes</source>
        <translation>kode-pemulihan-belanjain</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Disimpan sebagai %1</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 tidak dapat disimpan: %2</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Tercetak</translation>
    </message>
    <message>
        <source>The printer reports an error.</source>
        <translation>Printer melaporkan kesalahan.</translation>
    </message>
    <message>
        <source>Keep these recovery codes</source>
        <translation>Simpan kode pemulihan ini</translation>
    </message>
    <message>
        <source>Each one lets you in once when your phone is lost or broken. They are shown only now; keep them away from this computer.</source>
        <translation>Masing-masing membukakan akun Anda satu kali bila ponsel hilang atau rusak. Kode ini hanya ditampilkan sekarang; simpan terpisah dari komputer ini.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Simpan…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>Sudah saya simpan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RegisterPage</name>
    <message>
        <source>Enter your name.</source>
        <translation>Masukkan nama Anda.</translation>
    </message>
    <message>
        <source>Enter your email address.</source>
        <translation>Masukkan alamat email Anda.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <translation>Gunakan paling sedikit %1 karakter.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>I want to sell</source>
        <translation>Saya ingin berjualan</translation>
    </message>
    <message>
        <source>I want to buy</source>
        <translation>Saya ingin berbelanja</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>At least %1 characters</source>
        <translation>Paling sedikit %1 karakter</translation>
    </message>
    <message>
        <source>Name of your store</source>
        <translation>Nama toko Anda</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Kota</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Mendaftarkan…</translation>
    </message>
    <message>
        <source>Already have an account?</source>
        <translation>Sudah punya akun?</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>If empty, your name is used</source>
        <translation>Bila kosong, nama Anda yang dipakai</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RejectedReplies</name>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Replies that were not accepted</source>
        <translation>Balasan yang tidak diterima</translation>
    </message>
    <message>
        <source>Keys: Enter tries again, Delete discards</source>
        <translation>Tombol: Enter mencoba lagi, Delete membuang</translation>
    </message>
    <message>
        <source>Your reply: %1</source>
        <translation>Balasan Anda: %1</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ReplyEditor</name>
    <message>
        <source>Remove reply</source>
        <translation>Hapus balasan</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Kirim balasan</translation>
    </message>
    <message>
        <source>%1 characters too many</source>
        <translation>%1 karakter terlalu banyak</translation>
    </message>
    <message>
        <source>%1 characters left</source>
        <translation>sisa %1 karakter</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Balasan</translation>
    </message>
    <message>
        <source>Everyone who looks at the product can read your reply.</source>
        <translation>Balasan Anda dapat dibaca semua orang yang melihat produk ini.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Enter</translation>
    </message>
    <message>
        <source>1 character too many</source>
        <translation>Kelebihan 1 karakter</translation>
    </message>
    <message>
        <source>1 character left</source>
        <translation>Sisa 1 karakter</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RestockModel</name>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Tersedia</translation>
    </message>
    <message>
        <source>Low below</source>
        <translation>Menipis di bawah</translation>
    </message>
    <message>
        <source>To order</source>
        <translation>Jumlah pesan</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Menipis</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Twice the number in “Low below” and one week&apos;s sales, less what is available. Type another quantity where you want one.</source>
        <translation>Dua kali angka “Menipis di bawah” ditambah penjualan seminggu, dikurangi yang tersedia. Ketik jumlah lain bila Anda mau.</translation>
    </message>
    <message>
        <source>Sold per week</source>
        <translation>Terjual per minggu</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RestockPage</name>
    <message>
        <source>The first %1 are shown. Choose a category to see the others.</source>
        <translation>%1 pertama ditampilkan. Pilih kategori untuk melihat yang lain.</translation>
    </message>
    <message>
        <source>Reorder list</source>
        <translation>Daftar pesan ulang</translation>
    </message>
    <message>
        <source>reorder-list</source>
        <translation>daftar-pesan-ulang</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opsi</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Tersedia</translation>
    </message>
    <message>
        <source>Low below</source>
        <translation>Menipis di bawah</translation>
    </message>
    <message>
        <source>To order</source>
        <translation>Jumlah pesan</translation>
    </message>
    <message>
        <source>Back to the stock</source>
        <translation>Kembali ke stok</translation>
    </message>
    <message>
        <source>Back to the stock (Esc)</source>
        <translation>Kembali ke stok (Esc)</translation>
    </message>
    <message>
        <source>Save or print</source>
        <translation>Simpan atau cetak</translation>
    </message>
    <message>
        <source>Suggested quantities again</source>
        <translation>Kembalikan jumlah yang disarankan</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Semua kategori</translation>
    </message>
    <message>
        <source>1 variant to order</source>
        <translation>1 varian untuk dipesan</translation>
    </message>
    <message>
        <source>%1 variants to order</source>
        <translation>%1 varian untuk dipesan</translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation>1 barang</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 barang</translation>
    </message>
    <message>
        <source>%1 variants are low or out of stock</source>
        <translation>%1 varian menipis atau habis</translation>
    </message>
    <message>
        <source>1 variant is low</source>
        <translation>1 varian menipis</translation>
    </message>
    <message>
        <source>%1 variants are low</source>
        <translation>%1 varian menipis</translation>
    </message>
    <message>
        <source>1 variant is out of stock</source>
        <translation>1 varian habis</translation>
    </message>
    <message>
        <source>%1 variants are out of stock</source>
        <translation>%1 varian habis</translation>
    </message>
    <message>
        <source>%1 low and %2 out of stock</source>
        <extracomment>&quot;9 low and 4 out of stock&quot;</extracomment>
        <translation>%1 menipis dan %2 habis</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Daftar tidak dapat dibaca</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Belum ada produk</translation>
    </message>
    <message>
        <source>What runs low shows here, with how much to order.</source>
        <translation>Yang menipis tampil di sini, lengkap dengan jumlah yang perlu dipesan.</translation>
    </message>
    <message>
        <source>Create a product</source>
        <translation>Buat produk</translation>
    </message>
    <message>
        <source>Name, category, price and opening stock</source>
        <translation>Nama, kategori, harga, dan stok awal</translation>
    </message>
    <message>
        <source>Nothing is running low</source>
        <translation>Tidak ada yang menipis</translation>
    </message>
    <message>
        <source>A variant shows here when fewer are available than its “Low below”.</source>
        <translation>Varian tampil di sini bila yang tersedia kurang dari “Menipis di bawah”-nya.</translation>
    </message>
    <message>
        <source>Sold per week</source>
        <translation>Terjual per minggu</translation>
    </message>
    <message>
        <source>Suggested: up to twice “Low below”, and one week&apos;s sales. Type over a quantity to change it.</source>
        <translation>Saran: sampai dua kali “Menipis di bawah”, ditambah penjualan seminggu. Ketik di atas jumlahnya untuk mengubah.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ResultsView</name>
    <message>
        <source>More could not be fetched. Try again</source>
        <translation>Selebihnya tidak bisa diambil. Coba lagi</translation>
    </message>
    <message>
        <source>Nothing of this was seen before</source>
        <translation>Belum ada yang seperti ini pernah dilihat</translation>
    </message>
    <message>
        <source>The search did not work</source>
        <translation>Pencarian tidak berhasil</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Ask the marketplace again</source>
        <translation>Tanyakan lagi ke pasar</translation>
    </message>
    <message>
        <source>Nothing matches these filters</source>
        <translation>Tidak ada yang cocok dengan filter ini</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>“%1” tidak ditemukan</translation>
    </message>
    <message>
        <source>Another spelling or fewer words may find more.</source>
        <translation>Ejaan lain atau kata yang lebih sedikit mungkin menemukan lebih banyak.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Hapus filter</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Cari di semuanya</translation>
    </message>
    <message>
        <source>Back to the first page</source>
        <translation>Kembali ke halaman pertama</translation>
    </message>
    <message>
        <source>Go to Browse</source>
        <translation>Ke Jelajah</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::RevenueChart</name>
    <message>
        <source>%1: %2 ordered, %3 of it completed, %4: %5</source>
        <translation>%1: %2 dipesan, %3 di antaranya selesai, %4: %5</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ReviewDelegate</name>
    <message>
        <source>Reply</source>
        <translation>Balas</translation>
    </message>
    <message>
        <source>Edit reply</source>
        <translation>Ubah balasan</translation>
    </message>
    <message>
        <source>Reply rejected</source>
        <translation>Balasan ditolak</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Balasan Anda</translation>
    </message>
    <message>
        <source>Your reply, %1</source>
        <translation>Balasan Anda, %1</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ReviewDialog</name>
    <message>
        <source>In your words (may stay empty)</source>
        <translation>Dengan kata Anda (boleh kosong)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Send the review</source>
        <translation>Kirim ulasan</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Ulasan</translation>
    </message>
    <message>
        <source>How good was it? Press 1 to 5.</source>
        <translation>Seberapa baik? Tekan 1 sampai 5.</translation>
    </message>
    <message>
        <source>Give one to five stars first.</source>
        <translation>Beri satu sampai lima bintang dulu.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Paling banyak %1 karakter.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ReviewList</name>
    <message>
        <source>The store&apos;s reply</source>
        <translation>Balasan toko</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Ulasan</translation>
    </message>
    <message>
        <source>More reviews</source>
        <translation>Ulasan lain</translation>
    </message>
    <message>
        <source>The reviews cannot be read now.</source>
        <translation>Ulasan tidak bisa dibaca sekarang.</translation>
    </message>
    <message>
        <source>These ratings came without words.</source>
        <translation>Penilaian ini tanpa kata-kata.</translation>
    </message>
    <message>
        <source>Nobody has reviewed this yet.</source>
        <translation>Belum ada yang mengulas ini.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ReviewPanel</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Kembali (Esc)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Tidak berubah</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Salah</translation>
    </message>
    <message>
        <source>Save wrong rows…</source>
        <translation>Simpan baris salah…</translation>
    </message>
    <message>
        <source>Format: %1</source>
        <translation>Format: %1</translation>
    </message>
    <message>
        <source>Separator: %1</source>
        <translation>Pemisah: %1</translation>
    </message>
    <message>
        <source>Encoding: %1</source>
        <translation>Pengodean teks: %1</translation>
    </message>
    <message>
        <source>Numbers: %1</source>
        <translation>Angka: %1</translation>
    </message>
    <message>
        <source>Checking every row. Nothing is changed yet.</source>
        <translation>Memeriksa setiap baris. Belum ada yang diubah.</translation>
    </message>
    <message>
        <source>Importing. What is in stays in when you stop.</source>
        <translation>Mengimpor. Yang sudah masuk tetap masuk jika Anda berhenti.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Import 1 product</source>
        <translation>Impor 1 produk</translation>
    </message>
    <message>
        <source>Import %1 products</source>
        <translation>Impor %1 produk</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Impor %1</translation>
    </message>
    <message>
        <source>No row can go in yet. Mend the wrong ones and choose the file again.</source>
        <translation>Belum ada baris yang bisa masuk. Perbaiki yang salah, lalu pilih file lagi.</translation>
    </message>
    <message>
        <source>Your store has all of this already: nothing would change.</source>
        <translation>Toko Anda sudah memiliki semuanya: tidak ada yang akan berubah.</translation>
    </message>
    <message>
        <source>1 wrong row stays out.</source>
        <translation>1 baris salah tidak ikut masuk.</translation>
    </message>
    <message>
        <source>%1 wrong rows stay out.</source>
        <translation>%1 baris salah tidak ikut masuk.</translation>
    </message>
    <message>
        <source>Every row is fine.</source>
        <translation>Semua baris benar.</translation>
    </message>
    <message>
        <source>Import 1 product (%1 variants)</source>
        <translation>Impor 1 produk (%1 varian)</translation>
    </message>
    <message>
        <source>Import %1 products (%2 variants)</source>
        <translation>Impor %1 produk (%2 varian)</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ReviewsModel</name>
    <message>
        <source>%1 of 5 stars, %2. %3</source>
        <translation>%1 dari 5 bintang, %2. %3</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ReviewsPage</name>
    <message>
        <source>Draft discarded</source>
        <translation>Konsep dibuang</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>&lt;b&gt;The reviews could not be read again.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Ulasan tidak dapat dibaca ulang.&lt;/b&gt; %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>The reviews could not be read</source>
        <translation>Ulasan tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Nothing of your data has been changed</source>
        <translation>Data Anda tidak berubah</translation>
    </message>
    <message>
        <source>No reviews yet</source>
        <translation>Belum ada ulasan</translation>
    </message>
    <message>
        <source>Buyers can review what was delivered to them.</source>
        <translation>Pembeli dapat mengulas barang yang sudah mereka terima.</translation>
    </message>
    <message>
        <source>Every review is answered</source>
        <translation>Semua ulasan sudah dibalas</translation>
    </message>
    <message>
        <source>New ones show up here by themselves.</source>
        <translation>Ulasan baru muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>Show all reviews</source>
        <translation>Tampilkan semua ulasan</translation>
    </message>
    <message>
        <source>Also those you have answered</source>
        <translation>Juga yang sudah Anda balas</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>No review matches the search and the filters.</source>
        <translation>Tidak ada ulasan yang cocok dengan pencarian dan filter.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Hapus pencarian dan filter</translation>
    </message>
    <message>
        <source>Show all reviews again</source>
        <translation>Tampilkan lagi semua ulasan</translation>
    </message>
    <message>
        <source>The reply could not be saved on this computer: %1</source>
        <translation>Balasan tidak dapat disimpan di komputer ini: %1</translation>
    </message>
    <message>
        <source>Reply removed</source>
        <translation>Balasan dihapus</translation>
    </message>
    <message>
        <source>Reply saved</source>
        <translation>Balasan disimpan</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Ulasan</translation>
    </message>
    <message>
        <source>Search the reviews</source>
        <translation>Cari ulasan</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Ctrl F</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>Belum dibalas</translation>
    </message>
    <message>
        <source>Which reviews</source>
        <translation>Ulasan yang mana</translation>
    </message>
    <message>
        <source>Reading the reviews…</source>
        <translation>Membaca ulasan…</translation>
    </message>
    <message>
        <source>Search words, people, products</source>
        <translation>Cari kata, orang, produk</translation>
    </message>
    <message>
        <source>&lt;b&gt;The reply was not accepted.&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Balasan tidak diterima.&lt;/b&gt; %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 replies were not accepted.&lt;/b&gt; The first: %2</source>
        <translation>&lt;b&gt;%1 balasan tidak diterima.&lt;/b&gt; Yang pertama: %2</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Kosongkan pencarian</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>Bahasa dan tampilan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Stronger lines and text</source>
        <translation>Garis dan teks lebih tegas</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>%1, seller</source>
        <translation>%1, penjual</translation>
    </message>
    <message>
        <source>%1, buyer</source>
        <translation>%1, pembeli</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Pasar</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar dari akun</translation>
    </message>
    <message>
        <source>Changes that are still waiting stay on this computer for your next sign-in.</source>
        <translation>Perubahan yang masih menunggu tetap di komputer ini sampai Anda masuk lagi.</translation>
    </message>
    <message>
        <source>Name, password and security…</source>
        <translation>Nama, kata sandi, dan keamanan…</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>Tell me about new orders and low stock</source>
        <translation>Beri tahu saya tentang pesanan baru dan stok menipis</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::SheetOutlet</name>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Could not be printed: %1</source>
        <translation>Tidak dapat dicetak: %1</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 tidak dapat disimpan: %2</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Tercetak</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Disimpan sebagai %1</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Excel…</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>CSV with semicolons…</source>
        <translation>CSV dengan titik koma…</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ShelfModel</name>
    <message>
        <source>%1, %2, %3 there</source>
        <translation>%1, %2, ada %3</translation>
    </message>
    <message>
        <source>%1, %2, sold out</source>
        <translation>%1, %2, habis</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ShelfView</name>
    <message>
        <source>Sold out</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Tinggal %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>mulai %1</translation>
    </message>
    <message>
        <source>%1 in the cart</source>
        <translation>%1 di keranjang</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Pilih</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>%1 in stock</source>
        <translation>Ada %1</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ShipDialog</name>
    <message>
        <source>Ship order %1</source>
        <translation>Kirim pesanan %1</translation>
    </message>
    <message>
        <source>Ship %1 orders</source>
        <translation>Kirim %1 pesanan</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>Kurir</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Nomor resi</translation>
    </message>
    <message>
        <source>Tracking numbers</source>
        <translation>Nomor resi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>Type or paste it</source>
        <translation>Ketik atau tempel</translation>
    </message>
    <message>
        <source>Paste tracking numbers as a block, one per line.</source>
        <translation>Tempel nomor resi sekaligus, satu per baris.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ShopTexts</name>
    <message>
        <source>New, no reviews yet</source>
        <translation>Baru, belum ada ulasan</translation>
    </message>
    <message>
        <source>%1 sold</source>
        <translation>%1 terjual</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>mulai %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Besok</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 hari</translation>
    </message>
    <message>
        <source>%1–%2 days</source>
        <translation>%1–%2 hari</translation>
    </message>
    <message>
        <source>The marketplace does not answer. Check the connection and try again.</source>
        <translation>Pasar tidak menjawab. Periksa sambungan dan coba lagi.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on.</source>
        <translation>Sesi Anda berakhir. Masuk lagi untuk melanjutkan.</translation>
    </message>
    <message>
        <source>This computer could not save that. Is the disk full?</source>
        <translation>Komputer ini tidak bisa menyimpannya. Apakah disk penuh?</translation>
    </message>
    <message>
        <source>Nobody knows any more whether your last order went through. Look into My orders before you order again.</source>
        <translation>Tidak diketahui lagi apakah pesanan terakhir Anda berhasil. Lihat Pesanan saya sebelum memesan lagi.</translation>
    </message>
    <message>
        <source>The cart is full: it holds 200 different goods.</source>
        <translation>Keranjang penuh: isinya paling banyak 200 macam barang.</translation>
    </message>
    <message>
        <source>That is more than a cart can hold.</source>
        <translation>Itu lebih banyak daripada yang muat di keranjang.</translation>
    </message>
    <message>
        <source>The marketplace gave an answer that Belanjain does not understand. Try again later.</source>
        <translation>Pasar memberi jawaban yang tidak dimengerti Belanjain. Coba lagi nanti.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Dipesan</translation>
    </message>
    <message>
        <source>Being packed</source>
        <translation>Dikemas</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Dalam perjalanan</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ShortcutsDialog</name>
    <message>
        <source>Search keys</source>
        <translation>Cari pintasan</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pintasan keyboard</translation>
    </message>
    <message>
        <source>No key for that</source>
        <translation>Tidak ada pintasan untuk itu</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc menutup</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::SignInPage</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock sedang menyala.</translation>
    </message>
    <message>
        <source>Enter your email address.</source>
        <translation>Masukkan alamat email Anda.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Masukkan kata sandi Anda.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ganti</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>From your authenticator app, or one of your recovery codes</source>
        <translation>Dari aplikasi autentikator Anda, atau salah satu kode pemulihan</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Tetap masuk di komputer ini</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Sedang masuk…</translation>
    </message>
    <message>
        <source>No account yet?</source>
        <translation>Belum punya akun?</translation>
    </message>
    <message>
        <source>Try a sample store</source>
        <translation>Coba toko contoh</translation>
    </message>
    <message>
        <source>%1 at %2, without a password</source>
        <translation>%1 di %2, tanpa kata sandi</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Browse without an account</source>
        <translation>Lihat-lihat tanpa akun</translation>
    </message>
    <message>
        <source>If you have forgotten the password, whoever runs the marketplace can set a new one.</source>
        <translation>Jika Anda lupa kata sandi, pengelola pasar dapat membuatkan yang baru.</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Kembali ke keranjang</translation>
    </message>
    <message>
        <source>Sign in or register to order. Your cart comes along.</source>
        <translation>Masuk atau daftar untuk memesan. Isi keranjang Anda ikut terbawa.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::SignOutDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Sign out and keep</source>
        <translation>Keluar dan simpan</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar dari akun</translation>
    </message>
    <message>
        <source>They stay on this computer and are sent when you sign in here again. Nobody else who signs in here sees them.</source>
        <translation>Perubahan itu tetap di komputer ini dan dikirim saat Anda masuk lagi di sini. Orang lain yang masuk di sini tidak melihatnya.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not been sent yet</source>
        <translation>
            <numerusform>%n perubahan belum terkirim</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything has been sent</source>
        <translation>Semuanya sudah terkirim</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Mengirim…</translation>
    </message>
    <message>
        <source>Send first</source>
        <translation>Kirim dulu</translation>
    </message>
    <message>
        <source>You are working offline. Go online to send them first.</source>
        <translation>Anda bekerja offline. Sambungkan kembali untuk mengirimnya dulu.</translation>
    </message>
    <message>
        <source>The marketplace has ended this sign-in, so that nothing can be sent before you sign in again.</source>
        <translation>Pasar telah mengakhiri sesi ini, sehingga tidak ada yang dapat dikirim sebelum Anda masuk lagi.</translation>
    </message>
    <message>
        <source>They could not be sent: the marketplace does not answer, or takes long.</source>
        <translation>Tidak dapat dikirim: pasar tidak menjawab, atau terlalu lama.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::SpecificationsEditor</name>
    <message>
        <source>Add a specification</source>
        <translation>Tambah spesifikasi</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Bahan</translation>
    </message>
    <message>
        <source>What is specified</source>
        <translation>Nama spesifikasi</translation>
    </message>
    <message>
        <source>Its value</source>
        <translation>Isinya</translation>
    </message>
    <message>
        <source>Remove the specification</source>
        <translation>Hapus spesifikasi</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StarPicker</name>
    <message>
        <source>No stars given yet</source>
        <translation>Belum diberi bintang</translation>
    </message>
    <message>
        <source>%1 of 5 stars</source>
        <translation>%1 dari 5 bintang</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::Stars</name>
    <message>
        <source>%1 of 5 stars</source>
        <translation>%1 dari 5 bintang</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StatusStrip</name>
    <message>
        <source>Signed out</source>
        <translation>Belum masuk</translation>
    </message>
    <message>
        <source>Offline. All changes are kept on this computer</source>
        <translation>Offline. Semua perubahan disimpan di komputer ini</translation>
    </message>
    <message>
        <source>The marketplace on this computer does not answer. Changes are kept</source>
        <translation>Pasar di komputer ini tidak menjawab. Perubahan tetap disimpan</translation>
    </message>
    <message>
        <source>%1 does not answer. Changes are kept on this computer</source>
        <translation>%1 tidak menjawab. Perubahan disimpan di komputer ini</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>Connecting to the marketplace on this computer</source>
        <translation>Menyambungkan ke pasar di komputer ini</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Menyambungkan ke %1</translation>
    </message>
    <message>
        <source>Fetching your store: %1 of %2 rows</source>
        <translation>Mengambil toko Anda: %1 dari %2 baris</translation>
    </message>
    <message>
        <source>Fetching your store</source>
        <translation>Mengambil toko Anda</translation>
    </message>
    <message>
        <source>Syncing with the marketplace on this computer</source>
        <translation>Menyinkronkan dengan pasar di komputer ini</translation>
    </message>
    <message>
        <source>Syncing with %1</source>
        <translation>Menyinkronkan dengan %1</translation>
    </message>
    <message>
        <source>Connected to the marketplace on this computer</source>
        <translation>Tersambung ke pasar di komputer ini</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Tersambung ke %1</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sinkronkan sekarang</translation>
    </message>
    <message>
        <source>Your session has ended. Changes are kept until you sign in</source>
        <translation>Sesi Anda berakhir. Perubahan disimpan sampai Anda masuk</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n perubahan menunggu</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <translation>Sinkron terakhir %1</translation>
    </message>
    <message>
        <source>Total available &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Jumlah tersedia &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Value &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Nilai &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Bekerja offline</translation>
    </message>
    <message>
        <source>The marketplace on this computer is older than this program. Changes are kept until it is updated</source>
        <translation>Pasar di komputer ini lebih lama daripada program ini. Perubahan disimpan sampai pasar diperbarui</translation>
    </message>
    <message>
        <source>%1 is older than this program. Changes are kept until it is updated</source>
        <translation>%1 lebih lama daripada program ini. Perubahan disimpan sampai pasar diperbarui</translation>
    </message>
    <message>
        <source>Syncing is paused. Changes are kept on this computer</source>
        <translation>Sinkronisasi dijeda. Perubahan disimpan di komputer ini</translation>
    </message>
    <message>
        <source>This program is too old for the marketplace. Please update it; changes are kept until then</source>
        <translation>Program ini terlalu lama untuk marketplace ini. Perbarui dahulu; perubahan tetap disimpan</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Kembali online</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StockHistoryPanel</name>
    <message>
        <source>Reading…</source>
        <translation>Membaca…</translation>
    </message>
    <message>
        <source>Nothing has happened to this stock yet.</source>
        <translation>Stok ini belum pernah berubah.</translation>
    </message>
    <message>
        <source>As last seen on %1. Newer moves show once you are online.</source>
        <translation>Seperti terakhir terlihat %1. Perubahan yang lebih baru tampil saat Anda online.</translation>
    </message>
    <message>
        <source>The marketplace cannot be reached. Newer moves show once you are online.</source>
        <translation>Marketplace tidak terjangkau. Perubahan yang lebih baru tampil saat Anda online.</translation>
    </message>
    <message>
        <source>You have not looked at this history on this computer before. It shows once you are online.</source>
        <translation>Riwayat ini belum pernah dibuka di komputer ini. Riwayat tampil saat Anda online.</translation>
    </message>
    <message>
        <source>The marketplace could not show the history. Try again later.</source>
        <translation>Marketplace tidak dapat menampilkan riwayat. Coba lagi nanti.</translation>
    </message>
    <message>
        <source>Stock history</source>
        <translation>Riwayat stok</translation>
    </message>
    <message>
        <source>Close the stock history</source>
        <translation>Tutup riwayat stok</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Tutup (Esc)</translation>
    </message>
    <message>
        <source>Counted %1</source>
        <translation>Dihitung %1</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Disesuaikan</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>belum terkirim</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>di komputer ini</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Dipesan</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Pesanan dibatalkan</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>%1 on hand</source>
        <translation>fisik %1</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>Stok awal</translation>
    </message>
    <message>
        <source>1 piece</source>
        <translation>1 barang</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 barang</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StocktakeModel</name>
    <message>
        <source>%1 since it was counted. The difference is added to the stock of now: %2.</source>
        <translation>%1 sejak dihitung. Selisihnya ditambahkan ke stok sekarang: %2.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Tercatat</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StocktakePage</name>
    <message>
        <source>Undone: %1</source>
        <translation>Diurungkan: %1</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Semua kategori</translation>
    </message>
    <message>
        <source>%1 is not known</source>
        <translation>%1 tidak dikenal</translation>
    </message>
    <message>
        <source>Link to a variant…</source>
        <translation>Tautkan ke varian…</translation>
    </message>
    <message>
        <source>%1 of %2 variants counted</source>
        <translation>%1 dari %2 varian sudah dihitung</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>dimulai %1</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Tidak ada selisih</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 selisih</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 selisih</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 barang</translation>
    </message>
    <message>
        <source>Kept on this computer until you apply it</source>
        <translation>Disimpan di komputer ini sampai Anda terapkan</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Apply 1 difference</source>
        <translation>Terapkan 1 selisih</translation>
    </message>
    <message>
        <source>Apply %1 differences</source>
        <translation>Terapkan %1 selisih</translation>
    </message>
    <message>
        <source>Stocktake</source>
        <translation>Stok opname</translation>
    </message>
    <message>
        <source>Stocktake undone</source>
        <translation>Stok opname diurungkan</translation>
    </message>
    <message>
        <source>&lt;b&gt;Everything agrees.&lt;/b&gt; Nothing had to be changed.</source>
        <translation>&lt;b&gt;Semuanya cocok.&lt;/b&gt; Tidak ada yang perlu diubah.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The stock of 1 variant is corrected.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Stok 1 varian sudah dikoreksi.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The stock of %1 variants is corrected.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Stok %1 varian sudah dikoreksi.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>%1 could not be applied and stay here: %2</source>
        <translation>%1 tidak dapat diterapkan dan tetap di sini: %2</translation>
    </message>
    <message>
        <source>1 count applied.</source>
        <translation>1 hitungan diterapkan.</translation>
    </message>
    <message>
        <source>%1 counts applied.</source>
        <translation>%1 hitungan diterapkan.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Applied on %1</source>
        <translation>Diterapkan pada %1</translation>
    </message>
    <message>
        <source>Draft of %1, not applied</source>
        <translation>Draf %1, belum diterapkan</translation>
    </message>
    <message>
        <source>stocktake</source>
        <translation>stok-opname</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opsi</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Tercatat</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>Moved since</source>
        <translation>Bergerak sejak itu</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Back to the stock</source>
        <translation>Kembali ke stok</translation>
    </message>
    <message>
        <source>Back to the stock (Esc). The counts are kept.</source>
        <translation>Kembali ke stok (Esc). Hitungan tetap disimpan.</translation>
    </message>
    <message>
        <source>Save or print</source>
        <translation>Simpan atau cetak</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Buang…</translation>
    </message>
    <message>
        <source>Scan or type a code, then Enter</source>
        <translation>Pindai atau ketik kode, lalu Enter</translation>
    </message>
    <message>
        <source>Barcode, SKU or number of pieces</source>
        <translation>Barcode, SKU, atau jumlah barang</translation>
    </message>
    <message>
        <source>Category to count</source>
        <translation>Kategori yang dihitung</translation>
    </message>
    <message>
        <source>Not counted yet</source>
        <translation>Belum dihitung</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Hitungan</translation>
    </message>
    <message>
        <source>Unknown codes</source>
        <translation>Kode tak dikenal</translation>
    </message>
    <message>
        <source>%1 of 1 variant counted</source>
        <translation>%1 dari 1 varian dihitung</translation>
    </message>
    <message>
        <source>%1 piece</source>
        <translation>%1 barang</translation>
    </message>
    <message>
        <source>1 variant counted</source>
        <translation>1 varian dihitung</translation>
    </message>
    <message>
        <source>%1 variants counted</source>
        <translation>%1 varian dihitung</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Diulangi: %1</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Abaikan</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Belum ada produk</translation>
    </message>
    <message>
        <source>Once there are products, their stock is counted here.</source>
        <translation>Setelah ada produk, stoknya dihitung di sini.</translation>
    </message>
    <message>
        <source>Create a product</source>
        <translation>Buat produk</translation>
    </message>
    <message>
        <source>Name, category, price and opening stock</source>
        <translation>Nama, kategori, harga, dan stok awal</translation>
    </message>
    <message>
        <source>Everything here is counted</source>
        <translation>Semua di sini sudah dihitung</translation>
    </message>
    <message>
        <source>What you have counted is under “%1”.</source>
        <translation>Yang sudah Anda hitung ada di “%1”.</translation>
    </message>
    <message>
        <source>Scan the first item</source>
        <translation>Pindai barang pertama</translation>
    </message>
    <message>
        <source>Scan a barcode, or type a barcode or SKU and press Enter.
Each scan counts one piece; type a number to set how many there are of the item scanned last.</source>
        <translation>Pindai barcode, atau ketik barcode atau SKU lalu tekan Enter.
Setiap pindaian menghitung satu barang; ketik angka untuk mengisi jumlah barang yang terakhir dipindai.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StoreMenu</name>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Bekerja offline</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar dari akun</translation>
    </message>
    <message>
        <source>Store mode…</source>
        <translation>Mode toko…</translation>
    </message>
    <message>
        <source>Sign in or register</source>
        <translation>Masuk atau daftar</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Kembali online</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Bahasa: %1</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StoreModePage</name>
    <message>
        <source>%1 is in the cart</source>
        <translation>%1 masuk keranjang</translation>
    </message>
    <message>
        <source>There are no more of %1</source>
        <translation>%1 tidak ada lagi</translation>
    </message>
    <message>
        <source>This is not sold here any more</source>
        <translation>Barang ini tidak dijual lagi di sini</translation>
    </message>
    <message>
        <source>Offline, stock as of %1</source>
        <translation>Offline, stok dari pukul %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>The goods cannot be read</source>
        <translation>Barang tidak bisa dibaca</translation>
    </message>
    <message>
        <source>Please ask at the counter.</source>
        <translation>Silakan tanya di kasir.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Nothing is for sale yet</source>
        <translation>Belum ada yang dijual</translation>
    </message>
    <message>
        <source>What the store puts up shows here at once.</source>
        <translation>Yang dipasang toko langsung terlihat di sini.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message>
        <source>Try another word, or look through everything.</source>
        <translation>Coba kata lain, atau lihat semuanya.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Pick what you like and order it here</source>
        <translation>Pilih barang, lalu pesan di sini</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Leave store mode</source>
        <translation>Keluar dari mode toko</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Anda masih di sini?</translation>
    </message>
    <message numerus="yes">
        <source>In %n second(s) the cart is emptied for whoever comes next.</source>
        <translation>
            <numerusform>Dalam %n detik keranjang dikosongkan untuk pelanggan berikutnya.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty it now</source>
        <translation>Kosongkan sekarang</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Cari barang</translation>
    </message>
    <message>
        <source>Yes, continue</source>
        <translation>Ya, lanjutkan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StorePage</name>
    <message>
        <source>Saved. It is sent to the marketplace by itself.</source>
        <translation>Tersimpan. Perubahan dikirim ke pasar dengan sendirinya.</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>Tidak ada yang diubah: %1</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Perubahan belum disimpan</translation>
    </message>
    <message>
        <source>The store&apos;s profile has changes that are not saved.</source>
        <translation>Profil toko memiliki perubahan yang belum disimpan.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Buang perubahan</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Lanjut mengubah</translation>
    </message>
    <message>
        <source>Store profile</source>
        <translation>Profil toko</translation>
    </message>
    <message>
        <source>What buyers see of your store, and what counts as low stock.</source>
        <translation>Yang dilihat pembeli dari toko Anda, dan batas stok menipis.</translation>
    </message>
    <message>
        <source>Store name</source>
        <translation>Nama toko</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>City or regency, as buyers see it</source>
        <translation>Kota atau kabupaten, seperti yang dilihat pembeli</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
    <message>
        <source>What buyers read on your store&apos;s page</source>
        <translation>Yang dibaca pembeli di halaman toko Anda</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>Ctrl S</source>
        <translation>Ctrl S</translation>
    </message>
    <message>
        <source>Western Indonesia Time (WIB), Jakarta</source>
        <translation>Waktu Indonesia Barat (WIB), Jakarta</translation>
    </message>
    <message>
        <source>Central Indonesia Time (WITA), Makassar</source>
        <translation>Waktu Indonesia Tengah (WITA), Makassar</translation>
    </message>
    <message>
        <source>Eastern Indonesia Time (WIT), Jayapura</source>
        <translation>Waktu Indonesia Timur (WIT), Jayapura</translation>
    </message>
    <message>
        <source>Decides when your store&apos;s day begins and ends, for figures and dates</source>
        <translation>Menentukan kapan hari toko dimulai dan berakhir, untuk angka dan tanggal</translation>
    </message>
    <message>
        <source>Low stock: fewer than</source>
        <translation>Stok menipis: kurang dari</translation>
    </message>
    <message>
        <source>Variants with fewer pieces than this are low, unless they have a limit of their own</source>
        <translation>Varian dengan jumlah kurang dari ini menipis, kecuali punya batas sendiri</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StoreView</name>
    <message>
        <source>%1 of 5 stars</source>
        <translation>%1 dari 5 bintang</translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation>%1 produk</translation>
    </message>
    <message>
        <source>1 product</source>
        <translation>1 produk</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StoredCard</name>
    <message numerus="yes">
        <source>%n file(s) could not be deleted. Is another program using them?</source>
        <translation>
            <numerusform>%n berkas tidak dapat dihapus. Apakah dipakai program lain?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete what was set aside?</source>
        <translation>Hapus yang disisihkan?</translation>
    </message>
    <message>
        <source>These are damaged files, kept in case somebody can still read an edit out of them that was lost. Belanjain itself does not need them. Deleted, they are gone.</source>
        <translation>Ini berkas rusak, disimpan kalau-kalau perubahan yang hilang masih dapat dibaca darinya. Belanjain sendiri tidak memerlukannya. Yang dihapus tidak dapat kembali.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Mencari…</translation>
    </message>
    <message>
        <source>Your sign-in is kept</source>
        <translation>Info masuk disimpan</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Data for working offline</source>
        <translation>Data untuk bekerja offline</translation>
    </message>
    <message>
        <source>Log of edits</source>
        <translation>Catatan perubahan</translation>
    </message>
    <message>
        <source>Pictures that were looked at</source>
        <translation>Gambar yang pernah dilihat</translation>
    </message>
    <message>
        <source>Pictures to be uploaded</source>
        <translation>Gambar yang akan diunggah</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), %1</source>
        <translation>
            <numerusform>%n kali, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; last %2</source>
        <translation>%1; terakhir %2</translation>
    </message>
    <message>
        <source>Damaged and set aside</source>
        <translation>Rusak dan disisihkan</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Di komputer ini</translation>
    </message>
    <message>
        <source>What Belanjain keeps here, so that it works without a connection.</source>
        <translation>Yang disimpan Belanjain di sini, agar dapat bekerja tanpa sambungan.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka foldernya</translation>
    </message>
    <message>
        <source>Clear the pictures</source>
        <translation>Hapus gambar</translation>
    </message>
    <message>
        <source>They are fetched again when they are needed. Those to be uploaded stay.</source>
        <translation>Gambar diambil lagi bila diperlukan. Yang akan diunggah tetap ada.</translation>
    </message>
    <message>
        <source>Delete what was set aside…</source>
        <translation>Hapus yang disisihkan…</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::Storefront</name>
    <message>
        <source>Your cart is kept.</source>
        <translation>Keranjang Anda disimpan.</translation>
    </message>
    <message>
        <source>%1 is in the cart</source>
        <translation>%1 masuk keranjang</translation>
    </message>
    <message>
        <source>See the cart</source>
        <translation>Lihat keranjang</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Jelajah</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Keranjang</translation>
    </message>
    <message>
        <source>Search products or a barcode</source>
        <translation>Cari produk atau barcode</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Back (Alt Left)</source>
        <translation>Kembali (Alt Kiri)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::SuggestBox</name>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ToastOutlet</name>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::TopProducts</name>
    <message>
        <source>Best sellers</source>
        <translation>Produk terlaris</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Terjual</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Omzet</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Nothing was sold in these days.</source>
        <translation>Tidak ada yang terjual pada hari-hari ini.</translation>
    </message>
    <message>
        <source>%1, %2 sold, %3</source>
        <translation>%1, %2 terjual, %3</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::TopRow</name>
    <message>
        <source>%1, %2 sold this week</source>
        <translation>%1, %2 terjual minggu ini</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::TransferPage</name>
    <message>
        <source>1 wrong row saved</source>
        <translation>1 baris salah disimpan</translation>
    </message>
    <message>
        <source>%1 wrong rows saved</source>
        <translation>%1 baris salah disimpan</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and go on with the import.</source>
        <translation>Disk penuh. Kosongkan sebagian ruang, lalu lanjutkan impor.</translation>
    </message>
    <message>
        <source>The import could not be saved on this computer.</source>
        <translation>Impor tidak dapat disimpan di komputer ini.</translation>
    </message>
    <message>
        <source>Choose a file of products</source>
        <translation>Pilih file produk</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabel (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua file (*)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>wrong-rows</source>
        <extracomment>Ends a file&apos;s name; no spaces.</extracomment>
        <translation>baris-salah</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Batalkan impor</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Impor dan ekspor</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::TwoFactorCard</name>
    <message>
        <source>The key is copied.</source>
        <translation>Kunci sudah disalin.</translation>
    </message>
    <message>
        <source>Two-step verification is off.</source>
        <translation>Verifikasi dua langkah tidak aktif.</translation>
    </message>
    <message>
        <source>A code from your phone besides the password, so that a stolen password is not enough.</source>
        <translation>Kode dari ponsel Anda di samping kata sandi, sehingga kata sandi yang dicuri saja tidak cukup.</translation>
    </message>
    <message>
        <source>It is off. When it is on, a code from an app on your phone is asked for besides the password, so that a stolen password is not enough.</source>
        <translation>Belum aktif. Bila aktif, selain kata sandi diminta kode dari aplikasi di ponsel Anda, sehingga kata sandi yang dicuri saja tidak cukup.</translation>
    </message>
    <message>
        <source>It is on, but its recovery codes did not arrive. Turn it off and set it up again to get new ones.</source>
        <translation>Sudah aktif, tetapi kode pemulihannya tidak sampai. Matikan lalu aktifkan lagi untuk mendapat yang baru.</translation>
    </message>
    <message>
        <source>It is on. At each sign-in a code from your app is asked for, or a recovery code.</source>
        <translation>Sudah aktif. Setiap kali masuk diminta kode dari aplikasi Anda, atau kode pemulihan.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Memeriksa…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Aktifkan</translation>
    </message>
    <message>
        <source>Two-step verification</source>
        <translation>Verifikasi dua langkah</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Aktifkan…</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Matikan…</translation>
    </message>
    <message>
        <source>QR code for an authenticator app; the key beside it says the same</source>
        <translation>Kode QR untuk aplikasi autentikator; kunci di sampingnya sama isinya</translation>
    </message>
    <message>
        <source>Scan it with your authenticator app</source>
        <translation>Pindai dengan aplikasi autentikator Anda</translation>
    </message>
    <message>
        <source>Scan this with an authenticator app on your phone, such as Aegis, Google Authenticator or FreeOTP.</source>
        <translation>Pindai ini dengan aplikasi autentikator di ponsel Anda, misalnya Aegis, Google Authenticator, atau FreeOTP.</translation>
    </message>
    <message>
        <source>Or type this key into the app:</source>
        <translation>Atau ketik kunci ini di aplikasi:</translation>
    </message>
    <message>
        <source>Key for the app</source>
        <translation>Kunci untuk aplikasi</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Salin kunci</translation>
    </message>
    <message>
        <source>Code from the app</source>
        <translation>Kode dari aplikasi</translation>
    </message>
    <message>
        <source>Six digits, a new one every 30 seconds</source>
        <translation>Enam angka, baru setiap 30 detik</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Kata sandi Anda</translation>
    </message>
    <message>
        <source>Code from the app, or a recovery code</source>
        <translation>Kode dari aplikasi, atau kode pemulihan</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Matikan</translation>
    </message>
    <message>
        <source>Leave it on</source>
        <translation>Biarkan aktif</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::UpkeepStrip</name>
    <message numerus="yes">
        <source>%n edit(s) that had not been sent were kept.</source>
        <translation>
            <numerusform>%n perubahan yang belum terkirim tetap tersimpan.</numerusform>
        </translation>
    </message>
    <message>
        <source>No edit was waiting to be sent, so none is lost.</source>
        <translation>Tidak ada perubahan yang menunggu dikirim, jadi tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Nobody can tell whether other edits were waiting: please look at what you changed last.</source>
        <translation>Tidak dapat dipastikan apakah ada perubahan lain yang menunggu: mohon periksa yang terakhir Anda ubah.</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be read: please look at what you changed last.</source>
        <translation>
            <numerusform>%n perubahan tidak terbaca: mohon periksa yang terakhir Anda ubah.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your products are fetched anew as soon as the marketplace can be reached; you can go on working then.</source>
        <translation>Produk Anda diambil kembali begitu pasar dapat dihubungi; setelah itu Anda dapat melanjutkan pekerjaan.</translation>
    </message>
    <message>
        <source>The damaged file is in %1.</source>
        <translation>Berkas yang rusak disimpan di %1.</translation>
    </message>
    <message>
        <source>Your data on this computer were damaged and are being fetched anew.</source>
        <translation>Data Anda di komputer ini rusak dan sedang diambil kembali.</translation>
    </message>
    <message>
        <source>Your data on this computer were damaged and have been fetched anew.</source>
        <translation>Data Anda di komputer ini rusak dan sudah diambil kembali.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka foldernya</translation>
    </message>
    <message numerus="yes">
        <source>The marketplace was restored from a backup. %n of your edits were sent again.</source>
        <translation>
            <numerusform>Pasar dipulihkan dari cadangan. %n perubahan Anda dikirim lagi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
    <message>
        <source>The marketplace would remove %1 of your %2 products. Nothing has been removed here yet.</source>
        <translation>Pasar akan menghapus %1 dari %2 produk Anda. Di sini belum ada yang dihapus.</translation>
    </message>
    <message>
        <source>Syncing is paused. Your changes are kept on this computer until you decide.</source>
        <translation>Sinkronisasi dijeda. Perubahan Anda disimpan di komputer ini sampai Anda memutuskan.</translation>
    </message>
    <message>
        <source>Syncing is paused until you decide. You can go on working; your changes are kept on this computer.</source>
        <translation>Sinkronisasi dijeda sampai Anda memutuskan. Anda dapat terus bekerja; perubahan Anda disimpan di komputer ini.</translation>
    </message>
    <message>
        <source>Keep as it is for now</source>
        <translation>Biarkan dulu</translation>
    </message>
    <message>
        <source>Show which</source>
        <translation>Lihat produknya</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Tanyakan lagi</translation>
    </message>
    <message>
        <source>Asks the marketplace whether it still means it</source>
        <translation>Menanyakan kepada pasar apakah penghapusan itu masih berlaku</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Terapkan</translation>
    </message>
    <message>
        <source>Products that would be removed</source>
        <translation>Produk yang akan dihapus</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>dan %1 lagi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::ValueChips</name>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>%1, press to take it away, F2 to rename it</source>
        <translation>%1, tekan untuk menghapusnya, F2 untuk mengganti namanya</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Ganti nama (F2)</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::VariantsDelegate</name>
    <message>
        <source>Add price</source>
        <translation>Isi harga</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Menipis</translation>
    </message>
    <message>
        <source>Add barcode</source>
        <translation>Isi barcode</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>Created automatically</source>
        <translation>Dibuat otomatis</translation>
    </message>
    <message>
        <source>Add weight</source>
        <translation>Isi berat</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::VariantsModel</name>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Tersedia</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::VariantsTable</name>
    <message>
        <source>%1 already uses this SKU</source>
        <translation>SKU ini sudah dipakai %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Pakai %1</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Ctrl C</source>
        <translation>Ctrl C</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Ctrl V</source>
        <translation>Ctrl V</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Isi ke bawah</translation>
    </message>
    <message>
        <source>Ctrl D</source>
        <translation>Ctrl D</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Leave out this variant</source>
        <translation>Tanpa varian ini</translation>
    </message>
    <message>
        <source>Ctrl Delete</source>
        <translation>Ctrl Delete</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::WaitingView</name>
    <message>
        <source>Number %1</source>
        <translation>Nomor %1</translation>
    </message>
    <message>
        <source>Number %1, %2</source>
        <translation>Nomor %1, %2</translation>
    </message>
    <message>
        <source>It was sent, and the answer did not arrive. Who sent it signs in again and orders it: nothing is bought twice.</source>
        <translation>Sudah dikirim, tetapi jawabannya belum sampai. Yang mengirim masuk lagi dan memesannya: tidak ada yang dibeli dua kali.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>Yes, remove it</source>
        <translation>Ya, hapus</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n barang</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Saved carts</source>
        <translation>Keranjang tersimpan</translation>
    </message>
    <message>
        <source>No cart is saved on this computer.</source>
        <translation>Tidak ada keranjang tersimpan di komputer ini.</translation>
    </message>
    <message>
        <source>They are saved on this computer. None of them is ordered, and nothing is reserved.</source>
        <translation>Keranjang ini disimpan di komputer ini. Belum ada yang dipesan, dan belum ada stok yang disisihkan.</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::WeekChart</name>
    <message>
        <source>Revenue of this week by day</source>
        <translation>Omzet minggu ini per hari</translation>
    </message>
    <message>
        <source>%1: %2, the week before %3</source>
        <translation>%1: %2, minggu sebelumnya %3</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Sen</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Sel</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Rab</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Kam</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Jum</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sab</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Minggu ini</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Minggu lalu</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::WelcomeStrip</name>
    <message>
        <source>Marketplace ready at %1</source>
        <translation>Pasar siap di %1</translation>
    </message>
</context>
</TS>
