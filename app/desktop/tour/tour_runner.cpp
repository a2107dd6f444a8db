// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/tour_runner.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPixmap>

#include <cstdio>
#include <utility>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int pollMs = 20;
constexpr qint64 patienceMs = 20'000;

void print(const QString& line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

} // namespace

TourRunner::TourRunner(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder))
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &TourRunner::look);
}

void TourRunner::start()
{
    m_total.start();
    if (!QDir().mkpath(m_folder)) {
        print(u"cannot make the folder %1"_s.arg(m_folder));
        Q_EMIT finished(1);
        return;
    }
    begin();
}

void TourRunner::begin()
{
    if (m_current == m_steps.size()) {
        if (!writeIndex()) {
            print(u"cannot write index.html"_s);
            ++m_failures;
        }
        print(u"%1 steps, %2 failed, %3 s; pictures in %4"_s.arg(m_steps.size())
                  .arg(m_failures)
                  .arg(double(m_total.elapsed()) / 1000, 0, 'f', 1)
                  .arg(QDir(m_folder).absolutePath()));
        Q_EMIT finished(m_failures);
        return;
    }
    m_waiting.start();
    m_settled = false;
    if (m_steps.at(m_current).act)
        m_steps.at(m_current).act();
    m_poll.start();
}

void TourRunner::look()
{
    const TourStep& step = m_steps.at(m_current);
    if (!step.settled || step.settled()) {
        // A turn of the event loop later what settled has been laid out too, and is a picture of itself.
        if (!std::exchange(m_settled, true))
            return;
        end(step.check ? step.check() : QString());
    } else if (m_waiting.elapsed() > patienceMs) {
        end(u"did not settle within %1 s"_s.arg(patienceMs / 1000), true);
    }
}

void TourRunner::end(const QString& problem, bool lost)
{
    m_poll.stop();
    const TourStep& step = m_steps.at(m_current);
    QString trouble = problem;
    if (!step.name.isEmpty() && !savePicture(step.name) && trouble.isEmpty())
        trouble = u"the picture could not be saved"_s;
    if (!trouble.isEmpty())
        ++m_failures;
    print(u"%1  %2%3"_s.arg(trouble.isEmpty() ? u"ok  "_s : u"FAIL"_s, step.story,
                            trouble.isEmpty() ? QString() : u": "_s + trouble));
    // What did not come about cannot be built upon.
    m_current = lost ? m_steps.size() : m_current + 1;
    // From the event loop again, so that what the step's end set off is painted first.
    QTimer::singleShot(0, this, &TourRunner::begin);
}

bool TourRunner::savePicture(const QString& name)
{
    if (!m_window)
        return false;
    const QString file = u"%1-%2.png"_s.arg(m_pictures.size() + 1, 2, 10, QChar(u'0')).arg(name);
    QPixmap picture = m_window->grab();
    if (QWidget* dialog = QApplication::activeModalWidget()) {
        // A window of its own, without the frame that the system would give it.
        const QPixmap inner = dialog->grab();
        const QRect place(m_window->mapFromGlobal(dialog->mapToGlobal(QPoint())), dialog->size());
        QPainter painter(&picture);
        painter.drawPixmap(place.topLeft(), inner);
        painter.setPen(dialog->palette().color(QPalette::Dark));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    if (!picture.save(m_folder + u'/' + file))
        return false;
    m_pictures << file;
    return true;
}

bool TourRunner::writeIndex() const
{
    QString html = u"<!doctype html><meta charset=\"utf-8\"><title>Belanjain</title>"
                   "<style>body{font:14px sans-serif;margin:2em;background:#eee}img{max-width:100%;border:1px solid #999}"
                   "figure{margin:0 0 2em}</style>\n"_s;
    for (const QString& picture : m_pictures)
        html += u"<figure><figcaption>%1</figcaption><img src=\"%1\"></figure>\n"_s.arg(picture.toHtmlEscaped());
    QFile file(m_folder + u"/index.html"_s);
    return file.open(QIODevice::WriteOnly) && file.write(html.toUtf8()) > 0;
}

} // namespace belanjain::app
