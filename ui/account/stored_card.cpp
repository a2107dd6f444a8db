// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/stored_card.h"

#include "account/account_words.h"
#include "account/ask_first.h"
#include "common/button.h"
#include "common/labels.h"
#include "common/language.h"

#include <QDesktopServices>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameColumn = 200;

} // namespace

StoredCard::StoredCard(const Theme& theme, ports::StoredDataKeeper& keeper, QWidget* parent)
    : AccountCard(theme, u"stored"_s, parent)
    , m_keeper(keeper)
    , m_open(new Button(theme, {}, this))
    , m_clear(new Button(theme, {}, this))
    , m_remove(new Button(theme, {}, this))
{
    m_open->setObjectName(u"stored.open"_s);
    m_clear->setObjectName(u"stored.clearPictures"_s);
    m_remove->setObjectName(u"stored.removeSetAside"_s);
    static const std::array<QString, FactCount> names{u"stored.secrets"_s,  u"stored.folder"_s,  u"stored.data"_s,    u"stored.edits"_s,
                                                      u"stored.pictures"_s, u"stored.waiting"_s, u"stored.setAside"_s};
    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(16);
    facts->setVerticalSpacing(8);
    facts->setColumnMinimumWidth(0, nameColumn);
    facts->setColumnStretch(1, 1);
    for (size_t i = 0; i < FactCount; ++i) {
        m_names.at(i) = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this);
        m_facts.at(i) = makeLabel(theme, {}, TextStyle::Body, {}, this);
        m_facts.at(i)->setObjectName(names.at(i));
        m_facts.at(i)->setWordWrap(true);
        m_facts.at(i)->setTextFormat(Qt::PlainText);
        m_facts.at(i)->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_names.at(i)->setBuddy(m_facts.at(i));
        facts->addWidget(m_names.at(i), int(i), 0, Qt::AlignTop);
        facts->addWidget(m_facts.at(i), int(i), 1);
    }
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_open);
    actions->addWidget(m_clear);
    actions->addWidget(m_remove);
    actions->addStretch();
    column()->addLayout(facts);
    column()->addLayout(actions);
    connect(m_open, &Button::clicked, this, [this] {
        if (m_stored)
            QDesktopServices::openUrl(QUrl::fromLocalFile(m_stored->folder));
    });
    connect(m_clear, &Button::clicked, this, [this] {
        m_busy = true;
        m_keeper.clearPictures();
        refresh();
    });
    connect(m_remove, &Button::clicked, this, &StoredCard::askToRemove);
    connect(&keeper, &ports::StoredDataKeeper::measured, this, [this](const ports::StoredData& held) {
        m_busy = false;
        m_stored = held;
        refresh();
    });
    connect(&keeper, &ports::StoredDataKeeper::notDeleted, this, [this](int files) {
        Q_EMIT said(tr("%n file(s) could not be deleted. Is another program using them?", nullptr, files), false);
    });
    retranslate();
}

void StoredCard::setSecrets(ports::SecretStore::Place place)
{
    m_place = place;
    refresh();
}

void StoredCard::setZone(const QTimeZone& zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    refresh();
}

void StoredCard::askToRemove()
{
    if (!m_stored || m_stored->setAside.isEmpty())
        return;
    QStringList names;
    for (const auto& one : m_stored->setAside)
        names += one.names;
    auto* ask = new AskFirst(theme(),
                             {.title = tr("Delete what was set aside?"),
                              .text = tr("These are damaged files, kept in case somebody can still read an edit out of them that was "
                                         "lost. Belanjain itself does not need them. Deleted, they are gone."),
                              .verb = tr("Delete")},
                             this);
    connect(ask, &QDialog::accepted, this, [this, names] {
        m_busy = true;
        m_keeper.removeSetAside(names);
        refresh();
    });
}

void StoredCard::setFact(Fact fact, const QString& name, const QString& text)
{
    m_names.at(fact)->setText(name);
    m_facts.at(fact)->setText(text);
    m_names.at(fact)->setVisible(!text.isEmpty());
    m_facts.at(fact)->setVisible(!text.isEmpty());
}

void StoredCard::refresh()
{
    const Language language = uiLanguage();
    const ports::StoredData held = m_stored.value_or(ports::StoredData());
    const auto size = [&](qint64 bytes) { return m_stored ? sizeText(bytes, language) : tr("Looking…"); };
    setFact(Secrets, tr("Your sign-in is kept"), secretPlaceText(m_place));
    setFact(Folder, tr("Folder"), QDir::toNativeSeparators(held.folder));
    setFact(Data, tr("Data for working offline"), size(held.data));
    setFact(Edits, tr("Log of edits"), held.edits > 0 ? size(held.edits) : QString());
    setFact(Pictures, tr("Pictures that were looked at"), size(held.pictures));
    setFact(Waiting, tr("Pictures to be uploaded"), held.waitingPictures > 0 ? size(held.waitingPictures) : QString());
    QString aside;
    if (!held.setAside.isEmpty()) {
        aside = tr("%n time(s), %1", nullptr, int(held.setAside.size())).arg(size(held.setAsideBytes()));
        if (const auto at = held.setAside.constFirst().at)
            aside = tr("%1; last %2").arg(aside, formatDateTime(*at, m_zone, language));
    }
    setFact(SetAside, tr("Damaged and set aside"), aside);
    m_open->setEnabled(m_stored.has_value());
    m_clear->setEnabled(!m_busy && held.pictures > 0);
    m_remove->setEnabled(!m_busy);
    m_remove->setVisible(!held.setAside.isEmpty());
}

void StoredCard::retranslate()
{
    setTitle(tr("On this computer"));
    setIntro(tr("What Belanjain keeps here, so that it works without a connection."));
    m_open->setText(tr("Open the folder"));
    m_clear->setText(tr("Clear the pictures"));
    m_clear->setToolTip(tr("They are fetched again when they are needed. Those to be uploaded stay."));
    m_remove->setText(tr("Delete what was set aside…"));
    refresh();
}

} // namespace belanjain::ui
