// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace belanjain::app
{

/// One step of a tour: do something, wait until it can be seen to be done, check, and take a picture.
struct TourStep
{
    QString name;    ///< file name of the picture, without ending; empty: no picture
    QString story;   ///< what happens, for the report
    std::function<void()> act = {};
    std::function<bool()> settled = {}; ///< asked again and again until true
    std::function<QString()> check = {}; ///< what is wrong, empty when all is well
};

/// Runs steps one after the other from the event loop, saves a PNG of the window after each and prints a
/// line for it. A step whose check finds something fails the tour, which goes on; one that does not settle
/// within its time ends it. The picture is taken all the same.
class TourRunner : public QObject
{
    Q_OBJECT
public:
    TourRunner(QString folder, QObject* parent = nullptr);

    void setWindow(QWidget* window) { m_window = window; }
    void add(TourStep step) { m_steps.append(std::move(step)); }
    void start();
    int failures() const { return m_failures; }

Q_SIGNALS:
    void finished(int failures);

private:
    void begin();
    void look();
    void end(const QString& problem, bool lost = false);
    bool savePicture(const QString& name);
    bool writeIndex() const;

    QString m_folder;
    QPointer<QWidget> m_window;
    QList<TourStep> m_steps;
    QStringList m_pictures;
    qsizetype m_current = 0;
    int m_failures = 0;
    bool m_settled = false;
    QTimer m_poll;
    QElapsedTimer m_waiting;
    QElapsedTimer m_total;
};

} // namespace belanjain::app
