// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/print_log.h"
#include "printing/documents.h"
#include "printing/print_job.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;

namespace belanjain::ui {

class Button;
class DropButton;
class PageView;
class ProgressLine;
class Segments;
class Theme;
class ViewSettings;

struct PrintServices
{
    ports::PrintLog& log;
    ViewSettings& settings; ///< the paper for labels and the language of documents are remembered
    const ports::Clock& clock;
};

/// What is about to be printed, page by page, with what can be chosen about it; saves as PDF and prints.
/// What came out is noted.
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    /// The request's paper and language are those chosen last; its time is now.
    PrintPreview(const Theme& theme, const PrintServices& services, PrintRequest request, QWidget* parent = nullptr);
    ~PrintPreview() override;

    const QList<PrintPage>& pages() const { return m_pages; }
    int page() const { return m_page; }
    bool isReady() const { return m_ready; }
    const PrintRequest& request() const { return m_request; }

    void setDocument(ports::PrintedDocument document);
    void setPaper(LabelPaper paper);
    void setLanguage(Language language);
    /// Remembered for the store, on this computer.
    void setSender(const QString& sender);
    void goTo(int page);
    void saveTo(const QString& path);

Q_SIGNALS:
    /// It came out: on paper, or in that file.
    void done(belanjain::ports::PrintedDocument document, int orders, const QString& file);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOutParts();
    void connectParts();
    void retranslate();
    void layOutAgain();
    void showPage();
    void showBusy(const QString& what);
    void takeEnd(const QString& problem, bool cancelled);
    void askForFile();
    void askForPrinter();

    const Theme& m_theme;
    PrintServices m_services;
    PrintRequest m_request;
    PrintJob m_job;
    QList<PrintPage> m_pages;
    QString m_file; ///< being saved to; empty when printing
    int m_page = 0;
    bool m_ready = false;

    PageView* m_view;
    Button* m_previous;
    Button* m_next;
    QLabel* m_where;
    DropButton* m_document;
    DropButton* m_paper;
    QWidget* m_paperBox;
    QLabel* m_paperLabel;
    Segments* m_language;
    QWidget* m_senderBox;
    QLabel* m_senderLabel;
    QPlainTextEdit* m_sender;
    QLabel* m_senderHint;
    QTimer m_senderSoon; ///< the pages follow when typing rests
    QLabel* m_sums;
    QLabel* m_reprints;
    QLabel* m_problem;
    ProgressLine* m_progress;
    Button* m_save;
    Button* m_print;
    Button* m_close;
};

} // namespace belanjain::ui
