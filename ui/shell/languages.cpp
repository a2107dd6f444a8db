// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/languages.h"

#include <QCoreApplication>
#include <QLocale>

namespace belanjain::ui
{
using namespace Qt::StringLiterals;

Languages::Languages(QObject* parent) : QObject(parent) {}

Languages::~Languages() { QCoreApplication::removeTranslator(&m_translator); }

void Languages::set(Language language)
{
    if (language == m_current)
        return;
    m_current = language;
    QCoreApplication::removeTranslator(&m_translator);
    if (language == Language::Indonesian && m_translator.load(u":/i18n/belanjain_id.qm"_s))
        QCoreApplication::installTranslator(&m_translator);
    Q_EMIT changed(language);
}

Language Languages::ofSystem()
{
    for (const QString& name : QLocale::system().uiLanguages()) {
        if (name.startsWith(u"id"))
            return Language::Indonesian;
        if (name.startsWith(u"en"))
            return Language::English;
    }
    return QLocale::system().territory() == QLocale::Indonesia ? Language::Indonesian : Language::English;
}

QString Languages::code(Language language) { return language == Language::Indonesian ? u"id"_s : u"en"_s; }

} // namespace belanjain::ui
