// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/product_picker.h"

#include "common/fields.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "domain/format.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 380;
constexpr int panelHeight = 400;
constexpr int rowHeight = 48;
constexpr int shownProducts = 50;
/// Far from the tickets of other screens over the same reader.
constexpr quint64 firstTicket = quint64(3) << 40;
constexpr int factsRole = Qt::UserRole;

QString pricesOf(const ports::ProductListRow& product)
{
    return product.minPrice == product.maxPrice
               ? formatRupiah(product.minPrice)
               : u"%1–%2"_s.arg(formatRupiah(product.minPrice), formatRupiah(product.maxPrice));
}

/// The name, and below it what tells it from another of the same name.
class ProductDelegate : public QStyledItemDelegate
{
public:
    ProductDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        paintRow(painter, option.rect, m_theme,
                 {.selected = option.state.testFlag(QStyle::State_Selected),
                  .hovered = option.state.testFlag(QStyle::State_MouseOver),
                  .last = index.row() + 1 == index.model()->rowCount()});
        const QRect row = option.rect.adjusted(0, 4, 0, -4);
        const QRect name(row.left(), row.top(), row.width(), row.height() / 2);
        paintTextCell(painter, name, m_theme, index.data().toString(), CellInk::Text, TextStyle::Body);
        paintTextCell(painter, name.translated(0, name.height()), m_theme, index.data(factsRole).toString(),
                      CellInk::Secondary, TextStyle::Secondary);
    }

private:
    const Theme& m_theme;
};

} // namespace

ProductPicker::ProductPicker(const Theme& theme, ports::CatalogueReader& catalogue, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_theme(theme)
    , m_catalogue(catalogue)
    , m_search(new SearchField(theme, tr("Search products"), this))
    , m_list(new QListWidget(this))
    , m_ticket(firstTicket)
{
    setObjectName(u"productPicker"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground);
    m_search->setObjectName(u"productPicker.search"_s);
    m_list->setObjectName(u"productPicker.list"_s);
    m_list->setAccessibleName(tr("Products"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new ProductDelegate(theme, m_list));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_list);
    setFixedSize(panelWidth, panelHeight);
    connect(m_search, &SearchField::textChanged, this, &ProductPicker::chooseFirst);
    connect(m_search, &SearchField::searched, this, &ProductPicker::read);
    connect(m_search, &SearchField::left, m_list, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_list, &QListWidget::itemClicked, this, &ProductPicker::take);
    connect(&catalogue, &ports::CatalogueReader::productsRead, this,
            [this](quint64 ticket, const ports::ProductListPage& page) {
                if (ticket == m_ticket)
                    fill(page);
            });
    read();
}

void ProductPicker::read()
{
    m_asked = m_search->text().trimmed();
    m_catalogue.readProducts(++m_ticket,
                             {.search = m_asked, .status = ports::StatusFilter::All, .limit = shownProducts});
}

void ProductPicker::fill(const ports::ProductListPage& page)
{
    m_products = page.products;
    m_list->clear();
    for (const ports::ProductListRow& product : page.products) {
        QStringList facts{product.category, pricesOf(product)};
        facts.removeAll(QString());
        auto* item = new QListWidgetItem(product.name, m_list);
        item->setData(factsRole, facts.join(u" · "_s));
        item->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(product.name, facts.join(u", "_s)));
        item->setToolTip(product.name);
    }
    m_shownFor = m_asked;
    chooseFirst();
}

void ProductPicker::chooseFirst()
{
    m_list->setCurrentRow(m_shownFor == m_search->text().trimmed() && m_list->count() > 0 ? 0 : -1);
}

void ProductPicker::take()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_products.size())
        return;
    Q_EMIT chosen(m_products.at(row).product, m_products.at(row).name);
    close();
}

void ProductPicker::popUp(const QWidget& button)
{
    const QPoint corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4));
    int x = corner.x() - width();
    if (const QScreen* where = button.screen())
        x = std::clamp(x, where->availableGeometry().left(), where->availableGeometry().right() - width());
    move(x, corner.y());
    QWidget::show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void ProductPicker::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().controlBorder, 1));
    painter.setBrush(m_theme.tokens().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusCard, measure::RadiusCard);
}

void ProductPicker::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace belanjain::ui
