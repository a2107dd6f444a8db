// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/tour_runner.h"

#include "tour/views.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPainter>

#include <array>
#include <cstdio>
#include <utility>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int pollMs = 15;
constexpr qint64 patienceMs = 40'000; ///< of a machine that has other things to do

/// In an order that changes one thing at a time and begins and ends in the same language.
constexpr std::array<TourLook, 5> looks{{
    {"id-light", "Indonesian, light", Language::Indonesian, false, false},
    {"en-light", "English, light", Language::English, false, false},
    {"en-dark", "English, dark", Language::English, true, false},
    {"id-dark", "Indonesian, dark", Language::Indonesian, true, false},
    {"id-contrast", "Indonesian, high contrast", Language::Indonesian, false, true},
}};

constexpr qsizetype otherLook = 2; ///< neither the theme nor the language of the first

const TourLook& lookAt(qsizetype index) { return looks.at(size_t(index)); }

void print(const QString& line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

} // namespace

TourRunner::TourRunner(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder))
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &TourRunner::poll);
}

TourRunner::~TourRunner() = default;

void TourRunner::add(TourStep step)
{
    m_steps.append(std::move(step));
    m_groups.append(m_group);
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

qsizetype TourRunner::lookAfter(qsizetype look) const
{
    if (step().looks == TourStep::Looks::One || step().name.isEmpty() || !m_dresser)
        return 0;
    if (step().looks == TourStep::Looks::Two)
        return look == 0 ? otherLook : 0;
    return (look + 1) % qsizetype(looks.size());
}

void TourRunner::begin()
{
    if (m_current == m_steps.size()) {
        finish();
        return;
    }
    m_stepTime.start();
    m_waiting.start();
    m_turns = 0;
    m_look = 0;
    m_back = false;
    m_trouble.clear();
    if (step().act)
        step().act();
    m_poll.start();
}

void TourRunner::poll()
{
    if (!step().settled || step().settled()) {
        // A turn of the event loop later what settled has been laid out too, and is a picture of itself.
        if (++m_turns > 1)
            settleLook();
    } else if (m_waiting.elapsed() > patienceMs) {
        m_trouble = u"did not settle within %1 s (%2)"_s.arg(patienceMs / 1000)
                        .arg(QLatin1StringView(lookAt(m_look).key));
        end(true);
    }
}

void TourRunner::settleLook()
{
    if (m_back) {
        end();
        return;
    }
    if (m_look == 0 && step().check)
        m_trouble = step().check();
    if (!step().name.isEmpty() && !savePicture() && m_trouble.isEmpty())
        m_trouble = u"the picture could not be saved"_s;
    if (m_look == 0 && lookAfter(0) == 0) {
        end();
        return;
    }
    m_poll.stop();
    nextLook();
}

void TourRunner::nextLook()
{
    const qsizetype last = m_look;
    m_look = lookAfter(last);
    const bool anew = step().close && lookAt(last).language != lookAt(m_look).language;
    if (anew)
        step().close();
    m_dresser(lookAt(m_look));
    // What a change of language sets off is posted: it must not meet what is opened for the next picture.
    QTimer::singleShot(pollMs, this, [this, anew] {
        // What stays is there in the first language again; what does not is closed next.
        if (anew && (m_look != 0 || step().stays))
            step().act();
        if (m_look == 0 && !(anew && step().stays)) {
            end();
            return;
        }
        m_back = m_look == 0;
        m_waiting.start();
        m_turns = 0;
        m_poll.start();
    });
}

void TourRunner::end(bool lost)
{
    m_poll.stop();
    if (!m_trouble.isEmpty())
        ++m_failures;
    print(u"%1 %2 s  %3%4"_s.arg(m_trouble.isEmpty() ? u"ok  "_s : u"FAIL"_s)
              .arg(double(m_stepTime.elapsed()) / 1000, 5, 'f', 1)
              .arg(step().story, m_trouble.isEmpty() ? QString() : u": "_s + m_trouble));
    if (lost && !step().name.isEmpty())
        savePicture();
    if (step().close && !step().stays)
        step().close();
    const QString group = m_groups.at(m_current);
    ++m_current;
    if (lost) {
        // What did not come about cannot be built upon; the next group begins anew.
        while (m_current < m_steps.size() && m_groups.at(m_current) == group)
            ++m_current;
        closeFront();
        if (m_look != 0)
            m_dresser(lookAt(m_look = 0));
    }
    // From the event loop again, so that what the step's end set off is painted first.
    QTimer::singleShot(0, this, &TourRunner::begin);
}

void TourRunner::finish()
{
    m_writers.waitForDone();
    if (!writeIndex()) {
        print(u"cannot write index.html"_s);
        ++m_failures;
    }
    qsizetype pictures = 0;
    for (const Picture& one : std::as_const(m_pictures)) {
        for (const qsizetype look : one.looks) {
            ++pictures;
            if (!QFile::exists(m_folder + u'/' + fileOf(one.name, look))) {
                print(u"FAIL  %1 was not written"_s.arg(fileOf(one.name, look)));
                ++m_failures;
            }
        }
    }
    print(u"%1 steps, %2 failed, %3 pictures, %4 s; in %5"_s.arg(m_steps.size())
              .arg(m_failures)
              .arg(pictures)
              .arg(double(m_total.elapsed()) / 1000, 0, 'f', 1)
              .arg(QDir(m_folder).absolutePath()));
    Q_EMIT finished(m_failures);
}

QString TourRunner::fileOf(const QString& name, qsizetype look)
{
    return u"%1.%2.png"_s.arg(name, QLatin1StringView(lookAt(look).key));
}

QImage TourRunner::picture() const
{
    QImage picture = m_window->grab().toImage();
    QPainter painter(&picture);
    const auto lay = [&](QWidget* widget) {
        // A window of its own, without the frame that the system would give it.
        const QRect place(m_window->mapFromGlobal(widget->mapToGlobal(QPoint())), widget->size());
        painter.drawPixmap(place.topLeft(), widget->grab());
        painter.setPen(widget->palette().color(QPalette::Dark));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    };
    QWidgetList popups;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (!widget->isVisible() || widget == m_window)
            continue;
        if (widget->windowType() == Qt::Popup || widget->windowType() == Qt::ToolTip)
            popups << widget;
        else
            lay(widget);
    }
    for (QWidget* widget : std::as_const(popups))
        lay(widget);
    return picture;
}

bool TourRunner::savePicture()
{
    if (!m_window)
        return false;
    if (m_pictures.isEmpty() || m_pictures.constLast().name != step().name)
        m_pictures.append({m_groups.at(m_current), step().story, step().name, {}});
    m_pictures.last().looks << m_look;
    // Packing a picture takes longer than drawing the next one.
    const QString file = m_folder + u'/' + fileOf(step().name, m_look);
    m_writers.start([file, image = picture()] {
        constexpr int packedQuickly = 70;
        if (!image.save(file, "png", packedQuickly))
            QFile::remove(file); // found missing at the end
    });
    return true;
}

bool TourRunner::writeIndex() const
{
    QString html =
        u"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Belanjain</title>\n"
        "<style>body{font:14px/1.4 sans-serif;margin:24px;background:#f5f2ed;color:#24201c}"
        "nav{columns:5 180px;margin-bottom:24px}nav a{display:block;color:#852c5d}"
        "h2{margin:40px 0 8px;border-top:1px solid #8e8579;padding-top:16px}h3{font-size:14px;margin:20px 0 6px}"
        ".looks{display:grid;grid-template-columns:repeat(5,1fr);gap:8px}figure{margin:0}"
        "img{width:100%;height:auto;border:1px solid #8e8579;background:#fff}"
        "figcaption{font-size:12px;color:#5e564d}</style>\n<h1>Belanjain</h1>\n<nav>"_s;
    QStringList groups;
    for (const Picture& one : m_pictures) {
        if (groups.contains(one.group))
            continue;
        groups << one.group;
        html += u"<a href=\"#g%1\">%2</a>"_s.arg(groups.size()).arg(one.group.toHtmlEscaped());
    }
    html += u"</nav>\n"_s;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        html += u"<h2 id=\"g%1\">%2</h2>\n"_s.arg(i + 1).arg(groups.at(i).toHtmlEscaped());
        for (const Picture& one : m_pictures) {
            if (one.group != groups.at(i))
                continue;
            html += u"<h3>%1</h3>\n<div class=\"looks\">"_s.arg(one.story.toHtmlEscaped());
            for (const qsizetype look : one.looks) {
                const QString file = fileOf(one.name, look).toHtmlEscaped();
                html += u"<figure><a href=\"%1\"><img loading=\"lazy\" src=\"%1\" alt=\"%2, %3\"></a>"
                        "<figcaption>%3</figcaption></figure>"_s.arg(file, one.name.toHtmlEscaped(),
                                                                     QLatin1StringView(lookAt(look).title));
            }
            html += u"</div>\n"_s;
        }
    }
    QFile file(m_folder + u"/index.html"_s);
    return file.open(QIODevice::WriteOnly) && file.write(html.toUtf8()) > 0;
}

} // namespace belanjain::app
