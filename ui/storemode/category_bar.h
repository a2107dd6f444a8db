// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QStringList>

class QHBoxLayout;

namespace belanjain::ui {

class Button;
class Theme;

/// The categories in one line of large buttons, pushed sideways with a finger, the wheel or the arrow keys.
class CategoryBar : public QScrollArea
{
    Q_OBJECT

public:
    explicit CategoryBar(const Theme& theme, QWidget* parent = nullptr);

    void setCategories(const QStringList& categories);
    /// Empty: all of them.
    void setCurrent(const QString& category);

Q_SIGNALS:
    void chosen(const QString& category);

protected:
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void retranslate();

    const Theme& m_theme;
    QHBoxLayout* m_row;
    QList<Button*> m_buttons; ///< the first one is for all
    QStringList m_categories;
    QString m_current;
};

} // namespace belanjain::ui
