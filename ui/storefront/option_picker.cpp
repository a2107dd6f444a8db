// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/option_picker.h"

#include "common/labels.h"
#include "common/theme.h"
#include "storefront/wrap_layout.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

/// One value of an option.
class ValueButton : public QAbstractButton
{
public:
    ValueButton(const Theme& theme, const QString& value, bool chosen, const QString& gone, bool touch, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_gone(gone)
        , m_touch(touch)
    {
        setText(value);
        setCheckable(true);
        setChecked(chosen);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(gone.isEmpty() ? value : value + u", "_s + gone);
        setCursor(Qt::PointingHandCursor);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }
    QSize sizeHint() const override
    {
        int wide = QFontMetrics(words()).horizontalAdvance(text()) + 36;
        if (!m_gone.isEmpty())
            wide += QFontMetrics(m_theme.font(TextStyle::Secondary)).horizontalAdvance(m_gone) + 6;
        return {std::max(m_touch ? 64 : 48, wide), m_touch ? measure::ControlTouch : 36};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool gone = !m_gone.isEmpty();
        QPen pen(isChecked() ? t.focus : gone ? t.controlBorder : t.controlBorder, isChecked() ? 2 : 1);
        if (gone)
            pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        painter.setBrush(isChecked() ? t.selection : gone ? t.raised : t.surface);
        const qreal in = isChecked() ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(rect()).adjusted(in, in, -in, -in), measure::RadiusControl, measure::RadiusControl);
        painter.setFont(words());
        painter.setPen(gone ? t.text2 : isChecked() ? t.accentText : t.text);
        const QRect room = rect().adjusted(18, 0, -18, 0);
        painter.drawText(room, (gone ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter, text());
        if (gone) {
            painter.setFont(m_theme.font(TextStyle::Secondary));
            painter.setPen(t.text2);
            painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, m_gone);
        }
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            event->ignore(); // the page's own key: into the cart
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    QFont words() const { return m_touch ? m_theme.font(TextStyle::Kiosk, 500) : m_theme.font(TextStyle::Strong); }

    const Theme& m_theme;
    QString m_gone;
    bool m_touch;
};

} // namespace

OptionPicker::OptionPicker(const Theme& theme, QWidget* parent, bool touch)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_touch(touch)
{
    setObjectName(u"optionPicker"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(16);
}

const ports::ShopVariant* OptionPicker::matching(const QHash<QString, QString>& values) const
{
    for (const ports::ShopVariant& variant : m_product.variants) {
        const bool all = std::all_of(variant.options.cbegin(), variant.options.cend(), [&](const OptionValue& each) {
            return values.value(each.name, each.value) == each.value;
        });
        if (all)
            return &variant;
    }
    return nullptr;
}

const ports::ShopVariant* OptionPicker::current() const { return matching(m_chosen); }

void OptionPicker::setProduct(const ports::ShopProduct& product)
{
    const bool same = product.card.product == m_product.card.product;
    m_product = product;
    if (!same || !current()) {
        m_chosen.clear();
        auto first = std::find_if(product.variants.cbegin(), product.variants.cend(),
                                  [](const auto& variant) { return variant.available > 0; });
        if (first == product.variants.cend())
            first = product.variants.cbegin();
        if (first != product.variants.cend()) {
            for (const OptionValue& value : first->options)
                m_chosen[value.name] = value.value;
        }
    }
    rebuild();
    Q_EMIT changed();
}

void OptionPicker::choose(const VariantId& id)
{
    if (const ports::ShopVariant* variant = m_product.variant(id)) {
        for (const OptionValue& value : variant->options)
            m_chosen[value.name] = value.value;
        rebuild();
        Q_EMIT changed();
    }
}

void OptionPicker::pick(const QString& option, const QString& value)
{
    m_chosen[option] = value;
    if (!current()) {
        // That combination was never made: the other options follow.
        for (const ports::ShopVariant& variant : m_product.variants) {
            const bool has = variant.options.contains(OptionValue{option, value});
            if (!has)
                continue;
            for (const OptionValue& each : variant.options)
                m_chosen[each.name] = each.value;
            break;
        }
    }
    rebuild();
    Q_EMIT changed();
    const auto buttons = findChildren<QAbstractButton*>(u"option.%1.%2"_s.arg(option, value));
    if (!buttons.isEmpty())
        buttons.constLast()->setFocus(Qt::OtherFocusReason);
}

void OptionPicker::rebuild()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->setObjectName({});
            for (QObject* child : widget->children())
                child->setObjectName({}); // soon gone, and not to be found until then
            widget->deleteLater();
        }
        std::unique_ptr<QLayoutItem> gone(item);
    }
    setVisible(!m_product.options.isEmpty());
    for (const Option& option : std::as_const(m_product.options)) {
        auto* box = new QWidget(this);
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(8);
        auto* title = makeLabel(m_theme,
                                withDesignBold(u"%1 <b>%2</b>"_s.arg(option.name.toHtmlEscaped(),
                                                                     m_chosen.value(option.name).toHtmlEscaped())),
                                m_touch ? TextStyle::Kiosk : TextStyle::Body, {}, box);
        title->setTextFormat(Qt::RichText);
        column->addWidget(title);
        auto* row = new QWidget(box);
        row->setAccessibleName(option.name);
        auto* flow = new WrapLayout(row, 8);
        for (const QString& value : option.values) {
            QHash<QString, QString> wanted = m_chosen;
            wanted[option.name] = value;
            const ports::ShopVariant* variant = matching(wanted);
            const bool anywhere = std::any_of(m_product.variants.cbegin(), m_product.variants.cend(), [&](const auto& each) {
                return each.options.contains(OptionValue{option.name, value});
            });
            if (!anywhere)
                continue;
            const QString gone = variant && variant->available > 0 ? QString()
                                 : variant                         ? tr("Out of stock")
                                                                   : tr("Not together");
            auto* button = new ValueButton(m_theme, value, m_chosen.value(option.name) == value, gone, m_touch, row);
            button->setObjectName(u"option.%1.%2"_s.arg(option.name, value));
            connect(button, &QAbstractButton::clicked, this, [this, name = option.name, value] { pick(name, value); });
            flow->addWidget(button);
        }
        column->addWidget(row);
        m_column->addWidget(box);
        box->show(); // at once: one of them is given the focus
    }
}

void OptionPicker::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace belanjain::ui
