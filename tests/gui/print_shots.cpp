// SPDX-License-Identifier: GPL-3.0-or-later
// Every printed document as a picture, and the preview in both looks: belanjain_print_shots DIR.
#include "common/theme.h"
#include "printing/print_preview.h"
#include "sample_orders.h"
#include "sample_records.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>

using namespace belanjain;
using namespace belanjain::tests;
using namespace belanjain::ui;
using namespace Qt::StringLiterals;
using ports::PrintedDocument;

namespace {

class NoPrints : public ports::PrintLog
{
public:
    void note(const QList<OrderId>&, PrintedDocument) override {}
};

bool savePage(const PrintPage& page, const QString& path)
{
    constexpr qreal pxPerMm = 8;
    QImage image((page.size * pxPerMm).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPage(painter, page, pxPerMm);
    painter.end();
    return image.save(path);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QDir dir(app.arguments().value(1, u"."_s));
    Theme theme;
    theme.apply(app);
    PrintRequest request{.store = {.name = u"Toko Jakarta Barat"_s, .location = u"Kota Jakarta Barat"_s},
                         .printedAt = StillClock().now()};
    for (int i = 0; i < 6; ++i)
        request.orders << sampleOrder(i);
    request.orders[1].address.street = u"Perumahan Griya Permata Hijau Blok C12 Nomor 47 RT 008 RW 012, Kelurahan Tegal "
                                       "Parang, belakang masjid Al-Ikhlas, pagar hijau, samping warung Bu Tini"_s;
    request.orders[1].paymentMethod = u"COD"_s;
    request.orders[1].head.trackingNumber.clear();
    request.orders[1].prints = {{PrintedDocument::Label, 2, {}}, {PrintedDocument::Invoice, 1, {}}};
    for (int i = 0; i < 40; ++i)
        request.orders[1].list << request.orders[1].list.at(i % 3);
    bool fine = true;
    const std::pair<PrintedDocument, const char*> documents[] = {{PrintedDocument::Label, "label"},
                                                                 {PrintedDocument::Invoice, "invoice"},
                                                                 {PrintedDocument::PackingSlip, "slip"},
                                                                 {PrintedDocument::PickList, "picks"}};
    for (const auto& [document, name] : documents) {
        request.document = document;
        request.language = document == PrintedDocument::PackingSlip ? Language::English : Language::Indonesian;
        const auto pages = layOut(request);
        for (int i = 0; i < std::min<int>(3, int(pages.size())); ++i)
            fine = savePage(pages.at(i), dir.filePath(u"%1-%2.png"_s.arg(QLatin1StringView(name)).arg(i + 1))) && fine;
    }
    request.document = PrintedDocument::Label;
    request.paper = LabelPaper::FourOnA4;
    fine = savePage(layOut(request).at(0), dir.filePath(u"label-a4.png"_s)) && fine;

    NoPrints log;
    StillClock clock;
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        KeptSettings settings;
        PrintPreview preview(theme, {log, settings, clock}, request);
        preview.setAttribute(Qt::WA_DeleteOnClose, false);
        preview.show();
        QSignalSpy(&preview, &QObject::objectNameChanged).wait(500);
        fine = preview.grab().save(dir.filePath(dark ? u"preview-dark.png"_s : u"preview-light.png"_s)) && fine;
    }
    return fine ? 0 : 1;
}
