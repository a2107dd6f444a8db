// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "replica/product_table.h"
#include "replica/stored_json.h"
#include "replica/uploads.h"
#include "replica/variant_table.h"

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

/// Whole products in the replica: made, given options, shown with pictures, as edits that wait and as edits settled.
class ProductsTest : public QObject
{
    Q_OBJECT

    static ports::CommandResult submit(Desk& desk, const ports::Command& command)
    {
        const auto outcome = desk.replica->submit({command});
        return outcome ? outcome->results.value(0) : ports::CommandResult{.storageProblem = outcome.error().text};
    }
    static QList<OpId> queue(Desk& desk, const QList<ports::Command>& commands)
    {
        const auto outcome = desk.replica->submit(commands);
        return outcome ? outcome->ops : QList<OpId>();
    }
    /// "Merah:SKU:price:on hand|…" in the variants' order.
    static QString grid(const Desk& desk, const ProductId& id)
    {
        replica::Work work(desk.replica->database());
        const auto product = replica::ProductTable(work).find(id);
        if (!product)
            return u"none"_s;
        const auto lines = work.all(u"SELECT options_label, sku, price, on_hand FROM variants WHERE product = ? "
                                    "ORDER BY position"_s,
                                    {product->row}, [](const storage::Row& r) {
                                        return u"%1:%2:%3:%4"_s.arg(r.text(0), r.text(1)).arg(r.integer(2)).arg(r.integer(3));
                                    });
        return QStringList(lines).join(u'|');
    }
    static QStringList pictures(const Desk& desk, const ProductId& id)
    {
        replica::Work work(desk.replica->database());
        const auto product = replica::ProductTable(work).find(id);
        QStringList ids;
        for (const QJsonValue& image : product->data.images)
            ids << image[u"id"].toString() + (image[replica::waitingImageKey].toBool() ? u"*"_s : u""_s);
        return ids;
    }
    static QString hash(char digit) { return QString(64, QLatin1Char(digit)); }

    struct Made
    {
        ProductId product;
        QList<VariantId> variants;
    };
    /// A product in one variant that the space has too.
    static Made single(Desk& desk)
    {
        const Made made{desk.ids.make<ProductId>(), {desk.ids.make<VariantId>()}};
        const ProductDraft draft{.name = u"Tumbler"_s, .category = u"Dapur"_s, .price = Money{89'000}, .stock = 5, .sku = u"TMB"_s};
        if (!submit(desk, ports::AddProduct{made.product, draft, made.variants}).applied || !desk.sync())
            qFatal("no product");
        return made;
    }
    static const QList<Option>& colours()
    {
        static const QList<Option> list{{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}}};
        return list;
    }
    /// Merah becomes what is there, Hitam is new.
    static ports::SetVariants coloured(const Made& made, const VariantId& black, const QString& sku = u"TMB-H"_s)
    {
        return {.product = made.product,
                .expected = {},
                .options = colours(),
                .variants = {{made.variants[0], {.options = {{u"Warna"_s, u"Merah"_s}}}},
                             {black, {.sku = sku, .options = {{u"Warna"_s, u"Hitam"_s}}, .price = Money{95'000}, .stock = 3}}}};
    }

private Q_SLOTS:
    void aWholeProductIsMadeOfflineAndSettled()
    {
        Desk desk;
        desk.fill(10);
        QVERIFY(desk.pull());
        const auto product = desk.ids.make<ProductId>();
        const QList<VariantId> variants{desk.ids.make<VariantId>(), desk.ids.make<VariantId>()};
        ProductDraft draft{.name = u" Kemeja  Batik "_s,
                           .description = u"Tulis tangan"_s,
                           .category = u"Pakaian"_s,
                           .price = Money{150'000},
                           .stock = 4,
                           .options = {{u"Ukuran"_s, {u"M"_s, u"L"_s}}},
                           .specifications = {{u"Bahan"_s, u"Katun"_s}}};
        QVERIFY(submit(desk, ports::AddProduct{product, draft, variants}).applied);
        QCOMPARE(grid(desk, product).section(u':', 0, 0), u"M"_s);
        const QString shown = grid(desk, product);
        QCOMPARE(shown.count(u":150000:4"), 2);
        // Not twice, not with too few ids, not with ids that are somebody's.
        QCOMPARE(submit(desk, ports::AddProduct{product, draft, variants}).violation->rule, Rule::Duplicate);
        QCOMPARE(submit(desk, ports::AddProduct{desk.ids.make<ProductId>(), draft, {desk.ids.make<VariantId>()}}).violation->rule,
                 Rule::OptionsMismatch);
        QCOMPARE(submit(desk, ports::AddProduct{desk.ids.make<ProductId>(), draft, variants}).violation->rule, Rule::Duplicate);
        draft.price = Money{0};
        QCOMPARE(submit(desk, ports::AddProduct{desk.ids.make<ProductId>(), draft, {desk.ids.make<VariantId>(), desk.ids.make<VariantId>()}})
                     .violation->rule,
                 Rule::PriceNotPositive);
        QCOMPARE(desk.replica->waitingCount().value(), 1);

        desk.reopen();
        QCOMPARE(grid(desk, product), shown);
        QVERIFY(desk.sync());
        QCOMPARE(grid(desk, product), shown);
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void aTakenSkuNamesItsOwnerAndAFreeOne()
    {
        Desk desk;
        const Made made = single(desk);
        const ProductDraft draft{.name = u"Botol"_s, .price = Money{1'000}, .stock = 0, .sku = u"tmb"_s};
        const auto refused = submit(desk, ports::AddProduct{desk.ids.make<ProductId>(), draft, {desk.ids.make<VariantId>()}}).violation;
        QCOMPARE(refused->rule, Rule::SkuTaken);
        QCOMPARE(refused->args.value(0), u"Tumbler"_s);
        QVERIFY(!refused->args.value(1).isEmpty());
        const auto inGrid = submit(desk, coloured(made, desk.ids.make<VariantId>(), u"TMB"_s)).violation;
        QCOMPARE(inGrid->rule, Rule::SkuTaken);
        QCOMPARE(inGrid->field, u"variants[1].sku"_s);
        QCOMPARE(inGrid->args.value(0), u"Tumbler"_s);
    }

    void aProductGetsOptionsOfflineAndSettles()
    {
        Desk desk;
        desk.fill(10);
        const Made made = single(desk);
        const auto black = desk.ids.make<VariantId>();
        const QByteArray server = desk.space.dump();
        QVERIFY(submit(desk, coloured(made, black)).applied);
        const QString shown = u"Merah:TMB:89000:5|Hitam:TMB-H:95000:3"_s;
        QCOMPARE(grid(desk, made.product), shown);
        QCOMPARE(desk.replica->dump().value(), server); // the server's own rows are kept
        QCOMPARE(desk.wrong(), QStringList());

        // Edits of both variants over it, and what happens at the marketplace under it.
        QVERIFY(submit(desk, ports::AdjustStock{black, 2, {}}).applied);
        QVERIFY(submit(desk, ports::SetPrice{made.variants[0], Money{90'000}}).applied);
        protocol::VariantRow sold = desk.space.variant(made.variants[0]);
        sold.onHand = 1;
        desk.space.setVariant(made.variants[0], sold);
        QVERIFY(desk.pull());
        QCOMPARE(grid(desk, made.product), u"Merah:TMB:90000:1|Hitam:TMB-H:95000:5"_s);
        QCOMPARE(desk.wrong(), QStringList());
        desk.reopen();
        QCOMPARE(grid(desk, made.product), u"Merah:TMB:90000:1|Hitam:TMB-H:95000:5"_s);

        // The same wish again changes nothing; its own wish on the options of before is too late.
        QCOMPARE(desk.replica->waitingCount().value(), 3);
        QVERIFY(desk.sync());
        QCOMPARE(grid(desk, made.product), u"Merah:TMB:89000:1|Hitam:TMB-H:95000:5"_s); // the price was made on another row
        ports::SetVariants again = coloured(made, black);
        again.expected = colours();
        QVERIFY(submit(desk, again).applied);
        QCOMPARE(desk.replica->waitingCount().value(), 0);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void optionsOutliveASnapshot()
    {
        Desk desk;
        desk.fill(10);
        const Made made = single(desk);
        const auto black = desk.ids.make<VariantId>();
        QVERIFY(submit(desk, coloured(made, black)).applied);
        QVERIFY(submit(desk, ports::AdjustStock{black, -1, {}}).applied);
        const QString shown = grid(desk, made.product);
        QVERIFY(desk.snapshot());
        QCOMPARE(grid(desk, made.product), shown);
        QCOMPARE(desk.wrong(), QStringList());
        QVERIFY(desk.sync());
        QCOMPARE(grid(desk, made.product), shown);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void optionsThatWereChangedElsewhereAreRefused()
    {
        Desk desk;
        const Made made = single(desk);
        const auto black = desk.ids.make<VariantId>();
        QVERIFY(submit(desk, coloured(made, black)).applied);
        // Another desktop was first.
        const QJsonArray sizes{QJsonObject{{u"name"_s, u"Ukuran"_s}, {u"values"_s, QJsonArray{u"S"_s}}}};
        desk.space.put(protocol::table::products, made.product.toString(),
                       protocol::ProductRow{.name = u"Tumbler"_s, .options = sizes}.toJson());
        protocol::VariantRow small = desk.space.variant(made.variants[0]);
        small.options = {{u"Ukuran"_s, u"S"_s}};
        desk.space.setVariant(made.variants[0], small);

        QVERIFY(desk.sync());
        QCOMPARE(grid(desk, made.product), u"S:TMB:89000:5"_s);
        const auto rejections = desk.replica->rejections({}).value();
        QCOMPARE(rejections.size(), 1);
        QCOMPARE(rejections[0].code, u"stale_options"_s);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());

        // Made again on what is there now, as the seller decided.
        QVERIFY(desk.replica->retry(rejections[0].number).value().results.value(0).applied);
        QCOMPARE(grid(desk, made.product), u"Merah:TMB:89000:5|Hitam:TMB-H:95000:3"_s);
        QVERIFY(desk.sync());
        QCOMPARE(grid(desk, made.product), u"Merah:TMB:89000:5|Hitam:TMB-H:95000:3"_s);
        QVERIFY(desk.replica->rejections({}).value().isEmpty());
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
    }

    void aGridHasToHoldEveryVariant()
    {
        Desk desk;
        const Made made = single(desk);
        QVERIFY(submit(desk, coloured(made, desk.ids.make<VariantId>())).applied);
        QVERIFY(desk.sync());
        ports::SetVariants narrow{.product = made.product,
                                  .expected = colours(),
                                  .options = {{u"Warna"_s, {u"Merah"_s}}},
                                  .variants = {{made.variants[0], {.options = {{u"Warna"_s, u"Merah"_s}}}}}};
        const auto lost = submit(desk, narrow).violation;
        QCOMPARE(lost->field, u"expected"_s);
        QCOMPARE(lost->rule, Rule::OptionsMismatch);
        // What would fit is refused too when it was made on other options.
        ports::SetVariants late = coloured(made, *VariantId::parse(desk.space.ids(protocol::table::variants).constLast()));
        QCOMPARE(late.variants.size(), 2);
        late.options[0].name = u"Color"_s;
        for (ports::GridVariant& one : late.variants)
            one.draft.options[0].name = u"Color"_s;
        QCOMPARE(submit(desk, late).violation.value_or(Violation()).field, u"expected"_s);
        ports::SetVariants priceless = coloured(made, desk.ids.make<VariantId>());
        priceless.expected = colours();
        priceless.options[0].values << u"Biru"_s;
        priceless.variants[1].draft = {.options = {{u"Warna"_s, u"Biru"_s}}};
        QCOMPARE(submit(desk, priceless).violation->field, u"variants[1].price"_s);
        QCOMPARE(submit(desk, ports::SetVariants{.product = desk.ids.make<ProductId>(), .expected = {}, .options = {}, .variants = {}})
                     .violation->rule,
                 Rule::NotFound);
        QCOMPARE(desk.replica->waitingCount().value(), 0);
    }

    void optionsThatWereNotSentAreTakenBack()
    {
        Desk desk;
        desk.fill(10);
        const Made made = single(desk);
        const auto black = desk.ids.make<VariantId>();
        const QList<OpId> options = queue(desk, {coloured(made, black)});
        QCOMPARE(options.size(), 1);
        const QList<OpId> stock = queue(desk, {ports::AdjustStock{black, 1, {}}});
        // The variant is needed by the edit of its stock.
        QCOMPARE(desk.replica->withdraw(options).value().result.withdrawn, 0);
        QCOMPARE(desk.replica->withdraw(options + stock).value().result.withdrawn, 2);
        QCOMPARE(grid(desk, made.product), u":TMB:89000:5"_s);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void aNewProductMayGetOptionsBeforeItIsSent()
    {
        Desk desk;
        const Made made{desk.ids.make<ProductId>(), {desk.ids.make<VariantId>()}};
        const ProductDraft draft{.name = u"Tumbler"_s, .price = Money{89'000}, .stock = 5, .sku = u"TMB"_s};
        QVERIFY(submit(desk, ports::AddProduct{made.product, draft, made.variants}).applied);
        QVERIFY(submit(desk, coloured(made, desk.ids.make<VariantId>())).applied);
        const QString shown = u"Merah:TMB:89000:5|Hitam:TMB-H:95000:3"_s;
        QCOMPARE(grid(desk, made.product), shown);
        desk.reopen();
        QVERIFY(desk.sync());
        QCOMPARE(grid(desk, made.product), shown);
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void picturesWaitAreUploadedAndAttached()
    {
        Desk desk;
        const Made made = single(desk);
        const auto first = desk.ids.make<ImageId>();
        const auto second = desk.ids.make<ImageId>();
        QVERIFY(submit(desk, ports::AttachPicture{.product = made.product, .image = first, .hash = hash('a'), .width = 80, .height = 60}).applied);
        QVERIFY(submit(desk, ports::AttachPicture{.product = made.product, .image = second, .hash = hash('b'), .width = 80, .height = 60, .position = 0}).applied);
        QCOMPARE(pictures(desk, made.product), QStringList({second.toString() + u'*', first.toString() + u'*'}));
        QCOMPARE(desk.count(u"outbox"), 0); // nothing can be sent before the bytes are there
        QCOMPARE(submit(desk, ports::AttachPicture{.product = made.product, .image = first, .hash = hash('a')}).violation->rule, Rule::Duplicate);
        QCOMPARE(submit(desk, ports::AttachPicture{.product = made.product, .image = desk.ids.make<ImageId>(), .hash = u"x"_s}).violation->rule,
                 Rule::NotFound);

        desk.reopen();
        const auto next = desk.replica->nextUpload().value();
        QVERIFY(next);
        QVERIFY(next->image == first || next->image == second);
        QVERIFY(desk.replica->pictureUploaded(first, hash('1')));
        QVERIFY(desk.replica->pictureUploaded(first, hash('1'))); // the answer came twice
        QCOMPARE(desk.count(u"outbox"), 1);
        QVERIFY(desk.sync());
        QCOMPARE(pictures(desk, made.product), QStringList({second.toString() + u'*', first.toString()}));
        QVERIFY(desk.replica->pictureUploaded(second, hash('2')));
        QVERIFY(desk.sync());
        QCOMPARE(pictures(desk, made.product), QStringList({second.toString(), first.toString()}));
        QVERIFY(!desk.replica->nextUpload().value());
        QCOMPARE(desk.replica->uploadHashes().value(), QStringList());
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void picturesAreOrderedAndTakenAwayAtOnce()
    {
        Desk desk;
        const Made made = single(desk);
        QList<ImageId> ids;
        for (const char digit : {'a', 'b', 'c'}) {
            ids += desk.ids.make<ImageId>();
            QVERIFY(submit(desk, ports::AttachPicture{.product = made.product, .image = ids.constLast(), .hash = hash(digit)}).applied);
            if (digit != 'c')
                QVERIFY(desk.replica->pictureUploaded(ids.constLast(), hash(digit)));
        }
        QVERIFY(desk.sync());
        const auto id = [&](int i) { return ids[i].toString(); };
        QVERIFY(submit(desk, ports::OrderPictures{made.product, {ids[2], ids[1], ids[0]}}).applied);
        QCOMPARE(pictures(desk, made.product), QStringList({id(2) + u'*', id(1), id(0)}));
        QCOMPARE(desk.count(u"outbox"), 1);
        QVERIFY(submit(desk, ports::RemovePicture{made.product, ids[1]}).applied);
        QVERIFY(submit(desk, ports::RemovePicture{made.product, ids[2]}).applied); // it was never sent: no op
        QVERIFY(submit(desk, ports::RemovePicture{made.product, ids[2]}).applied);
        QCOMPARE(desk.count(u"outbox"), 2);
        QCOMPARE(pictures(desk, made.product), QStringList({id(0)}));
        QVERIFY(desk.sync());
        QCOMPARE(pictures(desk, made.product), QStringList({id(0)}));
        QCOMPARE(desk.replica->dump().value(), desk.space.dump());
        QCOMPARE(desk.wrong(), QStringList());
    }

    void aForgottenPictureGoesUpAgainAndARefusedOneIsShown()
    {
        Desk desk;
        const Made made = single(desk);
        const auto image = desk.ids.make<ImageId>();
        QVERIFY(submit(desk, ports::AttachPicture{.product = made.product, .image = image, .hash = hash('a'), .width = 8, .height = 6}).applied);
        QVERIFY(desk.replica->pictureUploaded(image, hash('1')));
        desk.space.missingPicture = hash('1');
        QVERIFY(desk.sync());
        QVERIFY(desk.replica->rejections({}).value().isEmpty());
        QCOMPARE(desk.replica->nextUpload().value()->image, image);
        QCOMPARE(pictures(desk, made.product), QStringList{image.toString() + u'*'});

        QVERIFY(desk.replica->pictureRefused(image, u"undecodable_image"_s, u"Rusak"_s));
        QCOMPARE(pictures(desk, made.product), QStringList());
        const auto rejections = desk.replica->rejections({}).value();
        QCOMPARE(rejections.size(), 1);
        QCOMPARE(rejections[0].code, u"undecodable_image"_s);
        QVERIFY(!desk.replica->nextUpload().value());
        QCOMPARE(desk.wrong(), QStringList());
    }
};

QTEST_GUILESS_MAIN(ProductsTest)
#include "tst_products.moc"
