// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace belanjain::app
{

/// How the window can look: a picture of each named step is taken in every one of them.
struct TourLook
{
    const char* key; ///< ends the file's name
    const char* title;
    Language language;
    bool dark;
    bool highContrast;
};

/// One step of a tour: do something, wait until it can be seen to be done, check, and take pictures.
struct TourStep
{
    QString name;    ///< begins the files' names; unique; empty: no pictures
    QString story;   ///< what happens, for the report
    std::function<void()> act = {};
    std::function<bool()> settled = {}; ///< asked again and again until true, in every look
    std::function<QString()> check = {}; ///< what is wrong, empty when all is well
    /// Closes what `act` opened, after the last picture. What a dialog says was said in the language it was opened
    /// in, so it is closed and acted again for the other language, too.
    std::function<void()> close = {};
    bool stays = false; ///< what `act` opened is not closed after the last picture: the next step is about it
    /// Each change of looks dresses all pages anew, which is what a tour's time goes into: All is for pages, Two
    /// (the first, and in the dark in the other language) for what opens above them, One for a state that does not
    /// survive a change.
    enum class Looks { One, Two, All };
    Looks looks = Looks::All;
};

/// Runs steps one after the other from the event loop, saves PNGs of the window after each and prints a line for
/// it. A step whose check finds something fails the tour, which goes on; one that does not settle within its time
/// ends it. The picture is taken all the same.
class TourRunner : public QObject
{
    Q_OBJECT
public:
    using Dresser = std::function<void(const TourLook&)>;

    TourRunner(QString folder, QObject* parent = nullptr);
    ~TourRunner() override;

    void setWindow(QWidget* window) { m_window = window; }
    /// What changes the window's look. The tour begins and goes on in the first one: light and Indonesian.
    void setDresser(Dresser dresser) { m_dresser = std::move(dresser); }
    /// The heading in the index for the steps added from now on.
    void beginGroup(const QString& title) { m_group = title; }
    void add(TourStep step);
    void start();
    int failures() const { return m_failures; }

Q_SIGNALS:
    void finished(int failures);

private:
    struct Picture
    {
        QString group;
        QString story;
        QString name;
        QList<qsizetype> looks;
    };

    const TourStep& step() const { return m_steps.at(m_current); }
    /// The look after this one; 0 after the last.
    qsizetype lookAfter(qsizetype look) const;
    void begin();
    void poll();
    void settleLook();
    void nextLook();
    void dress(qsizetype look);
    void end(bool lost = false);
    void finish();
    QImage picture() const;
    bool savePicture();
    bool writeIndex() const;
    static QString fileOf(const QString& name, qsizetype look);

    QString m_folder;
    QPointer<QWidget> m_window;
    Dresser m_dresser;
    QString m_group;
    QList<TourStep> m_steps;
    QStringList m_groups; ///< of each step
    QList<Picture> m_pictures;
    QThreadPool m_writers;
    qsizetype m_current = 0;
    qsizetype m_look = 0;
    bool m_back = false; ///< all pictures are taken, and what stays was opened again
    int m_turns = 0; ///< polls since it settled
    int m_failures = 0;
    QString m_trouble;
    QTimer m_poll;
    QElapsedTimer m_waiting;
    QElapsedTimer m_stepTime;
    QElapsedTimer m_total;
};

} // namespace belanjain::app
