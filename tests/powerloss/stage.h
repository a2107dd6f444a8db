// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fingerprint.h"
#include "simulation/sim_desktop.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>

namespace belanjain::powerloss
{

using simulation::Reply;

/// Files of a folder and all below it, by their names in it; a folder that is empty has no bytes and a name
/// that ends in a slash.
using Image = QMap<QString, QByteArray>;
Image imageOf(const QString& folder);
void restoreImage(const Image& image, const QString& folder);

/// What a story knows of the marketplace that it plays in: ids and tokens, by names.
using Notes = QHash<QString, QString>;

/// A marketplace and a seller's desktop, each with a folder of its own as if on a computer of its own, on one
/// thread and in virtual time. Either may be off.
class Stage
{
public:
    Stage(const QString& folder, Notes known, quint64 seed);
    ~Stage();

    QString serverFolder() const { return m_folder + QStringLiteral("/server"); }
    QString desktopFolder() const { return m_folder + QStringLiteral("/desktop"); }
    QString replicaFile() const { return desktopFolder() + QStringLiteral("/replica.db"); }
    /// The file that the pointer beside it names.
    QString currentReplica() const;

    /// A request with a person's token, "" for nobody's; nullopt when there was no answer.
    std::optional<Reply> ask(const QByteArray& method, const QString& path, const QString& who = {},
                             const QJsonObject& body = {}, const QByteArray& key = {});
    /// Whether it was answered with 2xx; the body in `answer`.
    bool does(const QByteArray& method, const QString& path, const QString& who = {}, const QJsonObject& body = {},
              const QByteArray& key = {});
    QJsonObject answer;
    bool submits(const QList<ports::Command>& commands);
    /// Lets time pass until the desktop has nothing to do; at most two hours.
    bool settles();

    QString id(const char* name) const { return notes.value(QString::fromLatin1(name)); }
    VariantId variant(int n) const { return *VariantId::parse(notes.value(QStringLiteral("variant%1").arg(n))); }
    ProductId product(int n) const { return *ProductId::parse(notes.value(QStringLiteral("product%1").arg(n))); }
    OrderId order(int n) const { return *OrderId::parse(notes.value(QStringLiteral("order%1").arg(n))); }

    /// What is wrong with the marketplace, empty when content; and the same of the replica.
    QString marketProblem();
    QString replicaProblem();
    /// What a replica that has settled has to have: the server's rows, and nothing that waits.
    QString differenceFromServer();
    /// Stock, prices, orders, replies: what must be the same whichever way it came about.
    QString business();

    Notes notes;
    simulation::Timeline time;
    simulation::Trace trace{false};
    simulation::SimServer server;
    simulation::SimDesktop desktop;

private:
    QString m_folder;
};

/// The marketplace in which all stories begin: three stores, a seller each, three buyers, orders of every
/// state, a review, and a desktop of the first seller that has synced. Its problem is fatal.
struct StartingMarket
{
    Image image;
    Notes notes;
    QString problem;
};
StartingMarket makeStartingMarket(const QString& folder);
QString password();

} // namespace belanjain::powerloss
