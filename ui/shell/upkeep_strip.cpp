// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/upkeep_strip.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "common/tokens.h"

#include <QDialog>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

UpkeepCard::UpkeepCard(const Theme& theme, bool warns, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(makeLabel(theme, {}, TextStyle::Bold, {}, this))
    , m_text(makeLabel(theme, {}, TextStyle::Body, {}, this))
    , m_actions(new QHBoxLayout)
{
    setObjectName(u"banner"_s); // the style sheet's name for these colours
    setProperty("level", warns ? u"low"_s : u"info"_s);
    m_icon = new IconLabel(theme, warns ? Icon::Warning : Icon::Info, &Tokens::text2, measure::IconNormal, this);
    m_icon->setTint(warns ? &Tokens::low : &Tokens::processing);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    m_actions->setSpacing(8);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::PageMargin + 2, 10, measure::PageMargin, 10);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addLayout(m_actions);
}

void UpkeepCard::setTexts(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    layout()->setAlignment(m_icon, text.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

Button* UpkeepCard::addButton(const QString& name, const QString& text)
{
    auto* button = new Button(m_theme, text, this);
    button->setObjectName(name);
    button->setControlSize(Button::Size::Small);
    m_actions->addWidget(button);
    return button;
}

UpkeepStrip::UpkeepStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"upkeep"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    hide();
}

void UpkeepStrip::setUpkeep(ports::Upkeep& upkeep)
{
    m_upkeep = &upkeep;
    connect(&upkeep, &ports::Upkeep::noticesChanged, this, &UpkeepStrip::rebuild);
    connect(&upkeep, &ports::Upkeep::removalPauseChanged, this, [this] {
        m_later = false;
        rebuild();
    });
    rebuild();
}

void UpkeepStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

void UpkeepStrip::rebuild()
{
    // Later: it may be the button of one of them that led here.
    const auto former = findChildren<UpkeepCard*>(QString(), Qt::FindDirectChildrenOnly);
    for (UpkeepCard* card : former) {
        m_column->removeWidget(card);
        card->hide();
        card->setParent(nullptr);
        card->deleteLater();
    }
    if (!m_upkeep)
        return;
    const auto pause = m_upkeep->removalPause();
    const auto notices = m_upkeep->notices();
    if (pause)
        addPause(*pause);
    for (const ports::Notice& notice : notices)
        addNotice(notice);
    setVisible(pause || !notices.isEmpty());
}

QString UpkeepStrip::recoveredText(const ports::Notice& notice) const
{
    QStringList parts;
    if (notice.kept > 0)
        parts << tr("%n edit(s) that had not been sent were kept.", nullptr, notice.kept);
    else if (notice.lost == 0)
        parts << tr("No edit was waiting to be sent, so none is lost.");
    if (!notice.lost)
        parts << tr("Nobody can tell whether other edits were waiting: please look at what you changed last.");
    else if (*notice.lost > 0)
        parts << tr("%n edit(s) could not be read: please look at what you changed last.", nullptr, *notice.lost);
    if (notice.waiting)
        parts << tr("Your products are fetched anew as soon as the marketplace can be reached; you can go on working then.");
    if (!notice.folder.isEmpty())
        parts << tr("The damaged file is in %1.").arg(QDir::toNativeSeparators(notice.folder));
    return parts.join(u' ');
}

void UpkeepStrip::addNotice(const ports::Notice& notice)
{
    const bool recovered = notice.kind == ports::Notice::Kind::Recovered;
    auto* card = new UpkeepCard(m_theme, recovered, this);
    if (recovered) {
        card->setTexts(notice.waiting ? tr("Your data on this computer were damaged and are being fetched anew.")
                                      : tr("Your data on this computer were damaged and have been fetched anew."),
                       recoveredText(notice));
        if (!notice.folder.isEmpty()) {
            Button* open = card->addButton(u"upkeep.folder"_s, tr("Open the folder"));
            connect(open, &Button::clicked, this, [this, folder = notice.folder] { Q_EMIT folderRequested(folder); });
        }
    } else {
        card->setTexts(tr("The marketplace was restored from a backup. %n of your edits were sent again.", nullptr, notice.kept), {});
    }
    Button* dismiss = card->addButton(u"upkeep.dismiss"_s, tr("Understood"));
    connect(dismiss, &Button::clicked, this, [this, number = notice.number] { m_upkeep->dismissNotice(number); });
    m_column->addWidget(card);
    card->show();
}

void UpkeepStrip::addPause(const ports::RemovalPause& pause)
{
    auto* card = new UpkeepCard(m_theme, true, this);
    const QString title = tr("The marketplace would remove %1 of your %2 products. Nothing has been removed here yet.")
                              .arg(formatCount(pause.products, uiLanguage()), formatCount(pause.total, uiLanguage()));
    if (m_later) {
        card->setTexts(title, tr("Syncing is paused. Your changes are kept on this computer until you decide."));
    } else {
        card->setTexts(title, tr("Syncing is paused until you decide. You can go on working; your changes are kept on this computer."));
        Button* keep = card->addButton(u"upkeep.keep"_s, tr("Keep as it is for now"));
        connect(keep, &Button::clicked, this, [this] {
            m_later = true;
            rebuild();
        });
    }
    Button* which = card->addButton(u"upkeep.which"_s, tr("Show which"));
    connect(which, &Button::clicked, this, [this, pause] { showRemovals(pause); });
    Button* again = card->addButton(u"upkeep.again"_s, tr("Ask again"));
    again->setToolTip(tr("Asks the marketplace whether it still means it"));
    connect(again, &Button::clicked, m_upkeep, &ports::Upkeep::askAgain);
    Button* take = card->addButton(u"upkeep.take"_s, tr("Take it over"));
    connect(take, &Button::clicked, m_upkeep, &ports::Upkeep::acceptRemoval);
    m_column->addWidget(card);
    card->show();
}

void UpkeepStrip::showRemovals(const ports::RemovalPause& pause)
{
    auto* dialog = new QDialog(window());
    dialog->setObjectName(u"upkeep.removals"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Products that would be removed"));
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    auto* list = new QListWidget(dialog);
    list->setObjectName(u"upkeep.names"_s);
    list->setAccessibleName(dialog->windowTitle());
    list->addItems(pause.names);
    column->addWidget(list);
    if (pause.products > pause.names.size()) {
        column->addWidget(makeLabel(m_theme, tr("and %1 more").arg(formatCount(pause.products - pause.names.size(), uiLanguage())),
                                    TextStyle::Secondary, u"secondary"_s, dialog));
    }
    auto* close = new Button(m_theme, tr("Close"), dialog);
    connect(close, &Button::clicked, dialog, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    dialog->resize(460, 480);
    dialog->open();
}

} // namespace belanjain::ui
