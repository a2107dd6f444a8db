// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/review_list.h"

#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "domain/format.h"
#include "storefront/stars.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimeZone>
#include <QVBoxLayout>

#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

ReviewList::ReviewList(const Theme& theme, ports::ShopReader& reader, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_reader(reader)
    , m_title(makeLabel(theme, {}, TextStyle::Section, {}, this))
    , m_rows(new QVBoxLayout)
    , m_note(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_more(new LinkButton(theme, {}, this))
{
    setObjectName(u"reviewList"_s);
    m_more->setObjectName(u"reviewsMore"_s);
    m_note->setWordWrap(true);
    m_rows->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addLayout(m_rows);
    column->addWidget(m_note);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QAbstractButton::clicked, this, [this] { ask(m_next); });
    connect(&reader, &ports::ShopReader::reviewsRead, this, &ReviewList::take);
    connect(&reader, &ports::ShopReader::failed, this, [this](quint64 ticket) {
        if (ticket != m_ticket)
            return;
        m_failed = true;
        retranslate();
    });
    retranslate();
}

void ReviewList::setProduct(const ProductId& product)
{
    if (m_product != product) {
        m_product = product;
        m_loaded = false;
        clear();
        m_total = 0;
    }
    ask({});
}

void ReviewList::ask(const QString& cursor)
{
    m_first = cursor.isEmpty();
    m_failed = false;
    m_ticket = m_reader.newTicket();
    m_reader.readReviews(m_ticket, m_product, cursor);
    retranslate();
}

void ReviewList::clear()
{
    while (std::unique_ptr<QLayoutItem> item{m_rows->takeAt(0)}) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
    m_reviews.clear();
    m_count = 0;
}

void ReviewList::take(quint64 ticket, const ports::ShopReviewPage& page)
{
    if (ticket != m_ticket)
        return;
    m_loaded = true;
    m_next = page.nextCursor;
    m_total = page.count;
    if (m_first)
        clear();
    for (const ports::ShopReview& review : page.items)
        add(review);
    retranslate();
    Q_EMIT summarised(page);
}

void ReviewList::add(const ports::ShopReview& review)
{
    m_reviews.append(review);
    ++m_count;
    auto* row = new QWidget(this);
    row->setObjectName(u"review"_s);
    auto* line = new QFrame(row);
    line->setObjectName(u"hline"_s);
    auto* stars = new Stars(m_theme, 14, row);
    stars->setRating(review.rating);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(stars);
    head->addWidget(makeLabel(m_theme, review.customerName, TextStyle::Bold, {}, row));
    head->addStretch();
    head->addWidget(makeLabel(m_theme, formatDate(review.createdAt, QTimeZone::systemTimeZone(), uiLanguage()),
                              TextStyle::Secondary, u"secondary"_s, row));
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 10);
    column->setSpacing(4);
    column->addWidget(line);
    column->addSpacing(6);
    column->addLayout(head);
    const auto words = [&](const QString& text) {
        auto* label = makeLabel(m_theme, text, TextStyle::Body, {}, row);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return label;
    };
    if (!review.comment.isEmpty())
        column->addWidget(words(review.comment));
    if (!review.reply.isEmpty()) {
        auto* box = new QFrame(row);
        box->setObjectName(u"raisedCard"_s);
        auto* inBox = new QVBoxLayout(box);
        inBox->setContentsMargins(12, 8, 12, 10);
        inBox->setSpacing(2);
        inBox->addWidget(makeLabel(m_theme, tr("The store's reply"), TextStyle::Header, u"secondary"_s, box));
        inBox->addWidget(words(review.reply));
        column->addWidget(box);
    }
    m_rows->addWidget(row);
}

void ReviewList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QList<ports::ShopReview> kept = m_reviews;
        clear();
        for (const ports::ShopReview& review : kept)
            add(review);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ReviewList::retranslate()
{
    m_title->setText(tr("Reviews"));
    m_more->setText(tr("More reviews"));
    m_more->setVisible(!m_next.isEmpty() && m_count > 0);
    if (m_failed && m_count == 0)
        m_note->setText(tr("The reviews cannot be read now."));
    else if (m_loaded && m_count == 0)
        m_note->setText(m_total > 0 ? tr("These ratings came without words.") : tr("Nobody has reviewed this yet."));
    else
        m_note->clear();
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace belanjain::ui
