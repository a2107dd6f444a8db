// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor makes of options and variants, and what saving would send.
#include "ports/system.h"
#include "tables/product_form.h"

#include <QTest>

using namespace belanjain;
using namespace belanjain::tables;
using namespace Qt::StringLiterals;

class ProductFormTest : public QObject
{
    Q_OBJECT

    ports::SystemClock m_clock;
    ports::SystemRandom m_random;
    ports::IdFactory m_ids{m_clock, m_random};

    /// A product that is there: Merah and Hitam, in M and L, but for Hitam in L.
    ProductForm saved()
    {
        ports::ProductDetail detail{.product = m_ids.make<ProductId>(), .name = u"Kemeja"_s,
                                    .options = {{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}}, {u"Ukuran"_s, {u"M"_s, u"L"_s}}}};
        int number = 0;
        for (const auto& [colour, size] : std::initializer_list<std::pair<QString, QString>>{{u"Merah"_s, u"M"_s}, {u"Merah"_s, u"L"_s}, {u"Hitam"_s, u"M"_s}}) {
            ports::ProductVariant one;
            one.variant = {.id = m_ids.make<VariantId>(), .sku = u"K-%1"_s.arg(++number),
                           .options = {{u"Warna"_s, colour}, {u"Ukuran"_s, size}}, .price = Money{50'000}};
            detail.variants.append(one);
        }
        return formOf(detail);
    }
    static QString grid(const ProductForm& form)
    {
        QStringList lines;
        for (const FormVariant& one : form.variants)
            lines << optionsLabel(one.options) + u':' + (one.sku.isEmpty() ? u"new"_s : one.sku);
        return lines.join(u" | "_s);
    }
    static const ports::SetVariants* gridOf(const FormChanges& changes)
    {
        for (const ports::Command& one : changes.forward) {
            if (const auto* set = std::get_if<ports::SetVariants>(&one))
                return set;
        }
        return nullptr;
    }

private Q_SLOTS:
    void oneValueMoreMakesItsCombinationsOnly()
    {
        ProductForm form = saved();
        const ProductForm before = form;
        QList<Option> options = form.options;
        options[1].values << u"XL"_s;
        QVERIFY(setOptions(form, options, m_ids));
        QCOMPARE(grid(form), u"Merah, M:K-1 | Merah, L:K-2 | Merah, XL:new | Hitam, M:K-3 | Hitam, XL:new"_s);
        QCOMPARE(form.variants[2].price, u"50.000"_s);
        QCOMPARE(combinationsOf(form), 6);
        QVERIFY(problemsOf(form).isEmpty()); // a new variant's SKU is made

        const FormChanges changes = changesBetween(before, form);
        const auto* set = gridOf(changes);
        QVERIFY(set);
        QCOMPARE(changes.forward.size(), 1);
        QCOMPARE(set->expected, before.options);
        QCOMPARE(set->options, options);
        QCOMPARE(set->variants.size(), 5);
        QCOMPARE(set->variants[2].variant, form.variants[2].id);
        QCOMPARE(set->variants[2].draft.price, std::optional(Money{50'000}));

        addLeftOut(form, m_ids);
        QCOMPARE(form.variants.size(), 6);
        QCOMPARE(optionsLabel(form.variants[4].options), u"Hitam, L"_s);
    }

    void otherNamesKeepTheirVariants()
    {
        ProductForm form = saved();
        const ProductForm before = form;
        QList<Option> options = form.options;
        options[0].values[1] = u"Hitam Pekat"_s;
        QVERIFY(setOptions(form, options, m_ids));
        QCOMPARE(grid(form), u"Merah, M:K-1 | Merah, L:K-2 | Hitam Pekat, M:K-3"_s);
        options[0].name = u"Color"_s;
        QVERIFY(setOptions(form, options, m_ids));
        QCOMPARE(grid(form), u"Merah, M:K-1 | Merah, L:K-2 | Hitam Pekat, M:K-3"_s);
        QCOMPARE(form.variants[0].options.constFirst().name, u"Color"_s);

        // Taken back by the same kind of change.
        const FormChanges changes = changesBetween(before, form);
        QCOMPARE(changes.forward.size(), 1);
        const auto& back = std::get<ports::SetVariants>(changes.inverse.constFirst());
        QCOMPARE(back.expected, options);
        QCOMPARE(back.options, before.options);
        QCOMPARE(back.variants.size(), 3);
    }

    void anotherOptionBeginsWithWhatIsThere()
    {
        ProductForm form = saved();
        QList<Option> options = form.options;
        options << Option{u"Bahan"_s, {u"Katun"_s, u"Linen"_s}};
        QVERIFY(setOptions(form, options, m_ids));
        QCOMPARE(grid(form), u"Merah, M, Katun:K-1 | Merah, M, Linen:new | Merah, L, Katun:K-2 | Merah, L, Linen:new | "
                             "Hitam, M, Katun:K-3 | Hitam, M, Linen:new"_s);
    }

    void aSavedVariantHasToHaveAPlace()
    {
        ProductForm form = saved();
        const ProductForm before = form;
        QList<Option> fewer = form.options;
        fewer[0].values.removeLast();
        QVERIFY(!setOptions(form, fewer, m_ids));
        QCOMPARE(form, before);
        fewer = form.options;
        fewer.removeFirst();
        QVERIFY(!setOptions(form, fewer, m_ids));
        QCOMPARE(form, before);
        // What was added here and is not saved may go again.
        QList<Option> more = form.options;
        more[0].values << u"Biru"_s;
        QVERIFY(setOptions(form, more, m_ids));
        QCOMPARE(form.variants.size(), 5);
        QVERIFY(setOptions(form, before.options, m_ids));
        QCOMPARE(form, before);
    }

    void pricesOfKnownVariantsAreEditsOfTheirOwn()
    {
        ProductForm form = saved();
        const ProductForm before = form;
        QList<Option> options = form.options;
        options[1].values << u"XL"_s;
        QVERIFY(setOptions(form, options, m_ids));
        form.variants[0].price = u"60.000"_s;
        form.variants[2].available = u"4"_s;
        const FormChanges changes = changesBetween(before, form);
        QCOMPARE(changes.forward.size(), 2);
        QCOMPARE(std::get<ports::SetPrice>(changes.forward[0]).variant, form.variants[0].id);
        QVERIFY(std::holds_alternative<ports::SetVariants>(changes.forward[1]));
        QCOMPARE(gridOf(changes)->variants[2].draft.stock, std::optional<qint64>(4));
        // A new variant stays; the price is taken back.
        QVERIFY(changes.lasting);
        QCOMPARE(changes.inverse.size(), 1);
        QCOMPARE(std::get<ports::SetPrice>(changes.inverse[0]).price, Money{50'000});
    }
};

QTEST_GUILESS_MAIN(ProductFormTest)
#include "product_form_test.moc"
