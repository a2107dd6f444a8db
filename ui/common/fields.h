// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace belanjain::ui {

class IconLabel;
class Theme;

/// Search as you type: icon at the left, the key that comes here at the right, a clear button once there is
/// text. Typing is reported once it rests; Return and clearing are reported at once.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const Theme& theme, const QString& placeholder, QWidget* parent = nullptr);

    /// Text of the key that focuses the field, e.g. "Ctrl F"; hidden while there is text.
    void setKeyCap(const QString& key);
    /// Milliseconds of rest before searched(); 120 unless set.
    void setDebounce(int milliseconds) { m_rest.setInterval(milliseconds); }
    /// Shows a text that is searched for already: searched() is not emitted for it.
    void showSearch(const QString& text);
    /// A pale border, for the sidebar and other tinted places.
    void setQuiet(bool on);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The text to search for; never twice the same in a row.
    void searched(const QString& text);
    /// Down, or Esc with nothing left to clear: the focus may go to what was found.
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void report();
    void dress();
    void layOut();

    const Theme& m_theme;
    QString m_keyCap;
    QToolButton* m_clear;
    QTimer m_rest;
    QString m_reported;
};

/// A password with an eye that shows it; hides it again when the focus leaves.
class PasswordField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordField(const Theme& theme, QWidget* parent = nullptr);

    bool isShown() const { return echoMode() == QLineEdit::Normal; }
    void setShown(bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    QToolButton* m_eye;
};

/// A label above an editor, with a hint or an error below it.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// Takes the editor as its child and names it for assistive technology.
    FormField(const Theme& theme, const QString& label, QWidget* editor, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    void setHint(const QString& hint);
    /// Marks the editor and says what is wrong and how to put it right; an empty text clears it.
    void setError(const QString& error);
    QString error() const;
    /// Editor and words as large as a screen that is touched needs them.
    void setTouch(const Theme& theme);
    /// A link at the right end of the label's line.
    void setTrailing(QWidget* widget);
    QWidget* editor() const { return m_editor; }

private:
    QWidget* m_editor;
    QLabel* m_label;
    QLabel* m_hint;
    QWidget* m_errorRow;
    QLabel* m_error;
    QHBoxLayout* m_top;
};

/// Marks an input as wrong (or right again) in the style sheet's way; any editor, also in a cell.
void setInvalid(QWidget* editor, bool invalid);

/// Inputs and combo boxes are 32 high; "small", "large" or "touch" make them 28, 40 or 52.
void setControlSize(QWidget* control, const QString& size);

} // namespace belanjain::ui
