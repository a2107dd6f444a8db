// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"

#include "common/dialog_fit.h"
#include "common/focus_ring.h"
#include "common/style.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>
#include <QSettings>
#include <QStyleHints>
#include <QToolTip>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList installedFamilies()
{
    const QStringList wanted{u"Inter"_s,   u"Inter Variable"_s, u"Segoe UI"_s, u"SF Pro"_s,
                             u"SF Pro Text"_s, u"Noto Sans"_s,  u"DejaVu Sans"_s};
    const QStringList installed = QFontDatabase::families();
    QStringList families;
    for (const QString& family : wanted) {
        if (installed.contains(family))
            families.append(family);
    }
    return families;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_startedDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
    , m_tokens(&tokensOf(Palette::Light))
    , m_families(installedFamilies())
    , m_icons(std::make_unique<IconCache>())
{
    m_tokens = &tokensOf(systemIsDark() ? Palette::Dark : Palette::Light);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::update);
#endif
}

Theme::~Theme() = default;

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#elif defined(Q_OS_WIN)
    // Qt before 6.5 gives Fusion a light palette on Windows whatever the user chose.
    const QSettings personal(
        u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
        QSettings::NativeFormat);
    if (personal.contains(u"AppsUseLightTheme"_s))
        return personal.value(u"AppsUseLightTheme"_s).toInt() == 0;
#endif
    return m_startedDark;
}

void Theme::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    update();
    Q_EMIT preferenceChanged();
}

void Theme::setHighContrast(bool on)
{
    if (m_highContrast == on)
        return;
    m_highContrast = on;
    update();
    Q_EMIT preferenceChanged();
}

void Theme::update()
{
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && systemIsDark());
    const Palette palette = dark ? (m_highContrast ? Palette::DarkHighContrast : Palette::Dark)
                                 : (m_highContrast ? Palette::LightHighContrast : Palette::Light);
    const Tokens* tokens = &tokensOf(palette);
    if (tokens == m_tokens)
        return;
    m_tokens = tokens;
    m_icons->clear();
    dress();
    Q_EMIT changed();
}

QFont Theme::font(TextStyle style) const
{
    return font(style, typeSpec(style).weight);
}

QFont Theme::font(TextStyle style, int weight) const
{
    QFont font;
    if (!m_families.isEmpty())
        font.setFamilies(m_families);
    font.setPixelSize(typeSpec(style).pixelSize);
    font.setWeight(QFont::Weight(weight));
    // Inter is drawn wide for small sizes; set large it needs to be drawn together.
    if (typeSpec(style).pixelSize >= 24)
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.3);
    // Unhinted outlines keep the letter spacing that the type scale was drawn with.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont Theme::tabularFont(TextStyle style) const
{
    return withTabularFigures(font(style));
}

const NumberFont& Theme::numbers(TextStyle style) const
{
    auto found = m_numbers.find(style);
    if (found == m_numbers.end())
        found = m_numbers.emplace(style, NumberFont(font(style))).first;
    return found->second;
}

QPixmap Theme::pixmap(Icon icon, const QColor& color, int px, qreal dpr) const
{
    return m_icons->pixmap(icon, color, px, dpr);
}

void Theme::paintIcon(QPainter* painter, const QRect& rect, Icon icon, const QColor& color, int px) const
{
    const qreal dpr = painter->device()->devicePixelRatioF();
    const QPoint topLeft(rect.left() + (rect.width() - px) / 2, rect.top() + (rect.height() - px) / 2);
    painter->drawPixmap(topLeft, m_icons->pixmap(icon, color, px, dpr));
}

QIcon Theme::icon(Icon icon, int px) const
{
    QIcon result;
    for (const qreal dpr : {1.0, 2.0}) {
        result.addPixmap(pixmap(icon, m_tokens->text2, px, dpr), QIcon::Normal);
        result.addPixmap(pixmap(icon, m_tokens->disabledIcon, px, dpr), QIcon::Disabled);
    }
    return result;
}

QIcon Theme::icon(Icon icon, const QColor& color, int px) const
{
    QIcon result;
    for (const qreal dpr : {1.0, 2.0}) {
        result.addPixmap(pixmap(icon, color, px, dpr), QIcon::Normal);
        result.addPixmap(pixmap(icon, m_tokens->disabledIcon, px, dpr), QIcon::Disabled);
    }
    return result;
}

void Theme::paintLogo(QPainter* painter, const QRectF& rect) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_tokens->accent);
    const qreal radius = rect.width() * 0.24;
    painter->drawRoundedRect(rect, radius, radius);
    const int px = qRound(rect.width() * 0.74);
    const qreal dpr = painter->device()->devicePixelRatioF();
    painter->drawPixmap(QPointF(rect.center().x() - px / 2.0, rect.center().y() - px / 2.0),
                        m_icons->pixmap(Icon::Flower, m_tokens->onAccent, px, dpr));
    painter->restore();
}

QIcon Theme::logo() const
{
    QIcon result;
    for (const int px : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(px, px);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintLogo(&painter, QRectF(0, 0, px, px));
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

QPalette Theme::palette() const
{
    const Tokens& t = *m_tokens;
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.placeholder);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.onAccent);
    p.setColor(QPalette::Highlight, t.selection);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accentText);
    p.setColor(QPalette::LinkVisited, t.accentText);
    p.setColor(QPalette::Light, t.surface);
    p.setColor(QPalette::Midlight, t.rowLine);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.controlBorder);
    p.setColor(QPalette::Shadow, t.line);
    p.setColor(QPalette::ToolTipBase, t.inverse);
    p.setColor(QPalette::ToolTipText, t.onInverse);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    p.setColor(QPalette::Accent, t.accent);
#endif
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
                            QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, t.disabled);
    p.setColor(QPalette::Disabled, QPalette::Base, t.raised);
    p.setColor(QPalette::Disabled, QPalette::Button, t.raised);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.raised);
    return p;
}

QString Theme::styleSheet() const
{
    QFile file(u":/styles/belanjain.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const Tokens& t = *m_tokens;
    const std::pair<QLatin1StringView, QColor> colors[] = {
        {"window"_L1, t.window},
        {"sidebar"_L1, t.sidebar},
        {"surface"_L1, t.surface},
        {"raised"_L1, t.raised},
        {"line"_L1, t.line},
        {"row-line"_L1, t.rowLine},
        {"hover"_L1, t.hover},
        {"control-border"_L1, t.controlBorder},
        {"text"_L1, t.text},
        {"text-2"_L1, t.text2},
        {"placeholder"_L1, t.placeholder},
        {"disabled"_L1, t.disabled},
        {"disabled-line"_L1, t.disabledLine},
        {"accent"_L1, t.accent},
        {"on-accent"_L1, t.onAccent},
        {"accent-hover"_L1, t.accentHover},
        {"accent-text"_L1, t.accentText},
        {"focus"_L1, t.focus},
        {"selection"_L1, t.selection},
        {"selection-line"_L1, t.selectionLine},
        {"low-ink"_L1, t.low.ink},
        {"low-fill"_L1, t.low.fill},
        {"out-ink"_L1, t.out.ink},
        {"out-fill"_L1, t.out.fill},
        {"rejected-ink"_L1, t.rejected.ink},
        {"rejected-fill"_L1, t.rejected.fill},
        {"waiting-ink"_L1, t.waiting.ink},
        {"waiting-fill"_L1, t.waiting.fill},
        {"processing-ink"_L1, t.processing.ink},
        {"processing-fill"_L1, t.processing.fill},
        {"done-ink"_L1, t.done.ink},
        {"done-fill"_L1, t.done.fill},
        {"inverse"_L1, t.inverse},
        {"on-inverse"_L1, t.onInverse},
    };
    for (const auto& [name, color] : colors)
        sheet.replace(u"@%1@"_s.arg(name), color.name());
    return sheet;
}

void Theme::apply(QApplication& app)
{
    m_app = &app;
    app.setStyle(new Style(this));
    app.setFont(font(TextStyle::Body));
    if (!m_focusRing) {
        m_focusRing = std::make_unique<FocusRing>(*this);
        new DialogFit(m_focusRing.get());
    }
    dress();
}

void Theme::dress()
{
    if (!m_app)
        return;
    m_app->setPalette(palette());
    m_app->setStyleSheet(styleSheet());
    QToolTip::setFont(font(TextStyle::Secondary));
    QToolTip::setPalette(palette());
    m_app->setWindowIcon(logo());
}

} // namespace belanjain::ui
