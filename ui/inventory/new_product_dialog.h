// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"
#include "ports/command_sink.h"
#include "ports/id_factory.h"
#include "tables/edit_history.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QLabel;
class QLineEdit;

namespace belanjain::ui {

class Button;
class FormField;
class Theme;

/// A product with one variant, in five fields; the rest can be filled in later. Closes when the replica has
/// written it and says beside the field what a rule has against it.
class NewProductDialog : public QDialog
{
    Q_OBJECT

public:
    NewProductDialog(const Theme& theme, ports::CommandSink& sink, ports::IdFactory& ids,
                     tables::EditHistory& history, const QStringList& categories, QWidget* parent = nullptr);

Q_SIGNALS:
    /// It is about to be written.
    void submitted();
    void created(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void settle(quint64 ticket, const QList<ports::CommandResult>& results);
    void complain(const Violation& violation);
    void goToFirstProblem();
    QLineEdit* addField(const QString& key, bool number);
    QComboBox* addCategory(const QStringList& names);
    void retranslate();

    const Theme& m_theme;
    ports::CommandSink& m_sink;
    ports::IdFactory& m_ids;
    tables::EditHistory& m_history;
    QLabel* m_problem;
    QHash<QString, FormField*> m_fields;
    QLineEdit* m_name;
    QComboBox* m_category;
    QLineEdit* m_price;
    QLineEdit* m_stock;
    QLineEdit* m_sku;
    Button* m_cancel;
    Button* m_create;
    quint64 m_ticket = 0;
    QString m_sentName;
};

} // namespace belanjain::ui
