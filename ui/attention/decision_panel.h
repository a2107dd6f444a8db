// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attention/decision_words.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTimeZone;
class QVBoxLayout;

namespace belanjain::ui {

class Button;
class Card;
class ElidedLabel;
class FormField;
class LinkButton;
class Theme;
class ThumbnailSource;

/// One refused edit: what it was, both sides, a third way, and what happened in the meantime.
class DecisionPanel : public QWidget
{
    Q_OBJECT

public:
    DecisionPanel(const Theme& theme, ThumbnailSource* thumbnails, QWidget* parent = nullptr);

    /// Of several chosen ones the first is shown, and the buttons say how many they are for.
    void show(const ports::OpenDecision& decision, int chosen, const QTimeZone& zone);
    /// What is wrong with the third way; empty clears it.
    void setProblem(const QString& text);
    /// How to go on to the next change; nothing where there is no other.
    void setOthers(bool others);
    /// To the field of the third way; false when there is none.
    bool focusOther();

Q_SIGNALS:
    void mineChosen();
    void theirsChosen();
    /// What was typed as a third way.
    void otherChosen(const QString& text);
    void opened();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Side
    {
        Card* card = nullptr;
        QLabel* title = nullptr;
        QLabel* value = nullptr;
        QLabel* note = nullptr;
        Button* use = nullptr;
    };
    Side makeSide(const QString& name, const QString& key, bool primary);
    void fillSide(const Side& side, const DecisionSide& texts, const QString& bulk);
    void fillSteps(const QTimeZone& zone);
    void retranslate();
    void tellOther();

    const Theme& m_theme;
    ThumbnailSource* m_thumbnails;
    ports::OpenDecision m_decision;
    qint64 m_shown = 0;

    class DecisionTile* m_tile;
    ElidedLabel* m_title;
    QLabel* m_facts;
    LinkButton* m_open;
    QLabel* m_explanation;
    Side m_mine;
    Side m_theirs;
    QWidget* m_otherRow;
    QLabel* m_otherLabel;
    QLabel* m_otherUnit;
    QLineEdit* m_otherText;
    Button* m_otherUse;
    QLabel* m_problem;
    QLabel* m_stepsTitle;
    QVBoxLayout* m_steps;
    QLabel* m_hint;
};

} // namespace belanjain::ui
