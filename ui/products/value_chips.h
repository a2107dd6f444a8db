// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QLineEdit;

namespace belanjain::ui {

class Theme;

/// A list of short values in one field: each a chip that can be taken away, and room to type the next. Enter, Tab or
/// a comma adds, Backspace in the empty field takes the last away; a pasted list is taken apart.
class ValueChips : public QWidget
{
    Q_OBJECT

public:
    explicit ValueChips(const Theme& theme, QWidget* parent = nullptr);

    void setValues(const QStringList& values);
    const QStringList& values() const { return m_values; }
    /// Only shows them.
    void setFixed(bool fixed);
    QLineEdit* field() const { return m_field; }
    void retranslate();

Q_SIGNALS:
    /// By the person.
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(const QString& typed);
    void removeAt(qsizetype at);
    void rebuild();
    void place();

    const Theme& m_theme;
    QStringList m_values;
    QList<QAbstractButton*> m_chips;
    QLineEdit* m_field;
    bool m_fixed = false;
};

} // namespace belanjain::ui
