// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "shell/centred_column.h"
#include "shell/languages.h"
#include "shell/welcome.h"

#include <QList>

class QComboBox;
class QLabel;
class QLineEdit;

namespace belanjain::ui {

class Button;
class ChoiceCard;
class FormField;
class ProblemLine;
class ProgressLine;

/// The first start: where the marketplace is, in which language and look. Keys 1 to 3 choose, Enter starts.
class FirstRunPage : public CentredColumn
{
    Q_OBJECT
public:
    FirstRunPage(Theme& theme, Languages& languages, QWidget* parent = nullptr);

    /// Shows that something is being prepared; a total of 0 means nobody knows how long.
    void showProgress(const QString& text, qint64 done, qint64 total);
    /// Says beside the choice why it could not be done.
    void showProblem(const QString& text);

Q_SIGNALS:
    void chosen(belanjain::ui::FirstRunChoice choice, const QUrl& address);
    void cancelled();
    void quitRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void start();
    void cancel();
    void tellAddress(bool wrong);
    FirstRunChoice choice() const;
    void choiceChanged();
    void setBusy(bool busy);

    Theme& m_theme;
    Languages& m_languages;
    QList<ChoiceCard*> m_cards;
    QLineEdit* m_address;
    FormField* m_addressField;
    QComboBox* m_language;
    QComboBox* m_look;
    FormField* m_languageField;
    FormField* m_lookField;
    ProblemLine* m_problem;
    ProgressLine* m_progress;
    Button* m_quit;
    Button* m_start;
    QLabel* m_privacy;
    QLabel* m_version;
    bool m_busy = false;
    bool m_addressWrong = false;
};

} // namespace belanjain::ui
