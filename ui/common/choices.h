// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"

#include <QAbstractButton>
#include <QList>

class QButtonGroup;
class QLabel;
class QShortcut;
class QVBoxLayout;

namespace belanjain::ui {

class Theme;

/// A large radio button: icon, title, what it means, and the key that picks it.
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceCard(const Theme& theme, Icon icon, const QString& title, const QString& subtitle,
               QWidget* parent = nullptr);

    void setSubtitle(const QString& subtitle);
    /// A third line in small text: cost, size, duration.
    void setNote(const QString& note);
    /// A word after the title such as "Recommended".
    void setBadge(const QString& badge);
    /// Prints the key at the right and makes it choose this card within the window.
    void setKey(const QString& key);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    QString m_subtitle;
    QString m_note;
    QString m_badge;
    QString m_key;
    QShortcut* m_shortcut = nullptr;
};

/// One row of an empty state: a way on.
class ChoiceRow : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceRow(const Theme& theme, Icon icon, const QString& title, const QString& subtitle, const QString& key,
              QWidget* parent = nullptr);

    /// Rounds the corners that lie at the ends of the card.
    void setEnds(bool first, bool last);
    /// Shown as if it had the focus: what most people take.
    void setPrimary(bool primary);
    bool isPrimary() const { return m_primary; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    QString m_subtitle;
    QString m_key;
    bool m_first = false;
    bool m_last = false;
    bool m_primary = false;
};

/// Line drawings for pages with nothing on them.
enum class Drawing { Boxes, Receipts, Nothing, Chart, AllDone, Cart };

/// A page without content: a drawing, one sentence, and what to do now. Up and Down move between the
/// choices, Return takes one; the first has the focus when the page appears,
/// unless someone is typing in a field, and looks like it until another one has it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme& theme, Drawing drawing, const QString& title, const QString& sentence,
               QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& sentence);
    void setDrawing(Drawing drawing);
    void addChoice(Icon icon, const QString& title, const QString& subtitle, const QString& key = {});
    void clearChoices();

Q_SIGNALS:
    /// `index` counts the choices in the order in which they were added.
    void chosen(int index);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyleEnds();
    void showPrimary();

    const Theme& m_theme;
    QWidget* m_drawing;
    QLabel* m_title;
    QLabel* m_sentence;
    QWidget* m_card;
    QVBoxLayout* m_rows;
    QList<ChoiceRow*> m_choices;
    qsizetype m_focused = -1; ///< which choice had the focus when they were cleared
};

/// A few exclusive words in one frame: Day, Week, Month.
class Segments : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(const Theme& theme, const QStringList& texts, QWidget* parent = nullptr);

    void setTexts(const QStringList& texts);
    /// -1 chooses none.
    void setCurrent(int index);
    int current() const;

Q_SIGNALS:
    void changed(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QButtonGroup* m_group;
};

/// Tabs with a count each, underlined when current: All 1.273, New 5.
class CountTabs : public QWidget
{
    Q_OBJECT

public:
    explicit CountTabs(const Theme& theme, QWidget* parent = nullptr);

    void setTabs(const QStringList& texts);
    /// An empty count is not shown.
    void setCount(int index, const QString& count);
    void setCurrent(int index);
    int current() const;

Q_SIGNALS:
    void changed(int index);

private:
    const Theme& m_theme;
    QButtonGroup* m_group;
};

/// Minus, a number and plus in one frame.
class Stepper : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Small, Large, Touch };

    explicit Stepper(const Theme& theme, Size size = Size::Small, QWidget* parent = nullptr);

    void setRange(int minimum, int maximum);
    /// Sets without a signal.
    void setValue(int value);
    int value() const { return m_value; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// By the person, not by setValue.
    void valueChanged(int value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void step(int by);

    const Theme& m_theme;
    Size m_size;
    int m_minimum = 1;
    int m_maximum = 999;
    int m_value = 1;
};

} // namespace belanjain::ui
