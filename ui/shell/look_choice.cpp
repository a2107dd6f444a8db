// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/look_choice.h"

#include "common/theme.h"
#include "shell/languages.h"

#include <QEvent>
#include <QSignalBlocker>

namespace belanjain::ui {
using namespace Qt::StringLiterals;

LanguageChoice::LanguageChoice(Languages& languages, QWidget* parent)
    : QComboBox(parent)
    , m_languages(languages)
{
    setObjectName(u"languageChoice"_s);
    // Each language by its own name, so that whoever reads only that one finds it.
    for (const auto language : {Language::Indonesian, Language::English})
        addItem(Languages::name(language), int(language));
    const auto showCurrent = [this] {
        const QSignalBlocker quiet(this);
        setCurrentIndex(findData(int(m_languages.current())));
    };
    showCurrent();
    connect(&languages, &Languages::changed, this, showCurrent);
    connect(this, &QComboBox::currentIndexChanged, this,
            [this] { m_languages.set(Language(currentData().toInt())); });
}

LookChoice::LookChoice(Theme& theme, QWidget* parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setObjectName(u"lookChoice"_s);
    for (const auto mode : {Theme::Mode::System, Theme::Mode::Light, Theme::Mode::Dark})
        addItem({}, int(mode));
    retranslate();
    showCurrent();
    connect(&theme, &Theme::preferenceChanged, this, &LookChoice::showCurrent);
    connect(this, &QComboBox::currentIndexChanged, this,
            [this] { m_theme.setMode(Theme::Mode(currentData().toInt())); });
}

void LookChoice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

void LookChoice::retranslate()
{
    setItemText(0, tr("Same as the system"));
    setItemText(1, tr("Light"));
    setItemText(2, tr("Dark"));
}

void LookChoice::showCurrent()
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(findData(int(m_theme.mode())));
}

} // namespace belanjain::ui
