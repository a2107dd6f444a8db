<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
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
        <source>Threshold</source>
        <translation>Batas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sinkron</translation>
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
        <source>All data stay on this computer until you connect it.</source>
        <translation>Semua data tetap di komputer ini sampai Anda menyambungkannya.</translation>
    </message>
    <message>
        <source>Choose where your marketplace is. You can change this later when you sign in.</source>
        <translation>Pilih tempat pasar Anda berada. Bisa diganti nanti saat masuk.</translation>
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
    <name>belanjain::ui::ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
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
        <source>Left empty, it gets your name</source>
        <translation>Bila kosong, toko memakai nama Anda</translation>
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
        <source>In this system&apos;s keychain</source>
        <translation>Di penyimpanan kunci sistem ini</translation>
    </message>
    <message>
        <source>In a file sealed with your passphrase, because this system has no keychain</source>
        <translation>Di berkas yang disegel dengan frasa sandi Anda, karena sistem ini tidak punya penyimpanan kunci</translation>
    </message>
    <message>
        <source>Only until Belanjain is closed, because this system has no keychain</source>
        <translation>Hanya sampai Belanjain ditutup, karena sistem ini tidak punya penyimpanan kunci</translation>
    </message>
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
        <source>Data on this computer</source>
        <translation>Data di komputer ini</translation>
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
        <source>Sign-in is kept</source>
        <translation>Info masuk disimpan</translation>
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
        <source>Register as a buyer or seller</source>
        <translation>Daftar sebagai pembeli atau penjual</translation>
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
        <source>Work online</source>
        <translation>Bekerja online</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Bekerja offline</translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StoreMenu</name>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Bekerja online</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Bekerja offline</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar dari akun</translation>
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
