// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/languages.h"

#include <QCoreApplication>
#include <QLocale>

namespace belanjain::ui {
using namespace Qt::StringLiterals;

Languages::Languages(QObject* parent)
    : QObject(parent)
{
    install();
}

Languages::~Languages()
{
    for (QTranslator& translator : m_translators)
        QCoreApplication::removeTranslator(&translator);
}

void Languages::set(Language language)
{
    if (language == m_current)
        return;
    m_current = language;
    install();
    Q_EMIT changed(language);
}

void Languages::install()
{
    const QString names[] = {u":/i18n/qt_%1.qm"_s, u":/i18n/belanjain_%1.qm"_s};
    for (size_t i = 0; i < m_translators.size(); ++i) {
        QCoreApplication::removeTranslator(&m_translators[i]);
        if (m_translators[i].load(names[i].arg(code(m_current))))
            QCoreApplication::installTranslator(&m_translators[i]);
    }
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

QString Languages::name(Language language)
{
    return language == Language::Indonesian ? u"Bahasa Indonesia"_s : u"English"_s;
}

} // namespace belanjain::ui
