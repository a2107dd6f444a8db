// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"

#include <QObject>
#include <QTranslator>

namespace belanjain::ui
{

/// The language in force, changed without a restart: every widget gets QEvent::LanguageChange. The
/// sources are English; Indonesian comes from translations/. Made once by the program.
class Languages : public QObject
{
    Q_OBJECT
public:
    explicit Languages(QObject* parent = nullptr);
    ~Languages() override;

    Language current() const { return m_current; }
    void set(Language language);

    /// Indonesian where the system says so, else English.
    static Language ofSystem();
    static QString code(Language language);

Q_SIGNALS:
    void changed(belanjain::Language language);

private:
    QTranslator m_translator;
    Language m_current = Language::English;
};

} // namespace belanjain::ui
