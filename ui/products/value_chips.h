// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QLineEdit;

namespace belanjain::ui {

class Theme;

/// A list of short values in one field: each a chip that can be taken away or renamed, and room to type the next.
/// Enter, Tab or a comma adds, Backspace in the empty field takes the last away; a pasted list is taken apart. A press
/// on a chip's word, or F2, gives its text back to the field until Enter puts it in its place again.
class ValueChips : public QWidget
{
    Q_OBJECT

public:
    explicit ValueChips(const Theme& theme, QWidget* parent = nullptr);

    void setValues(const QStringList& values);
    const QStringList& values() const { return m_values; }
    /// Begins to rename a value.
    void rename(qsizetype at);
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
    void putInPlace(const QString& value);
    void removeAt(qsizetype at);
    void rebuild();
    void place();

    const Theme& m_theme;
    QStringList m_values;
    QList<QAbstractButton*> m_chips;
    QLineEdit* m_field;
    qsizetype m_renamed = -1; ///< whose text is in the field
};

} // namespace belanjain::ui
