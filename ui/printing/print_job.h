// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/documents.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

class QPrinter;

namespace belanjain::ui {

/// Lays out, saves and prints on a thread of its own, one thing at a time: a new one gives up the one before.
/// Signals come on the thread this lives on.
class PrintJob : public QObject
{
    Q_OBJECT

public:
    explicit PrintJob(QObject* parent = nullptr);
    /// Gives up what is under way.
    ~PrintJob() override;

    /// Answered by laidOut(), unless it is given up.
    void start(const PrintRequest& request);
    /// One file of all pages, in place as a whole or not at all; answered by finished().
    void savePdf(const QList<PrintPage>& pages, const QString& path, const QString& title);
    /// On the printer as it was set up; answered by finished(). Nobody else uses it meanwhile.
    void print(const QList<PrintPage>& pages, std::shared_ptr<QPrinter> printer);
    /// finished() says so, soon.
    void cancel();

Q_SIGNALS:
    void laidOut(const QList<belanjain::ui::PrintPage>& pages);
    void progressed(int done, int total);
    /// `problem` is in the system's words; empty when all went well or it was cancelled.
    void finished(const QString& problem, bool cancelled);

private:
    void run(std::function<void(const std::atomic<bool>& stop)> task);
    void giveUp();

    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<std::atomic<bool>> m_stop;
};

} // namespace belanjain::ui
