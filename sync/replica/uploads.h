// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "protocol/messages.h"
#include "replica/work.h"

#include <QJsonArray>

namespace belanjain::replica {

/// A picture that was taken here, on its way to the marketplace.
struct Upload
{
    enum class State : int { Waiting = 0, Attached = 1, Refused = 2 };

    ImageId image;
    ProductId product;
    QString hash; ///< of the bytes here
    int width = 0;
    int height = 0;
    int position = 0;
    State state = State::Waiting;
};

/// The table uploads. While one waits its product's row shows it, as if an edit of the product waited.
class Uploads
{
public:
    explicit Uploads(Work& work)
        : m_work(work)
    {}

    void put(const Upload& upload, Instant now);
    void remove(const ImageId& image);
    /// Of a product that was given up before anybody else knew it.
    void removeProduct(const ProductId& product);
    void setState(const ImageId& image, Upload::State state);
    void setPosition(const ImageId& image, int position);
    std::optional<Upload> find(const ImageId& image);
    QList<Upload> ofProduct(const ProductId& product, Upload::State state);
    bool waits(const ProductId& product);
    /// Of products that the marketplace knows, the one to go first.
    std::optional<Upload> next();
    /// Waiting ones of products that are here.
    int count();
    QList<ProductId> products();
    /// The hashes of everything here, once each.
    QStringList hashes();

    /// An op that attached one was settled: true when the marketplace had lost the bytes, so that they go up again
    /// and nobody has to decide anything.
    bool settle(const protocol::Op& op, const protocol::OpResult& result);

    /// A product's images with those that wait put in at their places, marked so.
    static QJsonArray shown(QJsonArray images, const QList<Upload>& waiting);

private:
    Work& m_work;
};

/// Key in an image of an effective row: it is not at the marketplace yet.
inline constexpr QStringView waitingImageKey = u"waiting";

} // namespace belanjain::replica
