// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/store.h"
#include "ports/catalogue_reader.h"
#include "ports/command_sink.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace belanjain::ui {

class Button;
class FormField;
class Theme;
class Toast;

/// The store's profile: what buyers see of it, where its days begin, what counts as low. Works offline; only what
/// was changed is sent. What somebody else changes meanwhile comes in where nothing was typed.
class StorePage : public QWidget
{
    Q_OBJECT

public:
    StorePage(const Theme& theme, ports::CatalogueReader& catalogue, ports::CommandSink& sink, QWidget* parent = nullptr);

    /// Reads for the first time; to be called once the replica is open.
    void start();
    bool hasChanges() const;
    void save();
    void discard();
    /// Calls `go` when nothing unsaved is lost by it: at once without changes, else after a question that is asked
    /// once, when they are saved or given up. Who stays is led back by returnAsked().
    void leaveThen(QWidget* host, std::function<void()> go);

Q_SIGNALS:
    /// The page went out of sight with changes in it.
    void leftWithChanges();
    /// It is to be shown again.
    void returnAsked();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void retranslate();
    void fillZones();
    void takeProfile(const StoreId& id, const StoreProfile& profile);
    void takeResult(quint64 ticket, const QList<ports::CommandResult>& results);
    StoreProfile typed() const;
    void fill(const StoreProfile& profile);
    void check();
    FormField* fieldOf(const QString& name) const;

    const Theme& m_theme;
    ports::CatalogueReader& m_catalogue;
    ports::CommandSink& m_sink;
    StoreId m_id;
    StoreProfile m_saved;
    quint64 m_ticket = 0;
    bool m_known = false;
    bool m_asked = false; ///< the question about the changes stands
    std::function<void()> m_afterSave;

    QLabel* m_title;
    QLabel* m_subtitle;
    QLineEdit* m_name;
    QLineEdit* m_location;
    QPlainTextEdit* m_description;
    QComboBox* m_zone;
    QSpinBox* m_threshold;
    FormField* m_nameField;
    FormField* m_locationField;
    FormField* m_descriptionField;
    FormField* m_zoneField;
    FormField* m_thresholdField;
    Button* m_save;
    Button* m_discard;
    Toast* m_toast;
};

} // namespace belanjain::ui
