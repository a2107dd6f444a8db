// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"

#include <QObject>
#include <QTranslator>

#include <array>

namespace belanjain::ui {

/// The language in force, changed without a restart: every widget gets QEvent::LanguageChange. The
/// sources are English and hold no plurals, so both languages have a translation of their own, and one
/// for Qt's own texts. Made once by the program, after its QApplication.
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
    /// Its own name for itself, the same in every language: "Bahasa Indonesia", "English".
    static QString name(Language language);

Q_SIGNALS:
    void changed(belanjain::Language language);

private:
    void install();

    std::array<QTranslator, 2> m_translators; ///< Qt's texts, ours
    Language m_current = Language::English;
};

} // namespace belanjain::ui
