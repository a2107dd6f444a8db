// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace belanjain::ui {

class EmptyState;
class Theme;

/// What stands in the stock table's place while it has no rows: nothing in the store yet, nothing found,
/// still reading, or not readable. Covers the host and leaves the table's head in sight.
class InventoryEmptyStates : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { None, EmptyStore, NothingFound, Loading, Failed };

    InventoryEmptyStates(const Theme& theme, QWidget* host);

    /// `detail`: what was searched for, or why reading failed. Loading appears only when it takes a moment.
    /// Never takes the focus away from somebody who is typing.
    void present(Kind kind, const QString& detail = {});
    Kind kind() const { return m_kind; }

Q_SIGNALS:
    void createAsked();
    void importAsked();
    void scanAsked();
    void clearAsked();
    void retryAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void reveal();

    const Theme& m_theme;
    EmptyState* m_store;
    EmptyState* m_found;
    EmptyState* m_failed;
    QLabel* m_loading;
    QTimer m_slow;
    Kind m_kind = Kind::None;
    QString m_detail;
};

} // namespace belanjain::ui
