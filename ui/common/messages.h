// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;
class QProgressBar;

namespace belanjain::ui {

class Button;
class IconLabel;
class LinkButton;
class Theme;

enum class Level { Low, Out, Waiting, Info, Done };

/// A strip of 40 px over a table: what is going on, how many, and one link that leads there.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(const Theme& theme, QWidget* parent = nullptr);

    /// `richText` may hold <b> around the counts; escape what people wrote. The link may be empty.
    void showMessage(Level level, const QString& richText, const QString& link = {});
    void setClosable(bool on);
    Level level() const { return m_level; }

Q_SIGNALS:
    void linkActivated();
    /// The person closed it; it has hidden itself.
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    Level m_level = Level::Low;
    IconLabel* m_icon;
    QLabel* m_text;
    LinkButton* m_link;
    Button* m_close;
};

/// What has just happened, at the bottom right of its host window for six seconds, with a way back. One per
/// page; a new message takes the place of the old one. The time stands still under the pointer and while
/// its action has the focus. A change of language takes it away: it would stay in the former one.
class Toast : public QWidget
{
    Q_OBJECT

public:
    Toast(const Theme& theme, QWidget* host);

    /// `action` and `key` (e.g. "Undo", "Ctrl Z") may be empty.
    void showMessage(const QString& text, const QString& action = {}, const QString& key = {}, Icon icon = Icon::Check);
    /// Free space kept below, for a status bar; 28 unless set.
    void setBottomInset(int pixels);
    int bottomInset() const { return m_bottomInset; }
    void setDuration(int milliseconds) { m_timer.setInterval(milliseconds); }
    QString text() const;
    LinkButton* action() const { return m_action; }

Q_SIGNALS:
    void actionTriggered();
    void dismissed();
    void appeared();
    /// Dismissed, used or covered with its page.
    void gone();
    void insetChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void dismiss();

    const Theme& m_theme;
    Icon m_glyph = Icon::Check;
    IconLabel* m_icon;
    QLabel* m_text;
    LinkButton* m_action;
    QTimer m_timer;
    int m_bottomInset;
};

/// What can be done with the selected rows; 48 high, below the table.
class BulkBar : public QFrame
{
    Q_OBJECT

public:
    explicit BulkBar(const Theme& theme, QWidget* parent = nullptr);

    /// "3 variants selected", and what there is to say about them.
    void setSummary(const QString& title, const QString& detail = {});
    Button* addButton(const QString& text, std::optional<Icon> icon = std::nullopt);

Q_SIGNALS:
    /// The selection is to be given up.
    void cleared();

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_detail;
    LinkButton* m_clear;
    class QHBoxLayout* m_actions;
};

/// Long work: what is being done, how far it is, and a way to stop it.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(const Theme& theme, QWidget* parent = nullptr);

    void setText(const QString& text);
    /// `total` 0 means that nobody knows how long it takes.
    void setProgress(qint64 done, qint64 total);
    void setCancellable(bool on);

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    QLabel* m_text;
    QLabel* m_share;
    QProgressBar* m_bar;
    Button* m_cancel;
};

} // namespace belanjain::ui
