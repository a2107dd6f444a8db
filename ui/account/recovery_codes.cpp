// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/recovery_codes.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextDocument>
#include <QVBoxLayout>

#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 2;

} // namespace

RecoveryCodes::RecoveryCodes(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(makeLabel(theme, {}, TextStyle::Bold, {}, this))
    , m_text(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_box(new QWidget(this))
    , m_grid(new QGridLayout(m_box))
    , m_copy(new Button(theme, {}, this))
    , m_save(new Button(theme, {}, this))
    , m_print(new Button(theme, {}, this))
    , m_done(new Button(theme, {}, this))
{
    setObjectName(u"recoveryCodes"_s);
    m_text->setWordWrap(true);
    m_copy->setObjectName(u"recovery.copy"_s);
    m_copy->setGlyph(Icon::Copy);
    m_save->setObjectName(u"recovery.save"_s);
    m_save->setGlyph(Icon::Download);
    m_print->setObjectName(u"recovery.print"_s);
    m_print->setGlyph(Icon::Print);
    m_done->setObjectName(u"recovery.done"_s);
    m_done->setKind(Button::Kind::Primary);
    m_grid->setContentsMargins(0, 4, 0, 4);
    m_grid->setHorizontalSpacing(40);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(columns, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    for (Button* button : {m_copy, m_save, m_print})
        actions->addWidget(button);
    actions->addStretch();
    actions->addWidget(m_done);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addWidget(m_title);
    all->addWidget(m_text);
    all->addWidget(m_box);
    all->addLayout(actions);
    connect(m_copy, &Button::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(sheet());
        Q_EMIT said(tr("Copied. Paste them somewhere safe."), true);
    });
    connect(m_save, &Button::clicked, this, &RecoveryCodes::askForFile);
    connect(m_print, &Button::clicked, this, &RecoveryCodes::askForPrinter);
    connect(m_done, &Button::clicked, this, &RecoveryCodes::done);
    retranslate();
}

void RecoveryCodes::setCodes(const QStringList& codes, const QString& email)
{
    m_codes = codes;
    m_email = email;
    for (QLabel* label : std::as_const(m_labels)) {
        label->setParent(nullptr); // not to be found any more
        label->deleteLater();
    }
    m_labels.clear();
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(typeSpec(TextStyle::Section).pixelSize);
    const auto rows = (codes.size() + columns - 1) / columns;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        auto* label = makeLabel(m_theme, codes.at(i), TextStyle::Section, {}, m_box);
        label->setObjectName(u"recovery.code"_s);
        label->setFont(fixed);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_grid->addWidget(label, int(i % rows), int(i / rows));
        m_labels.append(label);
    }
}

QString RecoveryCodes::sheet() const
{
    QStringList lines{tr("Belanjain: recovery codes of %1").arg(m_email),
                      tr("Each one works once, in place of a code from your app."), QString()};
    return (lines + m_codes).join(u'\n') + u'\n';
}

QString RecoveryCodes::saveTo(const QString& path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    const QByteArray bytes = sheet().toUtf8();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

void RecoveryCodes::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Save as"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"recoveryFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->setNameFilter(u"TXT (*.txt)"_s);
    dialog->selectFile(tr("belanjain-recovery-codes") + u".txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const QString problem = saveTo(path);
        const QString name = QFileInfo(path).fileName();
        Q_EMIT said(problem.isEmpty() ? tr("Saved as %1").arg(name) : tr("%1 could not be saved: %2").arg(name, problem),
                    problem.isEmpty());
    });
    dialog->open();
}

void RecoveryCodes::askForPrinter()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(tr("belanjain-recovery-codes"));
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"recoveryPrinterDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer] {
        QTextDocument page;
        page.setDefaultFont(QFont(u"monospace"_s, 12));
        page.setPlainText(sheet());
        page.print(printer.get());
        const bool well = printer->printerState() != QPrinter::Error;
        Q_EMIT said(well ? tr("Printed") : tr("The printer reports an error."), well);
    });
    dialog->open();
}

void RecoveryCodes::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecoveryCodes::retranslate()
{
    m_title->setText(tr("Keep these recovery codes"));
    m_text->setText(tr("Each one lets you in once when your phone is lost or broken. They are shown only now; keep them away "
                       "from this computer."));
    m_box->setAccessibleName(tr("Recovery codes"));
    m_copy->setText(tr("Copy"));
    m_save->setText(tr("Save…"));
    m_print->setText(tr("Print…"));
    m_done->setText(tr("I have kept them"));
}

} // namespace belanjain::ui
