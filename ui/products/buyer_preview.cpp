// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/buyer_preview.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/paint.h"
#include "common/theme.h"
#include "domain/stock_input.h"
#include "inventory/category_icon.h"
#include "pictures/picture_thumbnails.h"
#include "products/product_words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 200;
constexpr int wordsHeight = 104;
constexpr int padding = 12;
constexpr int largePhoto = 320;

QString priceText(const tables::ProductForm& form)
{
    const auto range = tables::priceRange(form);
    return range ? priceRangeText(range->first, range->second) : QString();
}

/// The main photo at the dialog's side.
class PhotoLabel : public QWidget
{
public:
    PhotoLabel(const Theme& theme, PictureThumbnails* pictures, const tables::ProductForm& form, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_pictures(pictures)
        , m_hash(form.pictures.isEmpty() ? QString() : form.pictures.constFirst().hash)
        , m_icon(categoryIcon(form.category))
    {
        setFixedSize(largePhoto, largePhoto);
        if (pictures)
            connect(pictures, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath round;
        round.addRoundedRect(rect(), measure::RadiusCard, measure::RadiusCard);
        painter.fillPath(round, m_theme.tokens().raised);
        painter.setClipPath(round);
        const QPixmap photo = m_pictures ? m_pictures->whole(m_hash, largePhoto, devicePixelRatioF()) : QPixmap();
        if (photo.isNull()) {
            m_theme.paintIcon(&painter, rect(), m_icon, m_theme.tokens().text2, 48);
            return;
        }
        const QSize size = photo.deviceIndependentSize().toSize();
        painter.drawPixmap((width() - size.width()) / 2, (height() - size.height()) / 2, photo);
    }

private:
    const Theme& m_theme;
    PictureThumbnails* m_pictures;
    QString m_hash;
    Icon m_icon;
};

} // namespace

BuyerPreview::BuyerPreview(const Theme& theme, PictureThumbnails* pictures, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pictures(pictures)
{
    setObjectName(u"buyerPreview"_s);
    setFixedSize(sizeHint());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    if (pictures)
        connect(pictures, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
}

QSize BuyerPreview::sizeHint() const { return {cardWidth, cardWidth + wordsHeight}; }

void BuyerPreview::show(const tables::ProductForm& form, const QString& place)
{
    m_form = form;
    m_place = place;
    setAccessibleName(tr("What a buyer sees: %1, %2").arg(form.name, priceText(form)));
    update();
}

void BuyerPreview::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath round;
    round.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusCard, measure::RadiusCard);
    painter.fillPath(round, tokens.surface);
    painter.save();
    painter.setClipPath(round);
    const QRect photo(0, 0, cardWidth, cardWidth);
    painter.fillRect(photo, tokens.raised);
    const QString hash = m_form.pictures.isEmpty() ? QString() : m_form.pictures.constFirst().hash;
    const QPixmap picture = m_pictures ? m_pictures->thumbnail(hash, cardWidth, devicePixelRatioF()) : QPixmap();
    if (picture.isNull())
        m_theme.paintIcon(&painter, photo, categoryIcon(m_form.category), tokens.text2, 40);
    else
        painter.drawPixmap(photo, picture);
    painter.fillRect(0, cardWidth, cardWidth, 1, tokens.line);
    painter.restore();
    painter.setPen(tokens.line);
    painter.drawPath(round);

    QRect words(padding, cardWidth + 10, cardWidth - 2 * padding, 40);
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_form.name.isEmpty() ? tokens.placeholder : tokens.text);
    const QString name = m_form.name.isEmpty() ? tr("Product name") : m_form.name;
    // Two lines, the second cut at a word.
    const QFontMetricsF metrics(painter.font());
    QString first = elideAtWord(name, metrics, words.width());
    if (first != name) {
        first.remove(u'…');
        first = first.trimmed();
        const QString rest = name.mid(first.size()).trimmed();
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, first);
        painter.drawText(words.adjusted(0, 20, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                         elideAtWord(rest, metrics, words.width()));
    } else {
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, first);
    }
    words.translate(0, first == name ? 22 : 42);
    painter.setFont(m_theme.font(TextStyle::Bold));
    painter.setPen(tokens.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, priceText(m_form));
    words.translate(0, 22);
    painter.setFont(m_theme.font(TextStyle::Secondary));
    painter.setPen(tokens.text2);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, m_place);
}

BuyerPreviewDialog::BuyerPreviewDialog(const Theme& theme, PictureThumbnails* pictures,
                                       const tables::ProductForm& form, const QString& storeName, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"buyerPreviewDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What a buyer sees"));
    auto* words = new QVBoxLayout;
    words->setSpacing(8);
    auto* name = makeLabel(theme, form.name, TextStyle::Page, {}, this);
    name->setWordWrap(true);
    name->setTextFormat(Qt::PlainText);
    words->addWidget(name);
    words->addWidget(makeLabel(theme, priceText(form), TextStyle::Section, {}, this));
    words->addWidget(makeLabel(theme, storeName, TextStyle::Body, u"secondary"_s, this));
    for (const Option& option : form.options) {
        words->addSpacing(4);
        words->addWidget(makeLabel(theme, option.name, TextStyle::Strong, {}, this));
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        for (const QString& value : option.values) {
            const bool left = std::any_of(form.variants.begin(), form.variants.end(), [&](const tables::FormVariant& one) {
                return one.options.contains(OptionValue{option.name, value}) && parseCount(one.available, {}).value_or(0) > 0;
            });
            auto* choice = new Button(theme, value, this);
            choice->setEnabled(left); // greyed out, as the storefront does with what is gone
            choice->setFocusPolicy(Qt::NoFocus);
            row->addWidget(choice);
        }
        row->addStretch();
        words->addLayout(row);
    }
    if (!form.description.isEmpty()) {
        words->addSpacing(4);
        auto* description = makeLabel(theme, form.description, TextStyle::Body, {}, this);
        description->setWordWrap(true);
        description->setTextFormat(Qt::PlainText);
        words->addWidget(description);
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    for (qsizetype i = 0; i < form.specifications.size(); ++i) {
        auto* label = makeLabel(theme, form.specifications[i].label, TextStyle::Body, u"secondary"_s, this);
        auto* value = makeLabel(theme, form.specifications[i].value, TextStyle::Body, {}, this);
        label->setTextFormat(Qt::PlainText);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        grid->addWidget(label, int(i), 0, Qt::AlignTop);
        grid->addWidget(value, int(i), 1);
    }
    grid->setColumnStretch(1, 1);
    words->addLayout(grid);
    words->addStretch();
    auto* close = new Button(theme, tr("Close"), this);
    close->setObjectName(u"buyerPreviewClose"_s);
    close->setDefault(true);
    connect(close, &Button::clicked, this, &QDialog::accept);

    auto* inside = new QWidget(this);
    inside->setObjectName(u"page"_s); // the dialog's own surface
    auto* across = new QHBoxLayout(inside);
    across->setContentsMargins(20, 20, 20, 12);
    across->setSpacing(24);
    across->addWidget(new PhotoLabel(theme, pictures, form, inside), 0, Qt::AlignTop);
    across->addLayout(words, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll, 1);
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(20, 0, 20, 16);
    actions->addStretch();
    actions->addWidget(close);
    column->addLayout(actions);
    resize(780, 480);
}

} // namespace belanjain::ui
