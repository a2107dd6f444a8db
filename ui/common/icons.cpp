// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <array>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Names{
    "home",
    "orders",
    "stock",
    "tag",
    "chart",
    "star",
    "star-filled",
    "inbox",
    "swap",
    "shop",
    "sliders",
    "search",
    "filter",
    "columns",
    "plus",
    "minus",
    "chevron-down",
    "chevron-up",
    "chevron-left",
    "chevron-right",
    "check",
    "close",
    "clock",
    "warning",
    "octagon",
    "empty",
    "half-circle",
    "dot-circle",
    "done-circle",
    "cancel-circle",
    "circle",
    "truck",
    "print",
    "undo",
    "redo",
    "sync",
    "offline",
    "cloud",
    "lock",
    "eye",
    "eye-off",
    "user",
    "users",
    "cart",
    "pin",
    "image",
    "barcode",
    "grip",
    "more",
    "trash",
    "copy",
    "download",
    "upload",
    "calendar",
    "edit",
    "history",
    "globe",
    "monitor",
    "chat",
    "link",
    "bank",
    "wallet",
    "card",
    "cash",
    "key",
    "info",
    "help",
    "bell",
    "mail",
    "sign-out",
    "external",
    "shield",
    "flag",
    "heart",
    "grid",
    "pot",
    "shirt",
    "sofa",
    "box",
    "party",
    "laptop",
    "gamepad",
    "plug",
    "book",
    "camera",
    "car",
    "food",
    "pencil-cup",
    "toy",
    "beauty",
    "baby",
    "ball",
    "health",
    "phone",
    "watch",
    "tool",
    "film",
    "paw",
    "ticket",
    "bottle",
    "flower",
};

constexpr auto makeAll()
{
    std::array<Icon, Names.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = Icon(int(i));
    return all;
}

constexpr auto All = makeAll();
static_assert(All.back() == Icon::Flower, "the list of names and the enumeration must agree");

} // namespace

std::span<const Icon> allIcons()
{
    return All;
}

QString iconName(Icon icon)
{
    return QString::fromLatin1(Names.at(std::size_t(icon)));
}

QPixmap IconCache::pixmap(Icon icon, const QColor& color, int px, qreal dpr)
{
    const Key key{icon, color.rgba(), px, qRound(dpr * 100)};
    if (const auto found = m_pixmaps.constFind(key); found != m_pixmaps.cend())
        return *found;
    // A seller who drags through every theme and scale should not collect pixmaps for ever.
    constexpr qsizetype limit = 2000;
    if (m_pixmaps.size() >= limit)
        m_pixmaps.clear();

    QPixmap pixmap(qCeil(px * dpr), qCeil(px * dpr));
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    QFile file(u":/icons/%1.svg"_s.arg(iconName(icon)));
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        if (px <= 12)
            svg.replace("stroke-width=\"1.75\"", "stroke-width=\"2.5\"");
        else if (px <= 16)
            svg.replace("stroke-width=\"1.75\"", "stroke-width=\"2\"");
        else if (px >= 32)
            svg.replace("stroke-width=\"1.75\"", "stroke-width=\"1.25\"");
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(0, 0, px, px));
    }
    m_pixmaps.insert(key, pixmap);
    return pixmap;
}

} // namespace belanjain::ui
