// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QIcon>
#include <QPixmap>
#include <QString>

#include <span>

namespace belanjain::ui {

/// Every drawing under resources/icons; the order is the order of the file list in icons.cpp.
enum class Icon {
    Home,
    Orders,
    Stock,
    Tag,
    Chart,
    Star,
    StarFilled,
    Inbox,
    Swap,
    Shop,
    Sliders,
    Search,
    Filter,
    Columns,
    Plus,
    Minus,
    ChevronDown,
    ChevronUp,
    ChevronLeft,
    ChevronRight,
    Check,
    Close,
    Clock,
    Warning,
    Octagon,
    Empty,
    HalfCircle,
    DotCircle,
    DoneCircle,
    CancelCircle,
    Circle,
    Truck,
    Print,
    Undo,
    Redo,
    Sync,
    Offline,
    Cloud,
    Lock,
    Eye,
    EyeOff,
    User,
    Users,
    Cart,
    Pin,
    Image,
    Barcode,
    Grip,
    More,
    Trash,
    Copy,
    Download,
    Upload,
    Calendar,
    Edit,
    History,
    Globe,
    Monitor,
    Chat,
    Link,
    Bank,
    Wallet,
    Card,
    Cash,
    Key,
    Info,
    Help,
    Bell,
    Mail,
    SignOut,
    External,
    Shield,
    Flag,
    Heart,
    Grid,
    Pot,
    Shirt,
    Sofa,
    Box,
    Party,
    Laptop,
    Gamepad,
    Plug,
    Book,
    Camera,
    Car,
    Food,
    PencilCup,
    Toy,
    Beauty,
    Baby,
    Ball,
    Health,
    Phone,
    Watch,
    Tool,
    Film,
    Paw,
    Ticket,
    Bottle,
    Flower,
};

/// All icons in order, for contact sheets and tests.
std::span<const Icon> allIcons();

/// The file's name without folder and ending, e.g. "chevron-down".
QString iconName(Icon icon);

/// Draws icons in any colour and keeps what it has drawn. Owned by a Theme; GUI thread only.
class IconCache
{
public:
    /// A square pixmap of `px` logical pixels at the device pixel ratio `dpr`. Strokes are 1.75 units of
    /// the 24 grid, 2 units up to 16 px and fewer from 32 px, so that a line keeps its weight at every size.
    QPixmap pixmap(Icon icon, const QColor& color, int px, qreal dpr);
    void clear() { m_pixmaps.clear(); }

private:
    struct Key
    {
        Icon icon;
        QRgb color;
        int px;
        int dprHundredths;
        bool operator==(const Key&) const = default;
    };
    friend size_t qHash(const Key& key, size_t seed)
    {
        return qHashMulti(seed, int(key.icon), key.color, key.px, key.dprHundredths);
    }
    QHash<Key, QPixmap> m_pixmaps;
};

} // namespace belanjain::ui
