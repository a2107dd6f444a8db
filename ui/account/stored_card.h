// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/account_card.h"
#include "ports/secret_store.h"
#include "ports/stored_data.h"

#include <QTimeZone>

#include <array>
#include <optional>

namespace belanjain::ui {

class Button;

/// What of the account lies on this computer, how large it is, and what of it can go.
class StoredCard : public AccountCard
{
    Q_OBJECT

public:
    StoredCard(const Theme& theme, ports::StoredDataKeeper& keeper, QWidget* parent = nullptr);

    void setSecrets(ports::SecretStore::Place place);
    /// In which times are told; the system's before it is set.
    void setZone(const QTimeZone& zone);
    const std::optional<ports::StoredData>& stored() const { return m_stored; }

Q_SIGNALS:
    void said(const QString& text, bool well);

protected:
    void retranslate() override;

private:
    enum Fact { Secrets, Folder, Data, Edits, Pictures, Waiting, SetAside, FactCount };
    void setFact(Fact fact, const QString& name, const QString& text);
    void askToRemove();
    void refresh();

    ports::StoredDataKeeper& m_keeper;
    ports::SecretStore::Place m_place = ports::SecretStore::Place::MemoryOnly;
    std::optional<ports::StoredData> m_stored;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    bool m_busy = false;
    std::array<QLabel*, FactCount> m_names{};
    std::array<QLabel*, FactCount> m_facts{};
    Button* m_open;
    Button* m_clear;
    Button* m_remove;
};

} // namespace belanjain::ui
