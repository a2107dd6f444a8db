// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace belanjain::ui {

class Button;
class Theme;

/// The recovery codes, the one time that they are shown: to be copied, saved or printed.
class RecoveryCodes : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryCodes(const Theme& theme, QWidget* parent = nullptr);

    /// An empty list forgets them.
    void setCodes(const QStringList& codes, const QString& email);
    QStringList codes() const { return m_codes; }
    /// What is copied, saved and printed.
    QString sheet() const;
    /// Empty when it was written; readable by its owner alone.
    QString saveTo(const QString& path) const;

Q_SIGNALS:
    void said(const QString& text, bool well);
    /// The person has them.
    void done();

protected:
    void changeEvent(QEvent* event) override;

private:
    void askForFile();
    void askForPrinter();
    void retranslate();

    const Theme& m_theme;
    QStringList m_codes;
    QString m_email;
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_box;
    QGridLayout* m_grid;
    QList<QLabel*> m_labels;
    Button* m_copy;
    Button* m_save;
    Button* m_print;
    Button* m_done;
};

} // namespace belanjain::ui
