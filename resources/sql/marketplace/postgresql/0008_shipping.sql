-- SPDX-License-Identifier: GPL-3.0-or-later
-- What sending a parcel costs. An operator may change these rows; the program asks them for every quote.

CREATE TABLE shipping_services (
    code    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name_id TEXT COLLATE "C" NOT NULL,
    name_en TEXT COLLATE "C" NOT NULL
);
INSERT INTO shipping_services (code, name_id, name_en) VALUES
    ('HARI_INI', 'Sampai hari ini', 'Same day'),
    ('EKSPRES', 'Ekspres', 'Express'),
    ('REGULER', 'Reguler', 'Regular'),
    ('EKONOMI', 'Ekonomi', 'Economy'),
    ('KARGO', 'Kargo (mulai 10 kg)', 'Cargo (from 10 kg)');

-- Between zones. Within a city the lane is CITY, within a province PROVINCE, whatever the zones.
CREATE TABLE shipping_lanes (
    origin_zone      TEXT COLLATE "C" NOT NULL,
    destination_zone TEXT COLLATE "C" NOT NULL,
    lane             TEXT COLLATE "C" NOT NULL CHECK (lane IN ('ZONE', 'NEAR', 'FAR', 'REMOTE')),
    PRIMARY KEY (origin_zone, destination_zone)
);
INSERT INTO shipping_lanes (origin_zone, destination_zone, lane) VALUES
    ('JAWA', 'JAWA', 'ZONE'),
    ('JAWA', 'SUMATERA', 'NEAR'),
    ('JAWA', 'BALI_NUSRA', 'NEAR'),
    ('JAWA', 'KALIMANTAN', 'FAR'),
    ('JAWA', 'SULAWESI', 'FAR'),
    ('JAWA', 'MALUKU_PAPUA', 'REMOTE'),
    ('SUMATERA', 'JAWA', 'NEAR'),
    ('SUMATERA', 'SUMATERA', 'ZONE'),
    ('SUMATERA', 'BALI_NUSRA', 'FAR'),
    ('SUMATERA', 'KALIMANTAN', 'FAR'),
    ('SUMATERA', 'SULAWESI', 'FAR'),
    ('SUMATERA', 'MALUKU_PAPUA', 'REMOTE'),
    ('BALI_NUSRA', 'JAWA', 'NEAR'),
    ('BALI_NUSRA', 'SUMATERA', 'FAR'),
    ('BALI_NUSRA', 'BALI_NUSRA', 'ZONE'),
    ('BALI_NUSRA', 'KALIMANTAN', 'FAR'),
    ('BALI_NUSRA', 'SULAWESI', 'FAR'),
    ('BALI_NUSRA', 'MALUKU_PAPUA', 'REMOTE'),
    ('KALIMANTAN', 'JAWA', 'FAR'),
    ('KALIMANTAN', 'SUMATERA', 'FAR'),
    ('KALIMANTAN', 'BALI_NUSRA', 'FAR'),
    ('KALIMANTAN', 'KALIMANTAN', 'ZONE'),
    ('KALIMANTAN', 'SULAWESI', 'FAR'),
    ('KALIMANTAN', 'MALUKU_PAPUA', 'REMOTE'),
    ('SULAWESI', 'JAWA', 'FAR'),
    ('SULAWESI', 'SUMATERA', 'FAR'),
    ('SULAWESI', 'BALI_NUSRA', 'FAR'),
    ('SULAWESI', 'KALIMANTAN', 'FAR'),
    ('SULAWESI', 'SULAWESI', 'ZONE'),
    ('SULAWESI', 'MALUKU_PAPUA', 'FAR'),
    ('MALUKU_PAPUA', 'JAWA', 'REMOTE'),
    ('MALUKU_PAPUA', 'SUMATERA', 'REMOTE'),
    ('MALUKU_PAPUA', 'BALI_NUSRA', 'REMOTE'),
    ('MALUKU_PAPUA', 'KALIMANTAN', 'REMOTE'),
    ('MALUKU_PAPUA', 'SULAWESI', 'FAR'),
    ('MALUKU_PAPUA', 'MALUKU_PAPUA', 'NEAR');

-- A service that has no row for a lane is not offered on it. base_price covers base_kilograms, every further
-- kilogram that is begun costs per_kilogram. max_kilograms 0 is no limit.
CREATE TABLE shipping_tariffs (
    service        TEXT COLLATE "C" NOT NULL REFERENCES shipping_services (code),
    lane           TEXT COLLATE "C" NOT NULL CHECK (lane IN ('CITY', 'PROVINCE', 'ZONE', 'NEAR', 'FAR', 'REMOTE')),
    base_price     BIGINT NOT NULL CHECK (base_price >= 0),
    base_kilograms BIGINT NOT NULL DEFAULT 1 CHECK (base_kilograms >= 1),
    per_kilogram   BIGINT NOT NULL CHECK (per_kilogram >= 0),
    max_kilograms  BIGINT NOT NULL DEFAULT 0 CHECK (max_kilograms >= 0),
    min_days       BIGINT NOT NULL CHECK (min_days >= 0),
    max_days       BIGINT NOT NULL CHECK (max_days >= min_days),
    PRIMARY KEY (service, lane)
);
INSERT INTO shipping_tariffs
    (service, lane, base_price, base_kilograms, per_kilogram, max_kilograms, min_days, max_days) VALUES
    ('HARI_INI', 'CITY', 25000, 5, 4000, 20, 0, 0),
    ('EKSPRES', 'CITY', 16000, 1, 14000, 50, 1, 1),
    ('EKSPRES', 'PROVINCE', 19000, 1, 17000, 50, 1, 1),
    ('EKSPRES', 'ZONE', 30000, 1, 28000, 50, 1, 2),
    ('EKSPRES', 'NEAR', 45000, 1, 42000, 50, 1, 2),
    ('EKSPRES', 'FAR', 62000, 1, 58000, 50, 2, 3),
    ('REGULER', 'CITY', 9000, 1, 8000, 0, 1, 2),
    ('REGULER', 'PROVINCE', 11000, 1, 10000, 0, 1, 3),
    ('REGULER', 'ZONE', 18000, 1, 18000, 0, 2, 4),
    ('REGULER', 'NEAR', 28000, 1, 27000, 0, 3, 5),
    ('REGULER', 'FAR', 38000, 1, 37000, 0, 3, 7),
    ('REGULER', 'REMOTE', 65000, 1, 64000, 0, 5, 10),
    ('EKONOMI', 'CITY', 7000, 1, 6000, 0, 2, 3),
    ('EKONOMI', 'PROVINCE', 8500, 1, 8000, 0, 2, 4),
    ('EKONOMI', 'ZONE', 13000, 1, 12500, 0, 4, 7),
    ('EKONOMI', 'NEAR', 20000, 1, 19500, 0, 5, 9),
    ('EKONOMI', 'FAR', 28000, 1, 27500, 0, 7, 12),
    ('EKONOMI', 'REMOTE', 48000, 1, 47000, 0, 9, 18),
    ('KARGO', 'CITY', 25000, 10, 2500, 0, 1, 3),
    ('KARGO', 'PROVINCE', 32000, 10, 3000, 0, 2, 4),
    ('KARGO', 'ZONE', 48000, 10, 4500, 0, 4, 8),
    ('KARGO', 'NEAR', 75000, 10, 7000, 0, 6, 12),
    ('KARGO', 'FAR', 105000, 10, 10000, 0, 8, 16),
    ('KARGO', 'REMOTE', 190000, 10, 18500, 0, 14, 28);

-- Said on the phone, a number is one order's on the whole marketplace.
CREATE UNIQUE INDEX orders_by_number ON orders (number);
