# SPDX-License-Identifier: GPL-3.0-or-later
"""Good calls of every kind, and the refusals that only one call knows."""
import base64
import hashlib
import hmac
import http.client
import struct
import time
import traceback
import zlib

from market import PASSWORD, fresh_id
from refusals import Sample

ADDRESS = {"recipient": "Budi Santoso", "phone": "081234567890", "street": "Jl. Kenanga 7", "city": "Bandung",
           "province": "Jawa Barat", "postcode": "40115"}


class World:
    def __init__(self, walk):
        self.walk = walk
        self.nobody = walk.client()
        self.sample = {"nobody": self.nobody}


def registered(world, name, role, **more):
    body = {"name": name, "email": name.split()[0].lower() + "@example.com", "password": PASSWORD, "role": role, **more}
    answer = world.nobody.post("/v1/auth/register", body).json
    client = world.walk.client(answer["accessToken"])
    client.user = answer["user"]
    client.refresh_token = answer["refreshToken"]
    return client


def people(world):
    world.ani = registered(world, "Ani Wijaya", "SELLER", storeName="Dapur Ani", storeLocation="Yogyakarta")
    world.eko = registered(world, "Eko Prasetyo", "SELLER")
    world.budi = registered(world, "Budi Santoso", "CUSTOMER")
    world.rina = registered(world, "Rina Hartati", "CUSTOMER")
    world.sample.update(SELLER=world.ani, CUSTOMER=world.budi)


def accounts(world):
    nobody, budi = world.nobody, world.budi
    join = {"name": "Sari Dewi", "email": "sari@example.com", "password": PASSWORD}
    first = nobody.post("/v1/auth/register", join, headers={"Idempotency-Key": "join"})
    again = nobody.post("/v1/auth/register", join, headers={"Idempotency-Key": "join"})
    assert again.body == first.body and again.headers["idempotency-replayed"] == "true"
    mismatch(nobody, "/v1/auth/register", join, "join")
    nobody.post("/v1/auth/register", join, 409, code="email_taken")
    for field, value, code in (("name", " ", "required"), ("name", "x" * 101, "too_long"), ("email", "sari", "email_malformed"),
                               ("password", "short", "too_short"), ("password", "password123", "password_common")):
        nobody.post("/v1/auth/register", {**join, "email": "s@example.com", field: value}, 422, code=code)
    login = {"email": "sari@example.com", "password": PASSWORD}
    sari = nobody.post("/v1/auth/login", login, 200, headers={"Idempotency-Key": "login"}).json
    mismatch(nobody, "/v1/auth/login", login, "login")
    nobody.post("/v1/auth/login", {**login, "password": "not hers at all"}, 401, code="bad_credentials")
    token = {"refreshToken": sari["refreshToken"]}
    renewed = nobody.post("/v1/auth/refresh", token, 200, headers={"Idempotency-Key": "refresh"}).json
    assert nobody.post("/v1/auth/refresh", token, 200).json["refreshToken"] == renewed["refreshToken"]
    mismatch(nobody, "/v1/auth/refresh", token, "refresh")
    nobody.post("/v1/auth/refresh", {"refreshToken": renewed["refreshToken"]}, 200)
    nobody.post("/v1/auth/refresh", token, 401, code="token_reused")
    nobody.post("/v1/auth/refresh", {"refreshToken": "x"}, 401, code="invalid_token")
    spare = {"refreshToken": nobody.post("/v1/auth/login", login, 200).json["refreshToken"]}
    nobody.post("/v1/auth/logout", spare, 204, headers={"Idempotency-Key": "logout"})
    mismatch(nobody, "/v1/auth/logout", spare, "logout")
    for _ in range(11):
        last = nobody.call("POST", "/v1/auth/login", {"email": "guess@example.com", "password": "guess guess"})
    assert last.code == "throttled"

    me = budi.get("/v1/me").json
    assert me["name"] == "Budi Santoso"
    budi.patch("/v1/me", {"name": "Budi S.", "language": "en"}, headers={"If-Match": '"v%d"' % me["version"]})
    budi.patch("/v1/me", {"name": "Budi Santoso"}, headers={"If-Match": "*"})
    budi.patch("/v1/me", {"name": ""}, 422, code="required")
    budi.patch("/v1/me", {"name": "x" * 101}, 422, code="too_long")
    changed = {"currentPassword": PASSWORD, "newPassword": "copper violin 77"}
    budi.post("/v1/me/password", changed, 204, headers={"Idempotency-Key": "password"})
    mismatch(budi, "/v1/me/password", changed, "password")
    for wanted, code in (("short", "too_short"), ("x" * 129, "too_long"), ("password123", "password_common")):
        budi.post("/v1/me/password", {"currentPassword": changed["newPassword"], "newPassword": wanted}, 422, code=code)
    rina = {"currentPassword": "not hers", "newPassword": "copper violin 77"}
    world.rina.post("/v1/me/password", rina, 422, code="wrong_password")
    for _ in range(10):
        last = world.rina.call("POST", "/v1/me/password", rina)
    assert last.code == "throttled"
    locked = registered(world, "Joko", "CUSTOMER")
    world.lock("joko@example.com")
    nobody.post("/v1/auth/login", {"email": "joko@example.com", "password": PASSWORD}, 403, code="account_locked")
    locked.get("/v1/me", 401, code="invalid_token")
    world.sample.update(
        register=Sample(nobody, body={"name": "Tono", "email": "tono@example.com", "password": PASSWORD}),
        login=Sample(nobody, body=login), refresh=Sample(nobody, body=token), logout=Sample(nobody, body=token),
        getMe=Sample(budi), updateMe=Sample(budi, body={"name": "Budi", "language": "id"}),
        changePassword=Sample(budi, body=changed))


def totp(secret, step):
    """The code of RFC 6238 for a 30-second step."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
    number = struct.unpack(">I", digest[digest[-1] & 15:][:4])[0] & 0x7fffffff
    return f"{number % 1000000:06d}"


def second_factor(world):
    nobody = world.nobody
    tia = registered(world, "Tia", "CUSTOMER")
    login = {"email": "tia@example.com", "password": PASSWORD}
    tia.post("/v1/me/2fa/confirm", {"otp": "123456"}, 409, code="two_factor_not_begun")
    secret = tia.post("/v1/me/2fa", None, 200, headers={"Idempotency-Key": "begin"}).json["secret"]
    tia.call("POST", "/v1/me/2fa?x=1", None, {"Idempotency-Key": "begin"}, expect=422, code="idempotency_mismatch")
    code = totp(secret, int(time.time()) // 30)
    wrong = "000000" if code != "000000" else "111111"
    tia.post("/v1/me/2fa/confirm", {"otp": wrong}, 422, code="otp_invalid")
    on = tia.post("/v1/me/2fa/confirm", {"otp": code}, 200, headers={"Idempotency-Key": "confirm"}).json
    mismatch(tia, "/v1/me/2fa/confirm", {"otp": code}, "confirm")
    tia.post("/v1/me/2fa/confirm", {"otp": code}, 409, code="two_factor_on")
    tia.post("/v1/me/2fa", None, 409, code="two_factor_on")
    nobody.post("/v1/auth/login", login, 401, code="otp_required")
    nobody.post("/v1/auth/login", {**login, "otp": code}, 401, code="otp_invalid")
    nobody.post("/v1/auth/login", {**login, "otp": on["recoveryCodes"][0]}, 200)
    nobody.post("/v1/auth/login", {**login, "otp": on["recoveryCodes"][1], "deviceId": "desk"}, 200)
    listed = tia.get("/v1/me/sessions?limit=1").json
    tia.get("/v1/me/sessions?limit=1&cursor=" + listed["nextCursor"])
    session = listed["items"][0]["id"]
    tia.call("DELETE", "/v1/me/sessions/" + session, expect=204)
    off = {"password": PASSWORD, "otp": on["recoveryCodes"][2]}
    tia.call("DELETE", "/v1/me/2fa", {**off, "password": "not hers at all"}, expect=422, code="wrong_password")
    tia.call("DELETE", "/v1/me/2fa", {**off, "otp": wrong}, expect=422, code="otp_invalid")
    tia.call("DELETE", "/v1/me/2fa", off, expect=204)
    tia.call("DELETE", "/v1/me/2fa", off, expect=409, code="two_factor_off")
    wira = registered(world, "Wira", "CUSTOMER")
    wira.post("/v1/me/2fa", None, 200)
    for _ in range(6):
        last = wira.call("POST", "/v1/me/2fa/confirm", {"otp": "nonsense"})
    assert last.code == "throttled"
    for _ in range(11):
        last = wira.call("DELETE", "/v1/me/2fa", {"password": "not his at all", "otp": "x"})
    assert last.code == "throttled"
    world.sample.update(
        enrolTwoFactor=Sample(tia), confirmTwoFactor=Sample(tia, body={"otp": code}), dropTwoFactor=Sample(tia, body=off),
        listSessions=Sample(tia), endSession=Sample(tia, path={"id": session}))


def stores(world):
    store = {"id": world.ani.user["storeId"]}
    path = "/v1/stores/" + store["id"]
    seen = world.nobody.get(path)
    edit = {"name": "Dapur Ani", "location": "Sleman", "description": "Alat dapur dan kopi.", "lowStockThreshold": 5,
            "timeZone": "Asia/Jakarta"}
    world.ani.patch(path, edit, headers={"If-Match": seen.headers["etag"]})
    world.ani.patch(path, edit, 412, headers={"If-Match": seen.headers["etag"]})
    world.eko.patch(path, edit, 403, code="forbidden")
    for field, value, code in (("name", "", "required"), ("location", "x" * 121, "too_long"), ("lowStockThreshold", -1, "out_of_range"),
                               ("timeZone", "Mars/Base", "unknown_time_zone")):
        world.ani.patch(path, {field: value}, 422, code=code)
    world.sample.update(getStore=Sample(world.nobody, store), updateStore=Sample(world.ani, store, body=edit))


def products(world):
    ani = world.ani
    shirt = {"name": "Kaos Batik Lengan Pendek", "description": "Katun halus, cap tangan.", "category": "Pakaian", "price": 85000, "stock": 12,
             "weightGrams": 200, "options": [{"name": "Warna", "values": ["Merah", "Biru"]}, {"name": "Ukuran", "values": ["M", "L"]}],
             "specifications": [{"label": "Bahan", "value": "Katun"}]}
    made = ani.post("/v1/products", shirt, headers={"Idempotency-Key": "shirt"})
    world.shirt = made.json
    assert world.shirt["available"] == 48 and len(world.shirt["variants"]) == 4
    again = ani.post("/v1/products", shirt, headers={"Idempotency-Key": "shirt"})
    assert again.body == made.body and again.headers["location"] == made.headers["location"]
    mismatch(ani, "/v1/products", shirt, "shirt")
    world.pan = ani.post("/v1/products", {"name": "Wajan Baja 30 cm", "category": "Dapur", "price": 150000, "stock": 5, "sku": "WJN-30"}).json
    world.coffee = world.eko.post("/v1/products", {"name": "Kopi Gayo 250 g", "category": "Minuman", "price": 72000, "stock": 40, "sku": "KOPI-250", "weightGrams": 250}).json
    plain = {"name": "Panci", "category": "Dapur", "price": 1000, "stock": 1}
    ani.post("/v1/products", {**plain, "sku": "WJN-30"}, 409, code="sku_taken")
    two = [{"name": "Ukuran", "values": ["S", "M"]}]
    for change, code in (({"name": " "}, "required"), ({"name": "x" * 201}, "too_long"), ({"price": 0}, "price_not_positive"),
                         ({"stock": -1}, "out_of_range"), ({"sku": "A*B"}, "sku_malformed"), ({"barcode": "x y"}, "barcode_malformed"),
                         ({"specifications": [{"label": "a", "value": "b"}] * 51}, "too_many"),
                         ({"options": [{"name": "Ukuran", "values": ["S", "S"]}]}, "duplicate"),
                         ({"options": two, "variants": [{"options": {"Warna": "S"}}]}, "options_mismatch"),
                         ({"options": two, "barcode": "8991234567890"}, "per_variant")):
        ani.post("/v1/products", {**plain, **change}, 422, code=code)

    path = "/v1/products/" + world.pan["id"]
    variant = world.pan["variants"][0]["id"]
    edit = {"name": "Wajan Baja 32 cm", "description": "Tanpa lapisan.", "category": "Dapur", "specifications": [{"label": "Diameter", "value": "32 cm"}],
            "variants": [{"id": variant, "price": 155000, "sku": "WJN-32", "weightGrams": 1800, "lowStockThreshold": 3}]}
    tag = ani.get(path).headers["etag"]
    ani.patch(path, edit, headers={"If-Match": tag})
    ani.patch(path, edit, 412, headers={"If-Match": tag})
    world.eko.patch(path, edit, 403, code="forbidden")
    other = ani.post("/v1/products", {**plain, "sku": "PNC-1"}).json
    for change, code in (({"name": ""}, "required"), ({"description": "x" * 10001}, "too_long"), ({"variants": [{"id": variant, "price": -1}]}, "price_not_positive"),
                         ({"variants": [{"id": variant, "weightGrams": -1}]}, "out_of_range"), ({"variants": [{"id": variant, "sku": "A*B"}]}, "sku_malformed"),
                         ({"variants": [{"id": variant, "barcode": "x y"}]}, "barcode_malformed"), ({"specifications": [{"label": "a", "value": "b"}] * 51}, "too_many"),
                         ({"specifications": [{"label": "a", "value": "b"}, {"label": "a", "value": "c"}]}, "duplicate")):
        ani.patch(path, change, 422, code=code)
    ani.patch(path, {"variants": [{"id": variant, "sku": "PNC-1"}]}, 409, code="sku_taken")
    ani.patch(path, {"variants": [{"id": fresh_id(), "price": 1}]}, 404, code="not_found")

    gone = "/v1/products/" + other["id"]
    world.eko.delete(gone, expect=403)
    world.eko.post(gone + "/restore", expect=403)
    ani.delete(gone, headers={"If-Match": "*"})
    world.nobody.get(gone, 404)
    assert ani.get(gone).json["status"] == "archived"
    ani.post(gone + "/restore", expect=200, headers={"Idempotency-Key": "restore"})
    mismatch(ani, gone + "/restore", None, "restore")
    world.nobody.get("/v1/categories")
    id_ = {"id": world.shirt["id"]}
    world.sample.update(
        listProducts=Sample(world.nobody), createProduct=Sample(ani, body={**plain, "sku": "NEW-1"}),
        getProduct=Sample(world.nobody, id_), updateProduct=Sample(ani, {"id": world.pan["id"]}, body=edit),
        archiveProduct=Sample(ani, {"id": world.pan["id"]}), restoreProduct=Sample(ani, {"id": world.pan["id"]}),
        listCategories=Sample(world.nobody))


def search(world):
    nobody = world.nobody
    page = nobody.get("/v1/products?limit=2").json
    assert len(page["items"]) == 2 and page["nextCursor"] and "meta" not in page
    rest = nobody.get("/v1/products?limit=2&cursor=" + page["nextCursor"]).json
    assert not {item["id"] for item in page["items"]} & {item["id"] for item in rest["items"]}
    nobody.get("/v1/products?sort=price&cursor=" + page["nextCursor"], 400)
    assert nobody.get("/v1/products?page=2&limit=1").json["meta"]["page"] == 2
    for query in ("q=kopi", "q=KOPI-250", "category=Dapur", "minPrice=80000&maxPrice=90000", "inStock=true", "sort=newest", "sort=-price",
                  "sort=popular", "sort=rating", "sort=relevance&q=kaos", "store=" + world.ani.user["storeId"]):
        assert nobody.get("/v1/products?" + query).json["items"], query
    own = "/v1/products?store=%s&status=archived" % world.ani.get("/v1/me").json["storeId"]
    assert all(item["status"] == "archived" for item in world.ani.get(own).json["items"])
    world.eko.get(own, 403, code="forbidden")
    assert "onHand" in world.ani.get("/v1/products?q=wajan").json["items"][0]["variants"][0]
    for query in ("minPrice=-1", "store=x", "sort=best", "inStock=1"):
        nobody.get("/v1/products?" + query, 400, code="invalid_request")


def png(width, height, colour, rows=None):
    """A picture of one colour; fewer `rows` than its height make it a damaged one."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    line = b"\0" + bytes(colour) * width
    pixels = zlib.compress(line * (height if rows is None else rows))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def images(world):
    ani = world.ani
    path = "/v1/products/" + world.shirt["id"] + "/images"
    picture = png(400, 300, (32, 128, 192))
    first = ani.post(path, picture, headers={"Idempotency-Key": "picture"})
    assert ani.post(path, picture, headers={"Idempotency-Key": "picture"}).body == first.body
    ani.post(path, png(8, 8, (1, 2, 3)), 422, headers={"Idempotency-Key": "picture"}, code="idempotency_mismatch")
    world.eko.post(path, picture, 403, code="forbidden")
    ids = [first.json["id"]] + [ani.post(path, png(30, 20, (shade, 0, 0))).json["id"] for shade in (50, 100, 150, 200)]
    ani.post(path, picture, 422, code="too_many")
    for pool in (path, "/v1/images"):
        ani.post(pool, b"GIF89a and so on", 415, code="unsupported_image")
        ani.post(pool, b"\xff\xd8\xff" + b"\0" * 5_400_000, 413, code="too_large")
        ani.post(pool, png(400, 300, (9, 9, 9))[:60], 422, code="undecodable_image")
        ani.post(pool, png(6000, 5001, (0, 0, 0), rows=1), 422, code="too_many_pixels")
    ani.post("/v1/images", picture, headers={"Idempotency-Key": "store"})
    ani.post("/v1/images", png(8, 8, (1, 2, 3)), 422, headers={"Idempotency-Key": "store"}, code="idempotency_mismatch")
    ids.reverse()
    ordered = ani.put(path + "/order", ids).json
    assert [image["id"] for image in ordered["images"]] == ids
    ani.put(path + "/order", ids[1:], 422, code="not_its_images")
    world.eko.put(path + "/order", ids, 403, code="forbidden")
    world.eko.delete(path + "/" + ids[0], expect=403)
    ani.delete(path + "/" + ids[0])
    left = world.nobody.get("/v1/products/" + world.shirt["id"]).json["images"]
    assert [image["position"] for image in left] == [0, 1, 2, 3]
    assert world.nobody.get(left[0]["url"]).headers["cache-control"] == "public, max-age=31536000, immutable"
    world.nobody.get(left[0]["thumbnailUrl"])
    digest = {"sha256": left[0]["url"].rsplit("/", 1)[1]}
    product = {"id": world.shirt["id"]}
    world.sample.update(
        uploadImage=Sample(ani, product, body=picture), storeImage=Sample(ani, body=picture),
        orderImages=Sample(ani, product, body=ids[1:]), deleteImage=Sample(ani, {**product, "imageId": ids[1]}),
        getImage=Sample(world.nobody, digest))


def stock(world):
    ani = world.ani
    variant = {"id": world.pan["variants"][0]["id"]}
    path = "/v1/variants/" + variant["id"]
    adjust = {"kind": "adjust", "delta": 3, "reason": "Kiriman pemasok"}
    first = ani.post(path + "/stock", adjust, 200, headers={"Idempotency-Key": "stock"})
    assert ani.post(path + "/stock", adjust, 200, headers={"Idempotency-Key": "stock"}).body == first.body
    mismatch(ani, path + "/stock", adjust, "stock")
    ani.post(path + "/stock", {"kind": "count", "counted": 7, "expected": 8, "reason": "Rak A"}, 200)
    stale = ani.post(path + "/stock", {"kind": "count", "counted": 7, "expected": 8}, 409, code="stale_count")
    assert [move["kind"] for move in stale.json["moves"]] == ["counted"]
    ani.post(path + "/stock", {"kind": "adjust", "delta": -100}, 422, code="would_be_negative")
    ani.post(path + "/stock", {"kind": "adjust", "delta": 2_000_000_000}, 422, code="out_of_range")
    ani.post(path + "/stock", {**adjust, "reason": "x" * 201}, 422, code="too_long")
    ani.post(path + "/stock", {"kind": "gift", "delta": 1}, 400, code="invalid_request")
    world.eko.post(path + "/stock", adjust, 403, code="forbidden")
    world.eko.get(path + "/moves", 403, code="forbidden")
    assert ani.get(path + "/moves?limit=1").json["nextCursor"]
    ani.get(path + "/moves?page=1")
    world.sample.update(changeStock=Sample(ani, variant, body=adjust), listMoves=Sample(ani, variant))


def cart(world):
    budi = world.budi
    red = world.shirt["variants"][0]["id"]
    coffee = world.coffee["variants"][0]["id"]
    line = {"variantId": red, "quantity": 2}
    first = budi.post("/v1/cart/items", line, headers={"Idempotency-Key": "cart"})
    assert budi.post("/v1/cart/items", line, headers={"Idempotency-Key": "cart"}).body == first.body
    mismatch(budi, "/v1/cart/items", line, "cart")
    budi.put("/v1/cart/items/" + coffee, {"quantity": 1})
    assert budi.get("/v1/cart").json["itemCount"] == 3
    for quantity in (0, -1, 1.5, "1"):
        budi.post("/v1/cart/items", {**line, "quantity": quantity}, 400, code="invalid_request")
        budi.put("/v1/cart/items/" + red, {"quantity": quantity}, 400, code="invalid_request")
    budi.post("/v1/cart/items", {**line, "variantId": fresh_id()}, 404, code="not_found")
    for change in (lambda: budi.post("/v1/cart/items", {**line, "quantity": 10**12}, 422, code="out_of_range"),
                   lambda: budi.put("/v1/cart/items/" + red, {"quantity": 10**12}, 422, code="out_of_range")):
        change()
    budi.put("/v1/cart/items/" + world.pan["variants"][0]["id"], {"quantity": 1})
    seen = budi.get("/v1/cart").headers["etag"]
    budi.delete("/v1/cart/items/" + world.pan["variants"][0]["id"], headers={"If-Match": seen})
    budi.delete("/v1/cart/items/" + coffee, expect=412, headers={"If-Match": seen})
    fill_cart(world)
    world.sample.update(
        getCart=Sample(budi), addToCart=Sample(budi, body=line), setCartItem=Sample(budi, {"variantId": red}, body={"quantity": 2}),
        removeCartItem=Sample(budi, {"variantId": red}))


def fill_cart(world):
    """200 lines are the most that a cart takes."""
    values = [str(number) for number in range(15)]
    wide = {"name": "Manik-manik", "category": "Kerajinan", "price": 500, "stock": 9,
            "options": [{"name": "Warna", "values": values[:14]}, {"name": "Ukuran", "values": values[:14]}]}
    variants = world.eko.post("/v1/products", wide).json["variants"] + world.eko.post(
        "/v1/products", {**wide, "options": [{"name": "Warna", "values": values}]}).json["variants"]
    for variant in variants[:200]:
        world.rina.raw("POST", "/v1/cart/items", b'{"variantId":"%s","quantity":1}' % variant["id"].encode(),
                       {"Content-Type": "application/json"})
    last = variants[200]["id"]
    world.rina.post("/v1/cart/items", {"variantId": last, "quantity": 1}, 422, code="too_many")
    world.rina.put("/v1/cart/items/" + last, {"quantity": 1}, 422, code="too_many")


def checkout(world):
    budi, store = world.budi, world.ani.user["storeId"]
    quotes = budi.get(f"/v1/shipping/quotes?storeId={store}&postcode=40115&weightGrams=650").json["items"]
    service = quotes[0]["service"]
    total = budi.get("/v1/cart").json["total"]
    body = {"address": ADDRESS, "shipping": {store: service}, "paymentMethod": "BANK_TRANSFER"}
    key = lambda: {"Idempotency-Key": fresh_id()}
    budi.post("/v1/checkouts", body, 400, code="idempotency_key_required")
    changed = budi.post("/v1/checkouts", {**body, "expectedTotal": total - 1}, 409, headers=key(), code="total_changed")
    body["expectedTotal"] = changed.json["total"]
    for change, code in (({"variantIds": []}, "empty_cart"), ({"address": {**ADDRESS, "city": " "}}, "required"),
                         ({"address": {**ADDRESS, "street": "x" * 201}}, "too_long"), ({"paymentMethod": "GOLD"}, "unknown_value"),
                         ({"address": {**ADDRESS, "phone": "08"}}, "phone_malformed"),
                         ({"address": {**ADDRESS, "postcode": "4011"}}, "postcode_malformed"),
                         ({"shipping": {store: "BALLOON"}}, "service_not_offered"),
                         ({"variantIds": [world.coffee["variants"][0]["id"]] * 2}, "duplicate")):
        budi.post("/v1/checkouts", {**body, **change}, 422, headers=key(), code=code)
    jewel = world.eko.post("/v1/products", {"name": "Berlian", "category": "Perhiasan", "price": 999_999_999_999, "stock": 2}).json
    jewel = jewel["variants"][0]["id"]
    budi.post("/v1/cart/items", {"variantId": jewel, "quantity": 2})
    budi.post("/v1/checkouts", {**body, "variantIds": [jewel], "shipping": {}}, 422, headers=key(), code="out_of_range")
    budi.delete("/v1/cart/items/" + jewel)
    done = budi.post("/v1/checkouts", body, headers={"Idempotency-Key": "pay"})
    assert len(done.json["orders"]) == 2 and done.json["total"] == changed.json["total"]
    assert budi.post("/v1/checkouts", body, headers={"Idempotency-Key": "pay"}).body == done.body
    mismatch(budi, "/v1/checkouts", body, "pay")
    world.orders = done.json["orders"]
    coffee = world.coffee["variants"][0]["id"]
    budi.put("/v1/cart/items/" + coffee, {"quantity": 4000})
    plain = {"address": ADDRESS, "paymentMethod": "COD"}
    short = budi.post("/v1/checkouts", plain, 409, headers=key(), code="out_of_stock")
    assert short.json["errors"][0]["available"] == 39
    budi.put("/v1/cart/items/" + coffee, {"quantity": 1})
    world.eko.delete("/v1/products/" + world.coffee["id"])
    budi.post("/v1/checkouts", plain, 409, headers=key(), code="not_for_sale")
    world.eko.post("/v1/products/" + world.coffee["id"] + "/restore", expect=200)
    quote = {"storeId": store, "postcode": "40115", "weightGrams": "650"}
    world.nobody.get(f"/v1/shipping/quotes?storeId={fresh_id()}&postcode=40115&weightGrams=1", 404)
    world.nobody.get(f"/v1/shipping/quotes?storeId={store}&postcode=00001&weightGrams=1", 422, code="unknown_value")
    assert world.nobody.get(f"/v1/shipping/quotes?storeId={store}&postcode=40115&weightGrams=1&lengthCm=60&widthCm=40&heightCm=30").json["chargeableGrams"] == 12000
    world.sample.update(checkout=KeyedSample(budi, body=plain), quoteShipping=Sample(world.nobody, query=quote))


class KeyedSample(Sample):
    """For the call that takes no request without a key."""

    def __init__(self, client, **more):
        super().__init__(KeyedClient(client), **more)


class KeyedClient:
    def __init__(self, client):
        self.client = client

    def call(self, method, target, body=None, headers=None, **more):
        return self.client.call(method, target, body, {"Idempotency-Key": fresh_id(), **(headers or {})}, **more)


def orders(world):
    ani, budi = world.ani, world.budi
    mine = next(order for order in world.orders if order["storeId"] == ani.user["storeId"])
    path = "/v1/orders/" + mine["id"]
    for client in (ani, budi):
        assert client.get(path).json["id"] == mine["id"]
    for stranger in (world.eko, world.rina):
        stranger.get(path, 403, code="forbidden")
        stranger.post(path + "/transitions", {"to": "CANCELLED"}, 403, code="forbidden")
    ship = {"to": "SHIPPED", "courier": "JNE", "trackingNumber": "JNE-0042"}
    ani.post(path + "/transitions", {"to": "CANCELLED"}, 422, code="reason_required")
    ani.post(path + "/transitions", {**ship, "courier": "x" * 61}, 422, code="too_long")
    budi.post(path + "/transitions", ship, 403, code="not_allowed_for_role")
    ani.post(path + "/transitions", {"to": "LOST"}, 400, code="invalid_request")
    short_of_stock(world, mine, path, ship)
    shipped = ani.post(path + "/transitions", ship, 200, headers={"Idempotency-Key": "ship"})
    assert shipped.json["status"] == "SHIPPED" and shipped.json["processedAt"] == shipped.json["shippedAt"]
    mismatch(ani, path + "/transitions", ship, "ship")
    illegal = budi.post(path + "/transitions", {"to": "PENDING"}, 409, code="illegal_transition")
    assert illegal.json["allowed"] == ["DELIVERED"]
    budi.post(path + "/transitions", {"to": "DELIVERED"}, 200)
    assert budi.get("/v1/orders?limit=1").json["nextCursor"]
    for query in ("page=1", "status=DELIVERED", "status=PENDING,SHIPPED", "q=wajan", "from=2020-01-01&to=2099-12-31", "from=2020-01-01T00:00:00.000Z", "tz=Asia/Makassar"):
        ani.get("/v1/orders?" + query)
    for query in ("status=LOST", "from=yesterday", "to=2026-13-01", "tz=Mars/Base"):
        ani.get("/v1/orders?" + query, 400, code="invalid_request")
    steps = budi.get(path + "/history").json["items"]
    assert [step["to"] for step in steps] == ["PENDING", "SHIPPED", "DELIVERED"]
    world.eko.get(path + "/history", 403, code="forbidden")
    world.sample.update(listOrders=Sample(budi), orderHistory=Sample(budi, {"id": mine["id"]}), getOrder=Sample(budi, {"id": mine["id"]}),
                        moveOrder=Sample(ani, {"id": mine["id"]}, body={"to": "SHIPPED", "courier": "JNE"}))


def short_of_stock(world, order, path, ship):
    """A loss takes what was promised: the order cannot be shipped until it is found again."""
    line = order["lines"][0]
    stock = "/v1/variants/" + line["variantId"] + "/stock"
    lost = world.ani.post(stock, {"kind": "count", "counted": 1, "expected": 12}, 200).json
    assert lost["shortfall"] == 1 and lost["available"] == 0
    world.ani.post(path + "/transitions", ship, 409, code="out_of_stock")
    world.ani.post(stock, {"kind": "adjust", "delta": 11}, 200)


def reviews(world):
    ani, budi = world.ani, world.budi
    mine = next(order for order in world.orders if order["storeId"] == ani.user["storeId"])
    product = mine["lines"][0]["productId"]
    path = f"/v1/products/{product}/reviews"
    said = {"rating": 4, "comment": "Tebal dan rapi. Pengiriman cepat."}
    for rating in (0, 6):
        budi.post(path, {**said, "rating": rating}, 422, code="out_of_range")
    budi.post(path, {**said, "comment": "x" * 2001}, 422, code="too_long")
    world.rina.post(path, said, 403, code="not_purchased")
    made = budi.post(path, said, headers={"Idempotency-Key": "review"})
    assert budi.post(path, said, headers={"Idempotency-Key": "review"}).body == made.body
    mismatch(budi, path, said, "review")
    budi.post(path, said, 409, code="already_reviewed")
    review = made.json
    one = "/v1/reviews/" + review["id"]
    thanks = {"reply": "Terima kasih, Kak Budi."}
    world.eko.put(one + "/reply", thanks, 403, code="forbidden")
    ani.put(one + "/reply", {"reply": "x" * 1001}, 422, code="too_long")
    replied = ani.put(one + "/reply", thanks, headers={"If-Match": made.headers["etag"]})
    assert replied.json["reply"] == thanks["reply"] and world.nobody.get(one).json == replied.json
    listed = world.nobody.get(path + "?rating=4").json
    assert listed["items"] == [replied.json] and listed["summary"]["histogram"]["4"] == 1
    world.nobody.get(path + "?page=1")
    world.nobody.get(path + "?rating=7", 400, code="invalid_request")
    world.sample.update(listReviews=Sample(world.nobody, {"id": product}), getReview=Sample(world.nobody, {"id": review["id"]}),
                        createReview=Sample(budi, {"id": product}, body=said), replyToReview=Sample(ani, {"id": review["id"]}, body=thanks))


def analytics(world):
    ani = world.ani
    summary = ani.get("/v1/analytics/summary").json
    assert summary["allTime"]["orders"] >= 1 and summary["statusBreakdown"]["DELIVERED"] >= 1 and summary["topProducts"]
    assert summary["lowStockCount"] >= len(summary["lowStock"]) > 0
    revenue = "/v1/analytics/revenue?granularity="
    assert len(ani.get(revenue + "month").json["points"]) == 12
    assert len(ani.get(revenue + "day&from=2026-10-24&to=2026-10-26&tz=Europe/London").json["points"]) == 3
    assert ani.get("/v1/analytics/top-products?by=revenue&limit=1").json["items"]
    for query in ("revenue?granularity=year", "revenue?from=2026-13-01", "summary?tz=Mars/Base", "top-products?by=weight", "top-products?limit=0"):
        ani.get("/v1/analytics/" + query, 400, code="invalid_request")
    for call in ("revenue", "top-products"):
        ani.get(f"/v1/analytics/{call}?from=2026-02-02&to=2026-02-01", 400, code="range_reversed")
    ani.get(revenue + "day&from=2000-01-01&to=2020-01-01", 400, code="range_too_long")
    world.sample.update(analyticsSummary=Sample(ani), analyticsRevenue=Sample(ani), analyticsTopProducts=Sample(ani))


def syncing(world):
    ani = world.ani
    device = fresh_id()
    page = ani.get(f"/v1/sync/pull?schema=1&deviceId={device}").json
    assert page["complete"] and page["rows"]
    part = ani.get("/v1/sync/pull?limit=2").json
    assert not part["complete"] and len(part["rows"]) == 2
    ani.get(f"/v1/sync/pull?epoch={page['epoch']}&after={page['next']}&schema=1&deviceId={device}&seenSeq=0")
    ani.get(f"/v1/sync/pull?epoch={fresh_id()}&after=1", 410, code="resync_required")
    ani.get("/v1/sync/pull?schema=2", 422, code="schema_unsupported")
    ani.get("/v1/sync/snapshot?schema=2", 422, code="schema_unsupported")
    ani.get("/v1/sync/snapshot?deviceId=x", 400, code="invalid_request")
    variant = world.pan["variants"][0]["id"]
    op = {"opId": fresh_id(), "seq": 1, "name": "stock.adjust", "entityId": variant, "baseVersion": None, "args": {"delta": 2},
          "clientTime": "2026-11-21T04:05:06.789Z"}
    push = {"schema": 1, "deviceId": device, "epoch": page["epoch"],
            "ops": [op, {**op, "opId": fresh_id(), "seq": 2, "name": "stock.count", "args": {"counted": 1, "expected": 999}}]}
    done = ani.post("/v1/sync/push", push, 200, headers={"Idempotency-Key": "push"}).json
    assert [result["status"] for result in done["results"]] == ["applied", "rejected"]
    mismatch(ani, "/v1/sync/push", push, "push")
    assert ani.post("/v1/sync/push", push, 200).json == done
    for change, status, code in (({"ops": [{**op, "opId": fresh_id(), "seq": 9}]}, 409, "seq_gap"), ({"ops": [{**op, "args": {"delta": 3}}]}, 409, "seq_mismatch"),
                                 ({"epoch": "other"}, 410, "resync_required"), ({"schema": 2}, 422, "schema_unsupported"), ({"ops": [op] * 201}, 413, "too_many_ops")):
        ani.post("/v1/sync/push", {**push, **change}, status, code=code)
    small = world.walk.client(registered(world, "Wati Lestari", "CUSTOMER").token)
    lines = registered(world, "Dian Kusuma", "SELLER", storeName="Toko Dian").get("/v1/sync/snapshot?schema=1").body.splitlines()
    assert lines[-1] == b'{"end":true}'
    small.get("/v1/sync/pull")
    world.budi.get("/v1/sync/pull")
    listen(world)
    world.sample.update(pushOps=Sample(ani, body=push), pullRows=Sample(ani), snapshot=Sample(ani), events=Sample(StreamClient(world)))


class StreamReply:
    def __init__(self, answer, body):
        self.status = answer.status
        self.headers = {name.lower(): value for name, value in answer.getheaders()}
        self.body = body


def first_event(world):
    """The head that comes at once; the stream itself does not end."""
    connection = http.client.HTTPConnection("127.0.0.1", world.walk.market.port, timeout=30)
    connection.request("GET", "/v1/events", headers={"Authorization": "Bearer " + world.ani.token})
    answer = connection.getresponse()
    body = b"".join(answer.readline() for _ in range(3))
    connection.close()
    return StreamReply(answer, body)


def listen(world):
    reply = first_event(world)
    assert reply.body.startswith(b"event: head\ndata: {"), reply.body
    world.walk.witness("GET", "/v1/events", {}, None, reply)


class StreamClient:
    """Calls /v1/events only where it is refused."""

    def __init__(self, world):
        self.call = world.ani.call


def operations(world):
    world.nobody.get("/healthz")
    world.nobody.get("/readyz")
    assert b"belanjain_http_request_duration_seconds" in world.nobody.get("/metrics").body
    answer = world.nobody.get("/openapi.json")
    if answer.json != world.walk.document.root:
        world.walk.wrong.append("what is served is not the document: build the server")
    packed = world.nobody.get("/openapi.json", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip" and packed.size < answer.size / 5
    for name in ("healthz", "readyz", "metrics", "getOpenApi"):
        world.sample[name] = Sample(world.nobody)


def mismatch(client, target, body, key):
    """The key of an earlier call with another body."""
    other = {**(body or {}), "unknownMember": 1}
    client.call("POST", target, other, {"Idempotency-Key": key}, expect=422, code="idempotency_mismatch")


def tell_everything(walk):
    world = World(walk)
    world.lock = walk.lock
    for story in (people, accounts, second_factor, stores, products, search, images, stock, cart, checkout, orders, reviews,
                  analytics, syncing, operations):
        try:
            story(world)
        except Exception:  # the other stories may have more to say
            walk.wrong.append(f"{story.__name__}: {traceback.format_exc(limit=-2)}")
    return world.sample
