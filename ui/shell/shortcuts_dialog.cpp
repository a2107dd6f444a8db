// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shortcuts_dialog.h"

#include "common/fields.h"
#include "common/labels.h"
#include "common/theme.h"
#include "domain/search_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

ShortcutsDialog::ShortcutsDialog(const Theme& theme, const QWidget* window, const QWidget* shown, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_search(new SearchField(theme, tr("Search keys"), this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"shortcutsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    m_search->setObjectName(u"shortcutsSearch"_s);
    m_search->setDebounce(0);
    m_scroll->setObjectName(u"shortcutsList"_s);
    m_scroll->setAccessibleName(windowTitle());
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(makeLabel(theme, windowTitle(), TextStyle::Section, {}, this));
    column->addWidget(m_search);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeLabel(theme, tr("Esc closes"), TextStyle::Secondary, u"secondary"_s, this));
    resize(560, 640);

    const auto all = statedShortcuts(window);
    QString front;
    for (const StatedShortcut& one : all) {
        if (one.text.isEmpty())
            continue;
        m_all.append(one);
        const auto* widget = qobject_cast<const QWidget*>(one.source);
        const auto* parentWidget = widget ? widget : qobject_cast<const QWidget*>(one.source->parent());
        if (shown && parentWidget && (parentWidget == shown || shown->isAncestorOf(parentWidget)))
            front = one.group;
    }
    const QString everywhere = m_all.isEmpty() ? QString() : m_all.constFirst().group;
    std::stable_sort(m_all.begin(), m_all.end(), [&](const StatedShortcut& a, const StatedShortcut& b) {
        const auto rank = [&](const StatedShortcut& one) { return one.group == everywhere ? 0 : one.group == front ? 1 : 2; };
        return rank(a) < rank(b);
    });
    connect(m_search, &SearchField::searched, this, &ShortcutsDialog::fill);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::fill);
    fill({});
    m_search->setFocus();
}

void ShortcutsDialog::fill(const QString& search)
{
    const QStringList words = searchWords(search);
    m_listed.clear();
    for (const StatedShortcut& one : std::as_const(m_all)) {
        const QString text = u' ' + foldForSearch(QStringList{one.group, one.text, one.keys.join(u' ')}.join(u' '));
        const bool has = std::all_of(words.cbegin(), words.cend(),
                                     [&](const QString& word) { return text.contains(u' ' + word); });
        if (has)
            m_listed.append(one);
    }
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 12, 0);
    rows->setSpacing(4);
    QString group;
    for (const StatedShortcut& one : std::as_const(m_listed)) {
        if (one.group != group) {
            rows->addSpacing(group.isEmpty() ? 0 : 12);
            rows->addWidget(makeLabel(m_theme, one.group, TextStyle::Bold, {}, content));
            group = one.group;
        }
        auto* line = new QWidget(content);
        line->setFixedHeight(28);
        line->setAccessibleName(u"%1: %2"_s.arg(one.keys.join(u", "_s), one.text));
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        row->addWidget(new ElidedLabel(m_theme, one.text, TextStyle::Body, line), 1);
        for (const QString& keys : one.keys)
            row->addWidget(new KeyCap(m_theme, keys, line));
        rows->addWidget(line);
    }
    if (m_listed.isEmpty())
        rows->addWidget(makeLabel(m_theme, tr("No key for that"), TextStyle::Body, u"secondary"_s, content));
    rows->addStretch(1);
    content->setBackgroundRole(QPalette::Base);
    m_scroll->setWidget(content);
}

void ShortcutsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    // The list is of the language it was opened in.
    if (event->type() == QEvent::LanguageChange)
        close();
}

} // namespace belanjain::ui
