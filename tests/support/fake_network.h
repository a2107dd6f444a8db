// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/scheduler.h"
#include "engine/net/transport.h"

#include <QList>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace belanjain::testing
{

/// Calls planned for virtual time, run by advance() in order.
class ManualScheduler : public engine::Scheduler
{
public:
    std::unique_ptr<engine::PlannedCall> after(qint64 milliseconds, std::function<void()> call) override
    {
        auto entry = std::make_shared<Entry>(Entry{m_now + milliseconds, m_next++, std::move(call)});
        m_entries.push_back(entry);
        return std::make_unique<Handle>(entry);
    }

    void advance(qint64 milliseconds)
    {
        const qint64 until = m_now + milliseconds;
        while (const auto entry = takeDue(until)) {
            m_now = std::max(m_now, entry->at);
            const auto call = std::move(entry->call);
            call();
        }
        m_now = until;
    }
    qint64 now() const { return m_now; }
    /// Milliseconds until the next call, -1 when none is planned.
    qint64 untilNext() const
    {
        qint64 best = -1;
        for (const auto& entry : m_entries) {
            if (entry->call && (best < 0 || entry->at - m_now < best))
                best = entry->at - m_now;
        }
        return best;
    }

private:
    struct Entry
    {
        qint64 at;
        quint64 order;
        std::function<void()> call;
    };
    class Handle : public engine::PlannedCall
    {
    public:
        explicit Handle(std::shared_ptr<Entry> entry) : m_entry(std::move(entry)) {}
        ~Handle() override { m_entry->call = nullptr; }

    private:
        std::shared_ptr<Entry> m_entry;
    };

    std::shared_ptr<Entry> takeDue(qint64 until)
    {
        std::erase_if(m_entries, [](const auto& entry) { return !entry->call; });
        const auto due = std::min_element(m_entries.begin(), m_entries.end(), [](const auto& a, const auto& b) {
            return a->at != b->at ? a->at < b->at : a->order < b->order;
        });
        if (due == m_entries.end() || (*due)->at > until)
            return nullptr;
        const auto entry = *due;
        m_entries.erase(due);
        return entry;
    }

    std::vector<std::shared_ptr<Entry>> m_entries;
    qint64 m_now = 0;
    quint64 m_next = 0;
};

/// The network as a test wants it: each request waits in `open` until the test answers it.
class FakeTransport : public engine::Transport
{
public:
    struct Open
    {
        engine::HttpRequest request;
        std::function<void(const QByteArray&)> chunk;
        std::function<void(const engine::HttpAnswer&)> done;
    };

    std::unique_ptr<engine::PendingCall> send(const engine::HttpRequest& request,
                                              std::function<void(const engine::HttpAnswer&)> done) override
    {
        return stream(request, {}, std::move(done));
    }
    std::unique_ptr<engine::PendingCall> stream(const engine::HttpRequest& request,
                                                std::function<void(const QByteArray&)> chunk,
                                                std::function<void(const engine::HttpAnswer&)> done) override
    {
        auto call = std::make_shared<Open>(Open{request, std::move(chunk), std::move(done)});
        m_open.push_back(call);
        ++m_sent;
        return std::make_unique<Handle>(*this, call);
    }

    int sent() const { return m_sent; }
    QStringList paths() const
    {
        QStringList list;
        for (const auto& call : m_open)
            list << call->request.path.section(u'?', 0, 0);
        return list;
    }
    /// The oldest open request whose path starts so.
    const Open* find(QStringView path) const
    {
        for (const auto& call : m_open) {
            if (QStringView(call->request.path).startsWith(path))
                return call.get();
        }
        return nullptr;
    }
    bool answer(QStringView path, int status, const QByteArray& body = {}, int retryAfter = 0)
    {
        for (size_t i = 0; i < m_open.size(); ++i) {
            if (!QStringView(m_open[i]->request.path).startsWith(path))
                continue;
            const auto call = m_open[i];
            m_open.erase(m_open.begin() + qsizetype(i));
            engine::HttpAnswer answer;
            answer.status = status;
            answer.retryAfterSeconds = retryAfter;
            if (call->chunk && status >= 200 && status < 300)
                call->chunk(body);
            else
                answer.body = body;
            call->done(answer);
            return true;
        }
        return false;
    }

private:
    class Handle : public engine::PendingCall
    {
    public:
        Handle(FakeTransport& owner, std::shared_ptr<Open> call) : m_owner(owner), m_call(std::move(call)) {}
        ~Handle() override { std::erase(m_owner.m_open, m_call); }

    private:
        FakeTransport& m_owner;
        std::shared_ptr<Open> m_call;
    };

    std::vector<std::shared_ptr<Open>> m_open;
    int m_sent = 0;
};

} // namespace belanjain::testing
